"""What kind of work a DataCite record describes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.types import of_entry
from refcheck.registries.json_values import text
from refcheck.text.folding import words

_GENERAL: Mapping[str, str] = MappingProxyType(
    {
        "audiovisual": "motion_picture",
        "book": "book",
        "bookchapter": "chapter",
        "collection": "collection",
        "computationalnotebook": "software",
        "conferencepaper": "paper-conference",
        "conferenceproceeding": "book",
        "datapaper": "article-journal",
        "dataset": "dataset",
        "dissertation": "thesis",
        "event": "event",
        "image": "graphic",
        "journal": "periodical",
        "journalarticle": "article-journal",
        "outputmanagementplan": "report",
        "preprint": "article",
        "presentation": "speech",
        "report": "report",
        "software": "software",
        "sound": "song",
        "standard": "standard",
        "workflow": "software",
    }
)
"""General type in lower case -> CSL type.

Source: DataCite Metadata Schema 4.6, appendix 1 (`resourceTypeGeneral`).
"""
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("thesis", "dissertation", "phd", "doctoral", "habilitation", "dissertationen"), "thesis"),
        **dict.fromkeys(("preprint", "eprint"), "article"),
        **dict.fromkeys(("chapter", "section"), "chapter"),
        **dict.fromkeys(("conference", "proceedings"), "paper-conference"),
        **dict.fromkeys(("book", "monograph"), "book"),
        **dict.fromkeys(("report", "deliverable", "paper"), "report"),
        "journal": "article-journal",
        "software": "software",
        "dataset": "dataset",
        "poster": "speech",
        "presentation": "speech",
        "standard": "standard",
    }
)
"""Word of the type in the depositor's own words -> CSL type, the most telling first."""
_VAGUE = frozenset({"misc", "article", "book"})
"""BibTeX types that are also given where nothing is known."""
_PARTS = frozenset({"journal", "book", "proceedings"})


def work_type(types: Mapping[str, Any], container: Mapping[str, Any]) -> str:
    """Give the CSL type of a record: its general type, else what its own words, its hints and its container say.

    A text of which nothing more is known is a document: the hints then are what DataCite writes for any text.
    """
    general = "".join(words(text(types.get("resourceTypeGeneral")) or ""))
    if general in _GENERAL:
        return _GENERAL[general]
    own = set(words(text(types.get("resourceType")) or ""))
    named = next((csl for word, csl in _WORDS.items() if word in own), None)
    if named is not None:
        return named
    entry = (text(types.get("bibtex")) or "").lower()
    if entry and entry not in _VAGUE:
        return of_entry(entry)
    return "article-journal" if (text(container.get("type")) or "").lower() == "journal" else "document"

"""Tell the format of a source from its name and what stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from refcheck.model.documents import Document
from refcheck.model.types import TYPES

_ENDINGS: Mapping[str, str] = MappingProxyType({".bib": "bibtex", ".bibtex": "bibtex", ".json": "csl-json", ".csljson": "csl-json"})
_BIBTEX_ENTRY = re.compile(
    r"^[ \t]*@[ \t]*(?:(?:string|preamble|comment)[ \t]*[{(]|[a-z]+[ \t]*[{(][ \t]*[^\s,{}()=\"]*[ \t]*,[ \t]*\r?\n?[^=\n]{0,60}=)",
    re.IGNORECASE | re.MULTILINE,
)
_JSON = re.compile(r"\s*(?:\[\s*(?:\{\s*[\"}]|\])|\{\s*\")")


def sniff(document: Document) -> str:
    """Name the format of a source: "bibtex", "csl-json" or "article".

    A known ending of the name decides; else what stands in the text. Plain text is an "article" also where it is a bare
    list: its reader finds the list either way.
    """
    named = _ENDINGS.get(PurePath(document.name).suffix.lower())
    if named:
        return named
    if _JSON.match(document.text):
        return "csl-json"
    return "bibtex" if _BIBTEX_ENTRY.search(document.text) else "article"


def holds_works(document: Document) -> bool:
    """Tell whether a JSON file that nobody named is a bibliography: a list of objects with the type of a work."""
    try:
        content = json.loads(document.text)
    except ValueError:
        return False
    items = content.get("items") if isinstance(content, dict) else content
    return isinstance(items, list) and bool(items) and all(isinstance(item, dict) and item.get("type") in TYPES for item in items)

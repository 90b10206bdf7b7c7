"""Tell the format of a source from its name and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from refcheck.model.documents import Document

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

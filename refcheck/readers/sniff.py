"""Tell the format of a source from its name and what stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType

from refcheck.model.documents import Document
from refcheck.model.types import TYPES

_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".bib", ".bibtex"), "bibtex"),
        **dict.fromkeys((".json", ".csljson"), "csl-json"),
        **dict.fromkeys((".yaml", ".yml"), "csl-yaml"),
        ".ris": "ris",
        ".nbib": "nbib",
        ".rdf": "zotero-rdf",
        **dict.fromkeys((".md", ".markdown", ".qmd", ".rmd"), "markdown"),
        **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
        **dict.fromkeys((".tex", ".ltx", ".latex", ".bbl"), "latex"),
    }
)
_BIBTEX_ENTRY = re.compile(
    r"^[ \t]*@[ \t]*(?:(?:string|preamble|comment)[ \t]*[{(]|[a-z]+[ \t]*[{(][ \t]*[^\s,{}()=\"]*[ \t]*,[ \t]*\r?\n?[^=\n]{0,60}=)",
    re.IGNORECASE | re.MULTILINE,
)
_STARTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "csl-json": re.compile(r"\s*(?:\[\s*(?:\{\s*[\"}]|\])|\{\s*\")"),
        "ris": re.compile(r"\s*(?:[A-Z][A-Z0-9] {1,2}- .*\s+)?TY {0,2}- ?[A-Z]"),
        "nbib": re.compile(r"\s*PMID- ?\d"),
        "endnote-xml": re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<xml>\s*<records>", re.IGNORECASE),
        "zotero-rdf": re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<rdf:RDF[\s>]"),
        "html": re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL),
        "jats": re.compile(
            r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
            r"<(?:\w+:)?(?:article|back|book|book-part-wrapper|pmc-articleset|ref-list)[\s>]",
            re.DOTALL,
        ),
        "latex": re.compile(
            r"(?:[^\S\n]*%[^\n]*\n|\s*\n)*\s*\\(?:documentclass|documentstyle|begin\s*\{thebibliography\}|bibitem\b|RequirePackage|makeatletter|providecommand)"
            r"|%\s*\$\s*biblatex (?:auxiliary|bbl)"
        ),
    }
)
"""How a text of each format begins; whatever its name, where the ending says nothing."""


def sniff(document: Document) -> str:
    """Name the format of a source, a row of the catalog's readers.

    A known ending of the name decides; else what stands in the text. Plain text is an "article" also where it is a bare
    list: its reader finds the list either way.
    """
    if document.content:
        return "docx" if document.content.startswith(b"PK") else "pdf"
    named = _ENDINGS.get(PurePath(document.name).suffix.lower())
    if named:
        return named
    for format_, start in _STARTS.items():
        if start.match(document.text):
            return format_
    return "bibtex" if _BIBTEX_ENTRY.search(document.text) else "article"


def holds_works(document: Document) -> bool:
    """Tell whether a JSON file that nobody named is a bibliography: a list of objects with the type of a work."""
    try:
        content = json.loads(document.text)
    except ValueError:
        return False
    items = content.get("items") if isinstance(content, dict) else content
    return isinstance(items, list) and bool(items) and all(isinstance(item, dict) and item.get("type") in TYPES for item in items)

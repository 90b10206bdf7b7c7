"""Turn arXiv's Atom feed into small objects, without abstracts and affiliations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from refcheck.registries.json_values import only

ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_ID = re.compile(r"/abs/(\S+?)(?:v(\d{1,4}))?$")
_ERRORS = "/api/errors"
_WRONG = re.compile(r"incorrect id format for (\S+)", re.IGNORECASE)
_WORK = (
    r"(?:(?:this|the)\s+)?(?:(?:current|present|above|arxiv)\s+)?(?:paper|article|submission|manuscript|work|preprint|note|draft|version)"
)
_GONE = r"(?:(?:has|have)\s+been|is|was)\s+(?:(?:temporarily|now|hereby)\s+)?withdrawn\b"
_IN_COMMENT = re.compile(
    rf"(?:^|[.;:!]\s*)(?:withdrawn\b(?!\s+(?:paper|article|version|submission))|(?:{_WORK}\s+)?{_GONE}|{_WORK}\s+withdrawn\b)",
    re.IGNORECASE,
)
_IN_SUMMARY = re.compile(rf"^\W*(?:withdrawn\b\W|{_WORK}\s+{_GONE})", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paper in one version."""

    paper: str
    """Identifier without version, as arXiv writes it."""
    version: int
    """From 1; 0 where the feed does not say."""
    held: dict[str, Any]
    """What is kept of it, under arXiv's own names."""


def entries(feed: Any) -> Iterator[Entry]:
    """Yield the papers of a feed in its order; entries without a title stand for papers that are not there.

    Source: arXiv API User's Manual, 3.3 and 4.
    """
    for element in feed.findall(f"{ATOM}entry"):
        found = _ID.search(_text(element, f"{ATOM}id"))
        title = _text(element, f"{ATOM}title")
        if found is not None and title:
            version = int(found[2] or 0)
            held = {"id": found[1] + (f"v{version}" if version else ""), "title": title, **_rest(element)}
            yield Entry(paper=found[1], version=version, held=only(held, held))


def wrong_ids(feed: Any) -> tuple[str, ...]:
    """Name the identifiers that arXiv refuses, in lower case; empty where it complains of something else.

    Source: arXiv API User's Manual, 3.4 (Errors).
    """
    return tuple(found[1].lower() for complaint in complaints(feed) for found in _WRONG.finditer(complaint))


def complaints(feed: Any) -> tuple[str, ...]:
    """List what arXiv has against a request, in its words."""
    faults = [entry for entry in feed.findall(f"{ATOM}entry") if _ERRORS in _text(entry, f"{ATOM}id")]
    return tuple(_text(entry, f"{ATOM}summary") for entry in faults)


def _rest(element: Any) -> dict[str, Any]:
    category = element.find(f"{_ARXIV}primary_category")
    comment = _text(element, f"{_ARXIV}comment")
    names = [_text(author, f"{ATOM}name") for author in element.findall(f"{ATOM}author")]
    return {
        "author": [name for name in names if any(sign.isalpha() for sign in name)],
        "published": _text(element, f"{ATOM}published"),
        "updated": _text(element, f"{ATOM}updated"),
        "doi": _text(element, f"{_ARXIV}doi"),
        "journal_ref": _text(element, f"{_ARXIV}journal_ref"),
        "comment": " ".join(_ADDRESS.sub("", comment).split()),
        "primary_category": category.get("term") if category is not None else None,
        "withdrawn": is_withdrawn(comment, _text(element, f"{ATOM}summary")) or None,
    }


def is_withdrawn(comment: str, summary: str) -> bool:
    """Tell whether the authors say that they have withdrawn this paper; one that replaces a withdrawn paper is not."""
    return bool(_IN_COMMENT.search(comment) or _IN_SUMMARY.search(summary))


def _text(element: Any, path: str) -> str:
    found = element.find(path)
    return "" if found is None else " ".join("".join(found.itertext()).split())

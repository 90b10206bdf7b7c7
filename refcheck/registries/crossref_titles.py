"""Titles of a Crossref record: of the work, and of what it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from refcheck.text.folding import squeeze, words
from refcheck.text.markup import plain

_SERIES = re.compile(
    r"^(?:lecture notes|studies in|springerbriefs|communications in computer|contemporary mathematics|ifip advances|methods in molecular)"
    r"|\b(?:series|schriften|schriftenreihe|reihe)\b",
    re.IGNORECASE,
)
_RUNNING_HEAD = re.compile(r"\bet al\.?$", re.IGNORECASE)
"""End of a running head ("SMITH et al.") that was registered as a subtitle."""
_PARTS = frozenset({"book-chapter", "book-section", "book-part", "book-track", "reference-entry", "proceedings-article", "other"})
_LONG = 20
"""Folded letters from which on a subtitle found anywhere in the title is no chance."""


def _texts(message: Mapping[str, Any], key: str) -> list[str]:
    """List the plain texts under a key that holds a list, or in odd records a text."""
    value = message.get(key)
    return [plain(text) for text in (value if isinstance(value, list) else [value]) if isinstance(text, str) and plain(text)]


def full_title(message: Mapping[str, Any]) -> str | None:
    """Give the title with its subtitle, which may stand in `subtitle`, in `title` or in both."""
    title, subtitle = next(iter(_texts(message, "title")), None), next(iter(_texts(message, "subtitle")), None)
    if title is None or subtitle is None or _RUNNING_HEAD.search(subtitle):
        return title
    whole, part = squeeze(title), squeeze(subtitle)
    if whole.startswith(part) or whole.endswith(part) or (len(part) >= _LONG and part in whole):
        return title
    if title[-1] in "?!":
        return f"{title} {subtitle}"
    return f"{title.rstrip(' :.;,–—-')}: {subtitle}"


def short_title(message: Mapping[str, Any]) -> str | None:
    """Give the registered short title, where it is another than the title."""
    short = next(iter(_texts(message, "short-title")), None)
    return None if short is None or squeeze(short) == squeeze(full_title(message) or "") else short


def containers(message: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """List the container, its short title and the series as attribute, value and JSON pointer.

    Of two containers an article has a journal and its abbreviation, a part of a book the book and its series, in
    either order.
    """
    titles = _texts(message, "container-title")
    rows: list[tuple[str, str, str]] = []
    if titles:
        main, other = _order(titles, part=message.get("type") in _PARTS)
        rows.append(("container_title", titles[main], f"/container-title/{main}"))
        if other is not None:
            attribute = "collection_title" if message.get("type") in _PARTS else "container_title_short"
            rows.append((attribute, titles[other], f"/container-title/{other}"))
    for place, short in enumerate(_texts(message, "short-container-title")):
        if short not in titles:
            rows.append(("container_title_short", short, f"/short-container-title/{place}"))
            break
    return rows


def _order(titles: list[str], *, part: bool) -> tuple[int, int | None]:
    """Tell which title is the container's own, and which is its abbreviation or series."""
    if len(titles) == 1:
        return 0, None
    if part:
        series = [place for place, title in enumerate(titles) if _SERIES.search(title)]
        other = series[0] if series and len(series) < len(titles) else 0
        return next(place for place in reversed(range(len(titles))) if place != other), other
    first, second = titles[0], titles[1]
    if squeeze(first) == squeeze(second):
        return (1, None) if len(first.split()) < len(second.split()) else (0, None)
    if abbreviates(first, second):
        return 1, 0
    return 0, 1 if abbreviates(second, first) else None


def abbreviates(short: str, full: str) -> bool:
    """Tell whether each word of a short title begins a word of the full one, in order."""
    rest = iter(words(full))
    return len(short) < len(full) and all(any(_begins(word, other) for other in rest) for word in words(short))


def _begins(short: str, full: str) -> bool:
    """Tell whether a word is short for another: its beginning, or its first letter and others in order ("natl")."""
    letters = iter(full)
    return full[:1] == short[:1] and all(letter in letters for letter in short)

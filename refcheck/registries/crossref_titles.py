"""Titles of a Crossref record: of the work, and of what it stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from refcheck.registries.json_values import shown
from refcheck.text.folding import squeeze, words

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


def texts(message: Mapping[str, Any], key: str) -> list[tuple[str, str]]:
    """List the plain texts under a key that holds a list, or in odd records a text, each with its JSON pointer."""
    value = message.get(key)
    listed = [(text, f"/{key}/{place}") for place, text in enumerate(value)] if isinstance(value, list) else [(value, f"/{key}")]
    return [(text, pointer) for value, pointer in listed if (text := shown(value))]


def first_text(message: Mapping[str, Any], key: str) -> tuple[str | None, str]:
    """Give the first text under a key with its pointer; None when there is none."""
    return next(iter(texts(message, key)), (None, ""))


def full_title(message: Mapping[str, Any]) -> tuple[str | None, str]:
    """Give the title with its subtitle, which may stand in `subtitle`, in `title` or in both."""
    title, pointer = first_text(message, "title")
    subtitle, _ = first_text(message, "subtitle")
    if title is None or subtitle is None or _RUNNING_HEAD.search(subtitle):
        return title, pointer
    whole, part = squeeze(title), squeeze(subtitle)
    if whole.startswith(part) or whole.endswith(part) or (len(part) >= _LONG and part in whole):
        return title, pointer
    if title[-1] in "?!":
        return f"{title} {subtitle}", pointer
    return f"{title.rstrip(' :.;,–—-')}: {subtitle}", pointer


def short_title(message: Mapping[str, Any]) -> tuple[str | None, str]:
    """Give the registered short title, where it is another than the title."""
    short, pointer = first_text(message, "short-title")
    full, _ = full_title(message)
    return (None, "") if squeeze(short or "") == squeeze(full or "") else (short, pointer)


def containers(message: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """List the container, its short title and the series as attribute, value and JSON pointer.

    Of two containers an article has a journal and its abbreviation, a part of a book the book and its series, in
    either order.
    """
    titles = texts(message, "container-title")
    rows: list[tuple[str, str, str]] = []
    if titles:
        main, other = _order([title for title, _ in titles], part=str(message.get("type")) in _PARTS)
        rows.append(("container_title", *titles[main]))
        if other is not None:
            attribute = "collection_title" if str(message.get("type")) in _PARTS else "container_title_short"
            rows.append((attribute, *titles[other]))
    known = {title for title, _ in titles}
    short = [(title, pointer) for title, pointer in texts(message, "short-container-title") if title not in known]
    return rows + [("container_title_short", title, pointer) for title, pointer in short[:1]]


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

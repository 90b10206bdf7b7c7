"""Links after references: the labels publishers set there, and the works that links lead to.

"[CrossRef] [Google Scholar]" after an entry is no part of it. Such labels are short links without figures that come in
rows, in brackets, on a line of their own, or again and again through a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from refcheck.model.identifiers import Doi
from refcheck.model.references import Reference
from refcheck.readers.segmenting.headings import is_heading
from refcheck.text.identifiers import parse_doi


class Piece(NamedTuple):
    """A stretch of text in a block of a page."""

    text: str
    start: int
    """Offset in the source."""
    length: int
    """Code points in the source."""
    link: str | None = None
    """Address that the text leads to, outside of the page."""
    hard: bool = False
    """It stands as it is: preformatted text, or the end of a line."""
    breaks: bool = False
    """An element that stands on lines of its own begins or ends here."""


_LONGEST = 30
_MOST_WORDS = 5
_FEWEST = 3
_ROW = 2
_BETWEEN = re.compile(r"[\s\[\](){}|;,.·•/&–—-]*")
_LEAD = re.compile(r"[\s\[({|·•–—/]*$")
_BRACKETS = re.compile(r"[\[{|]")
_SENTENCE = re.compile(r"[.,;&]")


class _Unit(NamedTuple):
    """Neighbours with one target, or none."""

    link: str | None
    first: int
    """Place of the first of its pieces."""
    text: str


def _units(pieces: Sequence[Piece]) -> Iterator[_Unit]:
    at = 0
    for link, group in groupby(pieces, key=lambda piece: piece.link):
        found = list(group)
        yield _Unit(link, at, "".join(piece.text for piece in found))
        at += len(found)


def _is_label(unit: _Unit) -> bool:
    words = unit.text.split()
    return (
        unit.link is not None
        and 0 < len(words) <= _MOST_WORDS
        and len(unit.text.strip()) <= _LONGEST
        and not any(sign.isdigit() for sign in unit.text)
        and any(sign.isalpha() for sign in unit.text)
    )


def _is_between(unit: _Unit) -> bool:
    return unit.link is None and _BETWEEN.fullmatch(unit.text) is not None


def common_labels(blocks: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """Give the texts of links that most blocks of a list end with."""
    ends: Counter[str] = Counter()
    for pieces in blocks:
        last = next((unit for unit in reversed(list(_units(pieces))) if not _is_between(unit)), None)
        if last and _is_label(last):
            ends[last.text.strip()] += 1
    return frozenset(text for text, count in ends.items() if count >= max(_FEWEST, len(blocks) / 2))


def without_labels(pieces: Sequence[Piece], common: frozenset[str] = frozenset()) -> list[Piece]:
    """Take the labels of links off the end of a block; nothing is left of a block that holds nothing else.

    Links that stand in a sentence, such as the names of publisher and place, are text.
    """
    units = list(_units(pieces))
    count, first, last = 0, len(units), ""
    for at in range(len(units) - 1, -1, -1):
        if _is_label(units[at]):
            count, first, last = count + 1, at, last or units[at].text.strip()
        elif not _is_between(units[at]):
            break
    if not count:
        return list(pieces)
    if all(_is_between(unit) for unit in units[:first]):
        return list(pieces) if is_heading(last) else []
    before = units[first - 1]
    lead = _LEAD.search(before.text) if before.link is None else None
    lead_text = lead[0] if lead else ""
    between = lead_text + "".join(unit.text for unit in units[first:] if unit.link is None)
    start = units[first].first
    apart = any(piece.breaks for piece in pieces[_last_text(pieces, start) + 1 : start])
    is_row = count >= _ROW and not _SENTENCE.search(between)
    if not (is_row or apart or _BRACKETS.search(between) or last in common):
        return list(pieces)
    return _shortened(pieces[:start], len(lead_text))


def _last_text(pieces: Sequence[Piece], end: int) -> int:
    """Give the place of the last piece before an end that holds more than blanks; -1 where there is none."""
    return next((at for at in range(end - 1, -1, -1) if pieces[at].text.strip() and pieces[at].length), -1)


def _shortened(pieces: Sequence[Piece], by: int) -> list[Piece]:
    """Take some signs off the end."""
    kept = list(pieces)
    while kept and by:
        piece = kept.pop()
        taken = min(by, len(piece.text))
        by -= taken
        if taken < len(piece.text):
            verbatim = piece.length == len(piece.text)
            kept.append(piece._replace(text=piece.text[:-taken], length=piece.length - taken if verbatim else piece.length))
    return kept


def linked_works(links: Iterable[str], printed: str) -> Iterator[Reference]:
    """Yield the works that links lead to and that the text does not name, each once."""
    lower = printed.lower()
    yield from (Reference(doi=doi) for doi in dict.fromkeys(filter(None, map(_doi, links))) if doi.folded not in lower)


def _doi(address: str) -> Doi | None:
    """Give the DOI that an address is of or asks for."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    asked = parse_qs(parts.query).get("doi")
    return parse_doi(asked[0]) if asked else parse_doi(address)

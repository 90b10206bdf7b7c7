"""What stands at the edges of pages and is no part of the text: running heads, feet, page numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from refcheck.readers.pdf.lines import Line

_EDGE = 3
"""Rows at the top and at the bottom of a page that are looked at."""
_LEVEL = 0.2
"""Of the size of the font: baselines of one row."""
_SET_OFF = 1.25
"""Distance to the text, in those of its lines, from which on a line stands apart from it."""
_SAME_PLACE = 3.0
"""Points by which the heads of two pages may differ in height."""
_OFTEN = 3
"""Pages on which a line stands that is a head even where it is not set off from the text."""
_NEAR = 12
"""Lines alike, before and after, that are compared with."""
_DIGITS = re.compile(r"\d{1,9}")
_ROMAN = re.compile(r"(?<![^\W\d_])[ivxlc]+(?![^\W\d_])")
_NUMBER = re.compile(r"(?:page|seite|página|pagina|p\.|s\.)?\W*#(?:\W*(?:of|/|von|de|di|van|sur)\W*#)?\W*")

Rows = list[list[Line]]


def furniture(pages: Sequence[Sequence[Line]]) -> set[int]:
    """Tell which lines of a document are heads, feet and page numbers.

    They stand at the edge of their page, and again at the same height of another, but for their numbers.

    Args:
        pages: the lines of each page, in any order.

    Returns:
        The `id` of each of these lines.
    """
    edges = [(number, *edge) for number, lines in enumerate(pages) if lines for edge in _edges(lines)]
    seen: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for number, rows, _ in edges:
        for row in rows:
            for text in _texts(row):
                seen[_masked(text)].append((number, row[0].base, text))
    found: set[int] = set()
    for number, rows, apart in edges:
        for row, set_off in zip(rows, apart, strict=True):
            if not any(_is_furniture(text, row[0].base, number, seen[_masked(text)], set_off=set_off) for text in _texts(row)):
                break
            found |= {id(line) for line in row}
    return found


def _edges(lines: Sequence[Line]) -> Iterator[tuple[Rows, list[bool]]]:
    """Give the outermost rows at the top and at the bottom, from the outside in, and which are set off from the next."""
    rows: Rows = []
    for line in sorted(lines, key=lambda line: line.base):
        if rows and line.base - rows[-1][0].base <= _LEVEL * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    pitches = [below[0].base - above[0].base for above, below in pairwise(rows)]
    usual = median(pitches) if pitches else 0.0
    apart = [pitch > _SET_OFF * usual for pitch in pitches]
    yield rows[:_EDGE], [*apart, True][:_EDGE]
    yield rows[: -_EDGE - 1 : -1], [*apart[::-1], True][:_EDGE]


def _texts(row: Sequence[Line]) -> set[str]:
    """Give what stands in a row, as a whole and line by line: what is parted by a column on one page may not be on another."""
    return {line.text for line in row} | {" ".join(line.text for line in sorted(row, key=lambda line: line.left))}


def _masked(text: str) -> str:
    return _ROMAN.sub("#", _DIGITS.sub("#", text.lower()))


def _is_furniture(text: str, base: float, page: int, alike: Sequence[tuple[int, float, str]], *, set_off: bool) -> bool:
    masked = _masked(text)
    if _NUMBER.fullmatch(masked) and set_off:
        return True
    here = bisect_left(alike, (page,))
    near = alike[max(0, here - _NEAR) : here + _NEAR]
    others = {other for other, at, same in near if other != page and abs(at - base) <= _SAME_PLACE and _agrees(text, same, other - page)}
    return bool(others) and (set_off or len(others) + 1 >= _OFTEN)


def _agrees(text: str, other: str, pages: int) -> bool:
    """Tell whether two lines are the same, or have a number that differs as their pages do."""
    numbers = zip(_DIGITS.findall(text), _DIGITS.findall(other), strict=False)
    return text == other or any(int(two) - int(one) == pages for one, two in numbers)

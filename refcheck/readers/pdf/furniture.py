"""What stands at the edges of pages and is no part of the text: running heads, feet, page numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from refcheck.readers.pdf.lines import Line

_EDGE = 3
"""Rows at the top and at the bottom of a page that are looked at."""
_LEVEL = 0.2
"""Of the size of the font: baselines of one row."""
_SET_OFF = 1.25
"""Distance to the text, in those of its lines, from which on a line stands apart from it."""
_DOUBLE = 2.0
"""No lines stand farther apart than that, in sizes of the font; a page of few lines has no usual distance."""
_SAME_PLACE = 3.0
"""Points by which the heads of two pages may differ in height."""
_PAGE = 5
"""Rows of a page from which on a number that stands apart from them is that of the page, whatever stands on others."""
_FEW, _OFTEN = 2, 3
"""Pages that a head stands on, where it is set off from the text, and where it is not."""
_NEAR = 12
"""Lines alike, before and after, that are compared with."""
_DIGITS = re.compile(r"\d{1,9}")
_ROMAN = re.compile(r"(?<![^\W\d_])[ivxlc]+(?![^\W\d_])")
_NUMBER = re.compile(r"(?:page|seite|página|pagina|p\.|s\.)?\W*#(?:\W*(?:of|/|von|de|di|van|sur)\W*#)?\W*")


def furniture(pages: Sequence[Sequence[Line]]) -> set[int]:
    """Tell which lines of a document are heads, feet and page numbers.

    They stand at the edge of their page, and again at the same height of another, but for their numbers.

    Args:
        pages: the lines of each page, in any order.

    Returns:
        The `id` of each of these lines.
    """
    edges = [edge for number, lines in enumerate(pages) if lines for edge in _edges(number, lines)]
    seen: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for edge in edges:
        for row in edge.rows:
            for text in _texts(row):
                seen[_masked(text)].append((edge.page, row[0].base, text))
    found: set[int] = set()
    for edge in edges:
        for row, apart in zip(edge.rows, edge.apart, strict=True):
            texts = {text: seen[_masked(text)] for text in _texts(row)}
            alone = apart and edge.is_full and any(_NUMBER.fullmatch(_masked(text)) for text in texts)
            if not alone and not any(_comes_again(text, row[0].base, edge.page, alike, apart=apart) for text, alike in texts.items()):
                break
            found |= {id(line) for line in row}
    return found


@dataclass(frozen=True, slots=True)
class _Edge:
    """The outermost rows at the top or at the bottom of a page, from the outside in."""

    page: int
    rows: list[list[Line]]
    apart: list[bool]
    """Which of them are set off from the next."""
    is_full: bool
    """There is text on the page beside what may be its number."""


def _edges(page: int, lines: Sequence[Line]) -> Iterator[_Edge]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if rows and line.base - rows[-1][0].base <= _LEVEL * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    pitches = [below[0].base - above[0].base for above, below in pairwise(rows)]
    usual = min(median(pitches), _DOUBLE * median(line.size for line in lines)) if pitches else 0.0
    apart = [pitch > _SET_OFF * usual for pitch in pitches]
    yield _Edge(page, rows[:_EDGE], [*apart, False][:_EDGE], len(rows) >= _PAGE)
    yield _Edge(page, rows[: -_EDGE - 1 : -1], [*apart[::-1], False][:_EDGE], len(rows) >= _PAGE)


def _texts(row: Sequence[Line]) -> set[str]:
    """Give what stands in a row, as a whole and line by line: what is parted by a column on one page may not be on another."""
    return {line.text for line in row} | {" ".join(line.text for line in sorted(row, key=lambda line: line.left))}


def _masked(text: str) -> str:
    return _ROMAN.sub("#", _DIGITS.sub("#", text.lower()))


def _comes_again(text: str, base: float, page: int, alike: Sequence[tuple[int, float, str]], *, apart: bool) -> bool:
    """Tell whether a line stands on other pages too, at the same height; on several, where it is not set off from the text."""
    here = bisect_left(alike, (page,))
    near = alike[max(0, here - _NEAR) : here + _NEAR]
    others = {other for other, at, same in near if other != page and abs(at - base) <= _SAME_PLACE and _agrees(text, same, other - page)}
    return len(others) + 1 >= (_FEW if apart else _OFTEN)


def _agrees(text: str, other: str, pages: int) -> bool:
    """Tell whether two lines alike are the same, but for one number that differs as their pages do."""
    numbers = zip(_DIGITS.findall(text), _DIGITS.findall(other), strict=False)
    steps = [int(two) - int(one) for one, two in numbers if one != two]
    return text == other or steps == [pages]

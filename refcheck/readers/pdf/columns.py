"""Rows to columns: where white runs down between two stretches of text, they are read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import pairwise
from math import inf

from refcheck.readers.pdf.rows import WIDE, Row

_FEWEST = 3
"""Rows that a column has."""
_NARROWEST, _NARROWEST_SHARE = 6.0, 0.15
"""Least width of a column, in sizes of the font and as a share of both columns: labels, numbers and bullets are narrower."""
_ALIGNED, _MOSTLY = 0.15, 0.6
"""Lines of a column begin where others begin, up to a share of the size of the font; most of them do."""
_MANY, _PLAIN = 12, 0.9
"""Where columns have fewer rows, all their lines do, and the white between is at least so wide and wider than blanks."""
_INDENT = 4.0
"""How far all lines of a column may stand in."""
_WIDER = 1.4
"""How much wider than the blanks of its lines a white is that parts columns."""
_LONGEST = 8.0
"""Of a word at the end of a line no more counts, in sizes of the font."""
_TRIED = 40
"""Whites that are looked at, the longest first."""
_LIKE, _FILLED = 0.6, 0.6
"""A column that is much narrower than its neighbour, and that has much fewer rows, holds labels."""


def regions_of(rows: Sequence[Row], size: float, before: Sequence[float] = ()) -> tuple[list[list[Row]], tuple[float, ...]]:
    """Part the rows of a page into regions of one column.

    Args:
        rows: from top to bottom.
        size: size of the font of most of the text.
        before: where columns begin on the pages before, without the first: there, few rows make a column.

    Returns:
        The regions, in the order in which they are read, and where columns begin on this page.
    """
    waiting = [list(rows)]
    regions: list[list[Row]] = []
    begin: list[float] = []
    expected = list(before)
    while waiting:
        region = waiting.pop()
        gutter = _gutter(region, size, expected)
        if gutter is None:
            regions.append(region)
            continue
        first, last, middle = gutter
        band = region[first : last + 1]
        left = [part for row in band if (part := tuple(strip for strip in row if strip.left < middle))]
        right = [part for row in band if (part := tuple(strip for strip in row if strip.left >= middle))]
        begin.append(min(row[0].left for row in right))
        # Columns are as wide as one another, so that one of few rows is known by where it begins.
        expected.append(2 * begin[-1] - min(row[0].left for row in left))
        waiting += [part for part in (region[last + 1 :], right, left, region[:first]) if part]
    return regions, tuple(begin)


def _gutter(rows: Sequence[Row], size: float, before: Sequence[float]) -> tuple[int, int, float] | None:
    """Find the longest white between two columns: its first and last row, and its middle."""
    whites = nsmallest(_TRIED, _whites(rows, size), key=lambda white: (white[0] - white[1], white[2] - white[3]))
    for first, last, left, right in whites:
        band, middle = rows[first : last + 1], (left + right) / 2
        if len(band) < _MANY:
            through = {(left + right) / 2 for start, end, left, right in whites if start <= first and last <= end}
            if right - left < _PLAIN * size or not _stands_out(band, middle, through):
                continue
        if any(left < start <= right + _ALIGNED * size and right - start < _INDENT * size for start in before) or _parts(
            band, middle, size
        ):
            return first, last, middle
    return None


def _whites(rows: Sequence[Row], size: float) -> Iterator[tuple[int, int, float, float]]:
    """Follow the white between strips down the rows: first and last row, left and right edge, as long and as wide as can be."""
    width = WIDE * size
    active: dict[tuple[float, float], int] = {}
    for place, row in enumerate(rows):
        going: dict[tuple[float, float], int] = {}
        gaps = list(_gaps(row, width, _LONGEST * size))
        for white, first in active.items():
            kept = False
            for gap in gaps:
                left, right = max(white[0], gap[0]), min(white[1], gap[1])
                if right - left >= width:
                    going[left, right] = min(first, going.get((left, right), first))
                    kept = kept or (left, right) == white
            if not kept and -inf < white[0] and white[1] < inf:
                yield first, place - 1, *white
        for gap in gaps:
            going.setdefault(gap, place)
        active = going
    for (left, right), first in active.items():
        if -inf < left and right < inf:
            yield first, len(rows) - 1, left, right


def _gaps(row: Row, width: float, longest: float) -> Iterator[tuple[float, float]]:
    """Give the wide gaps of a row. An address that is too long for its column, as they often are, is taken to end in it."""
    end = -inf
    for strip in row:
        if strip.left - end >= width:
            yield end, strip.left
        end = max(end, min(strip.right, strip.words[-1].left + longest))
    yield end, inf


def _parts(band: Sequence[Row], middle: float, size: float) -> bool:
    """Tell whether what stands left and right of a white are columns, and not labels or chance."""
    sides: tuple[list[tuple[int, float, float]], list[tuple[int, float, float]]] = ([], [])
    for place, row in enumerate(band):
        for side, strips in zip(sides, ([s for s in row if s.left < middle], [s for s in row if s.left >= middle]), strict=True):
            if strips:
                side.append((place, strips[0].left, strips[-1].right))
    if min(map(len, sides)) < _FEWEST:
        return False
    widths = [max(right for _, _, right in side) - min(left for _, left, _ in side) for side in sides]
    if min(widths) < max(_NARROWEST * size, _NARROWEST_SHARE * sum(widths)):
        return False
    first, last = max(side[0][0] for side in sides), min(side[-1][0] for side in sides)
    filled = [sum(1 for place, _, _ in side if first <= place <= last) for side in sides]
    if min(widths) < _LIKE * max(widths) and min(filled) < _FILLED * max(filled):
        return False
    starts = sorted(left for _, left, _ in sides[1])
    lone = sum(
        1
        for before, start, after in zip([-inf, *starts], starts, [*starts[1:], inf], strict=False)
        if min(start - before, after - start) > _ALIGNED * size
    )
    return lone <= (1 - _MOSTLY) * len(starts) if len(starts) >= _MANY else lone == 0


def _stands_out(band: Sequence[Row], middle: float, whites: Iterable[float]) -> bool:
    """Tell whether a white is wider than the blanks of most lines that it runs through, stretched as they may be.

    Args:
        band: the rows.
        middle: of the white.
        whites: middles of all that run through these rows, and so are no blanks.
    """
    wider = []
    for row in band:
        words = [word for strip in row for word in strip.words]
        blanks, gutter = [0.0], None
        for last, word in pairwise(words):
            if last.left < middle <= word.left:
                gutter = word.left - last.right
            elif not any(last.left < white <= word.left for white in whites):
                blanks.append(word.left - last.right)
        if gutter is not None:
            wider.append(gutter > _WIDER * max(blanks))
    return sum(wider) >= len(wider) / 2

"""The numbers that manuscripts print beside their lines: found and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from refcheck.readers.pdf.rows import Row, Strip

_FEWEST, _FEW = 5, 3
"""Numbers that make a column a numbered one, where the page before had none: of every line, and of every so many lines."""
_MOSTLY = 0.8
_LOOSE = 0.3
"""Of the size of the font: how far the edges of the numbers lie apart."""
_MOST_WITHOUT = 2
"""Lines above the first and below the last number, besides as many as stand between two."""
_LONGEST = 5


def unnumbered(rows: Sequence[Row], *, before: bool) -> tuple[list[Row], bool]:
    """Leave out the numbers of the lines of a column: they count its lines, in a strip beside them.

    Numbers of entries do not: they count the entries, which take more lines than one.

    Args:
        rows: the column, from top to bottom.
        before: the lines before it had numbers.

    Returns:
        The column without the numbers, and whether there were any.
    """
    for side in (0, -1):
        numbers = {place: row[side] for place, row in enumerate(rows) if len(row[side].words) == 1 and _is_number(row[side].words[0].text)}
        counted = max((_on_edge(numbers, edge) for edge in ("left", "right")), key=len)
        if counted and _counts_lines(counted, len(rows), before=before):
            kept = [tuple(strip for strip in row if strip is not counted.get(place)) for place, row in enumerate(rows)]
            return [row for row in kept if row], True
    return list(rows), False


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST


def _on_edge(numbers: Mapping[int, Strip], edge: str) -> dict[int, Strip]:
    """Keep the numbers that stand flush with most of them."""
    places = {place: getattr(strip, edge) for place, strip in numbers.items()}
    at, _ = Counter(map(round, places.values())).most_common(1)[0] if places else (0, 0)
    return {place: numbers[place] for place, other in places.items() if abs(other - at) <= _LOOSE * numbers[place].size}


def _counts_lines(numbers: Mapping[int, Strip], rows: int, *, before: bool) -> bool:
    """Tell whether numbers rise as the lines do, from the first line to the last."""
    steps = [(int(two.words[0].text) - int(one.words[0].text), at - place) for (place, one), (at, two) in pairwise(numbers.items())]
    agreeing = [lines for rise, lines in steps if rise == lines]
    step = max(agreeing, default=1)
    reach = _MOST_WITHOUT + step
    enough = before or len(numbers) >= (_FEWEST if step == 1 else _FEW)
    return enough and len(agreeing) >= _MOSTLY * len(steps) and min(numbers) < reach and rows - max(numbers) <= reach

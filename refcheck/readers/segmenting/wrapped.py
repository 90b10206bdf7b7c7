"""Cut paragraphs of wrapped references that nothing but their wording tells apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.layout import Line
from refcheck.readers.segmenting.pieces import Piece, Scorer, piece_of

_MOST_LINES = 14
_FEWEST = 2
"""References that a paragraph must seem to hold, one in so many lines at least, for the line model to be asked."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\. ?d\.|in press|forthcoming|https?:", re.IGNORECASE)


def by_model(_: str, lines: list[Line], __: Scorer) -> Iterator[list[Piece]]:
    """Cut every paragraph where the line model sees a reference begin."""
    found: list[Piece] = []
    first = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place].after_blank:
            found += _paragraph(lines[first:place])
            first = place
    yield found


def _paragraph(lines: list[Line]) -> list[Piece]:
    places = [0]
    if _may_hold_several(lines):
        from refcheck.readers.segmenting.line_model import begun

        places = begun(lines)
    return [piece_of(lines, first, last) for first, last in pairwise([*places, len(lines)])]


def _may_hold_several(lines: list[Line]) -> bool:
    fewest = max(_FEWEST, len(lines) // _MOST_LINES)
    return (
        len(lines) > 1
        and sum(1 for line in lines if _YEAR.search(line.text)) >= fewest
        and sum(1 for line in lines if starts.strength(line.text) >= starts.NAMES) >= fewest
    )

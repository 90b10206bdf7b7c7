"""Tell columns that were copied line beside line, and read them one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

Place = tuple[int, int]

_GAP = re.compile(r"(?<! ) {2,}(?=\S)")
_FEWEST = 8
"""Lines in which both columns stand."""
_SHARE, _CROSSING = 0.4, 0.05
_NARROWEST = 24
"""Columns of text, on either side; labels, tables and indents are narrower."""
_INDENT = 9
"""Columns by which lines of the right column may stand in from its edge."""
_WORDS = 2.5
"""Words in a line on either side, at the mean."""


def in_columns(text: str, lines: Sequence[Place]) -> list[Place]:
    """Give the lines of a page of two columns in the order in which they are read; none where it has one column.

    Args:
        text: the whole text.
        lines: start and end of each line of the page, blank ones too.
    """
    gaps = [[found.span() for found in _GAP.finditer(text, start, end)] for start, end in lines]
    edges = Counter(after - start for (start, _), found in zip(lines, gaps, strict=True) for _, after in found)
    near = Counter({column: sum(edges[column + step] for step in range(_INDENT)) for column in edges if column >= _NARROWEST})
    filled = sum(1 for start, end in lines if text[start:end].strip())
    for column, count in near.most_common(_INDENT):
        if count < max(_FEWEST, _SHARE * filled):
            break
        parted = _parted(text, lines, column)
        if parted:
            return parted
    return []


def _parted(text: str, lines: Sequence[Place], column: int) -> list[Place]:
    """Part a page at a column, if hardly a line crosses it; lines that do stand before and after what they part."""
    left: list[Place] = []
    right: list[Place] = []
    out: list[Place] = []
    crossing = both = words_left = words_right = 0
    for start, end in lines:
        if end - start > column and text[start + column - 2 : start + column].strip():
            crossing += 1
            out += [*left, *right, (start, end)]
            left, right = [], []
            continue
        middle = min(end, start + column)
        one, two = text[start:middle].rstrip(), text[middle:end].rstrip()
        left.append((start, start + len(one)))
        right.append((middle, middle + len(two)))
        if one.strip() and two.strip():
            both += 1
            words_left += len(one.split())
            words_right += len(two.split())
    if both < _FEWEST or crossing > _CROSSING * len(lines) or min(words_left, words_right) < _WORDS * both:
        return []
    return [*out, *left, *right]

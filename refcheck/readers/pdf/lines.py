"""Rows of a column to lines of text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from refcheck.readers.pdf.rows import Row
from refcheck.readers.pdf.words import Word

_BLANK = 0.12
"""Least gap between two words that are printed apart, in sizes of the font."""
_RAISED, _SMALL = 0.15, 0.85
"""How far the mark of a note stands above its line, and what its font is smaller than, in sizes of the font beside it."""
_SIGNS = frozenset("*†‡§¶‖")
_LONGEST_MARK = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in its column. Places are points, growing right and down."""

    text: str
    left: float
    right: float
    base: float
    size: float
    """Size of the font that most of it is set in."""
    head: float
    """Width of its first word."""
    mark: str = ""
    """A raised number or sign before the text, as it stands before a note."""
    marks: frozenset[str] = frozenset()
    """Raised numbers and signs, as they point at notes."""

    @property
    def printed(self) -> str:
        """The text with its mark."""
        return f"{self.mark} {self.text}" if self.mark else self.text


def line_of(row: Row) -> Line:
    """Write a row as a line: blanks where words stand apart, from right to left where its letters are read so."""
    words = [word for strip in row for word in strip.words]
    if len(row) > 1:
        words.sort(key=lambda word: word.left)
    main = max(row, key=lambda strip: strip.right - strip.left)
    marks = [word for word in words if _is_mark(word, main.base, main.size)]
    first, mark = words[0], ""
    if len(words) > 1 and first in marks:
        mark, words = first.text, words[1:]
    if sum(map(_direction, words)) < 0:
        words.reverse()
    text = words[0].text
    for last, word in pairwise(words):
        apart = max(word.left - last.right, last.left - word.right)
        text += f" {word.text}" if word.spaced or apart > _BLANK * min(last.size, word.size) else word.text
    head = words[0].right - words[0].left
    right = max(word.right for word in words)
    return Line(text, first.left, right, main.base, main.size, head, mark, frozenset(word.text for word in marks))


def _is_mark(word: Word, base: float, size: float) -> bool:
    if word.base > base - _RAISED * size or word.size > _SMALL * size or len(word.text) > _LONGEST_MARK:
        return False
    return word.text.isdigit() or set(word.text) <= _SIGNS


def _direction(word: Word) -> int:
    """Tell whether the letters of a word are read to the right (1) or to the left (-1)."""
    if word.text.isascii():
        return 1 if word.text.isalpha() else 0
    return -1 if any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in word.text) else 1


def width_of_letters(lines: Sequence[Line]) -> float:
    """Give the mean width of a sign, in points."""
    return max(_LEAST, sum(line.right - line.left for line in lines) / max(1, sum(len(line.text) for line in lines)))


def size_of(lines: Sequence[Line]) -> float:
    """Give the size of the font that most of the text is set in; 0 where there is none."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


_LEAST = 1.0
"""Points; a page where signs are set closer is none to be read."""

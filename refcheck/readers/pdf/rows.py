"""Words to rows: what stands at one height of a page, from left to right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from refcheck.readers.pdf.words import Word

WIDE = 0.6
"""Gaps between words that are wider than this may part columns. As all here in sizes of the font."""
_BACK = -0.5
"""How far a word may begin before the end of the one before, as accents and kerned signs do."""
_LEVEL, _RAISED = 0.2, 0.5
"""How far apart the baselines of words of one row, and of signs raised or lowered in it, may lie."""
_BESIDE = 2.0
"""How far raised signs stand from the words that they belong to: marks of notes have room behind them."""
_SMALL = 0.85
"""What raised signs are smaller than, in sizes of the font beside them."""
_LARGE, _CROSSED, _HALF = 2.5, 3, 0.5
"""Watermarks are larger than the text, and as many words or more stand over the lower half of their letters."""
_MOST_LARGE = 40
"""Where there are more, they are the text."""
_MOST_RAISED = 2
"""Words in a note mark or an exponent."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Words that follow one another without a wide gap."""

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    """Baseline of most of its words."""
    size: float
    """Size of their font."""


Row = tuple[Strip, ...]
"""Strips at one height, from left to right."""


def body_size(words: Iterable[Word]) -> float:
    """Give the size of the font in the middle of the text; there is some text."""
    sizes = sorted((word.size, len(word.text)) for word in words)
    counts = list(accumulate(length for _, length in sizes))
    return sizes[bisect_left(counts, counts[-1] / 2)][0]


def without_watermarks(words: Sequence[Word], size: float) -> list[Word]:
    """Leave out large words that stand under several lines of text."""
    large = [word for word in words if word.size > _LARGE * size]
    if not 0 < len(large) <= _MOST_LARGE:
        return list(words)
    marks = {word for word in large if sum(1 for other in words if other.size < word.size and _crosses(word, other)) >= _CROSSED}
    return [word for word in words if word not in marks]


def _crosses(mark: Word, word: Word) -> bool:
    return mark.base - mark.size * _HALF < word.base < mark.base and mark.left < word.right and word.left < mark.right


def rows_of(words: Sequence[Word], size: float) -> list[Row]:
    """Sort the words of a page into rows, from top to bottom.

    Args:
        words: in the order of the page, which sets the words of a line one after another.
        size: size of the font of most of them.
    """
    strips = _strips(words)
    small = [strip for strip in strips if _is_small(strip, size)]
    rows = _level(strip for strip in strips if not _is_small(strip, size))
    bases = [row[0].base for row in rows]
    alone = []
    for strip in small:
        at = bisect_left(bases, strip.base)
        near = [row for row in rows[max(0, at - 1) : at + 1] if _joins(strip, row)]
        if near:
            min(near, key=lambda row: abs(row[0].base - strip.base)).append(strip)
        else:
            alone.append(strip)
    rows = sorted(rows + _level(alone), key=lambda row: row[0].base) if alone else rows
    return [tuple(sorted(row, key=lambda strip: strip.left)) for row in rows]


def _strips(words: Sequence[Word]) -> list[Strip]:
    strips: list[Strip] = []
    run: list[Word] = []
    tall = words[0] if words else None
    for word in words:
        if run and tall and not _follows(run[-1], word, tall):
            strips.append(_strip(run))
            run = []
        if not run or not tall or word.size > tall.size:
            tall = word
        run.append(word)
    return [*strips, _strip(run)] if run else strips


def _strip(words: Sequence[Word]) -> Strip:
    """Make a strip; its longest word is none that is raised or set smaller."""
    main = max(words, key=lambda word: len(word.text))
    return Strip(tuple(words), words[0].left, words[-1].right, main.base, main.size)


def _follows(last: Word, word: Word, tall: Word) -> bool:
    """Tell whether a word goes on with a strip, by its last word and its largest."""
    size = max(tall.size, word.size)
    apart = abs(word.base - tall.base)
    if apart > _LEVEL * size and (apart > _RAISED * size or min(tall.size, word.size) > _SMALL * size):
        return False
    return _BACK * size <= word.left - last.right <= WIDE * size


def _is_small(strip: Strip, size: float) -> bool:
    return strip.size < _SMALL * size and len(strip.words) <= _MOST_RAISED


def _level(strips: Iterable[Strip]) -> list[list[Strip]]:
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda strip: strip.base):
        if rows and strip.base - rows[-1][0].base <= _LEVEL * min(strip.size, rows[-1][0].size):
            rows[-1].append(strip)
        else:
            rows.append([strip])
    return rows


def _joins(small: Strip, row: Sequence[Strip]) -> bool:
    """Tell whether small signs belong to a row: level with it, or raised close beside its words."""
    apart = abs(small.base - row[0].base)
    if apart <= _LEVEL * row[0].size:
        return True
    return apart <= _RAISED * row[0].size and any(
        strip.left - _BESIDE * strip.size <= small.right and small.left <= strip.right + _BESIDE * strip.size for strip in row
    )

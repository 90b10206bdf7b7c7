"""The order of a list: its numbers, or the alphabet."""

from __future__ import annotations

import re
from itertools import pairwise

from refcheck.readers.segmenting.runs import Run
from refcheck.text.folding import fold

_MOST_NAMED = 5
_SORTED = 0.8
"""Share of neighbours in order from which on a list counts as sorted."""
_FEWEST = 4
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*")


def order_of(run: Run, text: str) -> str:
    """Say in what order a list stands; empty where in none."""
    numbers = [piece.label.number for piece in run.pieces if piece.label and piece.label.number is not None]
    if len(numbers) == len(run.pieces):
        missing = sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers))
        whole = f"numbers {numbers[0]} to {numbers[-1]}"
        named = ", ".join(map(str, missing[:_MOST_NAMED])) + (" ..." if len(missing) > _MOST_NAMED else "")
        return f"{whole}, missing {named}" if missing else f"{whole} complete" if numbers == sorted(numbers) else ""
    words = [fold(found[0]) for piece in run.pieces if (found := _WORD.search(text, piece.start, piece.end))]
    if len(words) < _FEWEST:
        return ""
    ordered = sum(one <= two for one, two in pairwise(words)) / (len(words) - 1)
    return "in the order of the alphabet" if ordered >= _SORTED else ""

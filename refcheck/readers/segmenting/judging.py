"""Judge whether a run of pieces is a reference list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from refcheck.readers.segmenting.layout import Line
from refcheck.readers.segmenting.pieces import Scorer
from refcheck.readers.segmenting.runs import Run

_LEAST_UNDER_HEADING, _MEAN_UNDER_HEADING = 0.5, 0.3
_FEWEST, _LEAST, _MEAN = 3, 5.0, 1.0
_FEWEST_COUNTED, _MEAN_COUNTED = 5, 0.6
_PAIR, _SURE = 2, 1.8
_MEAN_ALONE, _MOST_OF_TEXT = 1.5, 0.6
"""Evidence, in log-odds, that makes a list under its heading, without a heading, numbered in full, and of one or two entries."""
_SOURCED = 0.5
"""Share of entries that say where a work is to be found, without a heading."""
_NEAR = 3
"""Lines before a list among which its heading is looked for."""

_WEAK = "its entries read too little like references: evidence {:.1f} an entry, {} is asked for"


def objection(run: Run, lines: Sequence[Line], score: Scorer) -> str | None:
    """Say why a run is no reference list; None where it is one. Alone it needs a heading, or it must be most of the text."""
    good = sum(1 for value in run.odds if value > 0)
    mean = run.total / len(run.odds)
    if heading_over(run, lines):
        if run.total > _LEAST_UNDER_HEADING and mean > _MEAN_UNDER_HEADING:
            return None
        return (
            f"its entries read too little like references: evidence {mean:.1f} an entry, under a heading {_MEAN_UNDER_HEADING} is asked for"
        )
    sourced = sum(1 for piece in run.pieces if score.is_sourced(piece))
    if sourced < _SOURCED * len(run.pieces):
        return f"only {sourced} of its {len(run.pieces)} entries say where a work is to be found"
    if good >= _FEWEST:
        asked = _MEAN_COUNTED if _is_counted(run) else _MEAN
        if run.total >= _LEAST and mean >= asked:
            return None
        return _WEAK.format(mean, f"without a heading {asked}")
    if sum(1 for value in run.odds if value >= _SURE) >= _PAIR and mean >= _MEAN:
        return None
    if mean >= _MEAN_ALONE and (run.end - run.start) >= _MOST_OF_TEXT * len(score.text.strip()):
        return None
    return f"fewer than {_FEWEST} entries without a heading, and these not sure enough: evidence {mean:.1f} an entry"


def _is_counted(run: Run) -> bool:
    """Tell whether the entries of a run are numbered from 1 on without a gap."""
    numbers = [piece.label.number for piece in run.pieces if piece.label]
    return len(run.pieces) >= _FEWEST_COUNTED and numbers == list(range(1, len(run.pieces) + 1))


def heading_over(run: Run, lines: Sequence[Line]) -> str | None:
    """Give the heading of reference lists among the three lines before a run."""
    first = bisect_left(lines, run.start, key=lambda line: line.start)
    return next((line.text for line in reversed(lines[max(0, first - _NEAR) : first]) if line.heading), None)

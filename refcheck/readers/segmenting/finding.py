"""Find the reference lists of a text: the runs of pieces that are like references."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from refcheck.model.flows import Flow
from refcheck.readers.segmenting.cutters import CUTTERS
from refcheck.readers.segmenting.headings import is_heading
from refcheck.readers.segmenting.layout import Line, lines_of
from refcheck.readers.segmenting.pieces import Piece, Scorer
from refcheck.readers.segmenting.runs import Run, kept, odds_of, runs_of
from refcheck.readers.segmenting.structure import declared, listed, noted
from refcheck.text.evening import evened

_LEAST_UNDER_HEADING, _MEAN_UNDER_HEADING = 0.5, 0.3
_FEWEST, _LEAST, _MEAN = 3, 5.0, 1.0
_PAIR, _SURE = 2, 1.8
_MEAN_ALONE, _MOST_OF_TEXT = 1.5, 0.6
"""Evidence, in log-odds, that makes a list under its heading, without a heading, and of one or two entries."""
_SHORTEST = 25
_WELL = 0.75
"""Share of its signs from which on a list counts as read well."""


def find_lists(flow: Flow) -> list[Run]:
    """Find the reference lists of a document, in its order, each cut by the cutter that reads most of it best.

    What the document declares to be references is the list, and nothing else is. Its own lists are taken or left, never
    cut again. Notes are looked at where there is no list.
    """
    text = evened(flow.text)
    score = Scorer(text)
    if own := declared(flow, score):
        return own
    lines = lines_of(text, flow.blocks)
    every = lines_of(text)

    def fits(run: Run) -> bool:
        return _is_list(run, every)

    candidates: list[Run] = list(listed(flow, score, fits))
    for name, cutter in CUTTERS.items() if lines else ():
        # Cutting by wording alone is slow, and needed only where no plainer sign serves.
        open_lines = _unread(lines, candidates) if name == "starts" else lines
        for pieces in cutter(text, open_lines, score):
            candidates += filter(fits, runs_of(name, pieces, score))
    candidates.sort(key=lambda run: -run.value)
    chosen: list[Run] = []
    for run in candidates:
        if all(run.end <= other.start or other.end <= run.start for other in chosen):
            chosen.append(run)
    if not chosen:
        return list(noted(flow, score, fits))
    return sorted(chosen, key=lambda run: run.start)


def _unread(lines: list[Line], runs: Sequence[Run]) -> list[Line]:
    """Leave out the lines of lists that are read well already."""
    left: list[Line] = []
    well = [(run.start, run.end) for run in runs if run.read >= _WELL * sum(piece.length for piece in run.pieces + run.skipped)]
    torn = True
    for line in lines:
        if any(start <= line.start < end for start, end in well):
            torn = True
            continue
        left.append(replace(line, after_blank=True) if torn else line)
        torn = False
    return left


def _is_list(run: Run, lines: Sequence[Line]) -> bool:
    """Judge whether a run is a reference list: alone it needs a heading, or it must be most of the text."""
    good = sum(1 for value in run.odds if value > 0)
    mean = run.total / len(run.odds)
    if _under_heading(run, lines):
        return run.total > _LEAST_UNDER_HEADING and mean > _MEAN_UNDER_HEADING
    if good >= _FEWEST:
        return run.total >= _LEAST and mean >= _MEAN
    if sum(1 for value in run.odds if value >= _SURE) >= _PAIR and mean >= _MEAN:
        return True
    return mean >= _MEAN_ALONE and (run.end - run.start) >= _MOST_OF_TEXT * sum(line.end - line.start for line in lines)


def _under_heading(run: Run, lines: Sequence[Line]) -> bool:
    """Tell whether one of the three lines before a run is a heading of reference lists."""
    first = bisect_left(lines, run.start, key=lambda line: line.start)
    return any(is_heading(line.text) for line in lines[max(0, first - 3) : first])


def whole_list(text: str) -> Run | None:
    """Cut a text that is a reference list from end to end; None when it holds nothing but headings and numbers."""
    text = evened(text)
    lines = lines_of(text)
    score = Scorer(text)
    best: Run | None = None
    for name, cutter in CUTTERS.items() if lines else ():
        for cut in cutter(text, lines, score):
            pieces = [piece for piece in cut if not is_heading(text[piece.start : piece.end])]
            odds = [odds_of(name, piece, score) for piece in pieces]
            run = kept(name, pieces, odds, [_may_be_entry(piece, score) for piece in pieces])
            if run.pieces and (best is None or run.value > best.value):
                best = run
    return best


def _may_be_entry(piece: Piece, score: Scorer) -> bool:
    """Tell whether a piece of a bare list is more than the heading of a part or a page number."""
    lettered = any(sign.isalpha() for sign in score.text[piece.start : piece.end])
    return lettered and (piece.label is not None or piece.length >= _SHORTEST or score.is_closed(piece))

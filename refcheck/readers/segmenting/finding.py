"""Find the reference lists of a text: the runs of pieces that are like references."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from refcheck.model.documents import Explanation
from refcheck.model.flows import Flow
from refcheck.readers.segmenting import explaining
from refcheck.readers.segmenting.completing import completed
from refcheck.readers.segmenting.cutters import CUTTERS
from refcheck.readers.segmenting.headed import under_headings
from refcheck.readers.segmenting.headings import is_heading
from refcheck.readers.segmenting.judging import objection
from refcheck.readers.segmenting.layout import Line, lines_of
from refcheck.readers.segmenting.notes import is_noted, notes_of, referring, starts_of_lists
from refcheck.readers.segmenting.pieces import Piece, Scorer
from refcheck.readers.segmenting.runs import Run, kept, odds_of, runs_of
from refcheck.readers.segmenting.structure import declared, listed, noted
from refcheck.text.evening import evened

_SHORTEST = 25
_WELL = 0.75
"""Share of its signs from which on a list counts as read well."""
_AFTER = frozenset({"blank", "model"})
"""Cutters before which the lines of lists that are read well already are left out."""
_FEWEST_TOLD = 2
"""Entries from which on something left is worth a word."""
_ALIKE = 0.5
_MOST_TOLD = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The lists of a document in its order, and why what was taken or left."""

    lists: tuple[Run, ...]
    explanations: tuple[Explanation, ...] = ()
    """Places are those of the flow."""


def find_lists(flow: Flow) -> Finding:
    """Find the reference lists of a document, in its order, each cut by the cutter that reads most of it best.

    What the document declares to be references is the list, and nothing else is. Its own lists are taken or left, never
    cut again. Notes are looked at where there is no list.
    """
    text = evened(flow.text)
    score = Scorer(text)
    every = lines_of(text)
    if own := declared(flow, score):
        return Finding(lists=tuple(own), explanations=tuple(explaining.taken(run, every, (), text) for run in own))
    lines = lines_of(text, flow.blocks) if flow.blocks else every
    candidates: list[Run] = []
    refused: list[tuple[Run, str]] = []

    def fits(run: Run) -> bool:
        why = objection(run, every, score)
        if why is not None:
            refused.append((run, why))
        return why is None

    candidates += listed(flow, score, fits)
    open_lines = lines
    for name, cutter in CUTTERS.items():
        # What labels cut well needs no other way; the line model is asked only where no plainer sign serves.
        if name in _AFTER:
            open_lines = _unread(lines, candidates)
        for pieces in cutter(text, open_lines, score) if open_lines else ():
            candidates += filter(fits, runs_of(name, pieces, score))
            candidates += under_headings(name, pieces, every, score)
    series = notes_of(text, lines, score)
    headed = starts_of_lists(every)
    passed: list[Explanation] = []
    lists = [completed(run, score) for run in _chosen(candidates) if not _is_of_notes(run, series, score, headed)]
    if not lists:
        lists = [*noted(flow, score, fits)] or _best_noted(series, score, fits)
    elif series:
        refused = [(run, why) for run, why in refused if not _is_of_notes(run, series, score, headed)]
        passed = [explaining.passed_over(notes) for notes in series]
    lists.sort(key=lambda run: run.start)
    told = [*_explained(lists, candidates, refused, every, text), *passed]
    return Finding(lists=tuple(lists), explanations=tuple(sorted(told, key=lambda one: one.span)))


def _chosen(candidates: Sequence[Run]) -> list[Run]:
    """Choose the best candidates that do not overlap."""
    chosen: list[Run] = []
    for run in sorted(candidates, key=lambda run: -run.value):
        place = bisect_left(chosen, run.start, key=lambda other: other.start)
        if (place == 0 or chosen[place - 1].end <= run.start) and (place == len(chosen) or run.end <= chosen[place].start):
            chosen.insert(place, run)
    return chosen


def _is_of_notes(run: Run, series: Sequence[Sequence[Piece]], score: Scorer, headed: Collection[int]) -> bool:
    """Tell whether a run is made of notes: of a series of them, or numbered and with remarks among its entries."""
    if run.cutter == "number" and is_noted(run.pieces, score, headed):
        return True
    inside = sum(1 for notes in series for note in notes if run.start <= note.start < run.end)
    return inside > _ALIKE * len(run.pieces)


def _best_noted(series: Sequence[Sequence[Piece]], score: Scorer, fits: Callable[[Run], bool]) -> list[Run]:
    """Take the series of notes that holds most references."""
    runs = [run for notes in series for run in referring(notes, score, fits)]
    return sorted(runs, key=lambda run: -len(run.pieces))[:1]


def _explained(
    lists: Sequence[Run], candidates: Sequence[Run], refused: Sequence[tuple[Run, str]], lines: Sequence[Line], text: str
) -> Iterator[Explanation]:
    """Say of each list why it was taken, of what was like one why it was left, and which headings have none."""
    told = [explaining.taken(run, lines, candidates, text) for run in lists]
    for run, why in sorted(refused, key=lambda pair: -pair[0].value)[:_MOST_TOLD]:
        apart = all(run.end <= other.span.start or other.span.end <= run.start for other in told)
        if apart and len(run.pieces) >= _FEWEST_TOLD:
            told.append(explaining.left(run, why))
    begun = sorted(run.start for run in lists)
    headings = [line for line in lines if line.heading]
    for line, after in zip(headings, [*(line.start for line in headings[1:]), len(text) + 1], strict=bool(headings)):
        if bisect_left(begun, line.end) == bisect_left(begun, after):
            told.append(explaining.bare(line))
    yield from told


def _unread(lines: list[Line], runs: Sequence[Run]) -> list[Line]:
    """Leave out the lines of lists that are read well already."""
    left: list[Line] = []
    well = sorted((run.start, run.end) for run in runs if run.read >= _WELL * sum(piece.length for piece in run.pieces + run.skipped))
    torn, at, read = True, 0, 0
    for line in lines:
        while at < len(well) and well[at][0] <= line.start:
            read = max(read, well[at][1])
            at += 1
        if line.start < read:
            torn = True
            continue
        left.append(replace(line, after_blank=True) if torn else line)
        torn = False
    return left


def whole_list(flow: Flow) -> Finding:
    """Cut a text that is a reference list from end to end; nothing is found where it holds nothing but headings and numbers."""
    text = evened(flow.text)
    lines = lines_of(text)
    score = Scorer(text)
    cuts: list[Run] = []
    for name, cutter in CUTTERS.items() if lines else ():
        for cut in cutter(text, lines, score):
            pieces = [piece for piece in cut if not is_heading(text[piece.start : piece.end])]
            odds = [odds_of(name, piece, score) for piece in pieces]
            run = kept(name, pieces, odds, [_may_be_entry(piece, score) for piece in pieces])
            cuts += [run] if run.pieces else []
    if not cuts:
        return Finding(lists=())
    best = max(cuts, key=lambda run: run.value)
    return Finding(lists=(best,), explanations=(explaining.taken(best, lines, cuts, text),))


def _may_be_entry(piece: Piece, score: Scorer) -> bool:
    """Tell whether a piece of a bare list is more than the heading of a part or a page number."""
    lettered = any(sign.isalpha() for sign in score.text[piece.start : piece.end])
    return lettered and (piece.label is not None or piece.length >= _SHORTEST or score.is_closed(piece))

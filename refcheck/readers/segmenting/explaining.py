"""Say in words why a list was taken or left."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.model.documents import Explanation
from refcheck.model.references import Span
from refcheck.readers.segmenting.judging import heading_over
from refcheck.readers.segmenting.layout import Line
from refcheck.readers.segmenting.ordering import order_of
from refcheck.readers.segmenting.pieces import Piece
from refcheck.readers.segmenting.runs import Run

_CUT = {
    "number": "at numbers that rise",
    "inline": "at numbers within the paragraph",
    "key": "at keys in brackets",
    "bullet": "at bullets",
    "blank": "at blank lines",
    "line": "one a line",
    "indent": "where lines stand out or in",
    "model": "where the line model sees references begin",
    "entry": "as the document declares them",
    "item": "as the document lists them",
    "note": "one by one out of notes",
}
_MOST_MISSING = 5


def taken(run: Run, lines: Sequence[Line], others: Sequence[Run], text: str) -> Explanation:
    """Say how a list was cut and by what it was known, and what the next best way to cut it was."""
    count, good = len(run.pieces), sum(1 for value in run.odds if value > 0)
    heading = heading_over(run, lines)
    says = [
        f"{count} {'entry' if count == 1 else 'entries'}, cut {_CUT[run.cutter]}",
        f"under the heading {heading!r}" if heading else "without a heading",
        f"{good} of {count} read as references, evidence {run.total / count:.1f} an entry",
    ]
    if order := order_of(run, text):
        says.append(order)
    rivals = [other for other in others if other.cutter != run.cutter and other.start < run.end and run.start < other.end]
    if rivals:
        rival = max(rivals, key=lambda other: other.value)
        says.append(f"next best: {len(rival.pieces)} cut {_CUT[rival.cutter]}")
    return Explanation(span=Span(run.start, run.end), taken=True, reason="; ".join(says))


def left(run: Run, why: str) -> Explanation:
    """Say why something like a list was left."""
    count = len(run.pieces)
    reason = f"{count} {'entry' if count == 1 else 'entries'}, cut {_CUT[run.cutter]}, left: {why}"
    return Explanation(span=Span(run.start, run.end), taken=False, reason=reason)


def passed_over(notes: Sequence[Piece]) -> Explanation:
    """Say that notes were left where there is a list."""
    return Explanation(span=Span(notes[0].begins, notes[-1].end), taken=False, reason=f"{len(notes)} notes left: there is a list")


def bare(line: Line) -> Explanation:
    """Say that nothing after a heading was taken."""
    reason = f"no list found after the heading {line.text!r}: nothing there reads as references"
    return Explanation(span=Span(line.start, line.end), taken=False, reason=reason)

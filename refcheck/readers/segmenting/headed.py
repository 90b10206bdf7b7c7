"""What stands numbered or with keys directly under the heading of a reference list, whatever it reads like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcheck.readers.segmenting.layout import Line
from refcheck.readers.segmenting.notes import is_noted
from refcheck.readers.segmenting.pieces import Piece, Scorer
from refcheck.readers.segmenting.runs import Run, odds_of

_FEWEST = 2
_LEAST = 0.6
"""Log-odds of an entry that nothing but its place and label tells."""
_HIGHEST_FIRST = 1


def under_headings(cutter: str, pieces: Sequence[Piece], lines: Sequence[Line], score: Scorer) -> Iterator[Run]:
    """Take labelled pieces that begin directly under a heading and follow one another, such as a list of standards without years."""
    if cutter not in {"number", "key"}:
        return
    headings = [line.start for line in lines if line.heading]
    at = 0
    for heading in headings:
        while at < len(pieces) and pieces[at].begins <= heading:
            at += 1
        end = at
        while end < len(pieces) and _goes_on(pieces[at:end], pieces[end]):
            end += 1
        run = pieces[at:end]
        prose = sum(1 for piece in run if score.is_prose(piece))
        if len(run) >= _FEWEST and prose == 0 and not is_noted(run, score):
            yield Run(cutter, tuple(run), tuple(max(_LEAST, odds_of(cutter, piece, score)) for piece in run))
        at = end


def _goes_on(before: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a piece is the next entry: labelled, and the first or numbered one higher."""
    if piece.label is None or piece.label.number is None:
        return piece.label is not None
    last = before[-1].label if before else None
    return piece.label.number == (last.number or 0) + 1 if last else piece.label.number <= _HIGHEST_FIRST

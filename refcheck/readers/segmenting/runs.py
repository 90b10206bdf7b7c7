"""Runs of pieces that are like references: what a reference list looks like to one cutter."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.headings import is_heading
from refcheck.readers.segmenting.pieces import Piece, Scorer
from refcheck.readers.segmenting.trimming import margin_of, without_head, without_tail

_LABELLED = frozenset({"number", "key", "bullet", "inline"})
_COUNTED = frozenset({"number", "inline"})
_TRUST = {
    "number": 1.15,
    "inline": 1.15,
    "key": 1.1,
    "bullet": 1.1,
    "blank": 1.08,
    "indent": 1.08,
    "line": 1.04,
    "model": 1.0,
    "entry": 1.5,
    "item": 1.2,
    "note": 1.0,
}
"""How much more the pieces of a cutter count; the plainer the sign it cuts at, the less it can be chance."""
_DOUBTFUL = -3.0
_MOST_ODD = 1
_MOST_DOUBTFUL = 3
_SHORTEST_ODD = 40
_SHORTEST_HARD = 20
_LONGEST_ODD = 600
_EDGE = -1.5
_SURE = 1.5
_FEWEST = 3
_MOST_WIDENED = 2
_FEWEST_NAMED = 3
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of pieces, made by one cutter, that reads like a reference list."""

    cutter: str
    pieces: tuple[Piece, ...]
    odds: tuple[float, ...]
    skipped: tuple[Piece, ...] = ()
    """What stands between its references and is none: page numbers, headings of parts."""

    @property
    def start(self) -> int:
        """Offset of the first sign."""
        return self.pieces[0].begins

    @property
    def end(self) -> int:
        """Offset after the last sign."""
        return self.pieces[-1].end

    @property
    def value(self) -> float:
        """How much text is read well."""
        return self.read * _TRUST[self.cutter]

    @property
    def read(self) -> float:
        """Signs, each counted as far as its piece is likely to be a whole reference."""
        return math.fsum(piece.length / (1 + math.exp(-odds / 2)) for piece, odds in zip(self.pieces, self.odds, strict=True))

    @property
    def total(self) -> float:
        """Evidence that this is a list at all, no piece counting for much."""
        return math.fsum(max(-3.0, min(3.0, odds)) for odds in self.odds)


def runs_of(cutter: str, pieces: Sequence[Piece], score: Scorer) -> list[Run]:
    """Group the pieces of one cutter into runs, letting few odd ones stand between good ones."""
    odds = [odds_of(cutter, piece, score) for piece in pieces]
    places: list[tuple[int, int, int]] = []
    for at, value in enumerate(odds):
        if value <= 0:
            continue
        first, last, good = places[-1] if places else (-1, -1, 0)
        if places and _bridged(pieces[last + 1 : at], odds[last + 1 : at], score):
            places[-1] = (first, at, good + 1)
        else:
            places.append((at, at, 1))
    runs = (_run(cutter, pieces, odds, place, score) for place in _joined(places, pieces, score))
    return [run for run in runs if run.pieces]


def _joined(places: Sequence[tuple[int, int, int]], pieces: Sequence[Piece], score: Scorer) -> Iterator[tuple[int, int]]:
    """Join neighbours that are lists by themselves and stand close together."""
    first = last = good = -1
    for begins, ends, count in places:
        between = pieces[last + 1 : begins]
        close = len(between) <= _MOST_DOUBTFUL and not any(_parts(piece, score) for piece in between)
        if first >= 0 and close and min(good, count) >= _FEWEST:
            last, good = ends, good + count
            continue
        if first >= 0:
            yield first, last
        first, last, good = begins, ends, count
    if first >= 0:
        yield first, last


def odds_of(cutter: str, piece: Piece, score: Scorer) -> float:
    """Weigh a piece cut by a cutter; a label that is in its place counts for it, a missing one against it."""
    value = score(piece)
    if cutter not in _LABELLED:
        return value
    if piece.label is None:
        return min(value, _DOUBTFUL - 1)
    return max(value + 1.0, _DOUBTFUL + 0.5) if cutter in _COUNTED else value + 0.5


def _bridged(between: Sequence[Piece], odds: Sequence[float], score: Scorer) -> bool:
    """Tell whether what stands between two good pieces may stand within a list.

    A doubtful piece that begins with names and initials may; of others there may be few.
    """
    odd = [piece for piece, value in zip(between, odds, strict=True) if value <= _DOUBTFUL or score.strength(piece) < starts.INITIALS]
    hard = [piece for piece, value in zip(between, odds, strict=True) if value <= _DOUBTFUL and piece.length >= _SHORTEST_HARD]
    return len(odd) <= _MOST_DOUBTFUL and len(hard) <= _MOST_ODD and not any(_parts(piece, score) for piece in hard)


def _parts(piece: Piece, score: Scorer) -> bool:
    """Tell whether a piece ends a list: prose, or the heading of another."""
    if piece.label is not None:
        return False
    return piece.length > _LONGEST_ODD or score.is_prose(piece) or is_heading(score.text[piece.start : piece.end])


def _run(cutter: str, cut: Sequence[Piece], weighed: Sequence[float], place: tuple[int, int], score: Scorer) -> Run:
    """Make a run: trimmed and widened at its edges, without what is no reference in it."""
    pieces, odds = list(cut), list(weighed)
    first, last = place
    margin = margin_of(pieces[first:last], score.text)
    for at, trim in ((first, without_head), (first - 1, without_head), (last, without_tail), (last + 1, without_tail)):
        if 0 <= at < len(pieces):
            pieces[at] = trim(pieces[at], score, margin)
            odds[at] = odds_of(cutter, pieces[at], score)
    while first > 0 and place[0] - first < _MOST_WIDENED and _joins(pieces[first - 1], odds[first - 1], score):
        first -= 1
    while last + 1 < len(pieces) and last - place[1] < _MOST_WIDENED and _joins(pieces[last + 1], odds[last + 1], score):
        last += 1
    named = sum(1 for piece in pieces[first : last + 1] if score.strength(piece) >= starts.NAMES)
    if named >= max(_FEWEST_NAMED, _MOSTLY * (last + 1 - first)):
        while _is_stray(pieces[first], odds[first], score):
            first += 1
        while _is_stray(pieces[last], odds[last], score):
            last -= 1
    pieces, odds = pieces[first : last + 1], odds[first : last + 1]
    entries = [value > 0 or _is_entry(piece, value, score) for piece, value in zip(pieces, odds, strict=True)]
    return kept(cutter, pieces, odds, entries)


def _is_stray(piece: Piece, odds: float, score: Scorer) -> bool:
    """Tell whether a piece at the edge of a list of works with named authors is page furniture that happens to read well."""
    return piece.label is None and odds < _SURE and score.strength(piece) == 0


def kept(cutter: str, pieces: Sequence[Piece], odds: Sequence[float], entries: Sequence[bool]) -> Run:
    """Make a run of pieces without those that are no entries."""
    return Run(
        cutter,
        tuple(compress(pieces, entries)),
        tuple(compress(odds, entries)),
        tuple(piece for piece, entry in zip(pieces, entries, strict=True) if not entry),
    )


def _joins(piece: Piece, odds: float, score: Scorer) -> bool:
    """Tell whether a doubtful piece at the edge of a list belongs to it."""
    if odds <= _DOUBTFUL or piece.length < _SHORTEST_ODD:
        return False
    return piece.label is not None or score.strength(piece) >= starts.INITIALS or (odds > _EDGE and score.strength(piece) >= starts.GROUP)


def _is_entry(piece: Piece, odds: float, score: Scorer) -> bool:
    """Tell whether an odd piece within a list is an odd reference, and no heading or page number."""
    if piece.label is not None:
        return True
    return piece.length >= _SHORTEST_ODD and (odds > _DOUBTFUL or score.is_closed(piece))

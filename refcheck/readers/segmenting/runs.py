"""Find the reference lists of a text: the runs of pieces that are like references."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.cutters import CUTTERS
from refcheck.readers.segmenting.headings import is_heading
from refcheck.readers.segmenting.layout import Line, lines_of
from refcheck.readers.segmenting.pieces import Piece, Scorer

_LABELLED = frozenset({"number", "key", "bullet", "inline"})
_COUNTED = frozenset({"number", "inline"})
_DOUBTFUL = -3.0
_MOST_ODD = 1
_MOST_DOUBTFUL = 3
_WHOLE = re.compile(r"[.)\]\d]$|https?://\S+$")
_SHORTEST_ODD = 40
_LONGEST_ODD = 600
_EDGE = -1.5


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
        """How much text is read well, with the order of labels or names as a check."""
        read = math.fsum(piece.length / (1 + math.exp(-odds / 2)) for piece, odds in zip(self.pieces, self.odds, strict=True))
        return read * self.order

    @property
    def total(self) -> float:
        """Evidence that this is a list at all, no piece counting for much."""
        return math.fsum(max(-3.0, min(3.0, odds)) for odds in self.odds)

    @property
    def order(self) -> float:
        """1, and more where the labels rise or the names are sorted."""
        if self.cutter in _COUNTED and len(self.pieces) > 1:
            return 1.15
        return 1.0


def find_lists(text: str) -> list[Run]:
    """Find the reference lists of a text, in its order, each cut by the cutter that reads most of it best."""
    lines = lines_of(text)
    score = Scorer(text)
    candidates: list[Run] = []
    for name, cutter in CUTTERS.items():
        candidates += runs_of(name, cutter(text, lines, score), score, text)
    accepted = [run for run in candidates if _is_list(run, text, lines)]
    accepted.sort(key=lambda run: -run.value)
    chosen: list[Run] = []
    for run in accepted:
        if all(run.end <= other.start or other.end <= run.start for other in chosen):
            chosen.append(run)
    return sorted(chosen, key=lambda run: run.start)


def runs_of(cutter: str, pieces: Sequence[Piece], score: Scorer, text: str) -> list[Run]:
    """Group the pieces of one cutter into runs, letting few odd ones stand between good ones."""
    odds = [_odds(cutter, piece, score) for piece in pieces]
    runs: list[Run] = []
    first = last = -1
    for place, value in enumerate(odds):
        if value <= 0:
            continue
        if first >= 0 and not _bridged(pieces[last + 1 : place], odds[last + 1 : place]):
            runs.append(_run(cutter, pieces, odds, (first, last), text))
            first = place
        first = place if first < 0 else first
        last = place
    if first >= 0:
        runs.append(_run(cutter, pieces, odds, (first, last), text))
    return runs


def _odds(cutter: str, piece: Piece, score: Scorer) -> float:
    """Weigh a piece; a label that is in its place counts for it, a missing one against it."""
    value = score(piece)
    if cutter not in _LABELLED:
        return value
    if piece.label is None:
        return min(value, _DOUBTFUL - 1)
    return max(value + 1.0, _DOUBTFUL + 0.5) if cutter in _COUNTED else value + 0.5


def _bridged(between: Sequence[Piece], odds: Sequence[float]) -> bool:
    """Tell whether what stands between two good pieces may stand within a list."""
    hard = [piece for piece, value in zip(between, odds, strict=True) if value <= _DOUBTFUL]
    return len(between) <= _MOST_DOUBTFUL and len(hard) <= _MOST_ODD and all(piece.length <= _LONGEST_ODD for piece in hard)


def _run(cutter: str, pieces: Sequence[Piece], odds: Sequence[float], place: tuple[int, int], text: str) -> Run:
    """Make a run, widened by doubtful neighbours, without what is no reference in it."""
    first, last = place
    while first > 0 and place[0] - first < 2 and _joins(pieces[first - 1], odds[first - 1], text):
        first -= 1
    while last + 1 < len(pieces) and last - place[1] < 2 and _joins(pieces[last + 1], odds[last + 1], text):
        last += 1
    return _kept(cutter, pieces, odds, range(first, last + 1), text)


def _kept(cutter: str, pieces: Sequence[Piece], odds: Sequence[float], places: range, text: str) -> Run:
    """Make a run of the pieces at the given places, without what is no reference among them."""
    kept, skipped = [], []
    for at in places:
        keep = odds[at] > 0 or _is_entry(pieces[at], odds[at], text)
        (kept if keep else skipped).append(at)
    return Run(cutter, tuple(pieces[at] for at in kept), tuple(odds[at] for at in kept), tuple(pieces[at] for at in skipped))


def _joins(piece: Piece, odds: float, text: str) -> bool:
    """Tell whether a doubtful piece at the edge of a list belongs to it."""
    if odds <= _DOUBTFUL or piece.length < _SHORTEST_ODD:
        return False
    return piece.label is not None or (odds > _EDGE and starts.strength(text[piece.start : piece.end]) >= 2)


def _is_entry(piece: Piece, odds: float, text: str) -> bool:
    """Tell whether an odd piece within a list is an odd reference, and no heading or page number."""
    if piece.label is not None:
        return True
    return piece.length >= _SHORTEST_ODD and (odds > _DOUBTFUL or _WHOLE.search(text, piece.start, piece.end) is not None)


def _is_list(run: Run, text: str, lines: Sequence[Line]) -> bool:
    """Judge whether a run is a reference list: alone it needs a heading, or it must be most of the text."""
    good = sum(1 for value in run.odds if value > 0)
    mean = run.total / len(run.odds)
    if _under_heading(run, lines):
        return run.total > 0.5 and mean > 0.3
    if good >= 3:
        return run.total >= 5 and mean >= 1.0
    return run.total >= 1.5 * len(run.odds) and (run.end - run.start) >= 0.6 * sum(line.end - line.start for line in lines)


def _under_heading(run: Run, lines: Sequence[Line]) -> bool:
    """Tell whether one of the three lines before a run is a heading of reference lists."""
    first = bisect_left(lines, run.start, key=lambda line: line.start)
    return any(is_heading(line.text) for line in lines[max(0, first - 3) : first])


def whole_list(text: str) -> Run | None:
    """Cut a text that is a reference list from end to end; None when it holds nothing but headings."""
    lines = lines_of(text)
    score = Scorer(text)
    best: Run | None = None
    for name, cutter in CUTTERS.items():
        pieces = [piece for piece in cutter(text, lines, score) if not is_heading(text[piece.start : piece.end])]
        if pieces:
            odds = [_odds(name, piece, score) for piece in pieces]
            run = _kept(name, pieces, odds, range(len(pieces)), text)
            best = run if run.pieces and (best is None or run.value > best.value) else best
    return best

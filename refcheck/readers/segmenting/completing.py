"""Look again where a number of a list is missing: its label may stand within a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.layout import Label
from refcheck.readers.segmenting.pieces import Piece, Scorer
from refcheck.readers.segmenting.runs import Run, odds_of

_FORMS = {"square": r"\[{}\]", "round": r"\({}\)", "stop": r"{}\.", "half": r"{}\)"}
"""How labels of a style are printed; bare numbers are no sign within a line."""


def completed(run: Run, score: Scorer) -> Run:
    """Cut the entries of a numbered list where the labels that are missing after them stand within them, before names."""
    pieces: list[Piece] = []
    following = [*(piece.label for piece in run.pieces[1:]), None]
    for piece, after in zip(run.pieces, following, strict=True):
        pieces += _cut(piece, after, score) if after else [piece]
    if len(pieces) == len(run.pieces):
        return run
    return replace(run, pieces=tuple(pieces), odds=tuple(odds_of(run.cutter, piece, score) for piece in pieces))


def _cut(piece: Piece, after: Label, score: Scorer) -> Iterator[Piece]:
    label = piece.label
    if label and label.number is not None and after.number is not None and label.style in _FORMS:
        for number in range(label.number + 1, after.number):
            form = re.compile(rf"(?<=\s){_FORMS[label.style].format(number)}\s+(?=\S)")
            found = form.search(score.text, piece.start, piece.end)
            if found is None:
                break
            mark = Label("number", label.style, str(number), found.end() - found.start(), number)
            one = replace(piece, end=piece.start + len(score.text[piece.start : found.start()].rstrip()))
            two = Piece(found.end(), piece.end, mark, found.start())
            if not score.is_closed(one) or score.strength(two) < starts.NAMES:
                break
            yield one
            piece = two
    yield piece

"""A piece of a text that may be one reference, and how likely that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refcheck.model.flows import Block
from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.layout import Label, Line
from refcheck.readers.segmenting.quality import is_sourced, quality
from refcheck.readers.segmenting.vocabulary import PROSE

_CLOSED = re.compile(r"(?:[.)\]\d]|https?://\S+)$")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_PROSE, _PROSE_SHARE = 2, 0.1
_LONGEST = 6000
_HEAD = 400
"""Code points that tell how a piece begins."""
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]\s*\n\s*(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text without the blanks around it; the label before it is no part of it."""

    start: int
    end: int
    label: Label | None = None
    begins: int = 0
    """Where it starts with its label."""
    block: Block | None = None
    """The unit of the document that it is, where the document has cut it."""

    @property
    def length(self) -> int:
        """Code points."""
        return self.end - self.start


def piece_of(lines: list[Line], first: int, last: int, label: Label | None = None) -> Piece:
    """Make a piece of whole lines, `last` not among them, and take its label off."""
    head = lines[first]
    start = head.start + (label.length if label else 0)
    if start >= head.end and last > first + 1:
        start = lines[first + 1].start
    return Piece(min(start, head.end) if last == first + 1 else start, lines[last - 1].end, label, head.start)


class Scorer:
    """The quality of pieces of one text; each stretch is measured once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._strengths: dict[int, int] = {}
        self._known: dict[tuple[int, int], float] = {}
        self._prose: dict[tuple[int, int], bool] = {}

    def __call__(self, piece: Piece) -> float:
        """Give the log-odds that the piece is one whole reference."""
        place = (piece.start, piece.end)
        known = self._known.get(place)
        if known is None:
            known = quality(self.squeezed(piece)) if piece.length <= _LONGEST else -8.0
            self._known[place] = known
        return known

    def strength(self, piece: Piece) -> int:
        """Tell how surely the piece begins as a reference does, from 0 to 3."""
        known = self._strengths.get(piece.start)
        if known is None:
            known = self._strengths[piece.start] = starts.strength(" ".join(self.text[piece.start : piece.start + _HEAD].split()))
        return known

    def is_closed(self, piece: Piece) -> bool:
        """Tell whether the piece ends as references end: with a stop, a number, a bracket or an address."""
        return _CLOSED.search(self.text, piece.start, piece.end) is not None

    def is_sourced(self, piece: Piece) -> bool:
        """Tell whether the piece says where a work is to be found."""
        return is_sourced(self.squeezed(piece))

    def is_prose(self, piece: Piece) -> bool:
        """Tell whether the piece is made of sentences."""
        place = (piece.start, piece.end)
        known = self._prose.get(place)
        if known is None:
            words = _WORD.findall(self.text, *place)
            of_sentences = sum(map(PROSE.__contains__, words))
            known = self._prose[place] = of_sentences >= _FEWEST_PROSE and of_sentences >= _PROSE_SHARE * len(words)
        return known

    def squeezed(self, piece: Piece) -> str:
        """Give the text of a piece on one line, words broken at a line end mended."""
        return " ".join(_BROKEN_WORD.sub("", self.text[piece.start : piece.end]).split())

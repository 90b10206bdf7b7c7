"""Take off what stands directly before the first or after the last reference of a list, without a blank line between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.pieces import Piece, Scorer

_OF_REFERENCES = re.compile(r"[.,;]|\d{4}|https?:")
_ADDRESS = re.compile(r"(?:https?:|www\.|10\.\d|doi)", re.IGNORECASE)
_CLOSED = re.compile(r"(?:[.)\]]|\d[-–]\d+|https?://\S+|10\.\d{4,9}/\S+)$")
_ADDRESS_LAST = re.compile(r"(?:https?://|10\.\d{4,9}/)\S+$")
_LINE_END = re.compile(r"[\n\r\f]+")
_NUMBERED = re.compile(r"\d|https?:|www\.")
_WIDEST = 1000
"""Signs of a line beyond which it is not measured."""
_MOST_BEFORE = 2
_GAIN_BEFORE = -0.2
_GAIN_AFTER = 1.0
_GAIN_AFTER_SHORT = -0.3
_GAIN_AFTER_DATED = 2.0


def margin_of(pieces: Sequence[Piece], text: str) -> int:
    """Give the column at which the lines of a list are wrapped; 0 when none is, so that every break in it is meant."""
    widths = [width for piece in pieces for width in _widths(piece, text)[:-1]]
    return max(widths, default=0)


def without_head(piece: Piece, score: Scorer, _: int) -> Piece:
    """Take off a line or two before the names, such as a heading that is none of the known ones."""
    if piece.label is not None:
        return piece
    for end in _line_ends(piece, score.text)[:_MOST_BEFORE]:
        start = end + len(score.text[end : piece.end]) - len(score.text[end : piece.end].lstrip())
        if _OF_REFERENCES.search(score.text, piece.start, end):
            break
        rest = Piece(start, piece.end, None, start)
        if score.strength(rest) >= starts.NAMES and score(rest) >= score(piece) + _GAIN_BEFORE:
            return rest
    return piece


def without_tail(piece: Piece, score: Scorer, margin: int) -> Piece:
    """Take off lines after the reference, such as page furniture, where it reads clearly better without them.

    Where the line before them ends short of the margin, or with an address, they need only do no good.
    """
    best, gained = piece, float("-inf")
    for end, width in zip(_line_ends(piece, score.text), _widths(piece, score.text), strict=False):
        shorter = replace(piece, end=piece.start + len(score.text[piece.start : end].rstrip()))
        tail = score.text[end : piece.end].split(maxsplit=1)[0]
        if (
            _ADDRESS.match(tail)
            or tail[0].islower()
            or _stands_in(piece, end, score.text)
            or not _CLOSED.search(score.text, piece.start, shorter.end)
        ):
            continue
        dated = _NUMBERED.search(score.text, end, piece.end) is not None
        meant = _ADDRESS_LAST.search(score.text, piece.start, shorter.end) is not None or width + 1 + len(tail) <= margin or margin == 0
        needed = _GAIN_AFTER_DATED if dated else _GAIN_AFTER_SHORT if meant else _GAIN_AFTER
        gain = score(shorter) - score(piece)
        if gain >= needed and gain > gained:
            best, gained = shorter, gain
    return best


def _stands_in(piece: Piece, end: int, text: str) -> bool:
    """Tell whether the line after a line end stands further in than the first line of its piece, and so goes on with it."""
    following = _LINE_END.sub("", text[end : piece.end], count=1)
    return len(following) - len(following.lstrip(" \t")) > piece.begins - _line_start(text, piece.begins)


def _widths(piece: Piece, text: str) -> list[int]:
    ends = [*_line_ends(piece, text), piece.end]
    return [end - _line_start(text, end) for end in ends]


def _line_start(text: str, end: int) -> int:
    """Give where the line of an offset starts, looked for no farther back than lines are long."""
    least = max(0, end - _WIDEST)
    return max(least, *(text.rfind(sign, least, end) + 1 for sign in "\n\r\f"))


def _line_ends(piece: Piece, text: str) -> list[int]:
    return [found.start() for found in _LINE_END.finditer(text, piece.start, piece.end)]

"""Take off what stands directly before the first or after the last reference of a list, without a blank line between."""

from __future__ import annotations

import re
from dataclasses import replace

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.pieces import Piece, Scorer

_DATED = re.compile(r"\d{4}|https?:|www\.|10\.\d")
_ADDRESS = re.compile(r"\s*(?:https?:|www\.|10\.\d|doi)", re.IGNORECASE)
_CLOSED = re.compile(r"(?:[.)\]]|\d[-–]\d+|https?://\S+|10\.\d{4,9}/\S+)$")
_LINE_END = re.compile(r"[\n\r\f]+")
_MOST_BEFORE = 2
_GAIN_BEFORE = 0.5
_GAIN_AFTER = 1.0
_GAIN_AFTER_DATED = 2.0


def without_head(piece: Piece, score: Scorer) -> Piece:
    """Take off a line or two before the names, such as a heading that is none of the known ones."""
    if piece.label is not None or score.strength(piece) >= starts.NAMES:
        return piece
    for end in _line_ends(piece, score.text)[:_MOST_BEFORE]:
        start = end + len(score.text[end : piece.end]) - len(score.text[end : piece.end].lstrip())
        if _DATED.search(score.text, piece.start, start):
            break
        rest = Piece(start, piece.end, None, start)
        if score.strength(rest) >= starts.NAMES and score(rest) > score(piece) + _GAIN_BEFORE:
            return rest
    return piece


def without_tail(piece: Piece, score: Scorer) -> Piece:
    """Take off lines after the reference, such as page furniture, where it reads clearly better without them."""
    best, gained = piece, 0.0
    for end in _line_ends(piece, score.text):
        shorter = replace(piece, end=piece.start + len(score.text[piece.start : end].rstrip()))
        if _ADDRESS.match(score.text, end, piece.end) or not _CLOSED.search(score.text, piece.start, shorter.end):
            continue
        needed = _GAIN_AFTER_DATED if _DATED.search(score.text, end, piece.end) else _GAIN_AFTER
        gain = score(shorter) - score(piece)
        if gain >= needed and gain > gained:
            best, gained = shorter, gain
    return best


def _line_ends(piece: Piece, text: str) -> list[int]:
    return [found.start() for found in _LINE_END.finditer(text, piece.start, piece.end)]

"""Cut paragraphs of wrapped references that nothing but their wording tells apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.layout import Line
from refcheck.readers.segmenting.pieces import Piece, Scorer, piece_of

_MOST_LINES = 14
_FEWEST = 2
"""References that a paragraph must seem to hold."""
_FEWEST_ALIKE = 3
_MOSTLY = 0.75
_UNLIKE = {0: 1.2, starts.GROUP: 0.3, starts.NAMES: 1.0}
"""Against a line that does not begin as most references of its paragraph do."""
_MOST_SIGNS = 1600
_MOST_HEADS = 1
"""Sure openings that a piece may hold after its own."""
_NEVER = -1.9
_TORN = -4.0
"""Worth of a piece that can be no beginning, such as an address alone."""
_SURE = 1.6
_PRICE = 15
"""What every cut costs, in signs."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\. ?d\.|in press|forthcoming|https?:", re.IGNORECASE)
_CHUNK = re.compile(r"\S*[/.]\S*|[^\s-]+-?")
_ENDS = re.compile(r"(?:[.)\]\d”\"’>/]|https?://\S+|10\.\d{4,9}/\S+)$")
_ADDRESS = re.compile(r"https?:|www\.|10\.\d|doi", re.IGNORECASE)
_ADDRESS_LAST = re.compile(r"(?:https?://|10\.\d{4,9}/)\S*\d\S*$")
_WIDEST = 160
"""Columns beyond which lines are taken not to be wrapped."""


def by_starts(_: str, lines: list[Line], score: Scorer) -> Iterator[list[Piece]]:
    """Cut every paragraph so that the pieces are as good as can be, as wholes."""
    found: list[Piece] = []
    first = 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or lines[place].after_blank:
            found += _paragraph(lines[first:place], score) if place - first > 1 else [piece_of(lines, first, place)]
            first = place
    yield found


def _paragraph(lines: list[Line], score: Scorer) -> list[Piece]:
    fewest = max(_FEWEST, len(lines) // _MOST_LINES)
    strengths = [starts.strength(line.text) for line in lines]
    if (
        sum(1 for strength in strengths if strength >= starts.NAMES) < fewest
        or sum(1 for line in lines if _YEAR.search(line.text)) < fewest
    ):
        return [piece_of(lines, 0, len(lines))]
    free = _free_breaks(lines)
    inner = [_against(lines, place, free) for place in range(len(lines))]
    openings = [_opening(lines, place, strengths[place], free) for place in range(len(lines))]
    pieces = _best(lines, openings, inner, score)
    alike = [strengths[first] == starts.INITIALS for first, last in pieces if score(piece_of(lines, first, last)) > 0]
    if sum(alike) >= max(_FEWEST_ALIKE, _MOSTLY * len(alike)):
        openings = [opening - _UNLIKE.get(strength, 0.0) for opening, strength in zip(openings, strengths, strict=True)]
        pieces = _best(lines, openings, inner, score)
    return [piece_of(lines, first, last) for first, last in pieces]


def _free_breaks(lines: list[Line]) -> list[bool]:
    """Tell for each line whether it ends before the margin, so that the break after it was meant."""
    widths = sorted(line.width for line in lines)
    margin = widths[int(0.9 * (len(widths) - 1))]
    if margin > _WIDEST:
        return [True] * len(lines)
    free = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        chunk = _CHUNK.match(following.text) if following else None
        free.append(chunk is None or line.width + 1 + len(chunk[0]) <= margin)
    return free


def _opening(lines: list[Line], place: int, strength: int, free: list[bool]) -> float:
    """Weigh the evidence that a reference begins with this line, beyond its wording as a whole."""
    if place == 0:
        return 0.0
    ended = _ENDS.search(lines[place - 1].text) is not None
    if strength == 0 and (lines[place].text[0].islower() or _ADDRESS.match(lines[place].text)):
        return -4.0
    return (0.8 if free[place - 1] else -0.8) + (0.4 if ended else -1.2) + (0.5 if strength == starts.INITIALS else 0.0)


def _against(lines: list[Line], place: int, free: list[bool]) -> float:
    """Weigh the evidence against a reference that goes on after this line."""
    if place + 1 == len(lines):
        return 0.0
    goes_on = lines[place + 1].text
    anew = not goes_on[0].islower() and not _ADDRESS.match(goes_on)
    if anew and _ADDRESS_LAST.search(lines[place].text):
        return 2.5
    if not free[place]:
        return 0.0
    return 2.2 if anew and _ENDS.search(lines[place].text) else 0.8


def _best(lines: list[Line], openings: list[float], inner: list[float], score: Scorer) -> list[tuple[int, int]]:
    """Find the cuts with the greatest sum of quality, each piece weighed by its length."""
    count = len(lines)
    best = [0.0] + [float("-inf")] * count
    came = [0] * (count + 1)
    for last in range(1, count + 1):
        meant, heads = 0.0, 0
        for first in range(last - 1, max(-1, last - 1 - _MOST_LINES), -1):
            meant += inner[first] if first < last - 1 else 0
            length = lines[last - 1].end - lines[first].start
            if heads > _MOST_HEADS or (length > _MOST_SIGNS and first < last - 1):
                break
            worth = -1.0
            if openings[first] > _NEVER:
                odds = score(piece_of(lines, first, last)) + openings[first] - meant
                worth = max(-1.0, min(1.0, odds / 4))
            elif first < last - 1:
                continue
            elif first:
                worth = _TORN
            if best[first] + length * worth - _PRICE > best[last]:
                best[last], came[last] = best[first] + length * worth - _PRICE, first
            heads += openings[first] >= _SURE
    pieces, last = [], count
    while last > 0:
        pieces.append((came[last], last))
        last = came[last]
    return pieces[::-1]

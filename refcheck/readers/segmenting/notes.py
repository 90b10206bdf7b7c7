"""References in footnotes and endnotes: numbered notes among which remarks and works cited again stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.cutters import numbered
from refcheck.readers.segmenting.headings import is_note_heading
from refcheck.readers.segmenting.layout import Line
from refcheck.readers.segmenting.pieces import Piece, Scorer
from refcheck.readers.segmenting.runs import Run
from refcheck.readers.segmenting.trimming import margin_of, without_tail

_AGAIN = re.compile(
    r"(?:ibid(?:em)?|ibídem|ib|ebd|ebenda|ders|dies|dass|idem|id|eadem|ead|op\. ?cit|ob\. ?cit|loc\. ?cit|a\. ?a\. ?o|supra|infra)\b\.?"
    r"|\S+(?:,? [^\W\d_]\.)*,? (?:op\. ?cit|ob\. ?cit|loc\. ?cit|a\. ?a\. ?O)\b"
    r"|[^\W\d_][^\d,;.]{1,40}(?: \([^()]{1,30}\))?,? (?:pp?|ss?|f|fol)?\.? ?\d{1,4}(?:[-–]\d{1,4})?\.?$",
    re.IGNORECASE,
)
"""A work cited again: by a word for that, or by a name and a page alone."""
_LEAD = re.compile(
    r"(?:see(?: also)?|but see|compare|vgl\.?(?: auch| dazu)?|siehe(?: auch)?|s\. auch|cf\.?|cfr\.?|voir(?: aussi)?"
    r"|véase(?: también)?|vedi(?: anche)?"
    r"|ver(?: também)?)[,:]? +(?=\S)",
    re.IGNORECASE,
)
_JOINT = re.compile(rf"\s*;\s+(?:and +)?(?:{_LEAD.pattern})?", re.IGNORECASE)
_LEAST = (0.5, 0.0, 0.0, -3.0)
"""Log-odds above which a note is a reference, by how surely it begins as one."""
_TORN = -1.5
"""Log-odds from which on what stands before a semicolon, without its stop, may be a whole reference."""
_WHOLE = 0.5
"""Log-odds from which on a part of a note is surely a whole reference."""
_FEWEST = 3
_PARTED = 0.2
"""Share of notes that prose stands between, where they stand at the foot of pages."""
_REMARKS = 0.15
"""Share of notes that remark or cite again, where notes stand together."""


def works_in(piece: Piece, score: Scorer) -> list[Piece]:
    """Give the references of a note: none where it remarks or cites again; several where each part is surely a whole one."""
    lead = _LEAD.match(score.text, piece.start, piece.end)
    if lead:
        piece = replace(piece, start=lead.end())
    parts = _parts(piece, score)
    if len(parts) > 1:
        return parts
    refers = score(piece) > _LEAST[score.strength(piece)]
    return parts if refers and not score.is_prose(piece) and not cites_again(piece, score) else []


def cites_again(piece: Piece, score: Scorer) -> bool:
    """Tell whether a note only cites a work again."""
    return _AGAIN.match(score.squeezed(piece)) is not None


def _parts(piece: Piece, score: Scorer) -> list[Piece]:
    """Cut a note at semicolons where what follows begins with names and both sides are surely whole."""
    parts: list[Piece] = []
    rest = piece
    for joint in _JOINT.finditer(score.text, piece.start, piece.end):
        one, two = replace(rest, end=joint.start()), Piece(joint.end(), piece.end, None, joint.end(), piece.block)
        if one.length > 0 and score.strength(two) >= starts.NAMES and score(one) >= _TORN and score(two) >= _WHOLE:
            parts.append(one)
            rest = two
    return [*parts, rest]


def notes_of(text: str, lines: list[Line], score: Scorer) -> list[list[Piece]]:
    """Find the series of notes of a text: numbers that rise over its pages with prose between, or remarks among references."""
    found = []
    headed = {after.start for before, after in pairwise(lines) if is_note_heading(before.text)}
    listed = starts_of_lists(lines)
    for pieces in numbered(text, lines, score):
        for part in _rising(pieces):
            series = [piece for piece in part if piece.label]
            under = not headed.isdisjoint(piece.begins for piece in series)
            if len(series) >= _FEWEST and (under or _at_feet(part, series, score) or is_noted(series, score, listed)):
                margin = margin_of(series, text)
                found.append([without_tail(piece, score, margin) for piece in series])
    return found


def _rising(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Part pieces where their numbers begin anew."""
    first, last = 0, 0
    for at, piece in enumerate(pieces):
        number = piece.label.number or 0 if piece.label else None
        if number is not None:
            if number <= last:
                yield pieces[first:at]
                first = at
            last = number
    yield pieces[first:]


def starts_of_lists(lines: Sequence[Line]) -> frozenset[int]:
    """Give the places directly under a heading of a reference list."""
    return frozenset(after.start for before, after in pairwise(lines) if before.heading)


def is_noted(pieces: Sequence[Piece], score: Scorer, listed: Collection[int] = ()) -> bool:
    """Tell whether numbered pieces are notes: some of them remark or cite again; directly under a heading of references only the latter."""
    again = sum(1 for piece in pieces if cites_again(piece, score))
    if pieces[0].begins in listed:
        return again > 1
    remarks = sum(1 for piece in pieces if score.is_prose(piece))
    return again > 1 or again + remarks >= max(2, _REMARKS * len(pieces))


def _at_feet(pieces: Sequence[Piece], series: Sequence[Piece], score: Scorer) -> bool:
    places = [at for at, piece in enumerate(pieces) if piece.label]
    parted = sum(1 for one, two in pairwise(places) if any(score.is_prose(piece) for piece in pieces[one + 1 : two]))
    return parted >= max(1, _PARTED * (len(series) - 1))


def referring(notes: Sequence[Piece], score: Scorer, fits: Callable[[Run], bool]) -> Iterator[Run]:
    """Take the references among notes, where there are enough to be sure that notes hold them."""
    works = [work for note in notes for work in works_in(note, score)]
    run = Run("note", tuple(works), tuple(score(work) for work in works))
    if works and fits(run):
        yield run

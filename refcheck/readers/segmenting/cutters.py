"""The ways to cut a text into pieces; each tries the whole text by one sign alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from refcheck.readers.segmenting.layout import Label, LabelKind, Line, label_of
from refcheck.readers.segmenting.pieces import Piece, Scorer, piece_of
from refcheck.readers.segmenting.wrapped import by_model

Cutter = Callable[[str, list[Line], Scorer], Iterator[list[Piece]]]

_ONLY_ADDRESS = re.compile(r"(?:(?:doi|url|available (?:from|at)):?\s*)?(?:https?://\S+|10\.\d{4,9}/\S+|www\.\S+)\.?", re.IGNORECASE)
_INLINE = {
    "square": re.compile(r"(?<!\S)\[(\d{1,3})\]\s+(?=\S)"),
    "round": re.compile(r"(?<!\S)\((\d{1,3})\)\s+(?=\S)"),
    "stop": re.compile(r"(?<!\S)(\d{1,3})\.\s+(?=\S)"),
}
_LOOK_BACK = 12
_GAP = 5
_FEWEST_INLINE = 3
_SHORTEST_INLINE = 20


def _cut(lines: list[Line], starts: Mapping[int, Label | None]) -> list[Piece]:
    """Cut at every given line and at every blank line; a page may end anywhere."""
    places = sorted({*starts, *(place for place, line in enumerate(lines) if line.after_blank)})
    return [piece_of(lines, first, last, starts.get(first)) for first, last in zip(places, [*places[1:], len(lines)], strict=True)]


def by_blank(text: str, lines: list[Line], score: Scorer) -> Iterator[list[Piece]]:
    """Cut at blank lines, and at the end of a page where that is better; a paragraph that is only an address belongs to the one before."""
    found: list[Piece] = []
    for piece in _cut(lines, _ended_pages(lines, {}, score)):
        alone = _ONLY_ADDRESS.fullmatch(text, piece.start, piece.end)
        if alone and found and not _ONLY_ADDRESS.search(text, found[-1].start, found[-1].end):
            found[-1] = Piece(found[-1].start, piece.end, None, found[-1].begins)
        else:
            found.append(piece)
    yield found


def _ended_pages(lines: list[Line], starts: Mapping[int, Label | None], score: Scorer) -> dict[int, Label | None]:
    """Find the pages that begin with a new piece: those whose first lines are not better read on from the page before."""
    bounds = [*(place for place, line in enumerate(lines) if line.after_blank or line.after_page or place in starts), len(lines)]
    begun: dict[int, Label | None] = {}
    first = 0
    for place, end in pairwise(bounds):
        if not lines[place].after_page or lines[place].after_blank or place in starts:
            first = place
            continue
        whole, one = piece_of(lines, first, end, starts.get(first)), piece_of(lines, first, place, starts.get(first))
        two = piece_of(lines, place, end)
        if _begins_anew(two, score) and score(whole) * whole.length < score(one) * one.length + score(two) * two.length:
            begun[place] = None
            first = place
    return begun


def _begins_anew(piece: Piece, score: Scorer) -> bool:
    """Tell whether the first lines of a page may be a new paragraph, and not the end of a reference."""
    if score.is_prose(piece):
        return True
    return score(piece) > 0 and not score.text[piece.start].islower() and not _ONLY_ADDRESS.match(score.text, piece.start, piece.end)


def by_line(_: str, lines: list[Line], __: Scorer) -> Iterator[list[Piece]]:
    """Take every line as a piece."""
    yield _cut(lines, dict.fromkeys(range(len(lines))))


def chain(numbers: list[int]) -> set[int]:
    """Choose the places whose numbers rise by one, or by few where entries were taken out.

    A number that neither follows nor is followed by its neighbour is left out, except where there is nothing but a 1.
    """
    best = [0.0] * len(numbers)
    before = [-1] * len(numbers)
    for place, number in enumerate(numbers):
        for earlier in range(max(0, place - _LOOK_BACK), place):
            step = number - numbers[earlier]
            gain = best[earlier] + (1.0 if step == 1 else 0.4 / step if 1 < step <= _GAP else -1.0)
            if 1 <= step <= _GAP and gain >= best[place]:
                best[place], before[place] = gain, earlier
    kept: set[int] = set()
    for end in sorted(range(len(numbers)), key=lambda place: -best[place]):
        path, here = [], end
        while here >= 0 and here not in kept:
            path.append(here)
            here = before[here]
        # A branch off a chain is a number in running text that happens to fit.
        if best[end] > 0 and here < 0:
            kept.update(path)
    return kept or {place for place, number in enumerate(numbers) if number == 1}


def _labelled(kind: LabelKind) -> Cutter:
    def cutter(_: str, lines: list[Line], score: Scorer) -> Iterator[list[Piece]]:
        styles: dict[str, list[tuple[int, Label]]] = {}
        for place, line in enumerate(lines):
            label = label_of(line.text)
            if label is not None and label.kind == kind:
                # A bullet is told from a dash that a wrapped line happens to begin with by how far it stands in.
                style = f"{label.style} {line.indent}" if kind == "bullet" else label.style
                styles.setdefault(style, []).append((place, label))
        for found in styles.values():
            kept = chain([label.number or 0 for _, label in found]) if kind == "number" else set(range(len(found)))
            starts = {place: label for at, (place, label) in enumerate(found) if at in kept}
            yield _cut(lines, {**starts, **_ended_pages(lines, starts, score)})

    return cutter


numbered = _labelled("number")
"""Cut at the numbers of one style that rise."""


def by_indent(_: str, lines: list[Line], __: Scorer) -> Iterator[list[Piece]]:
    """Cut where a line stands further left than the others of its paragraph, then where one stands further right."""
    for edge in (min, max):
        starts: dict[int, Label | None] = {}
        for first, last in paragraphs(lines):
            indents = [line.indent for line in lines[first:last]]
            outer = edge(indents)
            if min(indents) < max(indents):
                starts.update({first + place: None for place, indent in enumerate(indents) if indent == outer})
        if starts:
            yield _cut(lines, starts)


def paragraphs(lines: list[Line]) -> list[tuple[int, int]]:
    """Give first line and the line after the last of every stretch without a blank line."""
    firsts = [place for place, line in enumerate(lines) if line.after_blank]
    return list(zip(firsts, [*firsts[1:], len(lines)], strict=True)) if firsts else []


def by_inline_numbers(text: str, lines: list[Line], _: Scorer) -> Iterator[list[Piece]]:
    """Cut a running paragraph before numbers that rise by one."""
    found: list[Piece] = []
    for first, last in paragraphs(lines):
        kept, style = _inline(text, lines[first].start, lines[last - 1].end)
        ends = [*(mark.start() for mark in kept), lines[last - 1].end]
        if not kept or kept[0].start() > lines[first].start:
            found.append(Piece(lines[first].start, _trimmed(text, lines[first].start, ends[0]), None, lines[first].start))
        for mark, stop in zip(kept, ends[1:], strict=True):
            end = _trimmed(text, mark.end(), stop)
            found.append(Piece(mark.end(), end, Label("number", style, mark[1], mark.end() - mark.start(), int(mark[1])), mark.start()))
    yield found


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _inline(text: str, start: int, end: int) -> tuple[list[re.Match[str]], str]:
    """Find the numbers within a paragraph that may label its references, and their style."""
    for style, pattern in _INLINE.items():
        marks = list(pattern.finditer(text, start, end))
        kept = _rising(marks) if len(marks) >= _FEWEST_INLINE else []
        if kept:
            return kept, style
    return [], ""


def _rising(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    kept: list[re.Match[str]] = []
    for mark in marks:
        if not kept or (int(mark[1]) == int(kept[-1][1]) + 1 and mark.start() - kept[-1].end() >= _SHORTEST_INLINE):
            kept.append(mark)
    return kept if len(kept) >= _FEWEST_INLINE else []


CUTTERS: Mapping[str, Cutter] = {
    "number": numbered,
    "key": _labelled("key"),
    "bullet": _labelled("bullet"),
    "blank": by_blank,
    "line": by_line,
    "indent": by_indent,
    "model": by_model,
    "inline": by_inline_numbers,
}
"""In the order in which they win when their lists are equally good."""

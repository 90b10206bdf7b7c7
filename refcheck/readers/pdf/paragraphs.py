"""Lines to the text of a document: indents, paragraphs, notes, and what goes on in the next column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from refcheck.model.flows import Block, BlockKind
from refcheck.model.references import Span
from refcheck.readers.pdf.hyphens import Hyphenation
from refcheck.readers.pdf.lines import Line, size_of, width_of_letters
from refcheck.readers.segmenting import starts
from refcheck.readers.segmenting.headings import is_heading
from refcheck.readers.segmenting.layout import label_of

_NEXT = 6
"""Lines before and after whose distances tell how far apart lines stand."""
_APART = 1.2
"""Distance, in those of the lines around, from which on a paragraph ends."""
_OTHER_SIZE = 0.1
_LEAST_PITCH = 0.7
"""Of the size of the font: less than that no two lines are apart."""
_REACH = 4.0
"""Sizes of the font by which the lines of a region may be indented as a whole."""
_SMALLER = 0.93
"""Of the size of the font: what notes are set smaller than."""
_INDENTED = 0.5
_MOST_BLANKS = 60
_LABEL = re.compile(r"(\d{1,3}|[*†‡§¶‖]{1,3})[.)]? ?(?=\S)")
_CLOSED = re.compile(r"[.)\]\d]$|https?://\S+$")
_BROKEN = ("-", "\u2010", "/", "_")
"""Signs after which a word or an address is broken."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of one column of a page, from top to bottom; there is at least one."""

    page: int
    """From 0."""
    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        """Where its outermost line begins."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """Where its lines end, but for what sticks out of the column."""
        return sorted(line.right for line in self.lines)[(len(self.lines) - 1) * 3 // 4]


@dataclass(frozen=True, slots=True)
class Written:
    """A document as text."""

    text: str
    blocks: tuple[Block, ...]
    breaks: tuple[int, ...]
    """Where each page begins."""
    lines: tuple[Span, ...]
    """Where each line stands, in the order of the regions."""


def written(regions: Sequence[Region], pages: int) -> Written:
    """Write the regions of a document one after another.

    Lines keep their indent; a blank line stands where a paragraph ends. Where the text goes on in the next column, nothing
    stands between. A word that is only divided stands whole on the first of its lines. Notes are blocks of their own.

    Args:
        regions: in the order in which they are read.
        pages: how many there are, with or without text.
    """
    lefts = _lefts(regions)
    lines = [line for region in regions for line in region.lines]
    letter, size = width_of_letters(lines), size_of(lines)
    marks: dict[int, set[str]] = defaultdict(set)
    for region in regions:
        marks[region.page].update(*(line.marks for line in region.lines))
    writer = _Writer(Hyphenation(line.text for line in lines))
    before: tuple[Region, float] | None = None
    for region, left in zip(regions, lefts, strict=True):
        writer.turn_to(region.page)
        foot = _foot(region.lines, size)
        notes = {foot + at: note for at, note in _notes(region.lines[foot:], marks[region.page], goes_on=writer.in_note)}
        goes_on = range(foot, min(notes, default=len(region.lines))) if writer.in_note else range(0)
        for place in goes_on:
            writer.write(0, region.lines[place].printed)
        ends = _ends(region.lines)
        for place, line in enumerate(region.lines):
            if place in goes_on:
                continue
            if place in notes:
                label, text = notes[place]
                writer.open("note", label)
                writer.write(0, text)
                continue
            if place == 0:
                writer.open("prose", apart=before is not None and _anew(*before, region, left))
            elif ends[place - 1]:
                writer.end_paragraph()
            writer.write(round((line.left - left) / letter), line.printed)
        before = region, left
    writer.turn_to(pages - 1)
    return writer.written()


class _Writer:
    """Puts the text together."""

    def __init__(self, hyphenation: Hyphenation) -> None:
        self._hyphenation = hyphenation
        self._length = 0
        self._parts: list[str] = []
        self._lines: list[Span] = []
        self._pages: list[int] = []
        """The first line of each page, by its place among all."""
        self._blocks: list[tuple[BlockKind, str | None, int]] = []

    @property
    def in_note(self) -> bool:
        """Tell whether a note is being written."""
        return bool(self._blocks) and self._blocks[-1][0] == "note"

    def turn_to(self, page: int) -> None:
        """Begin a page, and those before it that were not begun."""
        self._pages += [len(self._lines)] * (page + 1 - len(self._pages))

    def open(self, kind: BlockKind, label: str | None = None, *, apart: bool = False) -> None:
        """Begin a block; running text goes on where it is not apart."""
        if kind == "prose" and self._blocks and not self.in_note:
            if apart:
                self.end_paragraph()
            return
        self.end_paragraph()
        self._blocks.append((kind, label, self._length))

    def end_paragraph(self) -> None:
        """Write a blank line."""
        if self._parts:
            self._add("\n")

    def write(self, indent: int, text: str) -> None:
        """Write a line; the rest of a word that the line before divides is written there."""
        before = self._parts[-1][:-1] if self._parts else ""
        if before and self._hyphenation.divides(before, text):
            rest, _, text = text.partition(" ")
            self._length -= len(self._parts.pop())
            self._add(f"{before[:-1]}{rest}\n")
        self._lines.append(Span(self._length, self._length))
        if text:
            blanks = " " * max(0, min(_MOST_BLANKS, indent))
            self._add(f"{blanks}{text}\n")
            self._lines[-1] = Span(self._length - len(text) - 1, self._length - 1)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def written(self) -> Written:
        """Give the whole."""
        text = "".join(self._parts)
        places = pairwise((*(start for _, _, start in self._blocks), self._length))
        blocks = tuple(
            Block(kind=kind, span=Span(start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())), label=label)
            for (kind, label, _), (start, end) in zip(self._blocks, places, strict=True)
            if (inner := text[start:end]).strip()
        )
        begins = [text.rfind("\n", 0, line.start) + 1 for line in self._lines]
        breaks = (begins[first] if first < len(begins) else self._length for first in self._pages)
        return Written(text, blocks, tuple(breaks), tuple(self._lines))


def _lefts(regions: Sequence[Region]) -> list[float]:
    """Give for each region where its column begins: as most columns at that side do, even where all its lines are indented.

    Pages that face each other may have different margins.
    """
    usual: tuple[Counter[float], Counter[float]] = (Counter(), Counter())
    for region in regions:
        usual[region.page % 2][round(region.left, 1)] += len(region.lines)
    lefts = []
    for region in regions:
        reach = _REACH * max(line.size for line in region.lines)
        near = {left: count for left, count in usual[region.page % 2].items() if region.left - reach <= left <= region.left + 1}
        lefts.append(max(near, key=lambda left: (near[left], -left)))
    return lefts


def _ends(lines: Sequence[Line]) -> list[bool]:
    """Tell for each line but the last whether a paragraph ends with it: the next is set off, or in another size."""
    pairs = list(pairwise(lines))
    ends = []
    for place, (above, below) in enumerate(pairs):
        near = [one for one in pairs[max(0, place - _NEXT) : place + _NEXT + 1] if _same_size(one[0], below) and _same_size(*one)]
        pitches = sorted(pitch for one in near if (pitch := one[1].base - one[0].base) >= _LEAST_PITCH * below.size)
        # The least distance of several may be a chance: a heading that is set close, an exponent taken for a line.
        usual = pitches[len(pitches) // _NEXT] if pitches else 0.0
        ends.append(below.base - above.base > _APART * usual or not _same_size(above, below))
    return ends


def _same_size(one: Line, two: Line) -> bool:
    return abs(one.size - two.size) <= _OTHER_SIZE * max(one.size, two.size)


def _anew(before: Region, before_left: float, region: Region, left: float) -> bool:
    """Tell whether a paragraph ended with a region, rather than going on in the next."""
    last, first = before.lines[-1], region.lines[0]
    if not _same_size(last, first):
        return True
    if last.text.endswith(_BROKEN):
        return False
    if _counts_on(before.lines, first):
        return True
    if _hangs(before, before_left) or _hangs(region, left):
        return first.left - left < _INDENTED * first.size
    room = before.right - last.right
    if room > first.head + _INDENTED * first.size:
        return True
    return _CLOSED.search(last.text) is not None and starts.strength(first.text) == starts.INITIALS


def _counts_on(lines: Sequence[Line], first: Line) -> bool:
    """Tell whether a line begins with the number after that of an entry before it."""
    label = label_of(first.text)
    if label is None or label.number is None:
        return False
    before = (other for line in lines if (other := label_of(line.text)))
    return any(other.style == label.style and other.number == label.number - 1 for other in before)


def _hangs(region: Region, left: float) -> bool:
    """Tell whether the lines of a column hang from their first: most of them are indented."""
    indented = sum(1 for line in region.lines if line.left - left > _INDENTED * line.size)
    return len(region.lines) / 2 < indented < len(region.lines)


def _foot(lines: Sequence[Line], size: float) -> int:
    """Find the first of the lines at the foot of a column that are set smaller than the text, and are no list under its heading.

    It is the line after the last where there are none, or no others.
    """
    foot = next((at for at in range(len(lines), 0, -1) if lines[at - 1].size >= _SMALLER * size), 0)
    heads = lines[max(0, foot - 1) : foot + 1]
    return len(lines) if foot == 0 or any(is_heading(line.text) for line in heads) else foot


def _notes(lines: Sequence[Line], marks: Container[str], *, goes_on: bool) -> Iterator[tuple[int, tuple[str, str]]]:
    """Find the notes at the foot of a column: they begin with a sign that stands raised in the text of the page, or count on.

    Args:
        lines: those at the foot.
        marks: what stands raised on the page.
        goes_on: the lines before were a note, which may go on.

    Yields:
        The place of the first line of each, its label, and the text of that line without it.
    """
    following = ""
    for at, line in enumerate(lines):
        found = _LABEL.match(line.printed)
        if found and (found[1] in marks or found[1] == following):
            following = str(int(found[1]) + 1) if found[1].isdecimal() else ""
            yield at, (found[1], line.printed[found.end() :])
        elif at == 0 and not goes_on:
            return

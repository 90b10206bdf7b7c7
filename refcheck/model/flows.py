"""The readable text of a document, its blocks, and the way from each sign back to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from refcheck.model.references import Reference, Span

BlockKind = Literal["heading", "prose", "item", "entry", "note"]
"""What an author set as one unit.

A heading; a paragraph; an element of a list; an element that the document itself declares to be a reference (`\\bibitem`,
`<ref>`, the paragraph style "Bibliography"); a footnote or endnote.
"""

WHOLE: frozenset[BlockKind] = frozenset({"item", "entry", "note"})
"""Blocks that their document has cut already: they are taken whole or left whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A unit of a document's structure."""

    kind: BlockKind
    span: Span
    """Place in the text of the flow, without blanks around it."""
    group: int = 0
    """Which list the block belongs to; of prose, which column or region."""
    label: str | None = None
    """Number or key that the document prints before the block without having it in its text: "12", "Mül98"."""
    key: str | None = None
    """Citation key or other identifier that citations in the document use."""
    known: tuple[Reference, ...] = ()
    """What the document itself knows about the works of the block beside what it prints (fields of reference managers)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a flow and what it stands for in the source."""

    start: int
    """Offset in the text of the flow; it ends where the next begins."""
    source: int
    """Offset in the source."""
    length: int
    """Code points in the source: as many as in the flow where the text was taken letter for letter, 0 for what was put in."""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """A document as it reads, and its structure.

    Blocks are parted by blank lines and stand in the order of the text; what stands in no block is no text of the
    document (menus, running heads). Without blocks nothing but the lines of the text tells its structure.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    """In order, from 0 on; none where the text is the source itself."""
    known: tuple[Reference, ...] = ()
    """Works that the document knows beside what it prints, wherever they are cited."""

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    def source(self, span: Span) -> Span:
        """Give the place in the source that a place in the text was taken from."""
        if not self.stretches:
            return span
        first, last = self._at(span.start), self._at(max(span.start, span.end - 1))
        start = self._offset(first, span.start)
        if span.end <= span.start:
            return Span(start, start)
        return Span(start, max(start, self._offset(last, span.end, ends=True)))

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _offset(self, place: int, offset: int, *, ends: bool = False) -> int:
        stretch = self.stretches[place]
        following = self._starts[place + 1] if place + 1 < len(self._starts) else len(self.text)
        if following - stretch.start == stretch.length:
            return stretch.source + offset - stretch.start
        return stretch.source + (stretch.length if ends else 0)

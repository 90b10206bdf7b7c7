"""A source as it was decoded, and what a reader found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from refcheck.model.references import CitedReference, Span

_LINE_END = re.compile(r"\r\n|\n|\r")


Unit = Literal["line", "page", "paragraph"]
"""What a place in a document is told by: lines of a text, lines of a page, paragraphs."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A decoded source. Offsets are code points of `text`; line ends are kept as they are."""

    name: str
    """The source as the user named it; "-" for standard input."""
    text: str
    encoding: str = "utf-8"
    """Codec that decoded the bytes."""
    bom: bool = False
    """A byte order mark stood before the text; it is no part of `text`."""
    content: bytes = field(default=b"", repr=False)
    """The bytes of a container (DOCX, PDF), of which its reader makes the text; empty where the source is text."""
    unit: Unit = "line"
    breaks: tuple[int, ...] = ()
    """Where each page or paragraph begins, in order, where the unit is one of these."""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1; in a document of pages, the line on its page."""
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        if self.unit == "page" and self.breaks:
            page = bisect_right(self.breaks, offset) - 1
            line -= bisect_right(self._starts, self.breaks[max(0, page)]) - 1
        return line, column

    def number(self, offset: int) -> int | None:
        """Give the number of the page or paragraph that an offset stands in, from 1; None in a document of lines."""
        return None if self.unit == "line" else max(1, bisect_right(self.breaks, offset))

    def place(self, offset: int) -> str:
        """Say where an offset stands: "12:5", "page 3, line 14", "paragraph 27"."""
        line, column = self.position(offset)
        number = self.number(offset)
        if number is None:
            return f"{line}:{column}"
        return f"page {number}, line {line}" if self.unit == "page" else f"paragraph {number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A stretch of a source that should be references but could not be read."""

    reason: str
    """What is wrong, as one line without a place."""
    span: Span
    raw: str
    key: str | None = None
    """Citation key, where it could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something about a whole source or run that the user should know and that is no finding."""

    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a reader took a stretch of a document for references, or left it."""

    span: Span
    taken: bool
    reason: str
    """One line, without a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader found in one document, in the order of the text."""

    references: tuple[CitedReference, ...]
    unreadable: tuple[Unreadable, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    explanations: tuple[Explanation, ...] = ()
    document: Document | None = None
    """The document with its text, where reading made the text of a container."""
    bibliographies: tuple[str, ...] = ()
    """Files that the document takes its references from, as it names them: relative to its own folder."""
    parts: tuple[str, ...] = ()
    """Files of text that the document takes in (`\\input`), as it names them."""
    cited: frozenset[str] | None = None
    """Keys that the text cites; "*" stands for all. None where the document cites by no keys."""

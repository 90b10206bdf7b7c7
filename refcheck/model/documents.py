"""A source as it was decoded, and what a reader found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from refcheck.model.references import CitedReference, Span

_LINE_END = re.compile(r"\r\n|\n|\r")


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

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


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
class Reading:
    """What a reader found in one document, in the order of the text."""

    references: tuple[CitedReference, ...]
    unreadable: tuple[Unreadable, ...] = ()
    notices: tuple[Notice, ...] = field(default=())

"""Records whose lines begin with a tag, and whose values may go on over several lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from refcheck.model.references import Span


class Field(NamedTuple):
    """A tag and its value, lines that go on joined by blanks."""

    tag: str
    """In capitals."""
    text: str
    span: Span
    """From the first sign of the value to the last, line ends within it included."""
    own: str | None = None
    """What the field is called where the format has another name for the tag."""

    @property
    def name(self) -> str:
        """Give what the field is called in its format."""
        return self.own or self.tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The fields of one work."""

    fields: tuple[Field, ...]
    """In their order; those that begin or end a record, and those without a value, left out."""
    type: str = ""
    """Type of reference in capitals, known or not, where a field of its own tells it."""
    span: Span


class Value:
    """A value that may go on.

    Args:
        tag: its tag, in capitals.
        at: where the tag stands.
    """

    def __init__(self, tag: str, at: int) -> None:
        self.tag, self.at, self.pieces = tag, at, list[str]()
        self.start = self.end = at + len(tag)

    def add(self, piece: str, start: int) -> None:
        """Take what stands on one line."""
        self.start = self.start if self.pieces else start
        self.end = start + len(piece)
        self.pieces.append(piece)

    def field(self) -> Field:
        """Give the value as a field."""
        return Field(self.tag, " ".join(self.pieces), Span(self.start, self.end))

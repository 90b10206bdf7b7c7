"""What every citation style does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from refcheck.model.references import Reference


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a formatted entry."""

    text: str
    italic: bool = False


Entry = tuple[Run, ...]
"""One formatted reference."""


class Style(Protocol):
    """Take references to formatted entries."""

    def bibliography(self, references: Sequence[Reference]) -> Sequence[tuple[int, Entry]]:
        """Format one list: sorted, lettered; each entry with the place of its reference in the input."""
        ...

    def entry(self, reference: Reference) -> Entry:
        """Format one reference alone."""
        ...

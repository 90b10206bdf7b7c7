"""What every reporter does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from refcheck.model.reports import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What the place that the report is written to can show."""

    width: int = 100
    """Columns."""
    colour: bool = False


class Reporter(Protocol):
    """Take a report to text."""

    def __call__(self, report: Report, terminal: Terminal) -> str:
        """Write the whole report, ending with a line end. Machine formats ignore the terminal."""
        ...

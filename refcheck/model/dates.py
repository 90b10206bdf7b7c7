"""Dates as precise as their source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date or range in the precision its source gives.

    A date of a year has no month. What could not be understood ("in press") stands in `literal` and has no year.

    Source: CSL 1.0.2, date variables; EDTF level 1 for seasons.
    """

    year: int | None = None
    """Year of the common era; negative before it."""
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """1 to 31."""
    season: int | None = None
    """1 spring, 2 summer, 3 autumn, 4 winter."""
    end: Date | None = None
    """Last day of a range."""
    circa: bool = False
    """The source itself says that the date is approximate."""
    literal: str | None = None
    """The text of a date that is not a calendar date."""

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day as far as they are known, in this order."""
        known: list[int] = []
        for part in (self.year, self.month, self.day):
            if part is None:
                break
            known.append(part)
        return tuple(known)

    def __str__(self) -> str:
        """Give the date in ISO 8601 form in its own precision, or its literal text."""
        if self.year is None:
            return self.literal or ""
        return "-".join(f"{part:04d}" if place == 0 else f"{part:02d}" for place, part in enumerate(self.parts))

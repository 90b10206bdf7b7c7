"""Dates in APA form.

Source: APA 7, 9.13 to 9.17 (dates), 9.16 (retrieval dates), 8.19 (letters after the year), 9.41 (republished works).
"""

from __future__ import annotations

from refcheck.model.dates import Date
from refcheck.model.references import Reference
from refcheck.styles.apa.pieces import clean

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
SEASONS = ("Spring", "Summer", "Fall", "Winter")
UNDATED, IN_PRESS = "n.d.", "in press"
_IN_PRESS = frozenset({"in press", "inpress", "in-press", "forthcoming", "accepted", "to appear", "accepted for publication"})
_UNDATED = frozenset({"", "n.d.", "n.d", "nd", "no date", "undated", "s.d.", "o.j."})


def is_in_press(reference: Reference) -> bool:
    """Whether the work is accepted and has no year yet."""
    status = clean(reference.status).lower().rstrip(".")
    literal = clean(reference.issued.literal).lower() if reference.issued else ""
    return literal in _IN_PRESS or (status in _IN_PRESS and (reference.issued is None or reference.issued.year is None))


def year_of(reference: Reference, date: Date | None) -> str:
    """Give the first part of the date as it is printed: a year, a span of years, "n.d.", "in press", or the source's words."""
    if date is not None and date.year is not None:
        return years(date)
    if is_in_press(reference):
        return IN_PRESS
    literal = clean(date.literal).strip("()") if date is not None else ""
    return UNDATED if literal.lower() in _UNDATED else literal


def years(date: Date) -> str:
    """Give the year or years of a date, marked where they are approximate or before the common era."""
    first = _year(date.year)
    last = _year(date.end.year) if date.end is not None else first
    text = first if not last or last == first else f"{first}–{last}"
    return f"ca. {text}" if date.circa else text


def _year(year: int | None) -> str:
    if year is None:
        return ""
    return str(year) if year >= 0 else f"{-year} B.C.E."


def lettered(year: str, letter: str) -> str:
    """Put the letter after the year that tells works of one year apart."""
    if not letter:
        return year
    return f"{year}{letter}" if year[-1:].isdigit() else f"{year}-{letter}"


def day_of(date: Date | None) -> str:
    """Give month and day of a date, or its season, as far as they are known: "March 30–April 2"."""
    if date is None or date.year is None:
        return ""
    first, end = _day(date), date.end
    if end is None or not first:
        return first
    if end.year is not None and end.year != date.year:
        return f"{first}–{', '.join(part for part in (_year(end.year), _day(end)) if part)}"
    if end.month == date.month and end.day and date.day:
        return first if end.day == date.day else f"{first}–{end.day}"
    last = _day(end)
    return first if last in ("", first) else f"{first}–{last}"


def _day(date: Date) -> str:
    if date.month is not None and 1 <= date.month <= len(MONTHS):
        month = MONTHS[date.month - 1]
        return f"{month} {date.day}" if date.day else month
    if date.season is not None and 1 <= date.season <= len(SEASONS):
        return SEASONS[date.season - 1]
    return ""


def place_in_year(date: Date | None) -> tuple[int, ...]:
    """Give month and day for sorting; empty where the year alone is known, which comes first."""
    if date is None:
        return ()
    if date.month is not None:
        return (date.month, date.day or 0)
    return (date.season * 3,) if date.season else ()


def retrieval(date: Date) -> str:
    """Give the day a page was read: "July 22, 2019"."""
    day, year = day_of(date), years(date) if date.year is not None else clean(date.literal)
    return f"{day}, {year}" if day and " " in day else f"{day} {year}".strip()

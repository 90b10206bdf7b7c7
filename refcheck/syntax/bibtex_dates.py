"""Dates in BibTeX (`year`, `month`, `day`) and biblatex (`date`), both ways.

Source: BibTeX, "BibTeXing" 3.2; biblatex manual 2.3.8; EDTF (ISO 8601-2), levels 0 and 1.
"""

from __future__ import annotations

import re
from functools import lru_cache

from refcheck.model.dates import Date
from refcheck.syntax.bibtex import MONTHS
from refcheck.text.dates import month_number, parse_date

MACROS = {number: name for name, number in MONTHS.items()}
"""Number of a month -> name of its string."""
_PART = re.compile(r"(y?-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T[\d:Z+.-]*)?)?)?([~?%]?)")
_OPEN = frozenset({"", ".."})
_SEASONS = range(21, 25)
_YEAR = re.compile(r"(\d{4})([a-z])?")
_YEARS = re.compile(r"(\d{4})\s*(?:--?|[–/])\s*(\d{4}|\d\d)")
_DAY = re.compile(r"\d{1,2}")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)|(\d{1,2})\.?\s+([^\W\d_]+)\.?")
_MONTHS = re.compile(r"([^\W\d_]+|\d{1,2})\.?\s*(?:--?|[–/])\s*([^\W\d_]+|\d{1,2})\.?")
_LAST_MONTH, _LAST_DAY, _FIRST_FOUR_FIGURES, _FIGURES = 12, 31, 1000, 4


def parse_edtf(text: str) -> Date:
    """Read the value of a `date` field; what is no date of EDTF level 1 stays as its text."""
    first, slash, last = text.strip().partition("/")
    start, end = _part(first), _part(last) if slash else None
    if start is None or (slash and end is None and last.strip() not in _OPEN):
        return parse_date(text) or Date(literal=text.strip())
    if not slash:
        return start
    if end is None:
        return Date(literal=text.strip())
    return Date(year=start.year, month=start.month, day=start.day, season=start.season, circa=start.circa, end=end)


def _part(text: str) -> Date | None:
    found = _PART.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = int(found[1].lstrip("y")), int(found[2] or 0), int(found[3] or 0)
    season = month - _SEASONS.start + 1 if month in _SEASONS and not day else None
    if (month > _LAST_MONTH and season is None) or day > _LAST_DAY:
        return None
    return Date(year=year, month=month if month and season is None else None, day=day or None, season=season, circa=bool(found[4]))


def to_edtf(date: Date) -> str:
    """Write a date for a `date` field; a date that is only a text gives that text."""
    if date.year is None:
        return date.literal or ""
    year = f"{date.year:04d}" if date.year >= 0 else f"-{-date.year:04d}"
    parts = [year, *(f"{part:02d}" for part in date.parts[1:])]
    if date.season and not date.month:
        parts.append(str(date.season + _SEASONS.start - 1))
    written = "-".join(parts) + ("~" if date.circa else "")
    return f"{written}/{to_edtf(date.end)}" if date.end else written


def is_plain(date: Date) -> bool:
    """Tell whether `year`, `month` and `day` can hold a date."""
    return date.year is not None and date.year >= _FIRST_FOUR_FIGURES and not (date.end or date.season or date.circa)


@lru_cache(maxsize=4096)
def parse_fields(year: str | None, month: str | None, day: str | None) -> tuple[Date | None, str | None]:
    """Read `year`, `month` and `day`, LaTeX undone, with the letter after the year; None where there is no year."""
    if year is None or not year.strip():
        return (Date(literal=month.strip()), None) if month and month.strip() else (None, None)
    bare = " ".join(year.split())
    found = _YEAR.fullmatch(bare)
    if found is None:
        return _odd_year(bare, month), None
    number, suffix = int(found[1]), found[2]
    if not month or not month.strip():
        return Date(year=number), suffix
    first = _month(month)
    if first is not None:
        return Date(year=number, month=first, day=_day(day)), suffix
    return _odd_month(number, " ".join(month.split())), suffix


def _odd_year(text: str, month: str | None) -> Date:
    """Read a year that is more or less than four figures."""
    if years := _YEARS.fullmatch(text):
        return Date(year=int(years[1]), end=Date(year=int(years[1][: 4 - len(years[2])] + years[2])))
    whole = parse_date(f"{month} {text}") if month else None
    dated = whole or parse_date(text) or parse_edtf(text)
    return dated if dated.year is not None else Date(literal=text)


def _odd_month(year: int, text: str) -> Date:
    """Read a month with days, a range of months, a season; the year alone where it is none of these."""
    if found := _MONTHS.fullmatch(text):
        first, last = _month(found[1]), _month(found[2])
        if first and last:
            return Date(year=year, month=first, end=Date(year=year + (last < first), month=last))
    if found := _MONTH_DAY.fullmatch(text):
        first, day = _month(found[1] or found[4]), _day(found[2] or found[3])
        if first and day:
            return Date(year=year, month=first, day=day)
    return parse_date(f"{text} {year}") or Date(year=year)


def _month(text: str) -> int | None:
    bare = text.strip()
    number = int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= _FIGURES else MONTHS.get(bare.lower()) or month_number(bare)
    return number if number and 1 <= number <= _LAST_MONTH else None


def _day(text: str | None) -> int | None:
    found = _DAY.fullmatch(text.strip()) if text else None
    return int(found[0]) if found and len(found[0]) <= _FIGURES and 1 <= int(found[0]) <= _LAST_DAY else None

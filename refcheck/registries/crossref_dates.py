"""Dates of a Crossref record, and the one among them to cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from refcheck.model.dates import Date

OWN = (
    "issued",
    "published",
    "published-print",
    "published-online",
    "published-other",
    "posted",
    "accepted",
    "approved",
    "content-created",
    "content-updated",
    "created",
)
"""Names of the dates of a work."""
OF_ISSUE = ("published-print", "published-online", "published-other")
"""Names of the dates of the issue it stands in."""
_TO_CITE = (
    "published-print",
    "journal-issue.published-print",
    "journal-issue.published-online",
    "published-online",
    "published-other",
    "posted",
    "issued",
)
_IN_A_VOLUME = ("volume", "issue", "page", "article-number")
_MONTHS, _DAYS = 12, 31
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
_LAST_YEAR = 9999
_FIGURES = 4


def read_dates(message: Mapping[str, Any]) -> dict[str, Date]:
    """Read all dates that say something of the work, under their names, those of the issue as "journal-issue.NAME".

    Left out are `deposited` and `indexed`, which are about the record.

    Source: Crossref REST API format, "Work" and "Journal Issue".
    """
    issue = message.get("journal-issue")
    places = [(name, message.get(name)) for name in OWN]
    places += [(f"journal-issue.{name}", issue.get(name)) for name in OF_ISSUE] if isinstance(issue, Mapping) else []
    dates = ((name, read_date(value)) for name, value in places)
    return {name: date for name, date in dates if date is not None}


def read_date(value: Any) -> Date | None:
    """Read a date or range as precise as it is; None for [[null]] and what is no date."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    read = [_date(part) for part in parts] if isinstance(parts, list) else []
    if not read or read[0] is None:
        return None
    first, last = read[0], read[-1]
    if last is None or last == first:
        return first
    return Date(year=first.year, month=first.month, day=first.day, season=first.season, end=last)


def _date(parts: Any) -> Date | None:
    numbers = [_number(part) for part in parts] if isinstance(parts, list) else []
    year, month, day = (*numbers, None, None, None)[:3]
    if year is None or not 1 <= year <= _LAST_YEAR:
        return None
    if month in _SEASONS:
        return Date(year=year, season=_SEASONS[month])
    if month is None or not 1 <= month <= _MONTHS:
        return Date(year=year)
    return Date(year=year, month=month, day=day if day is not None and 1 <= day <= _DAYS else None)


def _number(part: Any) -> int | None:
    if isinstance(part, str):
        return int(part) if part.isascii() and part.isdigit() and len(part) <= _FIGURES else None
    return part if isinstance(part, int) and not isinstance(part, bool) else None


def date_to_cite(message: Mapping[str, Any], dates: Mapping[str, Date]) -> str | None:
    """Name the date that a reference cites: of an article in a volume, the volume's; None when there is no date.

    The printed date comes first, then the issue's, then the dates online. The issue's online date counts only where the
    record has a place in the issue.

    Source: Chicago Manual of Style Q&A, faq0387 (the numbered issue's date); the publishers' "Cite this article".
    """
    names: Iterable[str] = _TO_CITE
    if not any(message.get(key) for key in _IN_A_VOLUME):
        names = (name for name in names if name != "journal-issue.published-online")
    return next((name for name in names if name in dates), None)

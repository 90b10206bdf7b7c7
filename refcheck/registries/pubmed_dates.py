"""Dates of a PubMed record, and the one among them to cite."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from refcheck.model.dates import Date
from refcheck.registries.json_values import inside, text, year_of
from refcheck.text.dates import SEASONS, month_number
from refcheck.text.folding import fold

_NAME = r"([A-Za-z]{3,9})\.?"
_MEDLINE = re.compile(rf"(\d{{4}})(?:\s+{_NAME}(?:\s+(\d{{1,2}}))?)?(?:\s*[-–/]\s*(\d{{4}})?\s*(?:{_NAME})?\s*(\d{{1,2}})?)?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_IN_SOURCE = re.compile(r"\.\s*((?:18|19|20)\d\d(?:\s+[A-Z][a-z]{2}(?:\s+\d{1,2})?)?)(?=[;:.,\s]|$)")
_MONTHS, _DAYS = 12, 31


def read_dates(message: Mapping[str, Any]) -> dict[str, Date]:
    """Read the date of the issue as "pubdate" and the electronic one as "articledate".

    Source: NLM, "MEDLINE/PubMed XML Data Elements": PubDate, ArticleDate.
    """
    read = {"pubdate": read_date(inside(message.get("PubDate"))), "articledate": read_date(inside(message.get("ArticleDate")))}
    return {name: date for name, date in read.items() if date is not None}


def read_date(parts: Mapping[str, Any]) -> Date | None:
    """Read a date in parts, or in the words of MedlineDate; None where there is no year."""
    year = year_of(parts.get("Year"))
    if year is None:
        return medline_date(text(parts.get("MedlineDate")) or "")
    return _date(year, text(parts.get("Month")) or text(parts.get("Season")), text(parts.get("Day")))


def medline_date(written: str) -> Date | None:
    """Read "1998 Dec-1999 Jan", "2000 Jul 1-7", "2011 Spring"; of what is more complicated only the year."""
    found = _MEDLINE.fullmatch(written.strip())
    if found is None:
        first = _YEAR.search(written)
        year = year_of(first[0]) if first else None
        return None if year is None else Date(year=year)
    year, last = year_of(found[1]), year_of(found[4] or found[1])
    if year is None or last is None:
        return None
    start = _date(year, found[2], found[3])
    if not (found[4] or found[5] or found[6]):
        return start
    end = _date(last, found[5] or found[2], found[6])
    return (
        start
        if end.parts <= start.parts and not end.season
        else Date(year=start.year, month=start.month, day=start.day, season=start.season, end=end)
    )


def _date(year: int, name: str | None, day: str | None) -> Date:
    """Put a date together of a year, a month by name or number or a season, and a day."""
    number = _figure(name) or month_number(name or "")
    if number is None or not 1 <= number <= _MONTHS:
        return Date(year=year, season=SEASONS.get(fold(name or "")))
    of_month = _figure(day)
    return Date(year=year, month=number, day=of_month if of_month is not None and 1 <= of_month <= _DAYS else None)


def _figure(written: str | None) -> int | None:
    """Read a number of one or two figures, of which more may be zeros."""
    found = re.fullmatch(r"0{0,9}([0-9]{1,2})", written or "")
    return int(found[1]) if found else None


def date_of_source(source: str) -> Date | None:
    """Find the date in a citation as PubMed writes it: "Lancet. 2010 Feb 6;375(9713):445"."""
    found = _IN_SOURCE.search(source)
    return medline_date(found[1]) if found else None


def date_to_cite(message: Mapping[str, Any], dates: Mapping[str, Date]) -> str | None:
    """Name the date that a reference cites: the issue's, or of what has no other the electronic one.

    An article that is electronic only has one date, which its issue gives in less detail; where the years differ, the
    issue's is that of the volume.

    Source: NLM, "MEDLINE/PubMed XML Data Elements": PubModel.
    """
    issue, electronic = dates.get("pubdate"), dates.get("articledate")
    if issue is None or electronic is None:
        return next(iter(dates), None)
    in_volume = bool(message.get("Volume") or message.get("Issue"))
    only_electronic = message.get("PubModel") == "Electronic"
    return "articledate" if only_electronic and (issue.year == electronic.year or not in_volume) else "pubdate"

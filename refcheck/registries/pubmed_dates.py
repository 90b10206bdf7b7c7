"""Dates of a PubMed record, and the one among them to cite."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from refcheck.model.dates import Date
from refcheck.registries.json_values import inside, text, year_of
from refcheck.text.medline import date_of, medline_date

_IN_SOURCE = re.compile(r"\.\s*((?:18|19|20)\d\d(?:\s+[A-Z][a-z]{2}(?:\s+\d{1,2})?)?)(?=[;:.,\s]|$)")


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
    return date_of(year, text(parts.get("Month")) or text(parts.get("Season")), text(parts.get("Day")))


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

"""Dates as people write them into a free field."""

from __future__ import annotations

import re

from refcheck.model.dates import Date
from refcheck.syntax.csl_names import parse_date_value
from refcheck.text.dates import find_dates

_MONTH_FIRST = re.compile(r"\s*(\d{1,2})\s?[/.-]\s?(\d{4})\s*")
_TIME = re.compile(r"(?<=\d{4}-\d\d-\d\d)[ T]\d\d:\d\d.*")
_MONTHS = 12


def parse_free(text: str) -> Date:
    """Read a date in ISO form, in words or as "05/2020"; of other text the one year it holds; else keep the text."""
    read = parse_date_value(_TIME.sub("", text))
    if read is not None and read.year is not None:
        return read
    if (found := _MONTH_FIRST.fullmatch(text)) and 1 <= int(found[1]) <= _MONTHS:
        return Date(year=int(found[2]), month=int(found[1]))
    dates = list(find_dates(text))
    return dates[0].date if len(dates) == 1 else Date(literal=" ".join(text.split()))

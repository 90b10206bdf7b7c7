"""REF305."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from refcheck.model.dates import Date
from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule

_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d|[1-9]\d{2})(?![\d?])")
_IN_FIGURES = re.compile(r"\s*\d{3,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?\s*|\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{3,4}\s*")
_LAST_YEAR, _MONTHS = 9999, 12


@rule("REF305", "date-malformed", severity=Severity.WARNING, needs="reference")
def date_malformed(subject: Subject) -> Iterator[Finding]:
    """A date is none that a calendar has.

    ## What it does
    Reports a date with a month beyond 12, a day its month does not have, or figures that are no year. Dates in words,
    seasons, ranges, "ca. 1850", "n.d." and "in press" are well-formed.

    ## Why it matters
    BibTeX styles print such a date as it is, biber drops it, and readers cannot tell which figure is wrong.

    ## Example
    Cited: `date = {2020-13-05}`

    Registered: the calendar has no thirteenth month.

    ## Use instead
    `date = {2020-12-05}`

    ## Sources
    ISO 8601; EDTF, levels 0 and 1; biblatex manual, section 2.3.8.
    """
    date = subject.cited.reference.issued
    if date is not None and _is_malformed(date):
        text = _written(date)
        yield Finding(path="issued", cited=text, message=f"cited as {text}, which is no date")


def _written(date: Date) -> str:
    return str(date) if date.year is not None else date.literal or ""


def _is_malformed(date: Date) -> bool:
    if date.year is not None:
        return not _exists(date) or (date.end is not None and date.end.year is not None and not _exists(date.end))
    text = date.literal or ""
    if not any(sign.isalnum() for sign in text):
        return bool(text.strip())
    if not re.search(r"\d", text):
        return False
    return _IN_FIGURES.fullmatch(text) is not None or (not _YEAR.search(text) and re.fullmatch(r"[\d\s.,/?oOlI-]+", text) is not None)


def _exists(date: Date) -> bool:
    """Tell whether the calendar has a date, as far as it is given."""
    year, month, day = date.year or 0, date.month, date.day
    if abs(year) > _LAST_YEAR or (month is not None and not 1 <= month <= _MONTHS):
        return False
    if day is None or month is None:
        return True
    return 1 <= day <= (calendar.monthrange(year, month)[1] if year > 0 else 31)

"""REF306."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from refcheck.model.dates import Date
from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule

_WEB = frozenset({"webpage", "post", "post-weblog", "article-newspaper"})
"""Works that bear the day on which they went online."""
_LAST_YEAR = 9999
"""A later year is no slip about the time but no year at all."""


@rule("REF306", "date-in-future", severity=Severity.WARNING, needs="match")
def date_in_future(subject: Subject) -> Iterator[Finding]:
    """A cited date is yet to come.

    ## What it does
    Reports a year after the next one, and of a page of the web any later day than that of the run. The next year is a
    note: journals and books are dated ahead. Where the work is registered with a year, the rules that compare years
    speak instead, so that an issue of next year whose paper is online now passes.

    ## Why it matters
    It is a slip of the hand ("2052"), or the date on which something else is to happen.

    ## Example
    Cited: `Lee, J. (2052). On wells. https://example.org/wells`

    Registered: nothing; the day of the run is in 2026.

    ## Use instead
    `Lee, J. (2025). On wells. https://example.org/wells`

    ## Sources
    ISO 8601.
    """
    date, today, record = subject.cited.reference.issued, subject.today, subject.record
    registered = record.reference.issued if record else None
    if date is None or not _is_ahead(date, today) or (registered is not None and registered.year is not None):
        return
    on_web = subject.cited.reference.type in _WEB
    year = date.year or today.year
    if year > today.year or on_web:
        yield Finding(
            path="issued",
            cited=str(date),
            message=f"cited as {date}, which is after {today.isoformat()}, the day of this run",
            severity=None if on_web or year > today.year + 1 else Severity.INFO,
        )


def _is_ahead(date: Date, today: dt.date) -> bool:
    return len(date.parts) > 0 and date.parts[0] <= _LAST_YEAR and date.parts > (today.year, today.month, today.day)[: len(date.parts)]

"""Say whether a list could know of a notice: what is certain of the days on which it was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refcheck.model.dates import Date
from refcheck.model.matches import Found
from refcheck.rules.base import Subject

_Day = tuple[int, int, int]
_LAST = (12, 31)


def before_or_after(notices: Sequence[Date], cited: Subject, others: Iterable[Subject]) -> str:
    """Say whether the work was cited before or after the notices; nothing where no date of the list tells.

    The day a work was looked at is the citation's own. Else the list is no older than the newest work it cites, the
    earliest registered day of which counts; a work may be cited before it is out, but not before it is written down.

    Args:
        notices: days of the notices, as precise as they are known; of several, all must be before or after.
        cited: the reference they are on.
        others: all references of the same source.
    """
    years = [notice for notice in notices if notice.year is not None]
    if not years:
        return ""
    first, last = min(map(_first, years)), max(map(_last, years))
    accessed = cited.cited.reference.accessed
    if accessed is not None and accessed.year is not None and _first(accessed) <= _today(cited):
        order = "before" if _last(accessed) < first else "after" if _first(accessed) > last else None
        return f"; the work was accessed on {accessed}, {order} the notice" if order else ""
    newest = max((day for other in others if (day := _out(other)) is not None and day <= _today(cited)), default=None)
    if newest is None or newest <= last:
        return ""
    return f"; the list cites a work of {newest[0]}, and so came after the notice"


def _out(subject: Subject) -> _Day | None:
    """Give the earliest day on which a found work can have been out."""
    match = subject.match
    if not isinstance(match, Found) or match.kin is not None:
        return None
    dates = [date for date in (*match.record.dates.values(), match.record.reference.issued) if date is not None and date.year is not None]
    return min(map(_first, dates), default=None)


def _first(date: Date) -> _Day:
    return (date.year or 0, date.month or 1, date.day or 1)


def _last(date: Date) -> _Day:
    return (date.year or 0, date.month or _LAST[0], date.day or _LAST[1])


def _today(subject: Subject) -> _Day:
    return (subject.today.year, subject.today.month, subject.today.day)

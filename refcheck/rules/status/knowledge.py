"""Say whether a list could know of a notice: what is certain of the days on which it was made."""

from __future__ import annotations

from collections.abc import Iterable

from refcheck.model.dates import Date
from refcheck.model.matches import Found
from refcheck.rules.base import Subject

_Day = tuple[int, int, int]
_LAST = (12, 31)


def before_or_after(notice: Date, cited: Subject, others: Iterable[Subject]) -> str:
    """Say whether the work was cited before or after a notice; nothing where no date of the list tells.

    The day a work was looked at is the citation's own. Else the list is no older than the newest work it cites, the
    earliest registered day of which counts; a work may be cited before it is out, but not before it is written down.

    Args:
        notice: day of the notice, as precise as it is known.
        cited: the reference the notice is on.
        others: all references of the same source.
    """
    accessed = cited.cited.reference.accessed
    if accessed is not None and accessed.year is not None and _first(accessed) <= _today(cited):
        if _last(accessed) < _first(notice):
            return f", which is later than the work was accessed ({accessed})"
        return f", known when the work was accessed ({accessed})" if _first(accessed) > _last(notice) else ""
    newest = max((day for other in others if (day := _out(other)) is not None and day <= _today(cited)), default=None)
    if newest is None or newest <= _last(notice):
        return ""
    return f", known when this list was made, which cites a work of {newest[0]}"


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

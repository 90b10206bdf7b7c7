"""Compare dates of publication by their years."""

from __future__ import annotations

from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.model.dates import Date


def years(date: Date) -> frozenset[int]:
    """Give every year a date covers; empty where it has none."""
    if date.year is None:
        return frozenset()
    last = date.end.year if date.end is not None and date.end.year is not None else date.year
    return frozenset(range(date.year, last + 1)) or frozenset({date.year})


def compare_dates(variable: str, cited: Date, registered: Date) -> Comparison:
    """Compare two dates: the same year is as good as the same day. Which year is right is for the rules to say."""
    if cited == registered:
        return judged(variable, "same", cited, registered)
    if not years(cited) or not years(registered):
        return judged(variable, "not-comparable", cited, registered, "no year")
    if years(cited) & years(registered):
        return judged(variable, "equivalent", cited, registered, "same year")
    if cited.circa or registered.circa:
        return judged(variable, "not-comparable", cited, registered, "an approximate date")
    return judged(variable, "different", cited, registered)

"""Dates in APA form."""

from __future__ import annotations

import pytest

from refcheck.model.dates import Date
from refcheck.model.references import Reference
from refcheck.styles.apa.dates import day_of, lettered, place_in_year, retrieval, year_of


@pytest.mark.parametrize(
    ("date", "status", "year"),
    [
        (Date(year=2001), None, "2001"),
        (Date(year=2001), "in press", "2001"),
        (None, "Forthcoming.", "in press"),
        (Date(literal="in press"), None, "in press"),
        (Date(literal="Spring 1999"), None, "Spring 1999"),
        (Date(literal="n.d."), None, "n.d."),
        (None, None, "n.d."),
        (None, "published", "n.d."),
        (Date(year=1850, circa=True), None, "ca. 1850"),
        (Date(year=-380), None, "380 B.C.E."),
        (Date(year=1999, end=Date(year=2003)), None, "1999–2003"),
        (Date(year=1999, end=Date()), None, "1999"),
    ],
)
def test_year_as_printed(date: Date | None, status: str | None, year: str) -> None:
    reference = Reference(issued=date, status=status)
    assert year_of(reference, date) == year


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (Date(year=2001, month=3, day=9), "March 9"),
        (Date(year=2001, month=3), "March"),
        (Date(year=2001, season=3), "Fall"),
        (Date(year=2001, month=13), ""),
        (Date(year=2001), ""),
        (Date(literal="soon"), ""),
        (None, ""),
        (Date(year=2001, month=3, day=30, end=Date(year=2001, month=4, day=2)), "March 30–April 2"),
        (Date(year=2001, month=3, day=3, end=Date(year=2001, month=3, day=5)), "March 3–5"),
        (Date(year=2001, month=3, day=3, end=Date(year=2001, month=3, day=3)), "March 3"),
        (Date(year=2001, month=3, end=Date(year=2001, month=3)), "March"),
        (Date(year=2001, month=12, day=30, end=Date(year=2002, month=1, day=2)), "December 30–2002, January 2"),
        (Date(year=2001, end=Date(year=2001, month=4)), ""),
    ],
)
def test_day_as_printed(date: Date | None, day: str) -> None:
    assert day_of(date) == day


def test_letters_join_a_year_and_hang_on_words() -> None:
    assert [lettered(year, "b") for year in ("2001", "n.d.", "in press")] == ["2001b", "n.d.-b", "in press-b"]
    assert lettered("2001", "") == "2001"


def test_the_bare_year_sorts_before_its_days() -> None:
    dates = [Date(year=1, month=4, day=2), Date(year=1, season=1), Date(year=1), None, Date(year=1, month=4)]
    assert [place_in_year(date) for date in dates] == [(4, 2), (3,), (), (), (4, 0)]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (Date(year=2001, month=3, day=9), "March 9, 2001"),
        (Date(year=2001, month=3), "March 2001"),
        (Date(year=2001), "2001"),
        (Date(literal="last week"), "last week"),
        (Date(), ""),
    ],
)
def test_day_of_retrieval(date: Date, day: str) -> None:
    assert retrieval(date) == day

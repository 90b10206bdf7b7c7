"""Dates as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.text.dates import find_dates, month_number, parse_date

PRINTED = {
    "(2023, February 15)": Date(year=2023, month=2, day=15),
    "15 February 2023": Date(year=2023, month=2, day=15),
    "February 15th, 2023": Date(year=2023, month=2, day=15),
    "2013 May 12": Date(year=2013, month=5, day=12),
    "2013 May": Date(year=2013, month=5),
    "2023-02-15": Date(year=2023, month=2, day=15),
    "2021-4-25": Date(year=2021, month=4, day=25),
    "15.02.2023": Date(year=2023, month=2, day=15),
    "25/02/2023": Date(year=2023, month=2, day=25),
    "02/25/2023": Date(year=2023),
    "05/03/2023": Date(year=2023),
    "12 mars 2019": Date(year=2019, month=3, day=12),
    "1er janvier 2004": Date(year=2004, month=1, day=1),
    "15 de mayo de 2020": Date(year=2020, month=5, day=15),
    "3 de março de 2010": Date(year=2010, month=3, day=3),
    "1. Oktober 2001": Date(year=2001, month=10, day=1),
    "2019, 4. Mai": Date(year=2019, month=5, day=4),
    "Nov-Dec 1995": Date(year=1995, month=11, end=Date(year=1995, month=12)),
    "26-27 April 2012": Date(year=2012, month=4, day=26, end=Date(year=2012, month=4, day=27)),
    "Spring 2012": Date(year=2012, season=1),
    "1985–2000": Date(year=1985, end=Date(year=2000)),
    "1999/00": Date(year=1999),
    "2010-12": Date(year=2010, end=Date(year=2012)),
    "2010-05": Date(year=2010),
    "c. 1850": Date(year=1850, circa=True),
    "2001": Date(year=2001),
    "n.d.": Date(literal="n.d."),
    "in press": Date(literal="in press"),
    "im Druck": Date(literal="im Druck"),
}


@pytest.mark.parametrize(("printed", "wanted"), PRINTED.items())
def test_date_as_precise_as_it_is_printed(printed, wanted):
    """Day and month in figures count only where their order is certain."""
    found = parse_date(printed)
    if printed in {"1999/00", "02/25/2023", "2010-05"}:
        assert next(find_dates(printed)).date.year == wanted.year
    else:
        assert found == wanted


@pytest.mark.parametrize("printed", ["", "soon", "Retrieved 2020", "12345", "2019 a year of tea", "May"])
def test_what_is_no_date_gives_none(printed):
    """A text that holds more than a date is no date."""
    assert parse_date(printed) is None


def test_letter_after_the_year_stands_apart():
    """The year of "2023a" is 2023, its letter "a"."""
    found = next(find_dates("Doe (2023a, September 11). x"))
    assert (found.date, found.suffix, found.year) == (Date(year=2023, month=9, day=11), "a", 5)


def test_every_year_of_a_text_is_found_with_its_month():
    """A month belongs to one year only; words that look like months in other places are left alone."""
    text = "March of the 1999; Big Words 2001. In Mai-Juni 2003 and Foo-Bar 2004, 40 May 2005"
    assert [found.date for found in find_dates(text)] == [
        Date(year=1999),
        Date(year=2001),
        Date(year=2003, month=5, end=Date(year=2003, month=6)),
        Date(year=2004),
        Date(year=2005, month=5),
    ]


def test_month_of_a_word():
    """Abbreviations, accents and other languages mean the same month."""
    assert [month_number(word) for word in ("février", "Sept.", "März", "dezembro", "tea")] == [2, 9, 3, 12, None]


def test_reprint_keeps_both_years():
    """Two years with a slash between are the first edition's and this one's; neighbours are one volume's."""
    found = next(find_dates("Roe (1949/2011). x"))
    assert (found.date, found.original, found.year) == (Date(year=2011), 1949, 10)
    assert next(find_dates("2011/1949")).date == Date(year=2011)
    assert next(find_dates("2011/12")).date == Date(year=2011, end=Date(year=2012))


@given(st.text(alphabet=st.sampled_from("0129 -/.,;()aMyFebruarde15§"), max_size=40))
def test_places_lie_in_the_text_in_order(text):
    """Every date lies after the one before, and its year within it."""
    at = 0
    for found in find_dates(text):
        assert at <= found.start <= found.year < found.end <= len(text)
        at = found.end
    parse_date(text)


def test_a_month_belongs_to_the_year_after_it():
    """A page before "Dec. 2012" is no year, though a year may have its month behind it."""
    assert [found.date for found in find_dates("12, p. 1656, Dec. 2012.")][-1] == Date(year=2012, month=12)
    assert [found.date for found in find_dates("Water. 1999 Dec.")] == [Date(year=1999, month=12)]
    assert next(find_dates("Acta. 2014 Feb;1844(2):473-85.")).date == Date(year=2014, month=2)

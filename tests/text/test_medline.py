import pytest

from refcheck.model.dates import Date
from refcheck.text.medline import date_of, is_article_number, is_translated, medline_date, parse_title, without_place


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("On wells.", "On wells"),
        ("On wells...", "On wells..."),
        ("On wells [corrected].", "On wells"),
        ("[On wells].", "On wells"),
        ("[On wells.]", "On wells"),
        ("[On wells] and springs.", "[On wells] and springs"),
        ("Why? [A reply].", "Why? [A reply]"),
        ("[Not Available].", None),
        ("[].", None),
        ("", None),
    ],
)
def test_a_title_is_read_without_what_pubmed_adds(written, title):
    assert parse_title(written) == title


def test_a_translation_is_told_by_its_brackets():
    assert (is_translated("[On wells]."), is_translated("[On] wells."), is_translated("[")) == (True, False, False)


def test_a_journal_is_read_without_its_place():
    assert (without_place("Science (New York, N.Y.)"), without_place("Water")) == ("Science", "Water")


def test_an_article_number_is_told_from_other_identifiers():
    assert (is_article_number("e0123"), is_article_number("S0140-6736(13)1")) == (True, False)


def test_dates_are_put_together_of_what_is_certain():
    assert date_of(2020, "May", "40") == Date(year=2020, month=5)
    assert date_of(2020, "Winter", None) == Date(year=2020, season=4)
    assert medline_date("2020 May-Jun") == Date(year=2020, month=5, end=Date(year=2020, month=6))

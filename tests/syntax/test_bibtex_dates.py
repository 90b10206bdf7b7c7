import pytest

from refcheck.model.dates import Date
from refcheck.syntax.bibtex_dates import is_plain, parse_edtf, parse_fields, to_edtf


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020", Date(year=2020)),
        ("2020-05", Date(year=2020, month=5)),
        ("2020-05-17", Date(year=2020, month=5, day=17)),
        ("2020-21", Date(year=2020, season=1)),
        ("2020~", Date(year=2020, circa=True)),
        ("-0199", Date(year=-199)),
        ("y12020", Date(year=12020)),
        ("2019-12/2020-01", Date(year=2019, month=12, end=Date(year=2020, month=1))),
    ],
)
def test_edtf_is_read_and_written_in_its_own_precision(text, date):
    assert parse_edtf(text) == date
    assert to_edtf(date) == text.lstrip("y")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020-05-17T10:00:00Z", Date(year=2020, month=5, day=17)),
        ("17 May 2020", Date(year=2020, month=5, day=17)),
        ("2020/..", Date(literal="2020/..")),
        ("2020-13", Date(literal="2020-13")),
        ("199X", Date(literal="199X")),
        ("2020/x", Date(literal="2020/x")),
        ("forthcoming", Date(literal="forthcoming")),
    ],
)
def test_other_dates_are_understood_or_kept_as_text(text, date):
    assert parse_edtf(text) == date


def test_a_text_is_written_as_it_is():
    assert to_edtf(Date(literal="in press")) == "in press"
    assert to_edtf(Date()) == ""


@pytest.mark.parametrize(
    ("fields", "date", "suffix"),
    [
        (("2020", None, None), Date(year=2020), None),
        ((" 2023a ", "", None), Date(year=2023), "a"),
        (("2020", "feb", "5"), Date(year=2020, month=2, day=5), None),
        (("2020", "February", "99"), Date(year=2020, month=2), None),
        (("2020", "2", None), Date(year=2020, month=2), None),
        (("2020", "15 feb", None), Date(year=2020, month=2, day=15), None),
        (("2020", "feb 15", None), Date(year=2020, month=2, day=15), None),
        (("2019", "nov--jan", None), Date(year=2019, month=11, end=Date(year=2020, month=1)), None),
        (("2020", "spring", None), Date(year=2020, season=1), None),
        (("2020", "13", None), Date(year=2020), None),
        (("2020", "foo--bar", None), Date(year=2020), None),
        (("2020", "foo 3", None), Date(year=2020), None),
        (("2020--21", None, None), Date(year=2020, end=Date(year=2021)), None),
        (("in press", None, None), Date(literal="in press"), None),
        (("to appear soon", "may", None), Date(literal="to appear soon"), None),
        (("c. 1850", None, None), Date(year=1850, circa=True), None),
        ((None, "may", None), Date(literal="may"), None),
        ((None, None, None), None, None),
        (("", "", "3"), None, None),
    ],
)
def test_year_month_and_day_are_read_together(fields, date, suffix):
    assert parse_fields(*fields) == (date, suffix)


def test_only_plain_dates_fit_year_and_month():
    assert is_plain(Date(year=2020, month=5))
    assert not is_plain(Date(year=987))
    assert not is_plain(Date(year=2020, season=1))
    assert not is_plain(Date(literal="in press"))

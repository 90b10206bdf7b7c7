from __future__ import annotations

import pytest

from refcheck.model.dates import Date
from refcheck.registries.crossref_record import read_record
from refcheck.registries.json_values import codes, inside, iso_date, rows, text, year_of


@pytest.mark.parametrize(
    ("value", "shown"),
    [("a  <i>b</i>", "a b"), (7, "7"), (True, None), (None, None), ("null", None), ("(:unav)", None), (":tba", None), (["x"], None)],
)
def test_what_stands_for_nothing_is_nothing(value, shown):
    assert text(value) == shown


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2016", Date(year=2016)),
        (2016, Date(year=2016)),
        ("2016-12", Date(year=2016, month=12)),
        ("2016-12-20T10:00:00Z", Date(year=2016, month=12, day=20)),
        ("2016-13-01", Date(year=2016)),
        ("2016-02-00", Date(year=2016, month=2)),
        ("2016/2017", Date(year=2016, end=Date(year=2017))),
        ("2016-01-01/", Date(year=2016, month=1, day=1)),
        ("2016/2016", Date(year=2016)),
        ("0000", None),
        ("9999", None),
        ("soon", None),
        (None, None),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(value, date):
    assert iso_date(value) == date


def test_values_of_another_kind_are_empty():
    assert (rows({}), rows(["?", {"a": 1}]), inside([])) == ([], [(1, {"a": 1})], {})
    assert codes("x", None, "x", 3) == ("x", "3")
    assert (year_of("２０２０"), year_of(1066), year_of("")) == (None, 1066, None)


def test_a_value_without_end_is_no_value():
    """A title of megabytes is a fault; comparing it would take minutes."""
    assert text("x" * 20_000) == "x" * 20_000
    assert text("x" * 20_001) is None
    record = read_record({"DOI": "10.5555/x", "title": ["x" * 20_001], "volume": "9" * 20_001}, retrieved=None)
    assert (record.reference.title, record.reference.volume) == (None, None)

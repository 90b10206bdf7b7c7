import pytest

from refcheck.model.dates import Date
from refcheck.syntax.free_dates import parse_free


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020-05-01", Date(year=2020, month=5, day=1)),
        ("2020-05-01 10:00:00", Date(year=2020, month=5, day=1)),
        ("2020-05-01T10:00:00Z", Date(year=2020, month=5, day=1)),
        ("2018-11/2019-01", Date(year=2018, month=11, end=Date(year=2019, month=1))),
        ("Spring 2018", Date(year=2018, season=1)),
        ("05/2020", Date(year=2020, month=5)),
        ("13/2020", Date(year=2020)),
        ("published online 1 May 2020", Date(year=2020, month=5, day=1)),
        ("first 1920, then 2020", Date(literal="first 1920, then 2020")),
        ("in press", Date(literal="in press")),
        ("a  b", Date(literal="a b")),
    ],
)
def test_a_date_in_a_free_field_is_read_as_far_as_it_is_certain(text, date):
    assert parse_free(text) == date

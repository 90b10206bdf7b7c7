import pytest

from refcheck.model.dates import Date
from refcheck.model.names import ET_AL, Name
from refcheck.syntax.csl_names import parse_date_value, parse_name, to_date, to_name


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"family": "Lee", "given": "Ann"}, Name(family="Lee", given="Ann")),
        (
            {"family": "Berg", "non-dropping-particle": "van", "suffix": "Jr."},
            Name(family="Berg", non_dropping_particle="van", suffix="Jr."),
        ),
        ({"literal": "WHO"}, Name(literal="WHO")),
        ({"family": "WHO", "isInstitution": 1}, Name(literal="WHO")),
        ({"literal": "et al."}, ET_AL),
        ("and others", ET_AL),
        ("WHO", Name(literal="WHO")),
        (" ", None),
        ({"family": ""}, None),
        ({"family": True}, None),
        (7, None),
    ],
)
def test_names_are_read_in_all_their_forms(value, name):
    assert parse_name(value) == name


def test_a_name_is_written_without_what_it_lacks_and_without_its_title():
    assert to_name(Name(family="Lee", honorific="Dr.")) == {"family": "Lee"}


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [[2020, 5, 17]]}, Date(year=2020, month=5, day=17)),
        ({"date-parts": [["2020", "05"]]}, Date(year=2020, month=5)),
        ({"date-parts": [[2020.0]]}, Date(year=2020)),
        ({"date-parts": [[2019, 12], [2020, 1]]}, Date(year=2019, month=12, end=Date(year=2020, month=1))),
        ({"date-parts": [[2020]], "season": 2}, Date(year=2020, season=2)),
        ({"date-parts": [[2020]], "season": "Winter"}, Date(year=2020, season=4)),
        ({"date-parts": [[2020, 13]]}, Date(year=2020, season=1)),
        ({"date-parts": [[2020, 99, 1]]}, Date(year=2020)),
        ({"date-parts": [[2020, 2, 99]]}, Date(year=2020, month=2)),
        ({"date-parts": [[-50]], "circa": True}, Date(year=-50, circa=True)),
        ({"date-parts": [[2020]], "circa": "false"}, Date(year=2020)),
        ({"date-parts": [[2020]], "literal": "about then"}, Date(year=2020, literal="about then")),
        ({"literal": "in press"}, Date(literal="in press")),
        ({"raw": "2020-05-17"}, Date(year=2020, month=5, day=17)),
        ({"raw": "2019/2020"}, Date(year=2019, end=Date(year=2020))),
        ({"raw": "17 May 2020", "circa": 1}, Date(year=2020, month=5, day=17, circa=True)),
        ({"raw": "2020/x"}, Date(literal="2020/x")),
        ({"raw": "1234567"}, Date(literal="1234567")),
        ({"edtf": "2020-05"}, Date(year=2020, month=5)),
        ("2020", Date(year=2020)),
        (2020, Date(year=2020)),
        ({"raw": "when it suits"}, Date(literal="when it suits")),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [[""]]}, None),
        ({"date-parts": "2020"}, None),
        ({"date-parts": [2020]}, None),
        ({}, None),
        ("", None),
        (True, None),
    ],
)
def test_dates_are_read_in_all_their_forms(value, date):
    assert parse_date_value(value) == date


def test_dates_are_written_as_precisely_as_they_are_known():
    assert to_date(Date(year=2019, month=12, end=Date(year=2020))) == {"date-parts": [[2019, 12], [2020]]}
    assert to_date(Date(year=2020, season=3, circa=True)) == {"date-parts": [[2020]], "season": 3, "circa": True}
    assert to_date(Date(literal="n.d.")) == {"literal": "n.d."}

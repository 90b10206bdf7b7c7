from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.answers import Absent, Alias, Failed, Record
from refcheck.registries.openlibrary import BATCH, OpenLibrary, fold, forms, list_url
from refcheck.registries.openlibrary_record import kept, read_record

LONG, SHORT, NEW = "9780306406157", "0306406152", "9791090636071"


def asked(target):
    return parse_qs(urlsplit(target).query)["bibkeys"][0].split(",")


def books(*isbns):
    return {"json": {f"ISBN:{isbn}": {"title": "T"} for isbn in isbns}}


@pytest.fixture
def library(http, service, config):
    return OpenLibrary(http, f"{service.url}/", config)


def test_a_request_lists_each_isbn_in_both_its_forms():
    url = list_url("https://openlibrary.org", [LONG, NEW])
    assert url == f"https://openlibrary.org/api/books?bibkeys=ISBN:{LONG},ISBN:{SHORT},ISBN:{NEW}&format=json&jscmd=data"


@pytest.mark.parametrize(
    ("isbn", "folded", "spellings"),
    [
        (SHORT, LONG, (LONG, SHORT)),
        (LONG, LONG, (LONG, SHORT)),
        (NEW, NEW, (NEW,)),
        ("0306406153", "0306406153", ("0306406153",)),
    ],
)
def test_an_isbn_is_folded_to_thirteen_figures_where_it_is_one(isbn, folded, spellings):
    assert (fold(isbn), forms(isbn)) == (folded, spellings)


def test_a_book_is_found_under_either_form(library, service):
    for listed in (LONG, SHORT):
        service.answers(books(listed))
        answer = library.look_up([LONG])[LONG]
        assert isinstance(answer, Record)
        assert answer.record.identifier == LONG


def test_ten_figures_are_another_name_of_thirteen(library, service):
    service.answers(books(LONG))
    answers = library.look_up([SHORT, LONG])
    assert [type(answer) for answer in answers.values()] == [Alias, Record]
    assert answers[SHORT].of == LONG
    assert len(service.targets) == 1


def test_what_is_not_held_is_absent_under_the_name_it_was_asked_by(library, service):
    service.answers({"json": {"numFound": 0, f"ISBN:{NEW}": None}})
    answers = library.look_up([SHORT, NEW])
    assert answers[SHORT] == Absent(registry="openlibrary", question=SHORT, date="2026-11-24")
    assert isinstance(answers[NEW], Absent)


def test_what_has_not_the_form_of_an_isbn_is_absent_and_not_asked_for(library, service):
    assert isinstance(library.look_up(["1,ISBN:2"])["1,ISBN:2"], Absent)
    assert library.look_up([]) == {}
    assert service.targets == []


def test_fifty_books_are_one_request(library, service):
    service.answers({"json": {}})
    isbns = [f"{number:010}" for number in range(BATCH + 1)]
    assert list(library.look_up(isbns)) == isbns
    assert len(service.targets) == 2
    library.look_up(isbns[:2], alone=True)
    assert len(service.targets) == 4


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ({"status": 503}, "network"),
        ({"status": 429}, "refused"),
        ({"status": 404, "json": {}}, "refused"),
        ({"body": b"<html>", "content_type": "text/html"}, "broken"),
        ({"json": ["?"]}, "broken"),
        ({"json": {"message": {"items": []}}}, "broken"),
        ({"reset": True}, "network"),
    ],
)
def test_a_failure_is_never_taken_for_an_absence(library, service, answer, cause):
    service.answers(answer)
    for isbn, given_ in library.look_up([SHORT, NEW]).items():
        assert isinstance(given_, Failed)
        assert (given_.question, given_.cause) == (isbn, cause)


@pytest.mark.parametrize(
    ("date", "year"), [("March 2009", 2009), ("2009-03-01", 2009), ("c1998", 1998), ("1998, c1997", None), ("19--", None), (2009, 2009)]
)
def test_of_a_date_only_a_certain_year_counts(date, year):
    issued = read_record({"isbn": LONG, "publish_date": date}, retrieved=None).reference.issued
    assert (issued.year if issued else None) == year


values = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.sampled_from(("", "x", "Ana B.", "[s.l.]", "1999", LONG, " \ud800")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("name", "isbn_10", "isbn_13")), inner, max_size=3),
    max_leaves=6,
)
KEYS = ("isbn", "title", "subtitle", "authors", "publishers", "publish_places", "publish_date", "number_of_pages", "identifiers")


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=8))
def test_no_record_makes_the_reader_raise(message):
    record = read_record(message, retrieved=None)
    assert read_record(kept(message), retrieved=None) == record

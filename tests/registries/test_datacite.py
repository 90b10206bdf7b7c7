from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.answers import Absent, Failed, Record
from refcheck.registries.datacite import BATCH, DataCite, list_url, single_url
from refcheck.registries.datacite_record import kept, read_record

BASE = "https://api.datacite.org"
JSON_API = "application/vnd.api+json; charset=utf-8"
NOT_FOUND = {"status": 404, "json": {"errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]}}
REFUSED = {"status": 400, "json": {"errors": [{"status": "400", "title": "not that"}]}}


def row(doi):
    return {"id": doi, "type": "dois", "attributes": {"doi": doi, "titles": [{"title": "T"}]}}


def one(doi, **fields):
    return {"json": {"data": row(doi)}, "content_type": JSON_API, **fields}


def many(*dois):
    return {"json": {"data": [row(doi) for doi in dois], "meta": {"total": len(dois)}}, "content_type": JSON_API}


@pytest.fixture
def datacite(http, service, config):
    return DataCite(http, f"{service.url}/", config)


def test_a_list_request_names_the_dois_and_asks_for_all_of_them_on_one_page():
    query = parse_qs(urlsplit(list_url(BASE, ["10.5281/zenodo.1", "10.48550/arxiv.2101.00001"])).query)
    assert query == {"ids": ["10.5281/zenodo.1,10.48550/arxiv.2101.00001"], "page[size]": ["2"]}


@pytest.mark.parametrize(
    ("doi", "path"),
    [
        ("10.5281/zenodo.1", "/dois/10.5281/zenodo.1"),
        ("10.5555/a#b?c", "/dois/10.5555/a%23b%3Fc"),
        ("10.5555/a/../b", "/dois/10.5555%2Fa%2F..%2Fb"),
        ("10.5555/a,ä", "/dois/10.5555/a%2C%C3%A4"),
    ],
)
def test_a_doi_is_encoded_exactly_once_and_arrives_as_it_is(datacite, service, doi, path):
    service.answers(one(doi))
    assert isinstance(datacite.look_up([doi], alone=True)[doi], Record)
    assert service.targets == [path]
    assert unquote(single_url("", doi).removeprefix("/dois/")) == doi


def test_a_list_gives_each_doi_its_record_in_whatever_order_it_comes(datacite, service):
    service.answers(many("10.5555/B", "10.5555/a", "10.5555/not-asked"))
    answers = datacite.look_up(["10.5555/a", "10.5555/b"])
    assert list(answers) == ["10.5555/a", "10.5555/b"]
    assert [answer.record.identifier for answer in answers.values()] == ["10.5555/a", "10.5555/b"]
    assert {(answer.registry, answer.date) for answer in answers.values()} == {("datacite", "2026-11-24")}
    assert len(service.targets) == 1


def test_what_a_list_leaves_out_is_absent_but_not_finally(datacite, service):
    """A service that does not know the parameter answers with other DOIs or none."""
    service.answers(many("10.5555/unrelated"))
    assert datacite.look_up(["10.5555/a"])["10.5555/a"] == Absent(registry="datacite", question="10.5555/a", date="2026-11-24", final=False)


def test_many_dois_are_asked_in_batches(datacite, service):
    service.route(lambda target: many(*parse_qs(urlsplit(target).query)["ids"][0].split(",")))
    answers = datacite.look_up([f"10.5281/zenodo.{number}" for number in range(2 * BATCH + 1)])
    assert all(isinstance(answer, Record) for answer in answers.values())
    assert len(service.targets) == 3


def test_nothing_asked_is_nothing_sent(datacite, service):
    assert datacite.look_up([]) == {}
    assert service.targets == []


def test_a_doi_with_a_comma_is_asked_alone(datacite, service):
    service.route(lambda target: many("10.5555/a") if "ids" in target else one("10.5555/b,c"))
    answers = datacite.look_up(["10.5555/a", "10.5555/b,c"])
    assert all(isinstance(answer, Record) for answer in answers.values())
    assert len(service.targets) == 2


@pytest.mark.parametrize("refusal", [REFUSED, NOT_FOUND, {**REFUSED, "status": 414}, {"json": {"data": {}}}, {"json": []}])
def test_the_dois_of_a_list_that_is_refused_or_not_understood_are_asked_alone(datacite, service, refusal):
    service.route(lambda target: refusal if "ids" in target else one("10.5555/a") if target.endswith("a") else NOT_FOUND)
    answers = datacite.look_up(["10.5555/a", "10.5555/b"])
    assert isinstance(answers["10.5555/a"], Record)
    assert answers["10.5555/b"] == Absent(registry="datacite", question="10.5555/b", date="2026-11-24")


def test_a_doi_that_is_not_there_is_finally_absent(datacite, service):
    service.answers(NOT_FOUND)
    assert datacite.look_up(["10.5555/a"], alone=True)["10.5555/a"] == Absent(registry="datacite", question="10.5555/a", date="2026-11-24")


@pytest.mark.parametrize(
    ("answer", "cause", "detail"),
    [
        ({"status": 503}, "network", None),
        ({"status": 429}, "refused", None),
        ({"status": 403}, "refused", None),
        ({"status": 404, "body": b"<html>", "content_type": "text/html"}, "broken", "HTTP 404 with a page, not DataCite's own answer"),
        ({"body": b"<html>", "content_type": "text/html"}, "broken", None),
        ({"body": b"{"}, "broken", None),
        ({"reset": True}, "network", None),
        (one("10.5555/other"), "broken", "the answer is not about this DOI"),
        ({"json": {"data": {"attributes": {"doi": None}}}}, "broken", "the answer is not about this DOI"),
        ({"json": ["?"]}, "broken", "the answer is not about this DOI"),
        (REFUSED, "refused", "HTTP 400: not that"),
        ({"status": 400, "json": {"errors": ["?"]}}, "refused", "HTTP 400"),
    ],
)
def test_a_failure_is_never_taken_for_an_absence(datacite, service, answer, cause, detail):
    service.answers(answer)
    given = datacite.look_up(["10.5555/a"], alone=True)["10.5555/a"]
    assert isinstance(given, Failed)
    assert given.cause == cause
    assert detail in (None, given.detail)


def test_a_failing_list_fails_each_of_its_dois_without_asking_for_them_alone(datacite, service):
    service.answers({"status": 500})
    answers = datacite.look_up(["10.5555/a", "10.5555/b"])
    assert all(isinstance(answer, Failed) for answer in answers.values())
    assert all("ids" in target for target in service.targets)


# Records


@pytest.mark.parametrize(
    ("types", "container", "kind"),
    [
        ({"resourceTypeGeneral": "ConferencePaper"}, {}, "paper-conference"),
        ({"resourceTypeGeneral": "Conference Paper"}, {}, "paper-conference"),
        ({"resourceTypeGeneral": "Text", "resourceType": "Working paper"}, {}, "report"),
        ({"resourceTypeGeneral": "Text", "bibtex": "inproceedings"}, {}, "paper-conference"),
        ({"resourceTypeGeneral": "Text", "bibtex": "article"}, {}, "document"),
        ({"resourceTypeGeneral": "Text", "bibtex": "article"}, {"type": "Journal"}, "article-journal"),
        ({"resourceTypeGeneral": "Other", "resourceType": "Плакат"}, {}, "document"),
        ({}, {}, "document"),
    ],
)
def test_a_text_takes_its_type_from_what_is_said_of_it(types, container, kind):
    assert read_record({"doi": "10.5555/x", "types": types, "container": container}, retrieved=None).reference.type == kind


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"name": "Ada Lovelace", "nameType": "Personal"}, "Lovelace, Ada"),
        ({"name": "Lovelace, Ada"}, "Lovelace, Ada"),
        ({"name": "University of California, Berkeley"}, "University of California, Berkeley"),
        ({"name": "Knuth, D.", "familyName": "Knuth", "givenName": "Donald E."}, "Knuth, Donald E."),
        ({"name": "Team, Heron", "nameType": "Organizational", "familyName": "Team", "givenName": "Heron"}, "Team, Heron"),
        ({"familyName": "Plato"}, "Plato"),
        ({"nameType": "Organizational", "familyName": "Plato"}, "Plato"),
        ({"name": ":unav"}, None),
        ({"givenName": ""}, None),
    ],
)
def test_people_and_organisations_are_told_apart(person, name):
    record = read_record({"doi": "10.5555/x", "creators": [person]}, retrieved=None)
    assert [str(author) for author in record.reference.author] == ([name] if name else [])


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        ([{"title": "Alt", "titleType": "AlternativeTitle"}, {"title": "Main"}], "Main"),
        ([{"title": "Only", "titleType": "Other"}], "Only"),
        ([{"title": "Main: part"}, {"title": "Part", "titleType": "Subtitle"}], "Main: part"),
        ([{"title": ":unav"}], None),
        ("?", None),
    ],
)
def test_the_title_is_the_main_one(titles, title):
    assert read_record({"doi": "10.5555/x", "titles": titles}, retrieved=None).reference.title == title


def test_a_series_is_no_container_of_a_report():
    reference = read_record(
        {
            "doi": "10.5555/x",
            "types": {"resourceTypeGeneral": "Report"},
            "container": {"type": "Series", "title": "Marsh reports", "volume": "12"},
            "alternateIdentifiers": [{"alternateIdentifier": "0-306-40615-2", "alternateIdentifierType": "ISBN"}],
        },
        retrieved=None,
    ).reference
    assert (reference.collection_title, reference.collection_number, reference.isbn) == ("Marsh reports", "12", ("0306406152",))
    assert reference.container_title is None


def test_ties_and_dates_that_say_nothing_are_passed_over():
    message = {
        "doi": "10.5555/x",
        "dates": [
            {"date": "2021-05-06", "dateType": "Available"},
            {"date": "2021", "dateType": "Available"},
            {"date": "2020-01", "dateType": "Available"},
            {"date": "2022", "dateType": "Available"},
            {"date": "2019"},
        ],
        "relatedIdentifiers": [{"relationType": "IsPartOf"}, {"relatedIdentifier": "10.5555/y"}, "?"],
        "relatedItems": [{"relationType": "Cites", "titles": [{"title": "Another"}]}],
        "identifiers": [{"identifier": "2101.00001v2", "identifierType": "arXiv"}, {"identifier": "x", "identifierType": "URL"}],
    }
    record = read_record(message, retrieved=None)
    assert {name: str(date) for name, date in record.dates.items()} == {"Available": "2020-01"}
    assert (record.relations, record.reference.container_title, record.reference.arxiv) == ((), None, "2101.00001v2")


TEXTS = (
    "",
    "x",
    "10.5555/X",
    "2004",
    "2004-02-31/2005",
    "<i>a</i>",
    ":unav",
    "Editor",
    "Subtitle",
    "IsPartOf",
    "ISBN",
    "Article",
    " \ud800",
)
INNER = ("name", "familyName", "title", "titleType", "dateType", "date", "relationType", "relatedIdentifier", "relatedIdentifierType")
INNER_TOO = ("number", "numberType", "firstPage", "type", "contributorType", "identifier", "identifierType", "titles", "resourceType")
KEYS = (
    *("doi", "identifiers", "alternateIdentifiers", "creators", "contributors", "titles", "publisher", "container", "publicationYear"),
    *("dates", "language", "types", "relatedIdentifiers", "relatedItems", "version"),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.sampled_from(TEXTS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from((*INNER, *INNER_TOO)), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=8))
def test_no_record_makes_the_reader_raise(message):
    record = read_record(message, retrieved=None)
    assert read_record(kept(message), retrieved=None) == record

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.answers import Absent, Elsewhere, Failed
from refcheck.registries.doi_ra import BATCH, LONGEST, DoiRa, agency_url, batches

BASE = "https://doi.org"


@pytest.fixture
def doi(http, service, config):
    return DoiRa(http, service.url, config)


def test_each_doi_is_elsewhere_or_absent(doi, service, http):
    service.answers(
        {
            "json": [
                {"DOI": "10.5555/A", "RA": "Crossref"},
                {"DOI": "10.5555/b", "RA": "DataCite"},
                {"DOI": "10.5555/c", "status": "DOI does not exist"},
                {"DOI": "10.5555/d", "status": "Invalid DOI"},
            ]
        }
    )
    answers = doi.look_up(["10.5555/a", "10.5555/b", "10.5555/c", "10.5555/d"])
    assert list(answers.values()) == [
        Elsewhere(registry="doi", question="10.5555/a", date="2026-11-24", agency="Crossref"),
        Elsewhere(registry="doi", question="10.5555/b", date="2026-11-24", agency="DataCite"),
        Absent(registry="doi", question="10.5555/c", date="2026-11-24"),
        Absent(registry="doi", question="10.5555/d", date="2026-11-24"),
    ]
    assert service.targets == ["/doiRA/10.5555/a,10.5555/b,10.5555/c,10.5555/d"]
    assert http.requests == 1


@pytest.mark.parametrize(
    ("row", "detail"),
    [
        ({"DOI": "10.5555/a", "status": "Unknown"}, "it says 'Unknown'"),
        ({"DOI": "10.5555/a"}, "its answer leaves the DOI out"),
        ({"DOI": "10.5555/other", "RA": "Crossref"}, "its answer leaves the DOI out"),
        ({"DOI": "10.5555/a", "RA": None}, "its answer leaves the DOI out"),
        ({"DOI": "10.5555/a", "RA": " "}, "its answer leaves the DOI out"),
        ("?", "its answer leaves the DOI out"),
    ],
)
def test_what_is_not_said_is_a_failure_not_an_absence(doi, service, row, detail):
    service.answers({"json": [row]})
    answer = doi.look_up(["10.5555/a"])["10.5555/a"]
    assert answer == Failed(registry="doi", question="10.5555/a", date="2026-11-24", cause="broken", detail=detail)


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ({"status": 500}, "network"),
        ({"status": 404}, "refused"),
        ({"json": {"DOI": "10.5555/a"}}, "broken"),
        ({"body": b"<html>", "content_type": "text/html"}, "broken"),
    ],
)
def test_a_failure_is_never_taken_for_an_absence(doi, service, answer, cause):
    service.answers(answer)
    given = doi.look_up(["10.5555/a"])["10.5555/a"]
    assert isinstance(given, Failed)
    assert given.cause == cause


def test_alone_each_is_asked_in_a_request_of_its_own(doi, service):
    service.route(lambda target: {"json": [{"DOI": unquote(target.removeprefix("/doiRA/")), "RA": "mEDRA"}]})
    answers = doi.look_up(["10.5555/a", "10.5555/b"], alone=True)
    assert [answer.agency for answer in answers.values()] == ["mEDRA", "mEDRA"]
    assert len(service.targets) == 2


def test_a_doi_with_a_comma_goes_alone():
    assert list(batches(BASE, ["10.5555/a", "10.5555/b,c", "10.5555/d", "10.5555/e"])) == [
        ("10.5555/a",),
        ("10.5555/b,c",),
        ("10.5555/d", "10.5555/e"),
    ]
    assert agency_url(BASE, ["10.5555/b,c#"]) == "https://doi.org/doiRA/10.5555/b%2Cc%23"


@given(st.lists(st.from_regex(r"10\.5555/[a-z<>;#%, ]{1,300}", fullmatch=True), max_size=120))
def test_batches_hold_every_doi_once_in_order_and_are_short_enough(dois):
    cut = list(batches(BASE, dois))
    assert [doi for batch in cut for doi in batch] == dois
    for batch in cut:
        assert len(batch) <= BATCH
        assert len(batch) == 1 or len(urlsplit(agency_url(BASE, batch)).path) <= LONGEST

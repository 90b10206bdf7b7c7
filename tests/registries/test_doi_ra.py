from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.answers import Absent, Elsewhere, Failed
from refcheck.registries.doi_ra import BATCH, LONGEST, UNNAMED, DoiRa, agency_url, batches, handle_url

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


@pytest.mark.parametrize("code", [1, 200])
def test_alone_a_doi_with_a_handle_is_registered_with_an_agency_unnamed(doi, service, code):
    """Whether the handle leads to an address does not matter: someone registered it."""
    service.answers({"json": {"responseCode": code, "handle": "10.5555/A"}})
    answers = doi.look_up(["10.5555/a", "10.5555/b"], alone=True)
    assert answers["10.5555/a"] == Elsewhere(registry="doi", question="10.5555/a", date="2026-11-24", agency=UNNAMED)
    assert service.targets == ["/api/handles/10.5555/a?type=URL", "/api/handles/10.5555/b?type=URL"]


@pytest.mark.parametrize("status", [200, 404])
def test_alone_a_doi_without_a_handle_is_registered_nowhere(doi, service, status):
    service.answers({"status": status, "json": {"responseCode": 100, "handle": "10.5555/a"}})
    assert doi.look_up(["10.5555/a"], alone=True)["10.5555/a"] == Absent(registry="doi", question="10.5555/a", date="2026-11-24")


@pytest.mark.parametrize(
    ("answer", "cause", "detail"),
    [
        ({"status": 503}, "network", None),
        ({"status": 404, "body": b"<html>", "content_type": "text/html"}, "broken", "HTTP 404 with response code None"),
        ({"json": {"responseCode": 2}}, "broken", "HTTP 200 with response code 2"),
        ({"json": {"responseCode": [1]}}, "broken", "HTTP 200 with response code [1]"),
        ({"json": ["?"]}, "broken", "HTTP 200 with response code None"),
    ],
)
def test_alone_a_failure_is_never_taken_for_an_absence(doi, service, answer, cause, detail):
    service.answers(answer)
    given = doi.look_up(["10.5555/a"], alone=True)["10.5555/a"]
    assert isinstance(given, Failed)
    assert given.cause == cause
    assert detail in (None, given.detail)


@pytest.mark.parametrize(
    ("name", "path"),
    [("10.5555/a#b?c", "10.5555/a%23b%3Fc"), ("10.5555/a/../b", "10.5555%2Fa%2F..%2Fb"), ("10.5555/<é>", "10.5555/%3C%C3%A9%3E")],
)
def test_a_handle_is_encoded_exactly_once(name, path):
    assert handle_url(BASE, name) == f"https://doi.org/api/handles/{path}?type=URL"


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

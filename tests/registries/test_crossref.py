from __future__ import annotations

import datetime as dt
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.config.schema import Config
from refcheck.model.answers import Absent, Alias, Candidates, Failed, Question, Record
from refcheck.registries.answering import LONGEST
from refcheck.registries.crossref import BATCH, Crossref, batches, journals_url, list_url, prime_of, search_url, single_url
from refcheck.registries.http import Http

BASE = "https://api.crossref.org"
SICI = "10.1002/(sici)1099-0771(199806)11:2<107::aid-bdm292>3.0.co;2-y"


def work(doi, **fields):
    return {"json": {"status": "ok", "message-type": "work", "message": {"DOI": doi, "title": ["T"]}}, **fields}


def works(*dois, **fields):
    items = [{"DOI": doi, "title": ["T"]} for doi in dois]
    return {"json": {"status": "ok", "message-type": "work-list", "message": {"total-results": len(dois), "items": items}}, **fields}


NOT_FOUND = {"status": 404, "body": b"Resource not found.", "content_type": "text/plain"}
REFUSED = {
    "status": 400,
    "json": {
        "status": "failed",
        "message-type": "validation-failure",
        "message": [{"type": "parameter-not-allowed", "message": "not that"}],
    },
}


@pytest.fixture
def crossref(http, service, config):
    return Crossref(http, service.url, config)


# Requests


@pytest.mark.parametrize("dois", [["10.5555/x"], ["10.5555/x", "10.5555/y z", SICI, "10.5555/é#?&+%"]])
def test_a_list_request_is_the_one_habanero_itself_would_send(service, dois):
    """Habanero owns the grammar of filters; what it would ask is what we ask."""
    from habanero import Crossref as Habanero

    service.answers(works(*dois))
    Habanero(base_url=service.url).works(filter={"doi": list(dois)}, limit=len(dois))
    assert service.url + service.targets[0] == list_url(service.url, dois)


def test_a_contact_is_told_as_a_parameter():
    assert list_url(BASE, ["10.5555/x"], "a+b@example.org").endswith("&mailto=a%2Bb%40example.org")
    assert single_url(BASE, "10.5555/x", "a@example.org") == f"{BASE}/works/10.5555/x?mailto=a%40example.org"
    assert "mailto" not in list_url(BASE, ["10.5555/x"]) + single_url(BASE, "10.5555/x")


def test_a_list_request_asks_for_whole_records_and_a_row_for_each():
    query = parse_qs(urlsplit(list_url(BASE, ["10.5555/x", "10.5555/y"])).query)
    assert query == {"filter": ["doi:10.5555/x,doi:10.5555/y"], "rows": ["2"]}


@pytest.mark.parametrize(
    ("doi", "path"),
    [
        ("10.5555/a#b?c", "/works/10.5555/a%23b%3Fc"),
        ("10.5555/a%2fb", "/works/10.5555/a%252fb"),
        ("10.5555/a/", "/works/10.5555/a/"),
        ("10.5555/a/../b", "/works/10.5555%2Fa%2F..%2Fb"),
        ("10.5555/ä b", "/works/10.5555/%C3%A4%20b"),
        (SICI, "/works/10.1002/%28sici%291099-0771%28199806%2911%3A2%3C107%3A%3Aaid-bdm292%3E3.0.co%3B2-y"),
    ],
)
def test_a_doi_is_encoded_exactly_once_and_arrives_as_it_is(crossref, service, doi, path):
    service.answers(work(doi))
    answer = crossref.look_up([doi], alone=True)[doi]
    assert isinstance(answer, Record)
    assert service.targets == [path]
    assert unquote(service.targets[0].removeprefix("/works/")) == doi


@given(st.lists(st.from_regex(r"10\.5555/[a-z<>;#% ]{1,300}", fullmatch=True), max_size=120))
def test_batches_hold_every_doi_once_in_order_and_are_short_enough(dois):
    cut = list(batches(BASE, dois, "me@example.org"))
    assert [doi for batch in cut for doi in batch] == dois
    for batch in cut:
        parts = urlsplit(list_url(BASE, batch, "me@example.org"))
        assert len(batch) <= BATCH
        assert len(batch) == 1 or len(f"{parts.path}?{parts.query}") <= LONGEST


def test_fifty_ordinary_dois_are_one_request():
    assert len(list(batches(BASE, [f"10.1186/s12906-022-{number:05}-8" for number in range(50)]))) == 1


# Lists


def test_a_list_gives_each_doi_its_record_in_whatever_order_it_comes(crossref, service, http):
    service.answers(works("10.5555/B", "10.5555/a", "10.5555/not-asked"))
    answers = crossref.look_up(["10.5555/a", "10.5555/b"])
    assert list(answers) == ["10.5555/a", "10.5555/b"]
    assert [answer.record.identifier for answer in answers.values()] == ["10.5555/a", "10.5555/b"]
    assert {(answer.registry, answer.date) for answer in answers.values()} == {("crossref", "2026-11-24")}
    assert http.requests == 1


def test_what_a_list_leaves_out_is_absent_but_not_finally(crossref, service):
    """It may be another name of a work: those never stand in lists."""
    service.answers(works("10.5555/a"))
    answers = crossref.look_up(["10.5555/a", "10.5555/b"])
    assert answers["10.5555/b"] == Absent(registry="crossref", question="10.5555/b", date="2026-11-24", final=False)


def test_many_dois_are_asked_in_batches(crossref, service, http):
    service.route(lambda target: works(*(part.removeprefix("doi:") for part in parse_qs(urlsplit(target).query)["filter"][0].split(","))))
    answers = crossref.look_up([f"10.5555/{number}" for number in range(120)])
    assert all(isinstance(answer, Record) for answer in answers.values())
    assert http.requests == 3


def test_nothing_asked_is_nothing_sent(crossref, service):
    assert crossref.look_up([]) == {}
    assert service.targets == []


def test_a_doi_with_a_comma_is_asked_alone(crossref, service):
    service.route(lambda target: works("10.5555/a") if "filter" in target else work("10.5555/b,c"))
    answers = crossref.look_up(["10.5555/a", "10.5555/b,c"])
    assert all(isinstance(answer, Record) for answer in answers.values())
    assert sorted(service.targets) == ["/works/10.5555/b%2Cc", "/works?filter=doi%3A10.5555%2Fa&rows=1"]


@pytest.mark.parametrize("status", [400, 414])
def test_a_doi_that_spoils_a_list_is_the_only_one_without_an_answer(crossref, service, status):
    def answer(target):
        asked = [part.removeprefix("doi:") for part in parse_qs(urlsplit(target).query)["filter"][0].split(",")]
        return {**REFUSED, "status": status} if "10.5555/bad" in asked else works(*asked)

    service.route(answer)
    answers = crossref.look_up(["10.5555/1", "10.5555/2", "10.5555/bad", "10.5555/3"])
    assert [doi for doi, answer in answers.items() if isinstance(answer, Record)] == ["10.5555/1", "10.5555/2", "10.5555/3"]
    failed = answers["10.5555/bad"]
    assert isinstance(failed, Failed)
    assert (failed.cause, failed.detail) == ("refused", f"HTTP {status}: not that")


@pytest.mark.parametrize(
    "document",
    [[], {}, {"message": []}, {"message": {}}, {"message": {"items": {}}}, "text", 5, None],
    ids=repr,
)
def test_an_answer_that_is_no_list_of_works_is_a_failure(crossref, service, document):
    service.answers({"body": str(document).replace("'", '"').replace("None", "null").encode() if document != "text" else b'"text"'})
    answer = crossref.look_up(["10.5555/a"])["10.5555/a"]
    assert isinstance(answer, Failed)
    assert answer.cause == "broken"


def test_items_that_are_no_works_are_passed_over(crossref, service):
    service.answers({"json": {"message-type": "work-list", "message": {"items": ["?", {}, {"DOI": "10.5555/a"}]}}})
    assert isinstance(crossref.look_up(["10.5555/a"])["10.5555/a"], Record)


# Single works


def test_a_doi_that_is_not_there_is_finally_absent(crossref, service):
    service.answers(NOT_FOUND)
    answer = crossref.look_up(["10.5555/a"], alone=True)["10.5555/a"]
    assert answer == Absent(registry="crossref", question="10.5555/a", date="2026-11-24", final=True)


def test_another_name_of_a_work_leads_to_the_work(crossref, service, http):
    service.route(
        lambda target: (
            work("10.5555/Prime<1>")
            if "prime" in target
            else {"status": 301, "headers": {"Location": "https://api.crossref.org/v1/works/10.5555%2Fprime%3C1%3E"}}
        )
    )
    answer = crossref.look_up(["10.5555/alias"], alone=True)["10.5555/alias"]
    assert isinstance(answer, Alias)
    assert (answer.question, answer.of, answer.record.identifier) == ("10.5555/alias", "10.5555/prime<1>", "10.5555/prime<1>")
    assert service.targets == ["/works/10.5555/alias", "/works/10.5555/prime%3C1%3E"]
    assert http.requests == 2


def test_a_work_that_comes_under_another_doi_is_another_name_too(crossref, service):
    service.answers(work("10.5555/prime"))
    answer = crossref.look_up(["10.5555/alias"], alone=True)["10.5555/alias"]
    assert isinstance(answer, Alias)
    assert answer.of == "10.5555/prime"


@pytest.mark.parametrize(
    ("second", "cause"),
    [
        (NOT_FOUND, "broken"),
        ({"status": 301, "headers": {"Location": "/works/10.5555/alias"}}, "refused"),
        ({"status": 410}, "refused"),
        (work("10.5555/third"), "broken"),
    ],
    ids=["nowhere", "circle", "gone", "further"],
)
def test_another_name_that_leads_nowhere_is_a_failure_not_an_absence(crossref, service, second, cause):
    service.answers({"status": 301, "headers": {"Location": "/works/10.5555/prime"}}, second)
    answer = crossref.look_up(["10.5555/alias"], alone=True)["10.5555/alias"]
    assert isinstance(answer, Failed)
    assert answer.cause == cause


@pytest.mark.parametrize(
    ("location", "prime"),
    [
        ("https://api.crossref.org/works/10.5555/PRIME?mailto=a", "10.5555/prime"),
        ("/v1/works/10.5555%2Fprime", "10.5555/prime"),
        ("https://www.crossref.org/login", None),
        ("/works/", None),
        ("", None),
    ],
)
def test_a_redirect_is_read_never_followed_to_another_place(location, prime):
    assert prime_of(location) == prime


def test_a_redirect_to_no_work_is_a_failure(crossref, service):
    service.answers({"status": 301, "headers": {"Location": "https://login.example/"}})
    answer = crossref.look_up(["10.5555/a"], alone=True)["10.5555/a"]
    assert isinstance(answer, Failed)
    assert answer.detail == "a redirect that leads to no work"
    assert len(service.targets) == 1


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ({"status": 503}, "network"),
        ({"status": 429}, "refused"),
        ({"status": 403}, "refused"),
        ({"status": 404, "body": b"<html>", "content_type": "text/html"}, "broken"),
        ({"body": b"<html>", "content_type": "text/html"}, "broken"),
        ({"body": b"{"}, "broken"),
        ({"reset": True}, "network"),
        ({"json": {"message": {"title": ["no DOI"]}}}, "broken"),
        ({"json": {"message": {"DOI": None}}}, "broken"),
        ({"json": ["?"]}, "broken"),
        (REFUSED, "refused"),
    ],
    ids=["503", "429", "403", "404-page", "page", "cut-json", "reset", "no-doi", "null-doi", "no-work", "400"],
)
@pytest.mark.parametrize("alone", [True, False])
def test_a_failure_is_never_taken_for_an_absence(crossref, service, answer, cause, alone):
    service.answers(answer)
    given = crossref.look_up(["10.5555/a"], alone=alone)["10.5555/a"]
    assert isinstance(given, Failed)
    assert given.detail
    if alone:
        assert given.cause == cause


def test_a_failing_batch_fails_each_of_its_dois_with_few_requests(crossref, service):
    service.answers({"status": 500})
    answers = crossref.look_up([f"10.5555/{number}" for number in range(200)])
    assert all(isinstance(answer, Failed) for answer in answers.values())
    assert len(service.targets) <= 8


def test_a_contact_that_is_not_honoured_is_told_once(service, config, waits):
    config = replace(config, mailto="me@example.org")
    service.answers(works("10.5555/a", headers={"X-Api-Pool": "public-array"}))
    with Http(mailto=config.mailto, clock=waits.clock) as http:
        crossref = Crossref(http, service.url, config)
        crossref.look_up(["10.5555/a"])
        crossref.look_up(["10.5555/a"])
        assert http.warnings == ["Crossref does not take me@example.org for a contact address: it answers from the pool public-array"]
    assert service.headers[0]["user-agent"].endswith("(mailto:me@example.org)")
    assert "mailto=me%40example.org" in service.targets[0]


@pytest.mark.parametrize(("mailto", "pool"), [("me@example.org", "polite-array"), (None, "public-array")])
def test_a_pool_that_fits_the_contact_is_not_mentioned(service, waits, mailto, pool):
    service.answers(works("10.5555/a", headers={"X-Api-Pool": pool}))
    with Http(mailto=mailto, clock=waits.clock) as http:
        Crossref(http, f"{service.url}/", Config(mailto=mailto, today=dt.date(2026, 11, 24))).look_up(["10.5555/a"])
        assert http.warnings == []


# Searches and journals


def test_a_search_asks_for_five_works_and_for_what_is_compared_of_them():
    """One name that cannot be selected fails the whole request."""
    from habanero.select import validate_select

    query = parse_qs(urlsplit(search_url(BASE, "Lee, J. Wells & springs", "a@example.org")).query)
    validate_select(query["select"][0].split(","))
    assert (query["query.bibliographic"], query["rows"], query["mailto"]) == (["Lee, J. Wells & springs"], ["5"], ["a@example.org"])
    assert "filter" not in query


def test_a_search_gives_its_candidates_as_they_are_ranked(crossref, service):
    service.answers(works("10.5555/b", "10.5555/a"))
    question = Question("crossref", "search:1", query="wells")
    answer = crossref.search([question])["search:1"]
    assert isinstance(answer, Candidates)
    assert [record.identifier for record in answer.records] == ["10.5555/b", "10.5555/a"]


@pytest.mark.parametrize(
    "canned",
    [
        REFUSED,
        {"json": {"message-type": "work-list", "message": {"items": "none"}}},
        {"json": {"message": {"items": []}}},
        {"json": []},
        {"status": 404, "body": b""},
    ],
)
def test_a_search_that_is_refused_or_broken_says_nothing(crossref, service, canned):
    service.answers(canned)
    assert isinstance(crossref.search([Question("crossref", "search:1", query="wells")])["search:1"], Failed)
    assert isinstance(crossref.look_up(["journal:water"], alone=True)["journal:water"], Failed)


def test_odd_items_of_a_search_are_left_out(crossref, service):
    service.answers(
        {"json": {"message-type": "work-list", "message": {"items": [None, "x", {"title": ["T"]}, {"DOI": 3}, {"DOI": "10.5555/a"}]}}}
    )
    answer = crossref.search([Question("crossref", "search:1", query="wells")])["search:1"]
    assert [record.identifier for record in answer.records] == ["10.5555/a"]


def test_a_journal_is_known_by_just_its_title_and_the_years_it_has(crossref, service):
    rows = [
        {"title": "Water Letters", "ISSN": ["1234-5679"]},
        {"title": "Water &amp; Soil", "ISSN": ["0000-0000"], "breakdowns": {"dois-by-issued-year": [[2020, 7], [2018, 3], ["x"], None]}},
    ]
    service.answers({"json": {"message-type": "journal-list", "message": {"items": rows}}})
    answer = crossref.look_up(["journal:water soil", "journal:water"], alone=True)
    assert isinstance(answer["journal:water"], Absent)
    record = answer["journal:water soil"].record
    assert (record.identifier, record.reference.type, record.reference.extra["years"]) == ("journal:water soil", "periodical", [2018, 2020])
    assert parse_qs(urlsplit(journals_url(BASE, "water soil", "a@example.org")).query)["query"] == ["water soil"]


def test_a_redirect_that_is_no_address_leads_to_no_work():
    assert prime_of("http://[bad/works/x") is None


def test_of_a_list_only_what_is_kept_is_held(crossref, service):
    message = {"DOI": "10.5555/a", "title": ["T"], "abstract": "long", "author": [{"family": "Lee", "affiliation": [{"name": "U"}]}]}
    service.answers({"json": {"message-type": "work-list", "message": {"items": [message]}}})
    record = crossref.look_up(["10.5555/a"])["10.5555/a"].record
    assert dict(record.answer) == {"DOI": "10.5555/a", "title": ["T"], "author": [{"family": "Lee"}]}

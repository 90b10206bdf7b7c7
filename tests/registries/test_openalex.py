from __future__ import annotations

import logging
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.config.schema import Config, is_secret
from refcheck.model.answers import Absent, Failed, Record
from refcheck.registries.http import Http
from refcheck.registries.openalex import BATCH, OpenAlex, list_url, single_url, veil
from refcheck.registries.openalex_record import kept, read_record

KEY = "s3cret+key/1"
NOT_FOUND = {"status": 404, "body": b"<!doctype html>", "content_type": "text/html; charset=utf-8"}


def works(*dois):
    return {"json": {"results": [{"doi": f"https://doi.org/{doi}", "title": "T"} for doi in dois]}}


def asked(target):
    return parse_qs(urlsplit(target).query)["filter"][0].removeprefix("doi:").split("|")


@pytest.fixture
def openalex(http, service, config):
    return OpenAlex(http, f"{service.url}/", replace(config, openalex_key=KEY))


@pytest.mark.parametrize("key", [None, ""])
def test_without_a_key_nothing_is_sent(http, service, config, key):
    answers = OpenAlex(http, service.url, replace(config, openalex_key=key)).look_up(["10.5555/a"])
    assert answers["10.5555/a"] == Failed(
        registry="openalex", question="10.5555/a", date="2026-11-24", cause="offline", detail="it is asked only with a key (openalex-key)"
    )
    assert service.targets == []


def test_a_list_request_is_a_filter_that_any_of_the_dois_meets():
    query = parse_qs(urlsplit(list_url("https://api.openalex.org", ["10.5555/a", "10.5555/b"], KEY)).query)
    assert query == {"filter": ["doi:10.5555/a|10.5555/b"], "per-page": ["50"], "api_key": [KEY]}
    assert single_url("", "10.5555/a#/../b", "k") == "/works/doi:10.5555%2Fa%23%2F..%2Fb?api_key=k"


def test_a_list_gives_each_doi_its_record_in_whatever_order_it_comes(openalex, service):
    service.answers(works("10.5555/B", "10.5555/a"))
    answers = openalex.look_up(["10.5555/a", "10.5555/b", "10.5555/c"])
    assert [answer.record.identifier for answer in list(answers.values())[:2]] == ["10.5555/a", "10.5555/b"]
    assert answers["10.5555/c"] == Absent(registry="openalex", question="10.5555/c", date="2026-11-24", final=False)
    assert len(service.targets) == 1


def test_many_are_asked_in_batches_and_what_fits_no_filter_alone(openalex, service):
    service.route(
        lambda target: works(*asked(target)) if "filter" in target else {"json": {"doi": "https://doi.org/10.5555/b,c", "title": "T"}}
    )
    answers = openalex.look_up([*(f"10.5555/{number}" for number in range(BATCH + 1)), "10.5555/b,c"])
    assert all(isinstance(answer, Record) for answer in answers.values())
    assert len(service.targets) == 3


@pytest.mark.parametrize(("answer", "final"), [(NOT_FOUND, False), ({"status": 404, "json": {"error": "Not Found"}}, True)])
def test_a_work_that_is_not_there_is_absent(openalex, service, answer, final):
    """The service says so with a page, as an error handler would: that alone is not certain."""
    service.answers(answer)
    assert openalex.look_up(["10.5555/a"], alone=True)["10.5555/a"] == Absent(
        registry="openalex", question="10.5555/a", date="2026-11-24", final=final
    )


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ({"status": 503}, "network"),
        ({"status": 429}, "refused"),
        ({"status": 403}, "refused"),
        ({"status": 401, "json": {"error": "Invalid key"}}, "refused"),
        ({"body": b"<html>", "content_type": "text/html"}, "broken"),
        ({"json": {"results": {}, "doi": None}}, "broken"),
        ({"json": ["?"]}, "broken"),
        ({"reset": True}, "network"),
    ],
)
@pytest.mark.parametrize("alone", [True, False])
def test_a_failure_is_never_taken_for_an_absence(openalex, service, answer, cause, alone):
    service.answers(answer)
    given_ = openalex.look_up(["10.5555/a"], alone=alone)["10.5555/a"]
    assert isinstance(given_, Failed)
    assert given_.cause == cause


# The key


def test_a_key_is_in_no_text_about_the_settings():
    assert is_secret("openalex_key")
    assert KEY not in repr(Config(openalex_key=KEY))


def test_a_key_is_not_logged_with_the_addresses_that_hold_it(openalex, service, caplog):
    service.answers(works("10.5555/a"))
    with caplog.at_level(logging.DEBUG):
        openalex.look_up(["10.5555/a"])
    assert "api_key=(key)" in caplog.text
    assert all(spelling not in caplog.text for spelling in (KEY, "s3cret"))


def test_a_failure_that_names_the_address_does_not_show_the_key(config, waits):
    with Http(clock=waits.clock) as http:
        for base in ("ftp://127.0.0.1", "http://127.0.0.1:1"):
            given_ = OpenAlex(http, base, replace(config, openalex_key=KEY)).look_up(["10.5555/a"])["10.5555/a"]
            assert isinstance(given_, Failed)
            assert "s3cret" not in given_.detail


def test_a_key_is_veiled_in_each_of_its_spellings():
    assert veil("?api_key=s3cret%2Bkey%2F1 s3cret+key/1", KEY) == "?api_key=(key) (key)"


# Records


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"type": "article", "type_crossref": "proceedings-article"}, "paper-conference"),
        ({"type": "article", "primary_location": {"source": {"type": "conference"}}}, "paper-conference"),
        ({"type": "article"}, "article-journal"),
        ({"type": "dissertation", "primary_location": {"source": {"type": "repository"}}}, "thesis"),
        ({"type": "paratext"}, "document"),
        ({}, "document"),
    ],
)
def test_the_type_is_crossref_s_where_it_is_given(fields, kind):
    assert read_record(fields, retrieved=None).reference.type == kind


values = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.sampled_from(("", "x", "https://doi.org/10.5555/X", "journal", " \ud800")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("author", "display_name", "source", "issn", "type", "first_page", "last_page", "pmid")), inner, max_size=3
        )
    ),
    max_leaves=8,
)
KEYS = (
    *("doi", "ids", "title", "display_name", "publication_year", "type", "type_crossref", "language", "authorships", "primary_location"),
    *("biblio", "is_retracted"),
)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=8))
def test_no_record_makes_the_reader_raise(message):
    record = read_record(message, retrieved=None)
    assert read_record(kept(message), retrieved=None) == record

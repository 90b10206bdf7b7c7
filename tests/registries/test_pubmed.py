from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.answers import Absent, Alias, Elsewhere, Failed, Record
from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.registries.pubmed import BATCH, PubMed, fetch_url, summary_url
from refcheck.registries.pubmed_dates import date_of_source, date_to_cite, medline_date, read_date, read_dates
from refcheck.registries.pubmed_record import kept, read_record
from refcheck.registries.pubmed_xml import articles

BASE = "https://eutils.ncbi.nlm.nih.gov"
XML = {"content_type": "text/xml; charset=UTF-8"}


def article(pmid):
    return f"<PubmedArticle><MedlineCitation><PMID>{pmid}</PMID></MedlineCitation></PubmedArticle>"


def articles_of(*pmids):
    return {"body": f"<PubmedArticleSet>{''.join(map(article, pmids))}</PubmedArticleSet>".encode(), **XML}


def error(words, **fields):
    return {"body": f"<eFetchResult><ERROR>{words}</ERROR></eFetchResult>".encode(), **XML, **fields}


def asked(target):
    return parse_qs(urlsplit(target).query)["id"][0].split(",")


def summary(**pmids):
    """Answer as PubMed Central does: number of the PMCID -> PMID; None for one that it does not know."""
    rows = {
        name.removeprefix("n"): {"error": "cannot get document summary"}
        if pmid is None
        else {"articleids": [{"idtype": "pmid", "value": pmid}, {"idtype": "pmcid", "value": f"PMC{name.removeprefix('n')}"}, "?"]}
        for name, pmid in pmids.items()
    }
    return {"json": {"result": {"uids": list(rows), **rows}}}


@pytest.fixture
def pubmed(http, service, config):
    return PubMed(http, f"{service.url}/", config)


# Requests


def test_a_request_names_the_program_and_the_contact_where_there_is_one():
    assert fetch_url(BASE, ["1", "2"]) == f"{BASE}/entrez/eutils/efetch.fcgi?db=pubmed&id=1,2&retmode=xml&tool=refcheck"
    assert summary_url(BASE, ["3"], "a+b@example.org") == (
        f"{BASE}/entrez/eutils/esummary.fcgi?db=pmc&id=3&retmode=json&tool=refcheck&email=a%2Bb%40example.org"
    )


def test_the_contact_comes_from_the_configuration(http, service, config):
    service.answers(articles_of("1"))
    PubMed(http, service.url, replace(config, mailto="me@example.org")).look_up(["pmid:1"])
    assert service.targets[0].endswith("&email=me%40example.org")


# PMIDs


def test_each_pmid_has_its_article_in_whatever_order_they_come(pubmed, service):
    service.answers(articles_of("2", "1", "9"))
    answers = pubmed.look_up(["pmid:1", "pmid:2", "pmid:3"])
    assert [answer.record.identifier for answer in list(answers.values())[:2]] == ["pmid:1", "pmid:2"]
    assert answers["pmid:3"] == Absent(registry="pubmed", question="pmid:3", date="2026-11-24")
    assert len(service.targets) == 1


def test_two_hundred_are_one_request(pubmed, service):
    service.route(lambda target: articles_of(*asked(target)))
    answers = pubmed.look_up([f"pmid:{number}" for number in range(10**7, 10**7 + BATCH + 1)])
    assert all(isinstance(answer, Record) for answer in answers.values())
    assert [len(asked(target)) for target in service.targets] == [200, 1]


def test_nothing_asked_is_nothing_sent(pubmed, service):
    assert pubmed.look_up([]) == {}
    assert service.targets == []


@pytest.mark.parametrize("answer", [articles_of(), error("ID list is empty! Possibly it has no correct IDs.", status=400)])
def test_where_nothing_of_a_list_comes_it_is_not_certain_that_it_is_not_there(pubmed, service, answer):
    service.answers(answer)
    assert [each.final for each in pubmed.look_up(["pmid:1", "pmid:2"]).values()] == [False, False]
    assert [each.final for each in pubmed.look_up(["pmid:1", "pmid:2"], alone=True).values()] == [True, True]


def test_what_is_no_pmid_is_absent_and_not_asked_for(pubmed, service):
    answers = pubmed.look_up(["pmid:0", "pmid:x", "pmcid:1", "10.5555/x"])
    assert all(isinstance(answer, Absent) for answer in answers.values())
    assert service.targets == []


def test_a_pmid_with_zeros_before_it_is_another_name(pubmed, service):
    service.answers(articles_of("7"))
    answer = pubmed.look_up(["pmid:007"])["pmid:007"]
    assert isinstance(answer, Alias)
    assert answer.of == "pmid:7"


@pytest.mark.parametrize(
    ("answer", "cause", "detail"),
    [
        ({"status": 503}, "network", None),
        ({"status": 429, "json": {"error": "API rate limit exceeded"}}, "refused", None),
        ({"status": 403}, "refused", None),
        ({"body": b"<html>", "content_type": "text/html"}, "broken", None),
        ({"body": b"<PubmedArticleSet>", **XML}, "broken", None),
        ({"reset": True}, "network", None),
        ({"json": {"result": {}}}, "broken", "the answer is no set of articles"),
        ({"body": b'"x"'}, "broken", "the answer is no set of articles"),
        (error("Unable to obtain query"), "broken", "the answer is no set of articles"),
        (error("not that", status=400), "refused", "HTTP 400: not that"),
        ({"status": 400, "json": {"error": "not this"}}, "refused", "HTTP 400: not this"),
        ({"status": 400, "body": b"?", "content_type": "text/plain"}, "refused", "HTTP 400"),
    ],
)
def test_a_failure_is_never_taken_for_an_absence(pubmed, service, answer, cause, detail):
    service.answers(answer)
    for given_ in pubmed.look_up(["pmid:1", "pmid:2"]).values():
        assert isinstance(given_, Failed)
        assert given_.cause == cause
        assert detail in (None, given_.detail)


# PMCIDs


def test_a_pmcid_is_another_name_of_its_pmid(pubmed, service):
    """Two requests for however many: PubMed Central's summary tells the PMIDs."""
    service.route(lambda target: summary(n71="1", n72="2") if "db=pmc" in target else articles_of(*asked(target)))
    answers = pubmed.look_up(["pmcid:pmc71", "pmid:2", "pmcid:pmc72"])
    assert [(type(answer), answer.record.identifier) for answer in answers.values()] == [
        (Alias, "pmid:1"),
        (Record, "pmid:2"),
        (Alias, "pmid:2"),
    ]
    assert [asked(target) for target in service.targets] == [["71", "72"], ["2", "1"]]


def test_a_pmcid_without_pmid_is_elsewhere_and_an_unknown_one_never_finally_absent(pubmed, service):
    service.answers(summary(n71="0", n72=None))
    answers = pubmed.look_up(["pmcid:pmc71", "pmcid:pmc72", "pmcid:pmc73"])
    assert answers["pmcid:pmc71"] == Elsewhere(registry="pubmed", question="pmcid:pmc71", date="2026-11-24", agency="PubMed Central")
    for question in ("pmcid:pmc72", "pmcid:pmc73"):
        assert answers[question] == Absent(registry="pubmed", question=question, date="2026-11-24", final=False)


def test_a_summary_of_another_article_is_not_taken(pubmed, service):
    service.answers(
        {"json": {"result": {"71": {"articleids": [{"idtype": "pmid", "value": "1"}, {"idtype": "pmcid", "value": "PMC710"}]}}}}
    )
    assert isinstance(pubmed.look_up(["pmcid:pmc71"])["pmcid:pmc71"], Absent)


@pytest.mark.parametrize("fails", ["db=pmc", "db=pubmed"])
def test_a_failure_on_the_way_of_a_pmcid_is_a_failure(pubmed, service, fails):
    service.route(lambda target: {"status": 500} if fails in target else summary(n71="1"))
    assert isinstance(pubmed.look_up(["pmcid:pmc71"])["pmcid:pmc71"], Failed)


@pytest.mark.parametrize("body", [b"{}", b"null", b"[1]", b'"x"', b'{"error": "rate limit exceeded"}', b'{"message": {"items": []}}'])
def test_an_answer_that_is_no_list_of_summaries_says_nothing_of_a_pmcid(pubmed, service, body):
    """Taken for an absence it would have the work looked for among others, and be kept for a day."""
    service.answers({"body": body})
    answer = pubmed.look_up(["pmcid:pmc71"])["pmcid:pmc71"]
    assert isinstance(answer, Failed)
    assert (answer.cause, answer.detail) == ("broken", "the answer is no list of summaries")


def test_where_pubmed_central_knows_none_a_pmcid_is_not_finally_absent(pubmed, service):
    service.answers({"json": {"error": "No correct IDs in the request"}})
    assert pubmed.look_up(["pmcid:pmc71"])["pmcid:pmc71"] == Absent(
        registry="pubmed", question="pmcid:pmc71", date="2026-11-24", final=False
    )


def test_a_pmcid_whose_article_does_not_come_is_not_finally_absent(pubmed, service):
    service.route(lambda target: summary(n71="1") if "db=pmc" in target else articles_of())
    answer = pubmed.look_up(["pmcid:pmc71"])["pmcid:pmc71"]
    assert isinstance(answer, Absent)
    assert not answer.final


# Dates


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1998 Dec-1999 Jan", Date(year=1998, month=12, end=Date(year=1999, month=1))),
        ("2000 Nov-Dec", Date(year=2000, month=11, end=Date(year=2000, month=12))),
        ("1998 Dec 29-1999 Jan 4", Date(year=1998, month=12, day=29, end=Date(year=1999, month=1, day=4))),
        ("2000 Jul 1-7", Date(year=2000, month=7, day=1, end=Date(year=2000, month=7, day=7))),
        ("2011 Spring", Date(year=2011, season=1)),
        ("2011 Spring-Summer", Date(year=2011, season=1, end=Date(year=2011, season=2))),
        ("1999-2000 Winter", Date(year=1999, end=Date(year=2000, season=4))),
        ("1976-1977", Date(year=1976, end=Date(year=1977))),
        ("1978 1st Trimest", Date(year=1978)),
        ("2000 Jul-Jul", Date(year=2000, month=7)),
        ("0000 Jul", None),
        ("0000-0001", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_in_words_is_read_as_far_as_it_is_plain(written, date):
    assert medline_date(written) == date


@pytest.mark.parametrize(
    ("model", "issue", "electronic", "volume", "name"),
    [
        ("Print", "2021", None, "1", "pubdate"),
        ("Print-Electronic", "2021", "2020", "1", "pubdate"),
        ("Electronic", "2020", "2020", "1", "articledate"),
        ("Electronic", "2021", "2020", "1", "pubdate"),
        ("Electronic", "2021", "2020", None, "articledate"),
        ("Electronic-Print", "2021", "2020", "1", "pubdate"),
        ("Electronic", None, "2020", "1", "articledate"),
        ("Print", None, None, "1", None),
    ],
)
def test_the_date_to_cite_is_the_volume_s_where_there_is_one(model, issue, electronic, volume, name):
    message = {"PubModel": model, "PubDate": {"Year": issue}, "ArticleDate": {"Year": electronic}, "Volume": volume}
    assert date_to_cite(message, read_dates(message)) == name


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ("Lancet. 2010 Feb 6;375(9713):445", Date(year=2010, month=2, day=6)),
        ("JAMA. 1999;281:1", Date(year=1999)),
        ("J Example 4", None),
    ],
)
def test_the_date_of_a_notice_stands_in_its_citation(source, date):
    assert date_of_source(source) == date


# Records


@pytest.mark.parametrize(
    ("fields", "locator"),
    [
        ({"MedlinePgn": "258-87; quiz 290"}, Locator(pages="258-87")),
        ({"MedlinePgn": ""}, None),
        ({"StartPage": "5", "EndPage": "5"}, Locator(pages="5")),
        ({"StartPage": "e5"}, Locator(pages="e5")),
        ({"ELocationID": [{"EIdType": "pii", "ELocationID": "S0140-6736(97)11096-0"}]}, None),
        ({"ELocationID": [{"EIdType": "pii", "ELocationID": "e0123456"}]}, Locator(article="e0123456")),
    ],
)
def test_pages_come_first_and_only_short_identifiers_are_article_numbers(fields, locator):
    assert read_record({"PMID": "1", **fields}, retrieved=None).reference.page == locator


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("A title.", "A title"),
        ("And so on...", "And so on..."),
        ("Why?", "Why?"),
        ("Sleep [corrected].", "Sleep"),
        ("[Sleep] of [herons].", "[Sleep] of [herons]"),
        ("[Not Available].", None),
        ("", None),
    ],
)
def test_a_title_is_given_as_the_work_bears_it(title, shown):
    assert read_record({"PMID": "1", "ArticleTitle": title}, retrieved=None).reference.title == shown


def test_a_citation_without_its_parts_gives_a_record_without_values():
    root = fromstring("<PubmedArticleSet><PubmedArticle/><PubmedBookArticle/></PubmedArticleSet>")
    assert list(articles(root)) == [{}, {}]
    assert read_record({}, retrieved=None).reference.present() == ()


def test_a_language_without_a_short_tag_keeps_its_own():
    assert read_record({"PMID": "1", "Language": ["mul"]}, retrieved=None).reference.language == "mul"


TEXTS = (
    "",
    "x",
    "10.5555/X",
    "2004",
    "1998 Dec-1999 Jan",
    "[a].",
    "doi",
    "pii",
    "RetractionIn",
    "UpdateOf",
    "J. 2010;1. doi: 10.1/x",
    " \ud800",
)
INNER = (
    *("LastName", "ForeName", "CollectiveName", "Title", "ISSN", "Isbn", "BookTitle", "Year", "Month", "Season", "MedlineDate", "doi"),
    *("pmc", "RefType", "RefSource", "PMID", "EIdType", "ELocationID"),
)
KEYS = (
    *("PMID", "PubModel", "ArticleTitle", "VernacularTitle", "Author", "CompleteYN", "Editor", "Journal", "Book", "Volume", "MedlinePgn"),
    *("StartPage", "ELocationID", "PubDate", "ArticleDate", "Language", "PublicationType", "CommentsCorrections", "ArticleId"),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.sampled_from(TEXTS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=8))
def test_no_record_makes_the_reader_raise(message):
    record = read_record(message, retrieved=None)
    assert read_record(kept(message), retrieved=None) == record


def test_what_an_article_was_updated_in_is_a_later_version_of_it():
    """Of a review that is kept up to date; the published version of a preprint is no notice on it."""
    tie = {"RefType": "UpdateIn", "RefSource": "Marsh Rev. 2022;(2):1. doi: 10.5555/mr.2", "PMID": "9"}
    review = read_record({"PMID": "1", "CommentsCorrections": [tie]}, retrieved=None)
    preprint = read_record({"PMID": "1", "CommentsCorrections": [tie], "PublicationType": ["Preprint"]}, retrieved=None)
    assert [(update.type, update.doi, str(update.date)) for update in review.updated_by] == [("new_version", "10.5555/mr.2", "2022")]
    assert preprint.updated_by == ()
    assert [(tie.name, tie.identifier) for tie in preprint.relations] == [("is-preprint-of", "10.5555/mr.2")]


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ({"Year": "2010", "Month": "08", "Day": "07"}, Date(year=2010, month=8, day=7)),
        ({"Year": "2010", "Month": "Aug", "Day": "32"}, Date(year=2010, month=8)),
        ({"Year": "2010", "Month": "1" * 5000, "Day": "1" * 5000}, Date(year=2010)),
        ({"Year": "2010", "Month": "1", "Day": "1" * 5000}, Date(year=2010, month=1)),
    ],
)
def test_a_date_in_parts_is_as_precise_as_its_parts_are_sound(parts, date):
    assert read_date(parts) == date


def test_a_title_of_any_depth_of_markup_is_read():
    deep = f"<PMID>1</PMID><Article><ArticleTitle>Of {'<i>' * 3000}terns{'</i>' * 3000}</ArticleTitle></Article>"
    answer = f"<PubmedArticleSet><PubmedArticle><MedlineCitation>{deep}</MedlineCitation></PubmedArticle></PubmedArticleSet>"
    article = next(articles(fromstring(answer)))
    assert read_record(article, retrieved=None).reference.title == "Of terns"

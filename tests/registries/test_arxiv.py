from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.answers import Absent, Failed, Record
from refcheck.registries.arxiv import BATCH, Arxiv, list_url, parse
from refcheck.registries.arxiv_atom import is_withdrawn
from refcheck.registries.arxiv_record import kept, read_record

ATOM = {"content_type": "application/atom+xml; charset=utf-8"}


def entry(identifier, title="T"):
    return f"<entry><id>http://arxiv.org/abs/{identifier}</id><title>{title}</title><published>2021-01-02T00:00:00Z</published></entry>"


def fault(words, name="incorrect_id_format"):
    return f"<entry><id>https://arxiv.org/api/errors#{name}</id><title>Error</title><summary>{words}</summary></entry>"


def feed(*inside, **fields):
    return {"body": f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(inside)}</feed>'.encode(), **ATOM, **fields}


def asked(target):
    return parse_qs(urlsplit(target).query)["id_list"][0].split(",")


@pytest.fixture
def arxiv(http, service, config):
    return Arxiv(http, f"{service.url}/", config)


# Requests


def test_a_request_lists_the_papers_and_has_room_for_all():
    url = list_url("https://export.arxiv.org", ["2101.00001v2", "math/0309136"])
    assert url == "https://export.arxiv.org/api/query?id_list=2101.00001v2,math/0309136&max_results=2"


@pytest.mark.parametrize(
    ("identifier", "wanted"),
    [
        ("2101.00001", ("2101.00001", 0)),
        ("0704.0001v12", ("0704.0001", 12)),
        ("math/0309136", ("math/0309136", 0)),
        ("math.gt/0309136v1", ("math/0309136", 1)),
        ("hep-th/9901001v1", ("hep-th/9901001", 1)),
        ("2113.00001", None),
        ("2101.00001v0", None),
        ("math/9913001", None),
        ("2101.1", None),
        ("x", None),
    ],
)
def test_an_identifier_is_parted_from_its_version_and_class(identifier, wanted):
    assert parse(identifier) == wanted


def test_fifty_papers_are_one_request_and_the_next_waits_three_seconds(arxiv, http, service, waits):
    http.introduce(service.url, "arxiv")
    service.route(lambda target: feed(*(entry(f"{each}v1") for each in asked(target))))
    answers = arxiv.look_up([f"2101.{number:05}" for number in range(BATCH + 1)])
    assert all(isinstance(answer, Record) for answer in answers.values())
    assert [len(asked(target)) for target in service.targets] == [50, 1]
    assert 2.5 < max(waits.slept) < 4


def test_alone_each_is_asked_in_a_request_of_its_own(arxiv, service):
    service.route(lambda target: feed(*(entry(f"{each}v1") for each in asked(target))))
    arxiv.look_up(["2101.00001", "2101.00002"], alone=True)
    arxiv.look_up(["2101.00001v1"], alone=True)
    assert [asked(target) for target in service.targets] == [["2101.00001"], ["2101.00002"], ["2101.00001", "2101.00001v1"]]


def test_nothing_asked_is_nothing_sent(arxiv, service):
    assert arxiv.look_up([]) == {}
    assert service.targets == []


# Answers


def test_each_has_its_paper_in_whatever_order_they_come(arxiv, service):
    service.answers(feed(entry("hep-th/9901001v1"), entry("2101.00001v3"), entry("2101.99999v1")))
    answers = arxiv.look_up(["2101.00001", "hep-th/9901001v1", "2101.00002"])
    assert [answer.record.identifier for answer in list(answers.values())[:2]] == ["2101.00001", "hep-th/9901001v1"]
    assert answers["2101.00002"] == Absent(registry="arxiv", question="2101.00002", date="2026-11-24")
    assert answers["2101.00001"].record.reference.version == "3"


def test_a_class_in_an_old_identifier_is_not_asked_for(arxiv, service):
    service.answers(feed(entry("math/0309136v1")))
    answers = arxiv.look_up(["math.gt/0309136", "math/0309136"])
    assert [answer.record.identifier for answer in answers.values()] == ["math.gt/0309136", "math/0309136"]
    assert [asked(target) for target in service.targets] == [["math/0309136"]]


def test_versions_of_one_paper_are_told_apart(arxiv, service):
    service.answers(feed(entry("2101.00001v1", "Old"), entry("2101.00001v3", "New"), entry("2101.00002")))
    answers = arxiv.look_up(["2101.00001", "2101.00001v1", "2101.00001v2", "2101.00001v4", "2101.00002v2"])
    shown = [answer.record.reference.title if isinstance(answer, Record) else answer.final for answer in answers.values()]
    assert shown == ["New", "Old", "New", True, "T"]
    assert asked(service.targets[0]) == [
        *("2101.00001", "2101.00001v1", "2101.00001v2", "2101.00001v4"),
        *("2101.00002", "2101.00002v2"),
    ]


def test_a_cited_version_is_told_with_what_became_of_the_paper_since(arxiv, service):
    """Who cites the first version of a paper must know that the third was withdrawn."""
    gone = '<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">Withdrawn</arxiv:comment></entry>'
    service.answers(feed(entry("2101.00001v3", "New").replace("</entry>", gone), entry("2101.00001v1", "Old")))
    record = arxiv.look_up(["2101.00001v1"])["2101.00001v1"].record
    assert (record.identifier, record.reference.title, record.reference.version) == ("2101.00001v1", "Old", "3")
    assert [update.type for update in record.updated_by] == ["withdrawal"]
    assert read_record(kept(record.answer), retrieved="2026-11-24") == record


def test_a_version_stands_where_the_latest_does_not_come(arxiv, service):
    service.route(lambda target: feed(entry("2101.00001v2")) if "2101.00001v2" in asked(target) else {"status": 500})
    answer = arxiv.look_up(["2101.00001v2"])["2101.00001v2"]
    assert isinstance(answer, Record)
    assert answer.record.reference.version == "2"


def test_a_version_later_than_the_latest_is_absent(arxiv, service):
    service.answers(feed(entry("2101.00001v3")))
    assert arxiv.look_up(["2101.00001v9"])["2101.00001v9"] == Absent(registry="arxiv", question="2101.00001v9", date="2026-11-24")


def test_where_nothing_of_a_list_comes_it_is_not_certain_that_it_is_not_there(arxiv, service):
    """An empty feed also comes when arXiv is in trouble."""
    service.answers(feed())
    assert [answer.final for answer in arxiv.look_up(["2101.00001", "2101.00002"]).values()] == [False, False]
    assert arxiv.look_up(["2101.00001"])["2101.00001"].final


def test_an_entry_without_a_title_is_no_paper(arxiv, service):
    service.answers(feed(entry("2101.00001v1", title="")))
    assert isinstance(arxiv.look_up(["2101.00001"])["2101.00001"], Absent)


def test_an_identifier_of_no_form_is_absent_and_not_asked_for(arxiv, service):
    assert isinstance(arxiv.look_up(["2113.00001"])["2113.00001"], Absent)
    assert service.targets == []


@pytest.mark.parametrize("status", [200, 400])
def test_an_identifier_that_spoils_a_list_does_not_spoil_the_others(arxiv, service, status):
    def answer(target):
        if "2101.00002" in asked(target):
            return feed(fault("incorrect id format for 2101.00002"), status=status)
        return feed(*(entry(f"{each}v1") for each in asked(target)))

    service.route(answer)
    answers = arxiv.look_up(["2101.00001", "2101.00002", "2101.00003"])
    assert [type(each) for each in answers.values()] == [Record, Absent, Record]
    assert len(service.targets) == 2
    assert isinstance(arxiv.look_up(["2101.00002"])["2101.00002"], Absent)


def test_where_arxiv_does_not_say_which_identifier_is_wrong_it_is_found(arxiv, service):
    service.route(
        lambda target: (
            feed(fault("some trouble"), status=400)
            if "2101.00002" in asked(target)
            else feed(*(entry(f"{each}v1") for each in asked(target)))
        )
    )
    answers = arxiv.look_up([f"2101.0000{number}" for number in range(1, 5)])
    assert [type(each) for each in answers.values()] == [Record, Failed, Record, Record]
    assert answers["2101.00002"].detail == "HTTP 400: some trouble"


@pytest.mark.parametrize(
    ("answer", "cause", "detail"),
    [
        ({"status": 503}, "network", None),
        ({"status": 429}, "refused", None),
        ({"status": 403}, "refused", None),
        ({"body": b"<html>", "content_type": "text/html"}, "broken", None),
        ({"body": b"<feed", **ATOM}, "broken", None),
        ({"json": {}}, "broken", "the answer is no feed of papers"),
        ({"body": b"<rss/>", **ATOM}, "broken", "the answer is no feed of papers"),
        ({"status": 400, "body": b"?", "content_type": "text/plain"}, "refused", "HTTP 400"),
        ({"reset": True}, "network", None),
    ],
)
def test_a_failure_is_never_taken_for_an_absence(arxiv, service, answer, cause, detail):
    service.answers(answer)
    for given_ in arxiv.look_up(["2101.00001", "2101.00002"]).values():
        assert isinstance(given_, Failed)
        assert given_.cause == cause
        assert detail in (None, given_.detail)


# Records


@pytest.mark.parametrize(
    ("comment", "summary", "gone"),
    [
        ("This paper has been withdrawn by the author due to an error", "", True),
        ("12 pages. Withdrawn", "", True),
        ("Paper withdrawn", "", True),
        ("was withdrawn", "", True),
        ("Replaces withdrawn paper 2101.00001", "", False),
        ("Withdrawn paper 2101.00001 is corrected here", "", False),
        ("v1 of another author was withdrawn", "", False),
        ("", "This paper is temporarily withdrawn.", True),
        ("", "Withdrawn.", True),
        ("", "We study why this paper has been withdrawn.", False),
        ("", "Withdrawnness of herons", False),
        ("", "", False),
    ],
)
def test_only_what_says_of_itself_that_it_is_withdrawn_is(comment, summary, gone):
    assert is_withdrawn(comment, summary) is gone


def test_a_paper_without_values_gives_a_record_without_them():
    assert read_record({}, retrieved=None).reference.present() == ("publisher", "genre")


values = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.sampled_from(("", "x", "2101.00001v2", "2021-01-02", "10.5555/x", " \ud800")),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)
KEYS = ("identifier", "id", "title", "author", "published", "updated", "doi", "journal_ref", "comment", "primary_category", "withdrawn")


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=8))
def test_no_record_makes_the_reader_raise(message):
    record = read_record(message, retrieved=None)
    assert read_record(kept(message), retrieved=None) == record


@given(st.from_regex(re.compile(r"[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,4})?|[a-z.-]{2,9}/[0-9]{7}", re.ASCII), fullmatch=True))
def test_what_is_asked_for_arrives_as_it_is(identifier):
    assert asked(unquote(list_url("", [identifier]))) == [identifier]

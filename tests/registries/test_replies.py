from __future__ import annotations

import pytest

from refcheck.registries.replies import Reply, Trouble, judge

JSON = {"content-type": "application/json;charset=utf-8"}


def test_json_with_status_200_is_an_answer():
    reply = judge(200, JSON, b'{"a": 1}', known={200}, wall=0)
    assert reply == Reply(status=200, headers=JSON, document={"a": 1})


def test_a_page_with_status_200_is_a_broken_answer_not_a_missing_work():
    trouble = judge(200, {"content-type": "text/html"}, b"<html>", known={200, 404}, wall=0)
    assert trouble == Trouble(cause="broken", detail="the answer is text/html, not data", again=True)


@pytest.mark.parametrize("body", [b"", b"{", b'{"a": ', b"\xff\xfe{", b"[" * 100_000])
def test_broken_json_is_a_broken_answer(body):
    trouble = judge(200, JSON, body, known={200}, wall=0)
    assert isinstance(trouble, Trouble)
    assert (trouble.cause, trouble.detail, trouble.again) == ("broken", "the answer is broken JSON", True)


def test_half_a_surrogate_pair_is_read_as_a_sign_that_can_be_printed():
    reply = judge(200, JSON, rb'{"title": "Of \ud83d terns \ud83d\udc26", "\udc26": 1}', known={200}, wall=0)
    assert isinstance(reply, Reply)
    assert reply.document == {"title": "Of \ufffd terns \U0001f426", "\ufffd": 1}


@pytest.mark.parametrize(("opened", "closed"), [(b'{"a": ', b"}"), (b"[", b"]")])
def test_json_nested_deeper_than_it_could_be_kept_is_a_broken_answer(opened, closed):
    trouble = judge(200, JSON, opened * 500 + b"1" + closed * 500, known={200}, wall=0)
    assert isinstance(trouble, Trouble)
    assert (trouble.cause, trouble.detail) == ("broken", "the answer is JSON nested without end")
    shallow = opened * 20 + b"1" + closed * 20
    assert judge(200, JSON, shallow, known={200}, wall=0).document is not None


@pytest.mark.parametrize("content", ["text/xml", "application/xml; charset=utf-8", "application/atom+xml"])
def test_xml_is_read_to_its_root(content):
    reply = judge(200, {"content-type": content}, b"<feed><entry/></feed>", known={200}, wall=0)
    assert isinstance(reply, Reply)
    assert [child.tag for child in reply.document] == ["entry"]


@pytest.mark.parametrize(
    "body", [b"", b"<feed>", b'<!DOCTYPE f [<!ENTITY a "aa">]><f>&a;</f>', b"\xff\xfe<", b'<?xml version="1.0" encoding="tern"?><f/>']
)
def test_broken_xml_and_xml_with_entities_is_a_broken_answer(body):
    """An answer that would blow up when it is read is not read."""
    trouble = judge(200, {"content-type": "text/xml"}, body, known={200}, wall=0)
    assert isinstance(trouble, Trouble)
    assert (trouble.cause, trouble.detail) == ("broken", "the answer is broken XML")


def test_an_answer_without_a_type_is_no_answer():
    trouble = judge(200, {}, b"{}", known={200}, wall=0)
    assert isinstance(trouble, Trouble)
    assert trouble.detail == "the answer is of no stated type, not data"


def test_a_known_status_needs_no_json():
    reply = judge(404, {"content-type": "text/plain"}, b"Resource not found.", known={200, 404}, wall=0)
    assert reply == Reply(status=404, headers={"content-type": "text/plain"})


def test_a_page_with_a_known_status_is_told_apart():
    reply = judge(404, {"content-type": "text/html; charset=utf-8"}, b"<html>", known={200, 404}, wall=0)
    assert isinstance(reply, Reply)
    assert reply.html


@pytest.mark.parametrize(
    ("status", "cause", "again", "closes"),
    [
        (403, "refused", False, True),
        (429, "refused", True, False),
        (401, "refused", False, False),
        (418, "refused", False, False),
        (500, "network", True, False),
        (501, "network", False, False),
        (503, "network", True, False),
        (599, "network", False, False),
    ],
)
def test_other_statuses_say_whether_to_ask_again(status, cause, again, closes):
    trouble = judge(status, {}, b"", known={200}, wall=0)
    assert isinstance(trouble, Trouble)
    assert (trouble.cause, trouble.again, trouble.closes) == (cause, again, closes)
    assert trouble.detail.startswith(f"HTTP {status}")


def test_a_service_that_asks_for_a_long_wait_is_left_alone():
    trouble = judge(503, {"retry-after": "3600"}, b"", known={200}, wall=0)
    assert trouble == Trouble(cause="network", detail="HTTP 503 (Service Unavailable): asks to wait 3600 s", closes=True)


def test_a_short_wait_that_a_service_asks_for_is_kept():
    trouble = judge(429, {"retry-after": "12"}, b"", known={200}, wall=0)
    assert isinstance(trouble, Trouble)
    assert (trouble.wait, trouble.again) == (12.0, True)

from __future__ import annotations

import socket
import threading
import time

import pytest

from refcheck.registries.http import Clock, Http, explain
from refcheck.registries.limits import MARGIN
from refcheck.registries.replies import Reply, Trouble
from refcheck.version import __version__


def canned(**fields):
    return fields


def as_json(value, **fields):
    return {"json": value, **fields}


def about(seconds):
    """Expect a wait but for the time the request itself took."""
    return pytest.approx(seconds, abs=0.1)


OK = as_json({"answer": 42})


def ask(http, service, path="/works/10.5555/x", **more):
    return http.get(f"{service.url}{path}", service=service.url, kind="single", **more)


def test_an_answer_is_read_whole(http, service):
    service.answers(as_json({"text": "x" * 300_000}, zipped=True), OK)
    first, second = ask(http, service), ask(http, service)
    assert isinstance(first, Reply)
    assert len(first.document["text"]) == 300_000
    assert second.document == {"answer": 42}
    assert http.requests == 2


def test_a_request_says_truthfully_who_asks(service, waits):
    service.answers(OK)
    with Http(mailto="me@example.org", clock=waits.clock) as http:
        ask(http, service)
    assert service.headers[0]["user-agent"] == f"refcheck/{__version__} (mailto:me@example.org)"


def test_without_a_contact_none_is_told(http, service):
    service.answers(OK)
    ask(http, service)
    assert service.headers[0]["user-agent"] == f"refcheck/{__version__}"


@pytest.mark.parametrize("mailto", ["a\nb@example.org", "jürgen@example.org"])
def test_a_contact_that_cannot_stand_in_a_header_is_left_out_of_it(service, waits, mailto):
    service.answers(OK)
    with Http(mailto=mailto, clock=waits.clock) as http:
        assert isinstance(ask(http, service), Reply)
    assert service.headers[0]["user-agent"] == f"refcheck/{__version__}"


@pytest.mark.parametrize(
    "fault",
    [
        canned(status=429),
        canned(status=500),
        canned(status=503),
        canned(reset=True),
        canned(body=b"{", content_type="application/json"),
        canned(body=b"<html>back soon</html>", content_type="text/html"),
        as_json({"answer": 41}, cut=True),
        as_json({"answer": 41}, headers={"Content-Encoding": "gzip"}),
    ],
    ids=["429", "500", "503", "reset", "broken-json", "page", "cut", "not-gzip"],
)
def test_a_passing_fault_is_asked_again(http, service, fault):
    service.answers(fault, OK)
    reply = ask(http, service)
    assert isinstance(reply, Reply)
    assert reply.document == {"answer": 42}
    assert http.requests == len(service.targets) == 2


def test_a_lasting_fault_is_given_up_after_some_tries(http, service, waits):
    service.answers(canned(status=503))
    trouble = ask(http, service)
    assert trouble == Trouble(cause="network", detail="HTTP 503 (Service Unavailable), tried 4 times", again=True)
    assert http.requests == len(service.targets) == 4
    assert waits.slept == [about(0.5), about(1), about(2)]


@pytest.mark.parametrize("status", [400, 404, 410, 501])
def test_a_lasting_refusal_is_not_asked_again(http, service, status):
    service.answers(canned(status=status))
    trouble = ask(http, service)
    assert isinstance(trouble, Trouble)
    assert len(service.targets) == 1


def test_the_wait_a_service_asks_for_is_kept(http, service, waits):
    service.answers(canned(status=429, headers={"Retry-After": "7"}), OK)
    assert isinstance(ask(http, service), Reply)
    assert waits.slept == [about(7)]


def test_the_wait_may_be_given_as_a_date(http, service, waits):
    service.answers(canned(status=503, headers={"Retry-After": "Tue, 14 Nov 2023 22:13:50 GMT"}), OK)
    assert isinstance(ask(http, service), Reply)
    assert waits.slept == [pytest.approx(30, abs=1)]


def test_a_service_that_wants_an_hour_is_not_asked_again_in_this_run(http, service, waits):
    service.answers(canned(status=503, headers={"Retry-After": "3600"}), OK)
    first, second = ask(http, service), ask(http, service)
    assert isinstance(first, Trouble)
    assert second.detail == "HTTP 503 (Service Unavailable): asks to wait 3600 s; not asked again in this run"
    assert len(service.targets) == 1
    assert waits.slept == []


def test_a_block_stops_all_requests_to_that_service(http, service):
    service.answers(canned(status=403), OK)
    first, second = ask(http, service), ask(http, service)
    assert (first.cause, first.detail) == ("refused", "HTTP 403 (Forbidden): access is blocked")
    assert (second.cause, second.detail) == ("refused", "HTTP 403 (Forbidden): access is blocked; not asked again in this run")
    assert len(service.targets) == 1


def test_a_block_of_one_service_leaves_the_others(http, service):
    service.answers(canned(status=403), OK)
    assert isinstance(ask(http, service), Trouble)
    other = http.get(f"{service.url}/@other/x", service=f"{service.url}/@other", kind="single")
    assert isinstance(other, Reply)


def test_a_service_that_keeps_failing_is_not_asked_again_in_this_run(http, service):
    service.answers(canned(status=500))
    asked = [ask(http, service) for _ in range(5)]
    assert all(isinstance(trouble, Trouble) for trouble in asked)
    assert len(service.targets) == 5
    assert asked[-1].detail.endswith("; not asked again in this run")


def test_an_answer_between_failures_keeps_a_service_open(http, service):
    down = [canned(status=500)] * 4
    service.answers(*down, OK, *down, OK)
    outcomes = [type(ask(http, service)) for _ in range(4)]
    assert outcomes == [Trouble, Reply, Trouble, Reply]


def test_short_waits_do_not_add_up_without_end(http, service, waits):
    service.answers({"status": 429, "headers": {"Retry-After": "25"}})
    first, second = ask(http, service), ask(http, service)
    assert waits.slept == [about(25), about(25)]
    assert first.detail == "HTTP 429 (Too Many Requests), tried 3 times"
    assert second.detail.endswith("not asked again in this run")


def test_an_answer_renews_the_patience(http, service, waits):
    busy, answer = {"status": 429, "headers": {"Retry-After": "25"}}, {"json": {}}
    service.answers(busy, busy, answer, busy, busy, answer)
    assert [type(ask(http, service)) for _ in range(2)] == [Reply, Reply]
    assert waits.slept == [about(25)] * 4


def test_silence_is_waited_for_twice_at_most(service, waits):
    service.answers(as_json({}, silence=0.3))
    with Http(clock=waits.clock, timeouts=(1.0, 0.1)) as http:
        trouble = ask(http, service)
    assert (trouble.cause, http.requests) == ("network", 2)
    assert trouble.detail == f"{service.url.removeprefix('http://')} did not answer in time, tried 2 times"


def test_a_trickle_cannot_outlast_the_time_for_an_answer(service):
    """Each byte comes well within the read timeout; the whole would take minutes."""
    service.answers(as_json({"text": "x" * 2000}, drip=0.05))
    with Http(timeouts=(0.2, 0.2), tries=1) as http:
        trouble = ask(http, service)
    assert isinstance(trouble, Trouble)
    assert "did not answer in time" in trouble.detail


def test_silence_in_the_middle_of_an_answer_is_no_answer(service, waits):
    service.answers(as_json({"text": "xx"}, drip=0.5))
    with Http(clock=waits.clock, timeouts=(1.0, 0.1), tries=1) as http:
        trouble = ask(http, service)
    assert isinstance(trouble, Trouble)
    assert trouble.cause == "network"


def test_nobody_at_the_address_is_a_failure_with_the_address(http):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
    trouble = http.get(f"http://{address}/x", service="x", kind="single")
    assert trouble == Trouble(cause="network", detail=f"no connection to {address}, tried 4 times", again=True)


def test_an_address_that_is_none_is_a_failure(http):
    trouble = http.get("gopher://127.0.0.1/x", service="x", kind="single")
    assert isinstance(trouble, Trouble)
    assert (trouble.cause, http.requests) == ("network", 1)


def test_a_redirect_is_not_followed(http, service):
    service.answers(canned(status=301, headers={"Location": f"{service.url}/elsewhere"}), OK)
    reply = ask(http, service, known={200, 301})
    assert isinstance(reply, Reply)
    assert (reply.status, reply.headers["location"]) == (301, f"{service.url}/elsewhere")
    assert len(service.targets) == 1


@pytest.mark.parametrize("location", ["http://[nowhere/works/x", "//[", "\xff\xfe"])
def test_a_redirect_to_what_is_no_address_is_an_answer_like_any_other(http, service, location):
    service.answers({"status": 301, "headers": {"Location": location}})
    reply = http.get(f"{service.url}/x", service=service.url, kind="single", known={301})
    assert isinstance(reply, Reply)
    assert reply.status == 301


@pytest.mark.parametrize("zipped", [False, True])
def test_an_answer_without_end_is_given_up_before_it_fills_the_memory(http, service, zipped):
    """A few kilobytes of gzip can unfold to gigabytes."""
    service.answers(as_json(None, body=b"[" + b" " * (65 << 20) + b"]", zipped=zipped))
    trouble = ask(http, service)
    assert isinstance(trouble, Trouble)
    assert (trouble.cause, http.requests) == ("broken", 1)
    assert trouble.detail == f"the answer of {service.url.removeprefix('http://')} is longer than 64 MiB"


def test_requests_keep_to_the_public_limits_before_the_first_answer(http, service, waits):
    service.answers(OK)
    for _ in range(3):
        http.get(f"{service.url}/works", service=service.url, kind="list")
    assert len(waits.slept) == 2
    assert all(0.9 < wait <= 1 + MARGIN for wait in waits.slept)


def test_a_limit_in_the_answers_is_learned_even_from_a_refusal(http, service, waits):
    slower = {"x-rate-limit-limit": "1", "x-rate-limit-interval": "5s"}
    service.answers(canned(status=429, headers=slower), as_json({}, headers=slower))
    ask(http, service)
    assert waits.slept == [pytest.approx(5 * 1.25, abs=0.2)], "and somewhat slower than stated, after a refusal"


def test_requests_of_several_threads_go_one_at_a_time(http, service):
    """Crossref answers one request at a time where no contact is given."""
    service.answers(as_json({}, silence=0.01))
    threads = [threading.Thread(target=ask, args=(http, service)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(service.targets), service.peak) == (4, 1)


def test_nothing_is_sent_after_the_deadline(service, waits):
    service.answers(OK)
    with Http(clock=waits.clock, budget=20) as http:
        waits.ahead += 21
        trouble = ask(http, service)
    assert trouble == Trouble(cause="out-of-time", detail="")
    assert service.targets == []


def test_no_wait_goes_beyond_the_deadline(service, waits):
    service.answers(canned(status=503, headers={"Retry-After": "30"}), OK)
    with Http(clock=waits.clock, budget=20) as http:
        trouble = ask(http, service)
    assert isinstance(trouble, Trouble)
    assert trouble.detail == "HTTP 503 (Service Unavailable)"
    assert waits.slept == []


def test_an_answer_is_not_awaited_beyond_the_deadline(service):
    service.answers(as_json({}, silence=1.0))
    with Http(timeouts=(5.0, 5.0), budget=0.2) as http:
        assert ask(http, service) == Trouble(cause="out-of-time", detail="")


def test_a_thread_that_is_stuck_does_not_outlast_the_deadline(service):
    """As one is that asks for the address of a host, which no time limit holds for."""
    service.answers(OK)
    with Http(clock=Clock(wall=lambda: time.sleep(4)), budget=0.3) as http:
        start = time.monotonic()
        assert ask(http, service) == Trouble(cause="out-of-time", detail="")
    assert time.monotonic() - start < 2


def test_a_closed_session_opens_again(http, service):
    service.answers(OK)
    ask(http, service)
    http.close()
    http.close()
    assert isinstance(ask(http, service), Reply)


def test_any_other_fault_is_told_in_its_own_words():
    assert explain(OSError("the cable is out"), "http://a.example/x").detail == "a.example cannot be asked: the cable is out"


def test_a_service_that_does_not_answer_in_time_is_waited_for_once(service, waits):
    """A second batch would wait as long again for the same silence."""
    service.answers({"silence": 0.8})
    with Http(clock=waits.clock, timeouts=(0.3, 0.3)) as http:
        first = http.get(f"{service.url}/works/a", service=service.url, kind="single")
        second = http.get(f"{service.url}/works/b", service=service.url, kind="single")
        assert http.requests == 2
    assert isinstance(first, Trouble)
    assert "did not answer in time" in first.detail
    assert isinstance(second, Trouble)
    assert "not asked again in this run" in second.detail

"""Several requests at once: as many as a service allows, and never at the cost of another service."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter

import pytest

from refcheck.registries.http import Clock, Http
from refcheck.registries.replies import Reply, Trouble

FREE = {"x-rate-limit-limit": "500", "x-rate-limit-interval": "1s"}


def answer(target, *, flights="3", **fields):
    return {"json": {"target": target}, "headers": {**FREE, "x-concurrency-limit": flights}, **fields}


def urls(service, count, base=""):
    return [f"{service.url}{base}/works/{number}" for number in range(count)]


def ask(http, service, count, base="", kind="single"):
    return http.get_all(urls(service, count, base), service=f"{service.url}{base}", kind=kind)


@pytest.fixture
def http():
    """A session on the real clock."""
    with Http(timeouts=(2.0, 2.0)) as session:
        yield session


def test_as_many_fly_at_once_as_the_service_says_once_it_has_answered(http, service):
    flown = []

    def route(target):
        flown.append(service._flying)
        return answer(target, silence=0.1)

    service.route(route)
    replies = ask(http, service, 13)
    assert all(isinstance(reply, Reply) for reply in replies)
    assert (flown[0], flown[1], service.peak, http.requests) == (1, 1, 3, 13)


def test_what_a_service_says_in_the_middle_of_a_run_is_kept(http, service):
    flown = []

    def route(target):
        flown.append(service._flying)
        return answer(target, silence=0.05, flights="3" if len(flown) < 6 else "1")

    service.route(route)
    ask(http, service, 16)
    assert set(flown[-6:]) == {1}


def test_one_flies_at_a_time_where_the_service_says_nothing(http, service):
    service.route(lambda target: {"json": {}, "headers": FREE, "silence": 0.02})
    ask(http, service, 5)
    assert service.peak == 1


def test_one_flies_at_a_time_to_arxiv_from_all_threads(service):
    service.route(lambda target: {"json": {}, "silence": 0.01})
    with Http(clock=Clock(sleep=lambda seconds: time.sleep(seconds / 100))) as http:
        http.introduce(service.url, "arxiv")
        threads = [threading.Thread(target=ask, args=(http, service, 1)) for _ in range(2)]
        start = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert time.monotonic() - start > 3
    assert service.peak == 1


def test_answers_come_in_the_order_of_the_questions_whatever_order_they_arrive_in(http, service):
    service.route(lambda target: answer(target, silence=0.2 if target.endswith("1") else 0.0))
    replies = ask(http, service, 12)
    assert [reply.document["target"] for reply in replies] == [f"/works/{number}" for number in range(12)]


def test_nothing_to_ask_is_nothing_sent(http, service):
    assert http.get_all([], service=service.url, kind="list") == []
    assert http.requests == 0


def test_a_service_that_hangs_does_not_delay_another(http, service):
    service.route(lambda target: {"silence": 1.5} if target.startswith("/slow") else answer(target))
    slow = threading.Thread(target=ask, args=(http, service, 1, "/slow"), daemon=True)
    slow.start()
    start = time.monotonic()
    replies = ask(http, service, 5, "/quick")
    assert time.monotonic() - start < 1
    assert all(isinstance(reply, Reply) for reply in replies)


def test_after_a_failure_one_flies_at_a_time_until_the_next_answer(http, service):
    flown = []

    def route(target):
        flown.append(service._flying)
        return {"status": 503} if 6 <= len(flown) <= 9 else answer(target, silence=0.05)

    service.route(route)
    replies = ask(http, service, 20)
    assert all(isinstance(reply, Reply) for reply in replies)
    assert 1 in flown[9:12]
    assert service.peak == 3


def test_a_request_that_always_fails_does_not_close_the_service_to_others(service, waits):
    service.route(lambda target: {"status": 500} if target.endswith("/0") else answer(target))
    with Http(clock=waits.clock) as http:
        replies = ask(http, service, 30)
    assert [place for place, reply in enumerate(replies) if isinstance(reply, Trouble)] == [0]
    assert replies[0].detail == "HTTP 500 (Internal Server Error), tried 4 times"
    assert http.requests == 33


@pytest.mark.parametrize("times", [1, 2])
def test_a_service_that_fails_every_request_at_first_answers_all_in_the_end(service, waits, times):
    tried = Counter()

    def route(target):
        tried[target] += 1
        return {"status": 503} if tried[target] <= times else answer(target)

    service.route(route)
    with Http(clock=waits.clock) as http:
        replies = ask(http, service, 40)
    assert all(isinstance(reply, Reply) for reply in replies)
    assert http.requests == 40 * (times + 1)


def test_a_request_that_is_never_answered_does_not_close_the_service_to_others(service):
    service.route(lambda target: {"silence": 1.5} if target.endswith("/0") else answer(target))
    with Http(timeouts=(0.3, 0.3)) as http:
        replies = ask(http, service, 12)
    assert [place for place, reply in enumerate(replies) if isinstance(reply, Trouble)] == [0]
    assert replies[0].detail.endswith("did not answer in time, tried 2 times")


def test_a_service_that_falls_silent_with_several_requests_under_way_costs_two_waits(service):
    service.route(lambda target: answer(target) if len(service.targets) <= 4 else {"silence": 5})
    start = time.monotonic()
    with Http(timeouts=(0.4, 0.4)) as http:
        replies = ask(http, service, 60)
    assert time.monotonic() - start < 4
    assert len(service.targets) <= 4 + 3 + 1
    assert all("not asked again" in reply.detail for reply in replies[10:])


def test_services_that_all_hang_hang_side_by_side(service):
    service.route(lambda target: {"silence": 5})
    outcomes = {}

    def look_up(http, base):
        outcomes[base] = ask(http, service, 100, base)

    start = time.monotonic()
    with Http(timeouts=(0.4, 0.4)) as http:
        threads = [threading.Thread(target=look_up, args=(http, f"/{number}")) for number in range(7)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert time.monotonic() - start < 4
        assert http.requests == 14
    assert all(isinstance(trouble, Trouble) for replies in outcomes.values() for trouble in replies)


def test_a_block_stops_what_waits_behind_it(http, service):
    service.route(lambda target: {"status": 403})
    replies = ask(http, service, 50)
    assert len(service.targets) == 1
    assert {reply.detail.removesuffix("; not asked again in this run") for reply in replies} == {"HTTP 403 (Forbidden): access is blocked"}


def test_a_refusal_for_asking_too_often_slows_all_requests_to_the_service(service, waits):
    service.route(lambda target: {"status": 429, "headers": {"Retry-After": "7"}} if len(service.targets) == 2 else answer(target))
    with Http(clock=waits.clock) as http:
        replies = ask(http, service, 6)
    assert all(isinstance(reply, Reply) for reply in replies)
    assert max(waits.slept) == pytest.approx(7, abs=0.2)


def test_stopping_ends_every_call_at_once_and_nothing_is_sent_after(http, service):
    service.route(lambda target: answer(target, silence=0.0 if target in {"/works/0", "/works/1"} else 1.5))
    threading.Timer(0.4, http.stop).start()
    start = time.monotonic()
    replies = ask(http, service, 20)
    assert time.monotonic() - start < 1.2
    sent = len(service.targets)
    assert [isinstance(reply, Reply) for reply in replies] == [True] * 2 + [False] * 18
    assert {reply.cause for reply in replies[2:]} == {"interrupted"}
    time.sleep(1.5)
    assert len(service.targets) == sent
    assert ask(http, service, 1)[0].cause == "interrupted"
    assert http.interrupted


def test_ctrl_c_in_the_thread_that_asks_stops_the_session(http, service):
    service.route(lambda target: answer(target, silence=1.5))
    threading.Timer(0.2, signal.raise_signal, [signal.SIGINT]).start()
    start = time.monotonic()
    replies = ask(http, service, 5)
    assert time.monotonic() - start < 1.2
    assert {reply.cause for reply in replies} == {"interrupted"}
    assert http.interrupted


def test_a_fault_of_the_program_is_raised_where_the_question_was_asked(service):
    def broken():
        raise ZeroDivisionError

    service.route(answer)
    with Http(clock=Clock(wall=broken)) as http, pytest.raises(ZeroDivisionError):
        ask(http, service, 3)


def test_warnings_are_told_once_each_in_an_order_of_their_own(http):
    threads = [threading.Thread(target=http.warn, args=(text,)) for text in ("b", "a", "b", "c", "a")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert http.warnings == ["a", "b", "c"]


def test_no_second_sees_more_requests_than_allowed_though_several_fly(service):
    arrived = []

    def route(target):
        arrived.append(time.monotonic())
        return {
            "json": {},
            "headers": {"x-rate-limit-limit": "4", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"},
            "silence": 0.05,
        }

    service.route(route)
    with Http() as http:
        http.get_all(urls(service, 18), service=service.url, kind="list")
        took = arrived[-1] - arrived[0]
    assert min(last - first for first, last in zip(arrived, arrived[4:], strict=False)) >= 1.0
    assert took < 7

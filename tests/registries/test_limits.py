from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.registries.limits import MARGIN, PUBLIC, Allowance, Limiter, Limits, limits_of

A, B = "https://a.example", "https://b.example"


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def send(limiter, service, kind):
    ticket = limiter.take(service, kind)
    limiter.sent(ticket)
    return ticket


def test_a_list_may_follow_a_list_a_second_after_it_was_sent():
    time = Time()
    limiter = Limiter(time)
    assert limiter.wait(A, "list") == 0
    send(limiter, A, "list")
    time.now += 0.25
    assert limiter.wait(A, "list") == pytest.approx(0.75 + MARGIN)
    time.now += 0.76 + MARGIN
    assert limiter.wait(A, "list") == 0


def test_five_single_records_may_go_at_once_and_the_sixth_waits():
    limiter = Limiter(Time())
    for _ in range(5):
        assert limiter.wait(A, "single") == 0
        send(limiter, A, "single")
    assert limiter.wait(A, "single") == pytest.approx(1.0 + MARGIN)


def test_what_has_not_left_yet_holds_up_what_comes_after():
    """Its connection may still be opening: nobody knows when it will arrive."""
    limiter = Limiter(Time())
    ticket = limiter.take(A, "list")
    assert limiter.wait(A, "list") == inf
    limiter.sent(ticket)
    assert limiter.wait(A, "list") == pytest.approx(1.0 + MARGIN)


def test_a_request_without_an_answer_counts_from_its_end():
    time = Time()
    limiter = Limiter(time)
    ticket = send(limiter, A, "list")
    time.now += 20
    limiter.failed(ticket)
    assert limiter.wait(A, "list") == pytest.approx(1.0)


def test_a_refusal_makes_every_interval_longer_but_not_without_end():
    limiter = Limiter(Time())
    send(limiter, A, "list")
    waits = []
    for _ in range(6):
        limiter.slow_down(A, "list")
        waits.append(limiter.wait(A, "list") - MARGIN)
    assert waits == pytest.approx([1.25, 1.5625, 1.953125, 2, 2, 2])
    assert limiter.wait(A, "single") == 0


def test_services_and_kinds_do_not_wait_for_each_other():
    limiter = Limiter(Time())
    send(limiter, A, "list")
    assert limiter.wait(A, "list") > 0
    assert limiter.wait(B, "list") == limiter.wait(A, "single") == 0


def test_a_service_that_counts_both_kinds_together_is_not_asked_twice_as_often():
    limiter = Limiter(Time())
    limiter.introduce(A, limits_of("pubmed", contact=False))
    for kind in ("single", "list", "single"):
        assert limiter.wait(A, kind) == 0
        send(limiter, A, kind)
    assert limiter.wait(A, "single") == limiter.wait(A, "list") == pytest.approx(1.0 + MARGIN)
    limiter.slow_down(A, "single")
    assert limiter.wait(A, "list") == pytest.approx(1.25 + MARGIN)


def test_a_limit_stated_by_a_service_with_one_pool_holds_for_both_kinds():
    limiter = Limiter(Time())
    limiter.introduce(A, limits_of("datacite", contact=False))
    limiter.learn(A, "single", {"x-rate-limit-limit": "2", "x-rate-limit-interval": "1s"})
    assert limiter.allowance(A, "list") == limiter.allowance(A, "single") == Allowance(2, 1.0)


@pytest.mark.parametrize(
    ("headers", "learned"),
    [
        ({"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s"}, Allowance(10, 1.0)),
        ({"x-rate-limit-limit": " 3 ", "x-rate-limit-interval": "2"}, Allowance(3, 2.0)),
        ({"x-rate-limit-limit": "1", "x-rate-limit-interval": "60s"}, Allowance(1, 60.0)),
        ({"x-rate-limit-limit": "50"}, Allowance(50, 1.0)),
    ],
)
def test_a_stated_limit_is_taken_over(headers, learned):
    limiter = Limiter(Time())
    limiter.learn(A, "single", headers)
    assert limiter.allowance(A, "single") == learned
    assert limiter.allowance(A, "list") == PUBLIC.list


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-rate-limit-limit": "many"},
        {"x-rate-limit-limit": ""},
        {"x-rate-limit-limit": "-50"},
        {"x-rate-limit-limit": "0"},
        {"x-rate-limit-limit": "50, 50"},
        {"x-rate-limit-limit": "50", "x-rate-limit-interval": "0s"},
        {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1m"},
        {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s, 1s"},
        {"x-rate-limit-limit": "99999999999999999999"},
    ],
)
def test_a_malformed_limit_never_loosens_what_is_known(headers):
    limiter = Limiter(Time())
    limiter.learn(A, "single", headers)
    assert limiter.allowance(A, "single") == PUBLIC.single


def test_a_malformed_limit_may_tighten_what_is_known():
    limiter = Limiter(Time())
    limiter.learn(A, "single", {"x-rate-limit-limit": "2, 2", "x-rate-limit-interval": "1s, 1s"})
    assert limiter.allowance(A, "single") == Allowance(2, 1.0)


@pytest.mark.parametrize(
    ("headers", "flights"),
    [
        ({"x-concurrency-limit": "3"}, 3),
        ({"x-concurrency-limit": " 2 "}, 2),
        ({"x-concurrency-limit": "9, 9"}, 1),
        ({"x-concurrency-limit": "0"}, 1),
        ({"x-concurrency-limit": "-"}, 1),
        ({}, 1),
    ],
)
def test_how_many_may_fly_at_once_is_learned_but_never_loosened_by_what_is_malformed(headers, flights):
    limiter = Limiter(Time())
    limiter.learn(A, "single", headers)
    assert limiter.limits(A).flights == flights


def test_a_malformed_number_of_flights_may_tighten_what_is_known():
    limiter = Limiter(Time())
    limiter.learn(A, "single", {"x-concurrency-limit": "5"})
    limiter.learn(A, "single", {"x-concurrency-limit": "2, 4"})
    assert limiter.limits(A).flights == 2


def test_published_limits_hold_from_the_first_request_on():
    limiter = Limiter(Time())
    limiter.introduce(A, limits_of("arxiv", contact=True))
    send(limiter, A, "single")
    assert limiter.wait(A, "single") == pytest.approx(3.0 + MARGIN)
    assert limiter.limits(A).flights == 1


@pytest.mark.parametrize(("registry", "without", "with_contact"), [("datacite", 500, 1000), ("openlibrary", 1, 3), ("pubmed", 3, 3)])
def test_a_contact_raises_the_limits_of_those_who_say_so(registry, without, with_contact):
    given = [limits_of(registry, contact=contact).list.requests for contact in (False, True)]
    assert given == [without, with_contact]


@given(
    ways=st.lists(st.tuples(st.floats(0, MARGIN), st.floats(0, 0.6)), min_size=1, max_size=40),
    allowance=st.builds(Allowance, st.integers(1, 6), st.floats(0.2, 2.0)),
)
def test_no_interval_of_the_service_sees_more_than_it_takes(ways, allowance):
    """However long, within the margin, the way of each request takes."""
    time = Time()
    limiter = Limiter(time)
    limiter.introduce(A, Limits(single=allowance, list=allowance))
    arrived = []
    for way, pause in ways:
        time.now += limiter.wait(A, "single")
        send(limiter, A, "single")
        arrived.append(time.now + way)
        time.now += pause
    arrived.sort()
    for first, last in zip(arrived, arrived[allowance.requests :], strict=False):
        assert last - first >= allowance.seconds - 1e-6


@pytest.mark.parametrize(("span", "learned"), [("60s", Allowance(1, 60.0)), ("61s", PUBLIC.single), ("86400s", PUBLIC.single)])
def test_a_limit_for_a_day_does_not_make_a_run_wait_for_a_day(span, learned):
    limiter = Limiter(Time())
    limiter.learn(A, "single", {"x-rate-limit-limit": "1", "x-rate-limit-interval": span})
    assert limiter.allowance(A, "single") == learned

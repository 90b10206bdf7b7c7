from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.registries.limits import PUBLIC, Allowance, Limiter

A, B = "https://a.example", "https://b.example"


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_list_may_follow_a_list_only_a_second_after_its_answer():
    time = Time()
    limiter = Limiter(time)
    assert limiter.wait(A, "list") == 0
    time.now += 0.4
    limiter.answered(A, "list")
    time.now += 0.25
    assert limiter.wait(A, "list") == pytest.approx(0.75)
    time.now += 0.75
    assert limiter.wait(A, "list") == 0


def test_five_single_records_may_go_at_once_and_the_sixth_waits():
    time = Time()
    limiter = Limiter(time)
    for _ in range(5):
        assert limiter.wait(A, "single") == 0
        limiter.answered(A, "single")
    assert limiter.wait(A, "single") == pytest.approx(1.0)


def test_services_and_kinds_do_not_wait_for_each_other():
    limiter = Limiter(Time())
    limiter.answered(A, "list")
    assert limiter.wait(A, "list") > 0
    assert limiter.wait(B, "list") == limiter.wait(A, "single") == 0


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
    assert limiter.allowance(A, "list") == PUBLIC["list"]


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
    assert limiter.allowance(A, "single") == PUBLIC["single"]


def test_a_malformed_limit_may_tighten_what_is_known():
    limiter = Limiter(Time())
    limiter.learn(A, "single", {"x-rate-limit-limit": "2, 2", "x-rate-limit-interval": "1s, 1s"})
    assert limiter.allowance(A, "single") == Allowance(2, 1.0)


@given(
    gaps=st.lists(st.tuples(st.floats(0, 0.6), st.floats(0, 0.6)), min_size=1, max_size=40),
    allowance=st.builds(Allowance, st.integers(1, 6), st.floats(0.2, 2.0)),
)
def test_no_interval_of_the_service_sees_more_than_it_takes(gaps, allowance):
    """Wherever between sending and answer a request arrives, the service's own window is kept."""
    time = Time()
    limiter = Limiter(time)
    limiter._allowances[A, "single"] = allowance
    sent, done = [], []
    for way, pause in gaps:
        time.now += limiter.wait(A, "single")
        sent.append(time.now)
        time.now += way
        done.append(time.now)
        limiter.answered(A, "single")
        time.now += pause
    for first, last in zip(done, sent[allowance.requests :], strict=False):
        assert last - first >= allowance.seconds - 1e-6

"""Turns are given in order, and to nobody once nobody answers."""

from __future__ import annotations

import pytest

from refcheck.registries.limits import MARGIN
from refcheck.registries.replies import Reply, Trouble
from refcheck.registries.turns import Job, Turns

SILENT = Trouble(cause="network", detail="no answer in time", again=True, slow=True)
DOWN = Trouble(cause="network", detail="HTTP 503", again=True)
ANSWER = Reply(status=200, headers={})


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def turns(time):
    return Turns(now=time, random=lambda: 1.0, tries=4)


def job(*urls: str) -> Job:
    return Job.of(urls, service="https://a.example", kind="single")


def test_when_nobody_has_answered_for_a_minute_nobody_is_asked_any_more(turns, time):
    first, second = job("x"), Job.of(["y"], service="https://b.example", kind="single")
    errand = turns.next(first)
    time.now += 25
    turns.settle(first, errand, SILENT)
    time.now += 40
    assert turns.next(second) is None
    assert turns.outcome(second, 0).detail == "no registry answers; not asked again in this run"
    assert turns.given == 1


def test_a_failed_request_is_tried_in_its_place_and_at_last_after_the_others(turns, time):
    asked, order = job("x", "y"), []
    for _ in range(5):
        turn = turns.next(asked)
        while isinstance(turn, float):
            time.now += turn
            turn = turns.next(asked)
        order.append(turn.url)
        turns.settle(asked, turn, DOWN if turn.url == "x" else ANSWER)
    assert order == ["x", "x", "x", "y", "x"]
    assert turns.done(asked, 0)
    assert turns.outcome(asked, 0).detail == "HTTP 503, tried 4 times"
    assert turns.outcome(asked, 1) == ANSWER


def test_jobs_for_one_service_share_what_it_takes(turns, time):
    one, other = job("a", "b", "c"), job("d", "e", "f")
    for asked in (one, other, one, other, one):
        turn = turns.next(asked)
        turns.leaves(turn)
        turns.settle(asked, turn, ANSWER)
    assert turns.next(other) == pytest.approx(1 + MARGIN)


def test_a_wait_that_ends_after_the_deadline_is_not_begun(turns, time):
    turns.deadline = time.now + 10
    asked = job("x", "y")
    turn = turns.next(asked)
    turns.settle(asked, turn, Trouble(cause="refused", detail="HTTP 429", again=True, wait=30.0, busy=True))
    assert turns.next(asked) is None
    assert [turns.outcome(asked, place).cause for place in range(2)] == ["refused", "out-of-time"]

"""When a service is not asked any more, whatever else is asked beside it."""

from __future__ import annotations

import pytest

from refcheck.registries.replies import Trouble
from refcheck.registries.retries import PATIENCE
from refcheck.registries.standing import QUIET, Silence, Standing

SILENT = Trouble(cause="network", detail="no answer in time", again=True, slow=True)
DOWN = Trouble(cause="network", detail="HTTP 503", again=True)
REFUSED = Trouble(cause="refused", detail="HTTP 404")


def service(everybody: Silence | None = None, *, chance: float = 1.0) -> Standing:
    return Standing(everybody=everybody or Silence(), random=lambda: chance)


def fail(standing: Standing, trouble: Trouble, *, sent: float, took: float = 0.1, last: bool = False) -> float:
    """Let a request fail, and give the time at which the next may go."""
    standing.failed(trouble, sent=sent, now=sent + took, last=last)
    return max(standing.hold, sent + took)


def down_until_closed(standing: Standing, *, took: float) -> float:
    """Ask a service that fails always, until it is not asked any more."""
    now = 100.0
    while standing.closed is None:
        begun, now = now, fail(standing, DOWN, sent=now, took=took)
    return begun + took - 100.0


def test_silence_is_waited_for_twice():
    standing = service()
    again = fail(standing, SILENT, sent=0, took=25)
    assert standing.closed is None
    fail(standing, SILENT, sent=again, took=25)
    assert standing.closed.detail == "no answer in time; not asked again in this run"
    assert again + 25 < 60


def test_requests_that_fall_silent_together_are_one_silence():
    standing = service()
    standing.answered(1)
    for sent in (1.0, 1.1, 1.2):
        standing.failed(SILENT, sent=sent, now=sent + 25, last=False)
    assert standing.closed is None
    fail(standing, SILENT, sent=standing.hold, took=25)
    assert standing.closed is not None


def test_an_answer_forgives_a_silence():
    standing = service()
    standing.answered(fail(standing, SILENT, sent=0, took=25) + 1)
    assert standing.sound
    fail(standing, SILENT, sent=30, took=25)
    assert (standing.closed, standing.sound) == (None, False)


@pytest.mark.parametrize("chance", [0.0, 1.0])
@pytest.mark.parametrize("took", [0.0, 0.1, 2.0, 5.0, 7.9])
def test_refusals_cost_twenty_seconds_at_most(took, chance):
    assert down_until_closed(service(chance=chance), took=took) <= 20


@pytest.mark.parametrize("chance", [0.0, 1.0])
@pytest.mark.parametrize("took", [8.0, 25.0, 29.0])
def test_a_failure_that_takes_long_is_as_bad_as_silence(took, chance):
    assert down_until_closed(service(chance=chance), took=took) <= 60


def test_a_short_outage_closes_nothing():
    standing, now = service(), 0.0
    while now < 5:
        now = fail(standing, DOWN, sent=now)
    assert standing.closed is None


def test_the_wait_a_service_asks_for_is_no_failure_of_its_own():
    standing = service()
    busy = Trouble(cause="refused", detail="HTTP 429", again=True, wait=20.0)
    again = fail(standing, busy, sent=0)
    assert (standing.closed, again) == (None, pytest.approx(20.1))
    fail(standing, busy, sent=again)
    assert standing.closed is None
    for sent in (50, 80):
        fail(standing, busy, sent=sent)
    assert standing.closed is not None, f"it has asked for more than {PATIENCE} s"


def test_a_service_first_asked_when_nobody_answers_is_not_given_the_time_of_the_first():
    everybody = Silence()
    crossref, doi = service(everybody), service(everybody)
    now = fail(crossref, SILENT, sent=fail(crossref, SILENT, sent=0, took=25), took=25)
    fail(doi, DOWN, sent=now)
    assert doi.closed is not None


def test_when_nobody_answers_for_long_enough_the_next_silence_is_the_last():
    everybody = Silence(since=0.0)
    standing = service(everybody)
    fail(standing, SILENT, sent=QUIET - 7, took=7)
    assert standing.closed is not None


def test_the_second_service_to_fall_silent_is_given_what_the_first_has_left():
    """The two are asked one after the other, and a third answers all the while."""
    everybody = Silence()
    arxiv, doi, crossref = service(everybody), service(everybody), service(everybody)
    now = fail(arxiv, SILENT, sent=fail(arxiv, SILENT, sent=0, took=25), took=25)
    crossref.answered(now)
    left = everybody.left(now)
    assert 5 <= left < 8
    fail(doi, SILENT, sent=now, took=left)
    assert doi.closed is not None
    assert now + left < 60
    assert everybody.left(now + left) == 5


def test_services_that_fall_silent_side_by_side_cost_their_time_once():
    everybody = Silence()
    services = [service(everybody) for _ in range(3)]
    for sent in (0, 26):
        for each in services:
            fail(each, SILENT, sent=sent, took=25)
    assert all(each.closed for each in services)
    assert everybody.spent == 51


def test_a_service_that_answers_leaves_time_for_the_others():
    everybody = Silence()
    crossref, doi, pubmed = service(everybody), service(everybody), service(everybody)
    fail(crossref, SILENT, sent=0, took=25)
    pubmed.answered(25)
    fail(doi, DOWN, sent=25)
    assert doi.closed is None


def test_one_request_in_ten_lost_ends_the_asking_but_not_two_in_a_short_run():
    standing = service()
    for number in range(20):
        standing.answered(number)
    for _ in range(2):
        standing.failed(REFUSED, sent=30, now=30, last=True)
        standing.answered(31)
    assert standing.closed is None
    standing.failed(REFUSED, sent=40, now=40, last=True)
    assert standing.closed.detail == "HTTP 404; not asked again in this run"


def test_a_few_lost_among_many_end_nothing():
    standing = service()
    for number in range(100):
        standing.answered(number)
    for _ in range(5):
        standing.failed(REFUSED, sent=200, now=200, last=True)
    assert standing.closed is None


def test_the_first_reason_for_closing_is_the_one_that_is_told():
    standing = service()
    standing.close(REFUSED)
    standing.close(DOWN)
    assert standing.closed.detail.startswith("HTTP 404")

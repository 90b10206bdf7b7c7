"""A run that may take only so long tells what it knows by then."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from refcheck.registries.crossref import BATCH

JSON = ("--output-format", "json")
OVER = 2.0
"""Seconds after the budget in which the report must be there."""


def line(number: int) -> str:
    return f"Lind, A. (2020). On rain in the valley. Journal of Rain, 3(2), 11–19. https://doi.org/10.5555/rain.{number}"


@pytest.fixture
def many(registered, home: Path) -> str:
    """A list that takes three requests."""
    numbers = range(2 * BATCH + 1)
    registered.add(*({**registered.works["10.5555/rain"], "DOI": f"10.5555/rain.{number}"} for number in numbers))
    (home / "many.txt").write_text("".join(f"{line(number)}\n" for number in numbers), encoding="utf-8")
    return "many.txt"


def test_the_report_comes_in_time_with_what_was_answered_by_then(refcheck, registered, many):
    registered.service.route(lambda target: {**registered.answer(target), "silence": 30 if "rain.50" in target else 0})
    start = time.monotonic()
    done = refcheck("check", many, "--from", "lines", "--time-budget", "3", *JSON)
    assert time.monotonic() - start < 3 + OVER
    assert (done.status, done.json["interrupted"]) == (3, False)
    assert done.statuses() == ["found"] * BATCH + ["unreachable"] * (BATCH + 1)
    told = {(each["match"]["cause"], each["match"]["reason"]) for each in done.json["references"][BATCH:]}
    assert told == {("out-of-time", "the time budget was used up before Crossref answered")}


def test_findings_come_before_what_there_was_no_time_for(refcheck, registered, many, home):
    registered.service.route(lambda target: {**registered.answer(target), "silence": 30 if "rain.50" in target else 0})
    (home / many).write_text((home / many).read_text(encoding="utf-8").replace("(2020)", "(2011)", 1), encoding="utf-8")
    done = refcheck("check", many, "--from", "lines", "--time-budget", "2", *JSON)
    assert (done.status, done.statuses().count("found")) == (1, BATCH)


def test_what_is_answered_in_time_is_not_changed_by_a_budget(refcheck, registered, many):
    without = refcheck("check", many, "--from", "lines", "--no-cache", *JSON)
    within = refcheck("check", many, "--from", "lines", "--no-cache", "--time-budget", "60", *JSON)
    assert (within.status, within.out) == (without.status, without.out)


@pytest.mark.parametrize("value", ["0", "-1", "soon", "nan"])
def test_a_budget_that_is_none_is_wrong_usage(refcheck, registered, many, value):
    done = refcheck("check", many, "--from", "lines", "--time-budget", value)
    assert (done.status, done.out) == (2, "")
    assert "takes a number of seconds above 0" in done.err
    assert registered.service.targets == []

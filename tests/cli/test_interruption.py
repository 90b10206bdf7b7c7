"""Ctrl-C ends the questions, not the run: what is known by then is told, kept and never asked again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from refcheck.registries.crossref import BATCH

JSON = ("--output-format", "json")


def line(number: int) -> str:
    return f"Lind, A. (2020). On rain in the valley. Journal of Rain, 3(2), 11–19. https://doi.org/10.5555/rain.{number}"


@pytest.fixture
def many(registered, home: Path) -> str:
    """A list one longer than a request can ask for."""
    for number in range(BATCH + 1):
        registered.add({**registered.works["10.5555/rain"], "DOI": f"10.5555/rain.{number}"})
    (home / "many.txt").write_text("".join(f"{line(number)}\n" for number in range(BATCH + 1)), encoding="utf-8")
    return "many.txt"


def interrupting(registered, request: int):
    """Press Ctrl-C when this request comes in; its answer is long in coming."""

    def answer(target):
        if len(registered.service.targets) == request:
            signal.raise_signal(signal.SIGINT)
            return {**registered.answer(target), "silence": 1.5}
        return registered.answer(target)

    registered.service.route(answer)


def test_what_was_answered_before_is_told_and_kept(refcheck, registered, many):
    interrupting(registered, 2)
    done = refcheck("check", many, "--from", "lines", *JSON)
    assert (done.status, done.json["interrupted"]) == (130, True)
    assert done.statuses() == ["found"] * BATCH + ["unreachable"]
    last = done.json["references"][-1]
    assert (last["match"]["cause"], last["match"]["reason"]) == ("interrupted", "interrupted before Crossref answered")
    registered.service.targets.clear()
    done = refcheck("check", many, "--from", "lines", *JSON)
    assert (done.status, done.statuses()) == (0, ["found"] * (BATCH + 1))
    assert [f"rain.{BATCH}" in target for target in registered.service.targets] == [True]


def test_nothing_more_is_sent(refcheck, registered, many):
    interrupting(registered, 1)
    done = refcheck("check", many, "--from", "lines", *JSON)
    assert (done.status, set(done.statuses())) == (130, {"unreachable"})
    assert len(registered.service.targets) == 1


@pytest.mark.parametrize("command", [("render", "--corrected"), ("export", "--to", "csl-json", "--complete")])
def test_what_was_not_asked_is_written_as_cited(refcheck, registered, many, command):
    interrupting(registered, 2)
    done = refcheck(*command, many, "--from", "lines")
    assert (done.status, done.err) == (130, f"refcheck: could not be checked, written as cited: {BATCH + 1}\n")
    assert done.out.count("10.5555/rain.") >= BATCH + 1


def test_the_lock_keeps_what_was_answered(refcheck, registered, many):
    interrupting(registered, 2)
    done = refcheck("lock", many, "--from", "lines")
    assert done.status == 130
    assert done.out == f"refcheck.lock: written; {BATCH} of {BATCH + 1} references locked, 1 could not be asked\n"


def test_a_look_up_has_nothing_to_tell(refcheck, registered):
    interrupting(registered, 1)
    done = refcheck("lookup", "10.5555/rain")
    assert (done.status, done.out, done.err.strip()) == (130, "", "refcheck: interrupted")


def test_the_installed_command_ends_at_once_with_its_report(registered, many, service):
    def answer(target):
        if len(service.targets) == 1:
            threading.Timer(0.5, os.kill, (process.pid, signal.SIGINT)).start()
        return {"silence": 20}

    service.route(answer)
    command = [sys.executable, "-m", "refcheck", "check", many, "--from", "lines", "--output-format", "concise"]
    start = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        out, err = process.communicate()
    assert time.monotonic() - start < 10
    assert (process.returncode, err) == (130, "")
    assert out.count("could-not-check: could not be checked: interrupted before Crossref answered") == BATCH + 1

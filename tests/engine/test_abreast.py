"""Several services are waited for at once, and none of them after Ctrl-C."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from refcheck.engine.abreast import Abreast


def after(seconds: float, result: str, *, signals: int = 0) -> str:
    for _ in range(signals):
        time.sleep(seconds)
        signal.raise_signal(signal.SIGINT)
    time.sleep(seconds)
    return result


def test_tasks_run_side_by_side_and_each_keeps_its_place():
    start = time.monotonic()
    running = Abreast([lambda: after(0.4, "slow"), lambda: after(0.1, "quick"), lambda: after(0.3, "middling")])
    assert running.wait(stop=pytest.fail) is False
    assert time.monotonic() - start < 0.75
    assert running.results == {0: "slow", 1: "quick", 2: "middling"}


def test_no_tasks_are_done_at_once():
    assert Abreast([]).wait(stop=pytest.fail) is False


def test_ctrl_c_hurries_the_tasks_and_keeps_what_they_give():
    stopped = threading.Event()

    def hurried() -> str:
        stopped.wait(10)
        return "what is known"

    running = Abreast([lambda: after(0.2, "quick"), hurried, lambda: after(0.1, "pressed", signals=1)])
    start = time.monotonic()
    assert running.wait(stop=stopped.set) is True
    assert time.monotonic() - start < 2
    assert running.results[1] == "what is known"


def test_after_ctrl_c_a_task_that_does_not_hurry_is_left_behind():
    running = Abreast([lambda: after(8, "never"), lambda: after(0.1, "pressed", signals=1)])
    start = time.monotonic()
    assert running.wait(stop=lambda: None) is True
    assert time.monotonic() - start < 4
    assert running.results == {1: "pressed"}


def test_ctrl_c_pressed_again_ends_the_program():
    running = Abreast([lambda: after(8, "never"), lambda: after(0.4, "pressed", signals=2)])
    with pytest.raises(KeyboardInterrupt):
        running.wait(stop=lambda: None)


def test_a_fault_of_one_task_is_raised_without_waiting_for_the_others():
    running = Abreast([lambda: after(8, "never"), lambda: int("x")])
    start = time.monotonic()
    with pytest.raises(ValueError, match="invalid literal"):
        running.wait(stop=lambda: None)
    assert time.monotonic() - start < 2

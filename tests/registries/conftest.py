"""Sessions whose waits take no time, and answers written for a case."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from json import loads
from pathlib import Path
from typing import Any

import pytest

from refcheck.config.schema import Config
from refcheck.registries.http import Clock, Http

ANSWERS = Path(__file__).parent / "answers"
TODAY = dt.date(2026, 11, 24)


@dataclass
class Waits:
    """A clock whose sleeps take no time but are counted, and go by on it."""

    slept: list[float] = field(default_factory=list)
    ahead: float = 0.0
    chance: float = 1.0

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.ahead += seconds

    def now(self) -> float:
        return time.monotonic() + self.ahead

    @property
    def clock(self) -> Clock:
        return Clock(now=self.now, wall=lambda: 1_700_000_000.0 + self.ahead, sleep=self.sleep, random=lambda: self.chance)


@pytest.fixture
def waits() -> Waits:
    """Sleeps that take no time."""
    return Waits()


@pytest.fixture
def http(waits: Waits) -> Iterator[Http]:
    """A session without a contact, whose waits take no time."""
    with Http(clock=waits.clock, timeouts=(2.0, 2.0)) as session:
        yield session


@pytest.fixture
def config() -> Config:
    """The settings of a run without a contact, on a fixed day."""
    return Config(today=TODAY)


@pytest.fixture(scope="session")
def written() -> Callable[[str], Any]:
    """Read an answer written for a case, or the record expected of it."""
    return lambda name: loads((ANSWERS / f"{name}.json").read_text(encoding="utf-8"))

"""How a service stands in a run: whether it answers, and when it is not asked any more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import inf

from refcheck.registries.replies import Trouble
from refcheck.registries.retries import PATIENCE, back_off

QUIET = 57.0
"""Seconds in which nobody at all may answer before nobody is asked any more."""
_REFUSING = 12.0
"""Seconds of failures without an answer between, with the next wait, that end the asking of a service."""
_LONG = 8.0
"""Seconds after which a failure has cost as much as silence."""
_SILENT = 2
"""Times in a row that a service may keep silent; once, when another has cost all that silence may cost a run."""
_SHORT = 5.0
"""Seconds that a request is given however much silence has cost the run."""
_LOST = 3
"""Requests without an answer in the end, from which on their share counts."""
_SHARE = 10
"""One in so many lost ends the asking."""


def is_silence(trouble: Trouble, took: float) -> bool:
    """Tell whether a failure that took so many seconds has cost as much as no answer at all."""
    return trouble.slow or took >= _LONG


@dataclass(slots=True)
class Silence:
    """The time since the last answer in which requests have failed."""

    heard: float = -inf
    since: float | None = None
    """None while nothing has failed since the last answer."""
    spent: float = 0.0
    """Seconds that services cost which are not asked any more because they kept silent."""
    spent_until: float = -inf

    def end(self, now: float) -> None:
        """Note an answer."""
        self.heard, self.since = now, None

    def begin(self, sent: float) -> None:
        """Note a failure of a request that was sent then."""
        if self.since is None:
            self.since = max(sent, self.heard)

    def excuse(self, seconds: float) -> None:
        """Leave time out that a service asked to be left alone."""
        if self.since is not None:
            self.since += seconds

    def spend(self, since: float, now: float) -> None:
        """Count what a silent service has cost; services that keep silent side by side cost their time once."""
        self.spent, self.spent_until = self.spent + now - max(since, self.spent_until), now

    def left(self, now: float) -> float:
        """Give the seconds that another request may take."""
        return min(QUIET - self.lasted(now), max(_SHORT, QUIET - self.spent))

    def lasted(self, now: float) -> float:
        """Give the seconds so far."""
        return 0.0 if self.since is None else now - self.since


@dataclass(slots=True, kw_only=True)
class Standing:
    """One service.

    Requests that fly at once and fail together are one failure: what counts is the first, then what was sent after it.
    """

    everybody: Silence
    """Shared with all services: when none answers, a new one is not given the time of the first."""
    random: Callable[[], float]
    """From 0 to 1."""
    known: bool = False
    """It has answered in this run."""
    closed: Trouble | None = None
    """Why it is not asked any more."""
    hold: float = -inf
    """Time before which it is not asked."""
    flying: int = 0
    """Requests under way."""
    silence: Silence = field(default_factory=Silence)
    _failed_at: float = -inf
    _failures: int = 0
    _silent: int = 0
    _asked: float = 0.0
    _ended: int = 0
    _lost: int = 0

    @property
    def sound(self) -> bool:
        """Tell whether it has answered, and nothing has failed since."""
        return self.known and self.silence.since is None

    def answered(self, now: float) -> None:
        """Note an answer: earlier failures are forgiven."""
        self.known, self._failures, self._silent, self._asked = True, 0, 0, 0.0
        self._ended += 1
        self.silence.end(now)
        self.everybody.end(now)

    def failed(self, trouble: Trouble, *, sent: float, now: float, last: bool) -> bool:
        """Note a failure, wait or close accordingly, and tell whether it counts.

        Args:
            trouble: what kept the answer from coming.
            sent: when the request was sent.
            now: the time.
            last: it is not tried again.
        """
        self._ended, self._lost = self._ended + last, self._lost + last
        counts = sent >= self._failed_at
        if counts and trouble.again:
            self._count(trouble, sent, now)
        if trouble.closes or (self._lost >= _LOST and self._lost * _SHARE > self._ended):
            self.close(trouble)
        return counts

    def _count(self, trouble: Trouble, sent: float, now: float) -> None:
        asked = trouble.wait or 0.0
        silent = is_silence(trouble, now - sent)
        self._failed_at, self._asked, self._silent = now, self._asked + asked, self._silent + silent
        for silence in (self.silence, self.everybody):
            silence.begin(sent)
        wait = back_off(self._failures, self.random)
        self._failures += 1
        lasted = max(each.lasted(now) for each in (self.silence, self.everybody))
        refusing = not silent and lasted + wait > _REFUSING
        for silence in (self.silence, self.everybody):
            silence.excuse(asked)
        self.hold = now + max(wait, asked)
        silenced = silent and (self._silent >= _SILENT or self.everybody.spent > 0 or self.everybody.lasted(now) >= QUIET)
        if silenced:
            self.everybody.spend(now - self.silence.lasted(now), now)
        if silenced or refusing or self._asked > PATIENCE:
            self.close(trouble)

    def close(self, trouble: Trouble) -> None:
        """Ask it no more, for this reason."""
        self.closed = self.closed or replace(trouble, detail=f"{trouble.detail}; not asked again in this run")

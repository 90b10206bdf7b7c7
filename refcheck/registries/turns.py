"""Whose turn it is: requests of several threads, each sent when its service can take it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from threading import Condition
from typing import Any

from refcheck.registries.limits import MOST_FLIGHTS, Kind, Limiter, Ticket
from refcheck.registries.replies import Reply, Trouble
from refcheck.registries.standing import QUIET, Silence, Standing, is_silence

_SLOW_TRIES = 2
"""Tries of one request that may run out of time."""
_IN_ITS_PLACE = 3
"""Tries of one request before others get their turn first."""
_GRACE = 0.5
"""Seconds after the deadline in which requests under way may come to an end by themselves."""
_INTERRUPTED = Trouble(cause="interrupted", detail="")
_TIME_UP = Trouble(cause="out-of-time", detail="")


@dataclass(slots=True, kw_only=True)
class Errand:
    """One request that waits for its turn, or has it."""

    place: int
    """Its place in the job."""
    url: str
    ticket: Ticket = field(default_factory=Ticket)
    sent: float = -inf
    """When it got its turn."""
    tried: int = 0
    slow: int = 0
    trouble: Trouble | None = None
    """What the last try came to."""


@dataclass(slots=True, kw_only=True)
class Job:
    """Requests of one kind to one service, and what came of them."""

    service: str
    kind: Kind
    errands: tuple[Errand, ...]
    left: deque[Errand]
    """Those that wait for a turn, the next first."""
    learns: bool = True
    """The limits that answers state hold for all requests of this kind."""
    trim: Callable[[Any], Any] | None = None
    """Cuts the document of an answer to what is needed, as soon as it is there."""
    outcomes: dict[int, Reply | Trouble] = field(default_factory=dict)
    """Place of a request -> the answer, or why there is none."""
    flying: int = 0
    """Requests under way."""
    late: bool = False
    """None of the rest can go before the deadline."""
    fault: BaseException | None = None
    """What ended a thread that works on it."""

    @classmethod
    def of(cls, urls: Sequence[str], *, service: str, kind: Kind, learns: bool = True, trim: Callable[[Any], Any] | None = None) -> Job:
        """Make a job of addresses."""
        errands = tuple(Errand(place=place, url=url) for place, url in enumerate(urls))
        return cls(service=service, kind=kind, errands=errands, left=deque(errands), learns=learns, trim=trim)


class Turns:
    """Gives turns to requests and takes back what came of each.

    All that threads share stands here, under one lock. The order of requests is kept, but one that keeps failing goes to
    the end: the next shows whether the service fails or the request.
    """

    def __init__(self, *, now: Callable[[], float], random: Callable[[], float], tries: int) -> None:
        self.limiter = Limiter(now)
        self.interrupted = False
        """Nothing is sent any more."""
        self.deadline: float | None = None
        """Time after which nothing is sent or awaited any more."""
        self.given = 0
        """Turns given so far: the requests sent, every try counted."""
        self._now, self._random, self._tries = now, random, tries
        self._everybody = Silence()
        self._standings: dict[str, Standing] = {}
        self._change = Condition()

    def next(self, job: Job) -> Errand | float | None:
        """Give the next request of a job its turn; else the seconds to sleep and come again, or None when no more is to do."""
        with self._change:
            while job.left and not self._ended(job):
                wait = self._wait(job)
                if wait == inf:
                    self._change.wait()
                elif wait <= 0:
                    return self._taken(job)
                elif self.deadline is None or self._now() + wait < self.deadline:
                    return wait
                else:
                    job.late = True
            self._change.notify_all()
            return None

    def _wait(self, job: Job) -> float:
        standing, limits = self._standing(job.service), self.limiter.limits(job.service)
        if standing.flying >= (min(limits.flights, MOST_FLIGHTS) if standing.sound else 1):
            return inf
        return max(standing.hold - self._now(), self.limiter.wait(job.service, job.kind))

    def _taken(self, job: Job) -> Errand:
        errand, standing = job.left.popleft(), self._standing(job.service)
        errand.ticket, errand.sent = self.limiter.take(job.service, job.kind), self._now()
        errand.tried += 1
        standing.flying += 1
        job.flying += 1
        self.given += 1
        return errand

    def time_left(self) -> float:
        """Give the seconds that a request may take which is sent now."""
        with self._change:
            until = inf if self.deadline is None else self.deadline - self._now()
            return min(until, self._everybody.left(self._now()))

    def leaves(self, errand: Errand) -> None:
        """Note that a request is on its way."""
        with self._change:
            self.limiter.sent(errand.ticket)
            self._change.notify_all()

    def learn(self, job: Job, errand: Errand, headers: Mapping[str, str]) -> None:
        """Note that an answer has begun, and take over the limits it states."""
        with self._change:
            self.limiter.answered(job.service, job.kind, errand.ticket)
            if job.learns:
                self.limiter.learn(job.service, job.kind, headers)

    def settle(self, job: Job, errand: Errand, outcome: Reply | Trouble) -> None:
        """Take back a turn: keep an answer, and have a failed request tried again where that may help."""
        with self._change:
            standing, now = self._standing(job.service), self._now()
            standing.flying -= 1
            job.flying -= 1
            if isinstance(outcome, Reply):
                standing.answered(now)
                job.outcomes[errand.place] = outcome
            elif outcome.slow and self.deadline is not None and now >= self.deadline:
                job.outcomes[errand.place] = _TIME_UP
            else:
                self._failed(job, errand, outcome, now)
            self._change.notify_all()

    def _failed(self, job: Job, errand: Errand, trouble: Trouble, now: float) -> None:
        standing = self._standing(job.service)
        silent = is_silence(trouble, now - errand.sent)
        errand.slow += silent
        errand.trouble = trouble if errand.tried == 1 else replace(trouble, detail=f"{trouble.detail}, tried {errand.tried} times")
        self.limiter.failed(errand.ticket)
        last = not trouble.again or errand.tried >= self._tries or errand.slow >= _SLOW_TRIES
        counts = standing.failed(trouble, sent=errand.sent, now=now, last=last)
        if counts and trouble.busy:
            self.limiter.slow_down(job.service, job.kind)
        if last or standing.closed is not None:
            job.outcomes[errand.place] = errand.trouble
        elif silent or errand.tried >= _IN_ITS_PLACE:
            job.left.append(errand)
        else:
            job.left.appendleft(errand)

    def give_up(self, job: Job, fault: BaseException) -> None:
        """End a job because of a fault of the program, and let no other job wait for what it had under way."""
        with self._change:
            job.fault = fault
            self._standing(job.service).close(Trouble(cause="broken", detail="the answer could not be dealt with"))
            self._change.notify_all()

    def interrupt(self) -> None:
        """Send nothing any more, and wait for nothing."""
        with self._change:
            self.interrupted = True
            self._change.notify_all()

    def done(self, job: Job, seconds: float) -> bool:
        """Tell whether nothing more comes of a job, after waiting for that for a while at most."""
        with self._change:
            if self._open(job):
                self._change.wait(seconds)
            return not self._open(job)

    def outcome(self, job: Job, place: int) -> Reply | Trouble:
        """Give the answer to a request of a job that is done, or why there is none."""
        with self._change:
            standing = self._standing(job.service)
            lacking = (_INTERRUPTED if self.interrupted else None) or standing.closed or job.errands[place].trouble or _TIME_UP
            return job.outcomes.get(place, lacking)

    def _ended(self, job: Job) -> bool:
        """Tell whether nothing of a job may be sent any more."""
        if self._everybody.lasted(self._now()) >= QUIET:
            self._standing(job.service).close(Trouble(cause="network", detail="no registry answers"))
        late = job.late or (self.deadline is not None and self._now() >= self.deadline)
        return late or self._abandoned(job)

    def _abandoned(self, job: Job) -> bool:
        """Tell whether nothing more is awaited of a job."""
        late = self.deadline is not None and self._now() >= self.deadline + _GRACE
        return late or self.interrupted or job.fault is not None or self._standing(job.service).closed is not None

    def _open(self, job: Job) -> bool:
        if self._abandoned(job):
            return False
        return job.flying > 0 or (bool(job.left) and not self._ended(job))

    def _standing(self, service: str) -> Standing:
        if service not in self._standings:
            self._standings[service] = Standing(everybody=self._everybody, random=self._random)
        return self._standings[service]

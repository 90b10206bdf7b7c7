"""How often a service may be asked: what is published of it first, then what its answers say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import inf
from types import MappingProxyType
from typing import Literal

Kind = Literal["single", "list"]
"""One record by its identifier, or a query that gives several."""

MARGIN = 0.02
"""Seconds by which a request may take longer to arrive than one sent after it.

The service counts arrivals, of which only the sending is known. What differs from one way to the next over an open
connection is a few milliseconds of queues; a service this much later in reading one request than another still counts
no more in its interval than it takes. A wider margin slows every run: each interval lasts as much longer.
"""
LATENESS = 0.15
"""Seconds at most by which an answer that came later than the quickest one is taken to have been late on the way there."""
MOST_FLIGHTS = 8
"""Requests to one service at once, whatever it allows."""
_STEP, _STRETCHED = 1.25, 2.0
_LONGEST = 60
"""Seconds of an interval that is learned, at most."""
_RELAX = 0.995
"""Each answer makes a stretched interval so much shorter."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many requests a service takes within how many seconds."""

    requests: int
    seconds: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one service takes."""

    single: Allowance
    list: Allowance
    flights: int = 1
    """Requests at once, once it has answered the first."""
    pooled: bool = False
    """Requests of both kinds count together."""


def _pooled(requests: int, seconds: float, *, flights: int = 1) -> Limits:
    allowance = Allowance(requests, seconds)
    return Limits(single=allowance, list=allowance, flights=flights, pooled=True)


PUBLIC = Limits(single=Allowance(5, 1.0), list=Allowance(1, 1.0))
"""What is taken for granted of a service of which nothing else is known: Crossref's limits without a contact.

Source: Crossref, "Announcing changes to REST API rate limits".
"""
_LIMITS: Mapping[str, Limits] = MappingProxyType(
    {
        "crossref": PUBLIC,
        "doi": _pooled(5, 1.0, flights=2),
        "datacite": _pooled(500, 300.0, flights=2),
        "pubmed": _pooled(3, 1.0, flights=2),
        "arxiv": _pooled(1, 3.0),
        "openlibrary": _pooled(1, 1.0),
        "openalex": _pooled(10, 1.0, flights=2),
    }
)
_WITH_CONTACT: Mapping[str, Limits] = MappingProxyType({"datacite": _pooled(1000, 300.0, flights=2), "openlibrary": _pooled(3, 1.0)})


def limits_of(registry: str, *, contact: bool) -> Limits:
    """Give the published limits of a registry by its name, with or without a contact address.

    Crossref's own are read from its answers; doi.org publishes none, and is asked modestly.

    Source: DataCite, "Rate limits" (per address and five minutes); NCBI, "E-utilities usage guidelines"; arXiv, "API terms
    of use" (one connection); Open Library, "API rate limits"; OpenAlex, "Rate limits".
    """
    held = _WITH_CONTACT.get(registry) if contact else None
    return held or _LIMITS.get(registry, PUBLIC)


@dataclass(slots=True)
class Ticket:
    """One request, as it counts against the allowance."""

    at: float = inf
    """The moment it counts from; infinite while it has not left."""
    left: float = inf
    """The moment it left."""


class Limiter:
    """Keeps requests to each service and kind within their allowance, or to a service that counts both kinds together.

    A request may go once the one that lies an allowance back was sent an interval and a `MARGIN` ago, or as much longer
    ago as its answer was late. One that failed may have arrived at any time until then: it counts from its end.

    Not safe for threads: its owner holds a lock.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._limits: dict[str, Limits] = {}
        self._tickets: dict[tuple[str, Kind], list[Ticket]] = {}
        """Requests of a service, by the kind they count under."""
        self._stretch: dict[tuple[str, Kind], float] = {}
        self._quickest: dict[tuple[str, Kind], float] = {}

    def introduce(self, service: str, limits: Limits) -> None:
        """Take over what is published of a service."""
        self._limits[service] = limits

    def limits(self, service: str) -> Limits:
        """Give what is known of a service."""
        return self._limits.get(service, PUBLIC)

    def allowance(self, service: str, kind: Kind) -> Allowance:
        """Give what is known of the limit of a service."""
        limits = self.limits(service)
        return limits.single if self._counted(service, kind) == "single" else limits.list

    def _counted(self, service: str, kind: Kind) -> Kind:
        """Give the kind that a request counts under: a service with one pool counts all as lists."""
        return "list" if self.limits(service).pooled else kind

    def wait(self, service: str, kind: Kind) -> float:
        """Give the seconds to wait before the next request may go; infinite while that hangs on one that has not left."""
        allowance, now, pool = self.allowance(service, kind), self._now(), (service, self._counted(service, kind))
        interval = allowance.seconds * self._stretch.get(pool, 1.0)
        recent = sorted(ticket.at for ticket in self._tickets.get(pool, []) if ticket.at > now - interval)
        if len(recent) < allowance.requests:
            return 0.0
        return recent[-allowance.requests] + interval - now

    def take(self, service: str, kind: Kind) -> Ticket:
        """Count a request that is about to go."""
        ticket, tickets = Ticket(), self._tickets.setdefault((service, self._counted(service, kind)), [])
        oldest = self._now() - self.allowance(service, kind).seconds * _STRETCHED
        tickets[:] = [held for held in tickets if held.at > oldest]
        tickets.append(ticket)
        return ticket

    def sent(self, ticket: Ticket) -> None:
        """Note that a request leaves now, over an open connection."""
        ticket.left = self._now()
        ticket.at = ticket.left + MARGIN

    def answered(self, service: str, kind: Kind, ticket: Ticket) -> None:
        """Note that an answer begins: one later than the quickest may have been counted as much later."""
        pool, took = (service, self._counted(service, kind)), self._now() - ticket.left
        quickest = self._quickest[service, kind] = min(took, self._quickest.get((service, kind), took))
        ticket.at = ticket.left + MARGIN + min(took - quickest, LATENESS)
        self._stretch[pool] = max(1.0, self._stretch.get(pool, 1.0) * _RELAX)

    def failed(self, ticket: Ticket) -> None:
        """Note that a request has come to an end without an answer."""
        ticket.at = self._now()

    def slow_down(self, service: str, kind: Kind) -> None:
        """Take the intervals of a service for longer than it says, for it was asked too often all the same."""
        pool = (service, self._counted(service, kind))
        self._stretch[pool] = min(_STRETCHED, _STEP * self._stretch.get(pool, 1.0))

    def learn(self, service: str, kind: Kind, headers: Mapping[str, str]) -> None:
        """Take over the limits an answer states; malformed ones never loosen what is known.

        One for longer than a run could wait, as for a day, changes nothing: a service that has enough says so by itself.

        Source: Crossref, `x-rate-limit-limit`, `x-rate-limit-interval` ("1s") and `x-concurrency-limit`; the first also
        seen doubled as "50, 50".
        """
        known = self.limits(service)
        counts, spans = _numbers(headers.get("x-rate-limit-limit")), _numbers(headers.get("x-rate-limit-interval", "1s"), unit="s?")
        if any(counts) and any(spans) and max(spans) <= _LONGEST:
            learned = Allowance(min(filter(None, counts)), float(max(spans)))
            if len(counts) == len(spans) == 1 or learned.rate < self.allowance(service, kind).rate:
                known = replace(known, single=learned) if self._counted(service, kind) == "single" else replace(known, list=learned)
        flights = _numbers(headers.get("x-concurrency-limit"))
        if any(flights) and (len(flights) == 1 or min(filter(None, flights)) < known.flights):
            known = replace(known, flights=min(filter(None, flights)))
        self._limits[service] = known


def _numbers(value: str | None, *, unit: str = "") -> list[int]:
    """Read the parts of a header; 0 stands for one that is no number."""
    parts = [re.fullmatch(rf"\s*(\d{{1,6}})\s*{unit}\s*", part, re.IGNORECASE) for part in (value or "").split(",")]
    return [int(found[1]) if found else 0 for found in parts]

"""How often a service may be asked: the public limits first, then what its answers say."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Kind = Literal["single", "list"]
"""One record by its identifier, or a query that gives several."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """How many requests a service takes within how many seconds."""

    requests: int
    seconds: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


PUBLIC: Mapping[Kind, Allowance] = MappingProxyType({"single": Allowance(5, 1.0), "list": Allowance(1, 1.0)})
"""What is taken for granted before the first answer.

Source: Crossref, "Announcing changes to REST API rate limits".
"""

_COUNT = re.compile(r"\s*(\d{1,6})\s*")
_SECONDS = re.compile(r"\s*(\d{1,6})\s*s?\s*", re.IGNORECASE)


class Limiter:
    """Keeps requests to each service and kind within its allowance.

    A request may go once the one that lies an allowance back was *answered* long enough ago. The service saw that one
    before it answered, so however long the way takes, it never counts more requests in its interval than it takes.
    Requests are sent one at a time, which keeps every limit on concurrent ones.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._allowances: dict[tuple[str, Kind], Allowance] = {}
        self._answered: dict[tuple[str, Kind], deque[float]] = {}

    def allowance(self, service: str, kind: Kind) -> Allowance:
        """Give what is known of the limit of a service."""
        return self._allowances.get((service, kind), PUBLIC[kind])

    def wait(self, service: str, kind: Kind) -> float:
        """Give the seconds to wait before the next request may go."""
        allowance, answered = self.allowance(service, kind), self._answered.get((service, kind), deque())
        if len(answered) < allowance.requests:
            return 0.0
        return max(0.0, answered[-allowance.requests] + allowance.seconds - self._now())

    def answered(self, service: str, kind: Kind) -> None:
        """Note that a request has come to its end, whatever the end was."""
        answered = self._answered.setdefault((service, kind), deque())
        answered.append(self._now())
        while answered[0] < answered[-1] - self.allowance(service, kind).seconds:
            answered.popleft()

    def learn(self, service: str, kind: Kind, headers: Mapping[str, str]) -> None:
        """Take over the limit an answer states; a malformed one never loosens what is known.

        Source: Crossref, `x-rate-limit-limit` and `x-rate-limit-interval` ("1s"), also seen doubled as "50, 50".
        """
        stated, every = headers.get("x-rate-limit-limit"), headers.get("x-rate-limit-interval", "1s")
        counts = [_COUNT.fullmatch(part) for part in (stated or "").split(",")]
        spans = [_SECONDS.fullmatch(part) for part in every.split(",")]
        requests = min((int(found[1]) for found in counts if found), default=0)
        seconds = max((int(found[1]) for found in spans if found), default=0)
        if not requests or not seconds:
            return
        learned, known = Allowance(requests, float(seconds)), self.allowance(service, kind)
        if len(counts) == len(spans) == 1 or learned.rate < known.rate:
            self._allowances[service, kind] = learned

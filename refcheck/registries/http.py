"""One polite HTTP session for all registries: limits, retries, deadlines, and no answer that is none."""

from __future__ import annotations

import os
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from http import HTTPStatus
from random import SystemRandom
from threading import Lock
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from refcheck.registries.limits import Kind, Limiter
from refcheck.registries.replies import Reply, Trouble, judge
from refcheck.registries.retries import PATIENCE, back_off
from refcheck.version import __version__

if TYPE_CHECKING:
    import requests

_CHUNK = 65536
_CA_VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
_GIVEN_UP = 2
"""Requests in a row that a service may leave unanswered, all tries of each, before it is not asked any more."""
_SLOW_TRIES = 2
"""Tries of one request that may run out of time."""
_INTERRUPTED = Trouble(cause="interrupted", detail="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Time and chance as the session takes them."""

    now: Callable[[], float] = time.monotonic
    """Seconds on a clock that never goes back."""
    wall: Callable[[], float] = time.time
    """Seconds since the epoch."""
    sleep: Callable[[float], None] = time.sleep
    random: Callable[[], float] = SystemRandom().random
    """From 0 to 1."""


class Http:
    """A session that asks services politely and tells an answer from a failure.

    Requests go one at a time. Redirects are never followed: a client that expects one reads it. Proxies come from the
    environment, certificates from REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE or SSL_CERT_FILE, the first that is set.
    """

    def __init__(
        self,
        *,
        mailto: str | None = None,
        timeouts: tuple[float, float] = (10.0, 25.0),
        tries: int = 4,
        deadline: float | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Open no connection yet.

        Args:
            mailto: contact address, told in the User-Agent.
            timeouts: seconds to wait for a connection, and for the answer to begin or go on.
            tries: how often one request is sent at most.
            deadline: see the attribute.
            clock: time and chance, for tests.
        """
        self._clock = clock or Clock()
        self.requests = 0
        """Requests sent so far, every try counted."""
        self.deadline = deadline
        """Time on the monotonic clock after which nothing is sent or awaited any more."""
        self.limiter = Limiter(self._clock.now)
        self.warnings: list[str] = []
        """What the user should know about the session, once each."""
        self.interrupted = False
        """Ctrl-C was pressed: nothing is sent any more, and what was answered before stays."""
        self.agent = f"refcheck/{__version__}" + (f" (mailto:{mailto})" if mailto and mailto.isascii() and mailto.isprintable() else "")
        self._timeouts, self._tries = timeouts, tries
        self._closed: dict[str, Trouble] = {}
        self._unanswered: Counter[str] = Counter()
        self._waited: defaultdict[str, float] = defaultdict(float)
        self._turn = Lock()
        self._session: requests.Session | None = None

    def __enter__(self) -> Self:
        """Use the session for the length of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections; a later request opens new ones."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def get(self, url: str, *, service: str, kind: Kind, known: Collection[int] = frozenset({HTTPStatus.OK})) -> Reply | Trouble:
        """Ask for a URL, again where that may help, never faster than the service allows.

        Args:
            url: encoded as it goes over the wire.
            service: what limits and refusals hold for: the base address of the registry.
            kind: one record or a list; each has its limit.
            known: statuses that are answers to the caller.
        """
        with self._turn:
            if self.interrupted:
                return _INTERRUPTED
            if service in self._closed:
                return self._closed[service]
            try:
                outcome, tried = self._ask(url, service, kind, known)
            except KeyboardInterrupt:
                self.interrupted = True
                return _INTERRUPTED
            if isinstance(outcome, Reply):
                self._unanswered[service], self._waited[service] = 0, 0.0
                return outcome
            if tried > 1:
                outcome = replace(outcome, detail=f"{outcome.detail}, tried {tried} times")
            self._unanswered[service] += outcome.again
            if outcome.closes or outcome.slow or self._unanswered[service] >= _GIVEN_UP:
                self._closed[service] = replace(outcome, detail=f"{outcome.detail}; not asked again in this run")
            return outcome

    def _ask(self, url: str, service: str, kind: Kind, known: Collection[int]) -> tuple[Reply | Trouble, int]:
        """Try until there is an answer or no sense in another try; give the number of tries beside it."""
        outcome: Reply | Trouble = Trouble(cause="offline", detail="the time for asking registries is used up")
        wait, tried, slow = 0.0, 0, 0
        while tried < self._tries and slow < _SLOW_TRIES and self._pause(max(wait, self.limiter.wait(service, kind))):
            outcome = self._send(url, service, kind, known)
            tried += 1
            if isinstance(outcome, Reply) or not outcome.again:
                break
            self._waited[service] += outcome.wait or 0.0
            if self._waited[service] > PATIENCE:
                outcome = replace(outcome, closes=True)
                break
            slow += outcome.slow
            wait = max(back_off(tried - 1, self._clock.random), outcome.wait or 0.0)
        return outcome, tried

    def _pause(self, seconds: float) -> bool:
        """Wait; False at once when the deadline comes first."""
        if self.deadline is not None and self._clock.now() + seconds >= self.deadline:
            return False
        if seconds > 0:
            self._clock.sleep(seconds)
        return True

    def _send(self, url: str, service: str, kind: Kind, known: Collection[int]) -> Reply | Trouble:
        """Send one request and read its answer whole."""
        from urllib3.exceptions import HTTPError

        session = self._open()
        start = self._clock.now()
        left = float("inf") if self.deadline is None else self.deadline - start
        timeout = (min(self._timeouts[0], left), min(self._timeouts[1], left))
        self.requests += 1
        try:
            with session.get(url, stream=True, timeout=timeout, allow_redirects=False) as response:
                self.limiter.learn(service, kind, response.headers)
                body = self._body(response, start + timeout[1])
        except (OSError, HTTPError, UnicodeError) as error:
            return explain(error, url)
        finally:
            self.limiter.answered(service, kind)
        return judge(response.status_code, response.headers, body, known=known, wall=self._clock.wall())

    def _body(self, response: requests.Response, until: float) -> bytes:
        """Read a body as it comes in, so that a trickle cannot outlast the deadline."""
        parts: list[bytes] = []
        while (part := response.raw.read1(_CHUNK, decode_content=True)) and self._clock.now() <= until:
            parts.append(part)
        if part:
            raise TimeoutError
        response.raw.release_conn()
        return b"".join(parts)

    def _open(self) -> requests.Session:
        if self._session is None:
            import requests

            self._session = requests.Session()
            self._session.headers.update({"User-Agent": self.agent, "Accept": "application/json, application/xml;q=0.9, */*;q=0.1"})
            self._session.verify = next((os.environ[name] for name in _CA_VARIABLES if os.environ.get(name)), True)
        return self._session


def explain(error: Exception, url: str) -> Trouble:
    """Say in words for the user what kept an answer from coming."""
    from requests import exceptions
    from urllib3 import exceptions as below

    host = urlsplit(url).netloc
    if isinstance(error, exceptions.SSLError):
        return Trouble(cause="network", detail=f"the certificate of {host} is not trusted (REQUESTS_CA_BUNDLE names others)", closes=True)
    if isinstance(error, exceptions.Timeout | below.TimeoutError | TimeoutError):
        return Trouble(cause="network", detail=f"{host} did not answer in time", again=True, slow=True)
    if isinstance(error, exceptions.ProxyError):
        return Trouble(cause="network", detail=f"the proxy on the way to {host} cannot be used", again=True)
    if isinstance(error, exceptions.ConnectionError):
        return Trouble(cause="network", detail=f"no connection to {host}", again=True)
    if isinstance(error, below.ProtocolError | below.DecodeError):
        return Trouble(cause="broken", detail=f"the answer of {host} broke off", again=True)
    return Trouble(cause="network", detail=f"{host} cannot be asked: {error}")

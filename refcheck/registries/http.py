"""One polite HTTP session for all registries: limits, retries, deadlines, and no answer that is none."""

from __future__ import annotations

import errno
import os
import time
from bisect import insort
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from random import SystemRandom
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from refcheck.registries.limits import MOST_FLIGHTS, Kind, limits_of
from refcheck.registries.replies import Reply, Trouble, judge
from refcheck.registries.turns import Errand, Job, Turns
from refcheck.version import __version__

if TYPE_CHECKING:
    from requests import Response, Session

_CHUNK = 65536
_LARGEST = 64 << 20
"""Bytes of an answer at most, unzipped; fifty whole works of Crossref are a few million."""
_CA_VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
_GLANCE = 0.1
"""Seconds after which a thread that waits looks up: a lock may keep Ctrl-C from it."""
_LEAST = 0.05
"""Seconds that a request is given however little time is left."""


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

    It may be used from several threads. Services are asked side by side, and each as often and as many times at once as
    it allows. Requests are sent by threads that nobody waits for at the end of the program; Ctrl-C in the main thread
    makes every call return at once with what it has. Redirects are never followed: a client that expects one reads it.
    Proxies come from the environment, certificates from REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE or SSL_CERT_FILE, the first
    that is set.
    """

    def __init__(
        self,
        *,
        mailto: str | None = None,
        timeouts: tuple[float, float] = (10.0, 25.0),
        tries: int = 4,
        budget: float | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Open no connection yet.

        Args:
            mailto: contact address, told in the User-Agent.
            timeouts: seconds to wait for a connection, and for the whole answer.
            tries: how often one request is sent at most.
            budget: seconds from now on after which nothing is sent or awaited any more.
            clock: time and chance, for tests.
        """
        self._clock = clock or Clock()
        self._turns = Turns(now=self._clock.now, random=self._clock.random, tries=tries)
        self._turns.deadline = None if budget is None else self._clock.now() + budget
        self.limiter = self._turns.limiter
        self.warnings: list[str] = []
        """What the user should know about the session, once each, in alphabetical order."""
        self.agent = f"refcheck/{__version__}" + (f" (mailto:{mailto})" if mailto and mailto.isascii() and mailto.isprintable() else "")
        self._contact, self._timeouts = bool(mailto), timeouts
        self._lock = Lock()
        self._session: Session | None = None

    def __enter__(self) -> Self:
        """Use the session for the length of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.close()

    @property
    def requests(self) -> int:
        """Requests sent so far, every try counted."""
        return self._turns.given

    @property
    def interrupted(self) -> bool:
        """Tell whether the user ended the asking: nothing is sent any more, and what was answered before stays."""
        return self._turns.interrupted

    def stop(self) -> None:
        """Send nothing any more; calls under way return at once."""
        self._turns.interrupt()

    def close(self) -> None:
        """Close the connections; a later request opens new ones."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def introduce(self, service: str, registry: str) -> None:
        """Tell which registry stands at an address, so that its published limits are kept from the first request on."""
        self.limiter.introduce(service, limits_of(registry, contact=self._contact))

    def warn(self, warning: str) -> None:
        """Note what the user should know."""
        with self._lock:
            if warning not in self.warnings:
                insort(self.warnings, warning)

    def get(self, url: str, *, service: str, kind: Kind, known: Collection[int] = frozenset({HTTPStatus.OK})) -> Reply | Trouble:
        """Ask for a URL, again where that may help, never faster than the service allows.

        Args:
            url: encoded as it goes over the wire.
            service: what limits and refusals hold for: the base address of the registry.
            kind: one record or a list; each has its limit.
            known: statuses that are answers to the caller.
        """
        return self.get_all([url], service=service, kind=kind, known=known)[0]

    def get_all(
        self,
        urls: Sequence[str],
        *,
        service: str,
        kind: Kind,
        known: Collection[int] = frozenset({HTTPStatus.OK}),
        learns: bool = True,
        trim: Callable[[Any], Any] | None = None,
    ) -> list[Reply | Trouble]:
        """Ask for several URLs of one service, as many at once as it allows; the outcomes in the order of the URLs.

        Without `learns` the limits that these answers state are not taken for those of their kind: a service may count
        them in another pool. `trim` cuts each document to what is needed, for many whole answers take much room.
        """
        if not urls:
            return []
        job = Job.of(urls, service=service, kind=kind, learns=learns, trim=trim)
        try:
            self._open()
            for _ in range(min(len(urls), MOST_FLIGHTS)):
                Thread(target=self._work, args=(job, known), daemon=True).start()
            while not self._turns.done(job, _GLANCE):
                pass
        except KeyboardInterrupt:
            self.stop()
        if job.fault is not None:
            raise job.fault
        return [self._turns.outcome(job, place) for place in range(len(urls))]

    def _work(self, job: Job, known: Collection[int]) -> None:
        """Send requests of a job as long as there are any."""
        try:
            while (turn := self._turns.next(job)) is not None:
                if isinstance(turn, float):
                    self._clock.sleep(turn)
                else:
                    self._turns.settle(job, turn, self._send(job, turn, known))
        except BaseException as fault:  # noqa: BLE001 - the thread that waits for the job raises it
            self._turns.give_up(job, fault)

    def _send(self, job: Job, errand: Errand, known: Collection[int]) -> Reply | Trouble:
        """Send one request and read its answer whole."""
        from urllib3.exceptions import HTTPError

        from refcheck.registries.connections import noting

        session, start, left = self._open(), self._clock.now(), self._turns.time_left()
        timeout = (max(_LEAST, min(self._timeouts[0], left)), max(_LEAST, min(self._timeouts[1], left)))
        try:
            with (
                noting(partial(self._turns.leaves, errand)),
                session.get(errand.url, stream=True, timeout=timeout, allow_redirects=False) as response,
            ):
                self._turns.learn(job, errand, response.headers)
                body = self._body(response, start + timeout[1])
        except (OSError, HTTPError, UnicodeError) as error:
            return explain(error, errand.url)
        outcome = judge(response.status_code, response.headers, body, known=known, wall=self._clock.wall())
        if job.trim is not None and isinstance(outcome, Reply):
            outcome = replace(outcome, document=job.trim(outcome.document))
        return outcome

    def _body(self, response: Response, until: float) -> bytes:
        """Read a body as it comes in, so that a trickle cannot outlast the time for an answer nor a flood the memory."""
        parts: list[bytes] = []
        left = _LARGEST
        while (part := response.raw.read1(_CHUNK, decode_content=True)) and self._clock.now() <= until:
            parts.append(part)
            left -= len(part)
            if left < 0:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        if part:
            raise TimeoutError
        response.raw.release_conn()
        return b"".join(parts)

    def _open(self) -> Session:
        """Give the session; one thread opens it, for modules that import each other must not be entered by several."""
        with self._lock:
            if self._session is None:
                self._session = _session(self.agent)
            return self._session


def _session(agent: str) -> Session:
    """Open a session whose connections tell when a request leaves."""
    import requests
    from defusedxml import ElementTree  # noqa: F401 - what answers are read with is loaded before threads read them
    from requests.adapters import HTTPAdapter

    from refcheck.registries.connections import POOLS

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *arguments: Any, **named: Any) -> None:
            super().init_poolmanager(*arguments, **named)
            self.poolmanager.pool_classes_by_scheme = POOLS

        def proxy_manager_for(self, *arguments: Any, **named: Any) -> Any:
            manager = super().proxy_manager_for(*arguments, **named)
            manager.pool_classes_by_scheme = POOLS
            return manager

    class Unled(requests.Session):
        def get_redirect_target(self, resp: Response) -> None:
            """Lead nowhere, for else even a redirect that is not followed is read and taken apart."""

    session = Unled()
    for scheme in ("http://", "https://"):
        session.mount(scheme, Adapter())
    session.headers.update({"User-Agent": agent, "Accept": "application/json, application/xml;q=0.9, */*;q=0.1"})
    session.verify = next((os.environ[name] for name in _CA_VARIABLES if os.environ.get(name)), True)
    return session


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
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return Trouble(cause="broken", detail=f"the answer of {host} is longer than {_LARGEST >> 20} MiB")
    if isinstance(error, below.ProtocolError | below.DecodeError):
        return Trouble(cause="broken", detail=f"the answer of {host} broke off", again=True)
    return Trouble(cause="network", detail=f"{host} cannot be asked: {error}")

"""A real HTTP server on loopback that answers as each test has written."""

from __future__ import annotations

import gzip
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps
from typing import Any


@dataclass(kw_only=True)
class Canned:
    """One answer of the server."""

    status: int = 200
    body: bytes = b""
    content_type: str = "application/json;charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    silence: float = 0.0
    """Seconds before anything is sent."""
    drip: float = 0.0
    """Seconds between single bytes of the body."""
    cut: bool = False
    """Send half of the body and hang up."""
    reset: bool = False
    """Reset the connection instead of answering."""
    zipped: bool = False

    @classmethod
    def of(cls, *, json: Any = None, **fields: Any) -> Canned:
        """Make an answer, from a value where it is to be JSON."""
        return cls(body=dumps(json).encode(), **fields) if json is not None else cls(**fields)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that hangs up."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Service:
    """The server: give it answers, and look at what it was asked."""

    def __init__(self) -> None:
        self.targets: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.peak = 0
        self._flying = 0
        self._answer: Callable[[str], dict[str, Any]] = lambda target: {"status": 404}
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def answers(self, *answers: dict[str, Any]) -> None:
        """Give these answers in turn, the last for ever: fields of `Canned`, or `json` for a body in JSON."""
        left = list(answers)
        self._answer = lambda target: left.pop(0) if len(left) > 1 else left[0]

    def route(self, answer: Callable[[str], dict[str, Any]]) -> None:
        """Answer by the target of the request."""
        self._answer = answer

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(service) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler's
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                service._flying += 1
                service.peak = max(service.peak, service._flying)
                service.targets.append(self.path)
                service.headers.append({name.lower(): value for name, value in self.headers.items()})
                canned = Canned.of(**service._answer(self.path))
                try:
                    self.give(canned)
                except OSError:
                    self.close_connection = True
                finally:
                    service._flying -= 1

            def give(self, canned: Canned) -> None:
                time.sleep(canned.silence)
                if canned.reset:
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.close_connection = True
                    return
                body = gzip.compress(canned.body) if canned.zipped else canned.body
                self.send_response(canned.status)
                self.send_header("Content-Type", canned.content_type)
                self.send_header("Content-Length", str(len(body)))
                for name, value in ({"Content-Encoding": "gzip"} if canned.zipped else {}).items() | canned.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if canned.drip:
                    for at in range(len(body)):
                        self.wfile.write(body[at : at + 1])
                        self.wfile.flush()
                        time.sleep(canned.drip)
                else:
                    self.wfile.write(body[: len(body) // 2] if canned.cut else body)
                self.close_connection = self.close_connection or canned.cut

        return Handler

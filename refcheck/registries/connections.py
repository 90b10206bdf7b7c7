"""Connections that tell when a request leaves, which is later than it is given to them where they must be opened first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

_HERE = threading.local()


@contextmanager
def noting(leaves: Callable[[], None]) -> Iterator[None]:
    """Call back when a request of this thread leaves, for the length of a block."""
    _HERE.leaves = leaves
    try:
        yield
    finally:
        del _HERE.leaves


class _Connection(HTTPConnection):
    def request(self, *arguments: Any, **named: Any) -> None:
        if self.sock is None:
            self.connect()
        _HERE.leaves()
        super().request(*arguments, **named)


class _SecureConnection(HTTPSConnection):
    def request(self, *arguments: Any, **named: Any) -> None:
        _HERE.leaves()
        super().request(*arguments, **named)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


POOLS: Mapping[str, type[HTTPConnectionPool]] = MappingProxyType({"http": _Pool, "https": _SecurePool})
"""Scheme -> pool of such connections."""

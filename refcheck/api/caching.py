"""Look into the cache, and empty it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from refcheck import catalog
from refcheck.api.runs import dated
from refcheck.config.schema import Config
from refcheck.engine.desk import cache_file
from refcheck.errors import UsageError
from refcheck.model.documents import Notice
from refcheck.registries.cache_keeping import Holding, clear, holdings, size_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheState:
    """Where a cache stands, and what is in it."""

    path: Path
    exists: bool
    size: int
    """Bytes."""
    holdings: tuple[Holding, ...] = ()
    """By registry and kind of answer."""
    notices: tuple[Notice, ...] = ()


def cache_state(config: Config | None = None) -> CacheState:
    """Look into the cache; one that cannot be read is a notice."""
    path = cache_file(config or Config())
    state = CacheState(path=path, exists=False, size=0)
    try:
        state = replace(state, exists=path.is_file(), size=size_of(path))
        return replace(state, holdings=holdings(path))
    except (sqlite3.Error, OSError) as fault:
        notice = Notice(message=f"{path}: the cache cannot be read: {fault}; refcheck cache clear removes a damaged one")
        return replace(state, notices=(notice,))


def clear_cache(config: Config | None = None, *, registry: str | None = None, older_than: int | None = None) -> int | None:
    """Forget answers: of one registry, older than so many days, or all.

    Returns:
        How many were forgotten; None where a damaged cache was removed as a whole.

    Raises:
        UsageError: there is no such registry, or the cache cannot be written.
    """
    if registry is not None and registry not in catalog.REGISTRIES:
        raise UsageError(f"there is no registry {registry!r}; there are {', '.join(catalog.REGISTRIES)}")
    config, today = dated(config)
    path = cache_file(config)
    try:
        before = None if older_than is None else today - dt.timedelta(days=min(older_than, today.toordinal() - 1))
        return clear(path, registry=registry, before=before)
    except (sqlite3.Error, OSError) as fault:
        raise UsageError(f"{path}: the cache cannot be emptied: {fault}") from fault

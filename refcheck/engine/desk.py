"""Open the sources of records that a run may ask, in the order it asks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Any

from refcheck import catalog
from refcheck.config.schema import Config
from refcheck.engine.rounds import Chain
from refcheck.model.documents import Notice
from refcheck.registries.lock import Lock


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The open sources of one run."""

    chains: Mapping[str, Chain]
    http: Any = None
    cache: Any = None

    @property
    def requests(self) -> int:
        """Requests sent over the network so far."""
        return 0 if self.http is None else int(self.http.requests)

    @property
    def interrupted(self) -> bool:
        """Tell whether the user ended the asking."""
        return self.http is not None and bool(self.http.interrupted)

    def notices(self) -> tuple[Notice, ...]:
        """Say what went wrong with the sources and hides no finding."""
        return tuple(Notice(message=text) for source in (self.cache, self.http) if source is not None for text in source.warnings)


@contextmanager
def open_desk(config: Config, lock: Lock, *, refresh: bool = False) -> Iterator[Desk]:
    """Open what the configuration allows to ask, and close it again.

    `locked` asks the lock alone; `offline` the lock, then the cache whatever its age; else the cache and the registries,
    with the lock as evidence for what they fail to answer. `refresh` asks the registries alone.
    """
    if config.locked:
        yield Desk(chains={name: Chain(sources=(lock.registry(name),), unanswered="not-locked") for name in catalog.REGISTRIES})
        return
    from refcheck.registries.cache import EVIDENCE_DAYS, Cache

    cache = None if config.no_cache else Cache(cache_file(config), today=str(config.today))
    try:
        if config.offline:
            kept = {name: (cache.registry(name, at_least=inf),) if cache else () for name in catalog.REGISTRIES}
            yield Desk(chains={name: Chain(sources=(lock.registry(name), *kept[name])) for name in catalog.REGISTRIES}, cache=cache)
            return
        with _live(config) as (http, clients):
            yield Desk(
                chains={
                    name: Chain(
                        sources=(*((cache.registry(name),) if cache and not refresh else ()), client),
                        fallbacks=()
                        if refresh
                        else (lock.registry(name), *((cache.registry(name, at_least=EVIDENCE_DAYS),) if cache else ())),
                        keep=cache.keeper(name) if cache else None,
                        stop=http.stop,
                    )
                    for name, client in clients.items()
                    if name != "openalex" or config.openalex_key
                },
                http=http,
                cache=cache,
            )
    finally:
        if cache is not None:
            cache.close()


@contextmanager
def _live(config: Config) -> Iterator[tuple[Any, dict[str, Any]]]:
    from refcheck.registries.http import Http

    with Http(mailto=config.mailto, budget=config.time_budget) as http:
        for name in catalog.REGISTRIES:
            http.introduce(getattr(config, f"{name}_url").rstrip("/"), name)
        clients = {name: catalog.load(catalog.REGISTRIES, name) for name in catalog.REGISTRIES}
        yield http, {name: client(http, getattr(config, f"{name}_url"), config) for name, client in clients.items()}


def cache_file(config: Config) -> Path:
    """Find the file of the cache."""
    if config.cache_dir is not None:
        return config.cache_dir / "records.sqlite"
    import platformdirs

    return Path(platformdirs.user_cache_dir("refcheck", appauthor=False)) / "records.sqlite"

"""Check and lock: what asks registries about whole lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from refcheck import catalog
from refcheck.api.sources import Input
from refcheck.config.schema import Config
from refcheck.engine.desk import Desk, open_desk
from refcheck.engine.examination import examine
from refcheck.engine.rounds import Inquiry, match_all
from refcheck.errors import LockError
from refcheck.matching import plan
from refcheck.model.documents import Notice
from refcheck.model.matches import Unreachable
from refcheck.model.reports import Report
from refcheck.rules.base import AnyRule
from refcheck.text.registry_names import registry_name

LOCK_NAME = "refcheck.lock"


def lock_path(sources: Sequence[str | Path], configuration: Path | None = None) -> Path:
    """Find where the lock of a project stands: beside its configuration, else beside the first source."""
    if configuration is not None:
        return configuration.parent / LOCK_NAME
    first = Path(sources[0]) if sources and str(sources[0]) != "-" else Path()
    return (first if first.is_dir() else first.parent) / LOCK_NAME


def check(given: Input, *, config: Config | None = None, lock_file: Path | None = None) -> Report:
    """Find the registered record of every reference and say what is wrong.

    Args:
        given: what `read` gave.
        config: who to ask, and what to say; the defaults where it is left out.
        lock_file: the lock; the one beside the first source where it is left out.

    With `config.locked` the lock alone is asked, with `config.offline` lock and cache, else cache and registries, and
    the lock only where they fail. What could not be asked is `Unreachable` in the report, never an exception.

    Raises:
        LockError: the lock is damaged, or `config.locked` and there is none.
        ConfigError: `select` or `ignore` names no rule.
    """
    from refcheck.registries.lock import read_lock

    config, today = dated(config)
    lock_file = lock_file or lock_path(list(given.documents))
    rules = _rules(config)
    if config.locked and not lock_file.is_file():
        raise LockError(f"{lock_file}: there is no lock here; run refcheck lock first, or leave out --locked")
    with open_desk(config, read_lock(lock_file)) as desk:
        report, _ = _run(given, config, today, rules, desk)
    return report


def _rules(config: Config) -> tuple[AnyRule, ...]:
    from refcheck.rules.selection import chosen

    return chosen([catalog.load(catalog.RULES, code) for code in catalog.RULES], select=config.select, ignore=config.ignore)


def _run(given: Input, config: Config, today: dt.date, rules: Sequence[AnyRule], desk: Desk) -> tuple[Report, Inquiry]:
    inquiry = Inquiry(desk.chains, today.isoformat())
    matches = match_all(given.references, inquiry)
    results, diagnostics = examine(
        given.references,
        matches,
        documents=given.documents,
        unreadable=given.unreadable,
        rules=rules,
        today=today,
        year_policy=config.year_policy,
    )
    report = Report(
        documents=given.documents,
        results=results,
        diagnostics=diagnostics,
        notices=(*given.notices, *desk.notices(), *_evidence(inquiry)),
        today=today.isoformat(),
        requests=desk.requests,
        interrupted=inquiry.interrupted or desk.interrupted,
    )
    return report, inquiry


def _evidence(inquiry: Inquiry) -> Iterable[Notice]:
    """Say where the lock stood in for a registry."""
    for registry, count in inquiry.evidence.items():
        answers = "1 answer is" if count == 1 else f"{count} answers are"
        yield Notice(message=f"{registry_name(registry)} did not answer: {answers} taken from the lock")


def dated(config: Config | None) -> tuple[Config, dt.date]:
    """Give settings with a day, and the day: an input where it is set, else the clock's."""
    config = config or Config()
    today = config.today or dt.datetime.now(tz=dt.UTC).astimezone().date()
    return replace(config, today=today), today


@dataclass(frozen=True, slots=True, kw_only=True)
class Locking:
    """What `lock` did."""

    askable: int
    """References whose work a registry can be asked for."""
    locked: int
    """How many of them the lock answers now."""
    changes: tuple[str, ...]
    """What the registries changed since, a new retraction first."""
    unasked: int
    """References whose work could not be asked for; what was locked of them stays."""
    written: bool
    notices: tuple[Notice, ...]
    interrupted: bool = False


def lock(
    given: Input, *, config: Config | None = None, lock_file: Path | None = None, refresh: bool = False, prune: bool = False
) -> Locking:
    """Keep the records that a check of these references rests on.

    Args:
        given: the references.
        config: who to ask, and how.
        lock_file: the lock; made where there is none.
        refresh: ask again for what is locked.
        prune: remove what these references do not need.

    Raises:
        LockError: the lock is damaged.
        UsageError: the lock cannot be written.
    """
    from refcheck.registries.lock import changes, read_lock, write_lock
    from refcheck.text.fingerprint import fingerprint

    config, today = dated(config)
    lock_file = lock_file or lock_path(list(given.documents))
    before = after = read_lock(lock_file)
    askable = {fingerprint(cited.reference): cited for cited in given.references if plan(cited)}
    pending = [cited for name, cited in askable.items() if refresh or not before.knows(name)]
    unasked = 0
    with open_desk(config, before, refresh=True) as desk:
        inquiry = Inquiry(desk.chains, today.isoformat())
        for cited, match in zip(pending, match_all(pending, inquiry), strict=True):
            if isinstance(match, Unreachable):
                unasked += 1
            else:
                after = after.with_answers(fingerprint(cited.reference), match.answers)
        notices = desk.notices()
        interrupted = inquiry.interrupted or desk.interrupted
    if prune:
        after = after.pruned(askable)
    return Locking(
        askable=len(askable),
        locked=sum(after.knows(name) for name in askable),
        changes=changes(before, after) if refresh else (),
        unasked=unasked,
        written=write_lock(lock_file, after),
        notices=(*given.notices, *notices),
        interrupted=interrupted,
    )

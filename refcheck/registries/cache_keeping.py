"""What a cache holds, and how it is emptied."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_ALL = ("", "-wal", "-shm")
"""Endings of the files that a cache consists of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """How many answers of one kind a cache holds."""

    registry: str
    status: str
    count: int
    oldest: str
    """Day, ISO 8601."""
    newest: str


def size_of(path: Path) -> int:
    """Give the bytes a cache takes; 0 where there is none."""
    files = (Path(f"{path}{ending}") for ending in _ALL)
    return sum(file.stat().st_size for file in files if file.is_file())


def holdings(path: Path) -> tuple[Holding, ...]:
    """Count what a cache holds, by registry and kind of answer.

    Raises:
        sqlite3.Error: the file is damaged or locked.
    """
    if not path.is_file():
        return ()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2.0)) as file:
            rows = file.execute("SELECT registry, told, COUNT(*), MIN(date), MAX(date) FROM answers_1 GROUP BY registry, told").fetchall()
    except UnicodeError as fault:
        raise sqlite3.DatabaseError("the file is damaged") from fault
    counted: dict[tuple[str, str], Holding] = {}
    for registry, told, count, oldest, newest in rows:
        key = (str(registry), _status(told))
        known = counted.get(key)
        counted[key] = Holding(
            registry=key[0],
            status=key[1],
            count=count + (known.count if known else 0),
            oldest=min(oldest, known.oldest) if known else oldest,
            newest=max(newest, known.newest) if known else newest,
        )
    return tuple(counted[key] for key in sorted(counted))


def _status(told: str) -> str:
    try:
        return str(json.loads(told)["status"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return "damaged"


def clear(path: Path, *, registry: str | None = None, before: dt.date | None = None) -> int | None:
    """Forget answers: of one registry, of before a day, or all; give their count, None where a damaged file was removed.

    Raises:
        sqlite3.Error: the file cannot be written.
        OSError: the file cannot be removed.
    """
    if not path.is_file():
        return 0
    parts = [(text, value) for text, value in (("registry = ?", registry), ("date < ?", before and before.isoformat())) if value]
    where = f" WHERE {' AND '.join(text for text, _ in parts)}" if parts else ""
    try:
        with closing(sqlite3.connect(path, timeout=2.0, isolation_level=None)) as file:
            count = file.execute(f"DELETE FROM answers_1{where}", [value for _, value in parts]).rowcount  # noqa: S608 - only marks
            file.execute("VACUUM")
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, UnicodeError) as fault:
        if parts:
            raise sqlite3.DatabaseError(str(fault)) from fault
        for ending in _ALL:
            Path(f"{path}{ending}").unlink(missing_ok=True)
        return None
    return int(count)

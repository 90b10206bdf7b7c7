"""The cache: answers of registries in one SQLite file, a row for each registry and identifier."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType

from refcheck.model.answers import Answer
from refcheck.registries.stored import READERS, answer_of, record_of, serves, status_of

DAYS: Mapping[str, int] = MappingProxyType({"record": 30, "alias": 30, "elsewhere": 30, "absent": 1})
"""Status -> days for which an answer counts; what is not registered today may be tomorrow."""

_BUSY = 2.0
"""Seconds to wait for another process that writes."""
_AT_ONCE = 500
_TABLE = (
    "CREATE TABLE IF NOT EXISTS answers_1 (registry TEXT, identifier TEXT, told TEXT NOT NULL, answer TEXT, date TEXT NOT NULL, "
    "PRIMARY KEY (registry, identifier)) WITHOUT ROWID"
)
"""The number is the version of the row: a later refcheck that keeps another row keeps it in another table."""


class Cache:
    """The answers kept from earlier runs.

    A cache that cannot be used costs nothing but its use: there is one warning, and it holds nothing.
    """

    def __init__(self, path: Path, *, today: str) -> None:
        self.warnings: list[str] = []
        """What the user should know, at most one line."""
        self._path, self._today = path, dt.date.fromisoformat(today)
        self._file: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
            _prepare(self._file)
        except (OSError, sqlite3.Error) as fault:
            self._give_up(fault)

    def registry(self, name: str, *, any_age: bool = False) -> CachedRegistry:
        """Answer as one registry, as far as the cache holds its answers; with `any_age` also old ones."""
        return CachedRegistry(name, partial(self._rows, name, any_age=any_age))

    def keeper(self, name: str) -> Callable[[Mapping[str, Answer]], None]:
        """Give what stores the answers of one registry."""
        return partial(self.store, name)

    def store(self, name: str, answers: Mapping[str, Answer]) -> None:
        """Keep answers; failures are never kept."""
        rows = []
        for identifier, answer in answers.items():
            told, record = status_of(answer), record_of(answer)
            if told is not None:
                held = None if record is None else json.dumps(dict(record.answer), ensure_ascii=False)
                rows.append((name, identifier, json.dumps(told), held, answer.date))
        if self._file is None or not rows:
            return
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("INSERT OR REPLACE INTO answers_1 VALUES (?, ?, ?, ?, ?)", rows)
            self._file.execute("COMMIT")
        except sqlite3.Error as fault:
            self._give_up(fault)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _rows(self, name: str, identifiers: Sequence[str], *, any_age: bool) -> Iterator[tuple[str, Mapping[str, object], str | None, str]]:
        """Yield identifier, status, the registry's own answer and its day, for what is held and counts."""
        for start in range(0, len(identifiers), _AT_ONCE):
            asked = identifiers[start : start + _AT_ONCE]
            marks = ",".join("?" * len(asked))
            query = f"SELECT identifier, told, answer, date FROM answers_1 WHERE registry = ? AND identifier IN ({marks})"  # noqa: S608 - only marks
            for identifier, told, answer, date in self._select(query, (name, *asked)):
                try:
                    status = json.loads(told)
                    age = (self._today - dt.date.fromisoformat(date)).days
                except (TypeError, ValueError):
                    continue
                if isinstance(status, dict) and (any_age or age < DAYS.get(str(status.get("status")), 0)):
                    yield identifier, status, answer, date

    def _select(self, query: str, values: tuple[str, ...]) -> list[tuple[str, str, str | None, str]]:
        if self._file is None:
            return []
        try:
            return self._file.execute(query, values).fetchall()
        except sqlite3.Error as fault:
            self._give_up(fault)
            return []

    def _give_up(self, fault: Exception) -> None:
        self.warnings.append(f"{self._path}: the cache is not used: {fault}")
        self.close()


def _prepare(file: sqlite3.Connection) -> None:
    """Make the table where there is none; another process may be doing the same."""
    with suppress(sqlite3.OperationalError):  # another process is switching, or the file system has no shared memory
        file.execute("PRAGMA journal_mode = WAL")
    file.execute("PRAGMA synchronous = NORMAL")
    file.execute(_TABLE)


_Rows = Callable[[Sequence[str]], Iterator[tuple[str, Mapping[str, object], str | None, str]]]


class CachedRegistry:
    """The cache as the source of one registry's records."""

    def __init__(self, name: str, rows: _Rows) -> None:
        self.name = name
        self._rows = rows

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Give the answers that are held; the rest is left out."""
        found: dict[str, Answer] = {}
        for identifier, told, held, date in self._rows(identifiers):
            try:
                message = None if held is None else json.loads(held)
            except ValueError:
                continue
            reader = READERS.get(self.name)
            record = reader(message, retrieved=date) if reader is not None and isinstance(message, dict) else None
            answer = answer_of(told, registry=self.name, question=identifier, date=date, record=record)
            if answer is not None and serves(answer, alone=alone):
                found[identifier] = answer
        return found

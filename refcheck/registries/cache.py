"""The cache: answers of registries in one SQLite file, a row for each registry and identifier."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from math import inf
from pathlib import Path
from types import MappingProxyType

from refcheck.model.answers import Answer, Candidates, Question
from refcheck.registries.stored import READERS, answer_of, records_of, serves, status_of

DAYS: Mapping[str, int] = MappingProxyType({"record": 7, "alias": 7, "elsewhere": 30, "candidates": 7, "absent": 1})
"""Status -> days for which an answer counts: with a record go its notices, and what is not registered today may be tomorrow."""
EVIDENCE_DAYS = 30
"""Days for which a record stands in where its registry cannot be asked."""

DAMAGE = (sqlite3.Error, UnicodeError)
"""What a file that cannot be used raises: of a damaged one even the complaint may be no text."""
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
        except (OSError, *DAMAGE) as fault:
            self._give_up(fault)

    def registry(self, name: str, *, at_least: float = 0) -> CachedRegistry:
        """Answer as one registry, as far as the cache holds its answers.

        Args:
            name: the registry.
            at_least: days for which what is registered counts at least; infinite for answers of any age.
        """
        return CachedRegistry(name, partial(self._rows, name, at_least=at_least))

    def keeper(self, name: str) -> Callable[[Mapping[Question, Answer]], None]:
        """Give what stores the answers of one registry."""
        return partial(self.store, name)

    def store(self, name: str, answers: Mapping[Question, Answer]) -> None:
        """Keep answers; failures are never kept."""
        rows = []
        for question, answer in answers.items():
            told, records = status_of(answer), [dict(record.answer) for record in records_of(answer)]
            if told is not None:
                held = _written(records if isinstance(answer, Candidates) else records[0]) if records else None
                rows.append((name, row_of(question), json.dumps(told), held, answer.date))
        if self._file is None or not rows:
            return
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("INSERT OR REPLACE INTO answers_1 VALUES (?, ?, ?, ?, ?)", rows)
            self._file.execute("COMMIT")
        except DAMAGE as fault:
            self._give_up(fault)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _rows(
        self, name: str, identifiers: Sequence[str], *, at_least: float
    ) -> Iterator[tuple[str, Mapping[str, object], str | None, str]]:
        """Yield identifier, status, the registry's own answer and its day, for what is held and counts."""
        for start in range(0, len(identifiers), _AT_ONCE):
            asked = identifiers[start : start + _AT_ONCE]
            marks = ",".join("?" * len(asked))
            query = f"SELECT identifier, told, answer, date FROM answers_1 WHERE registry = ? AND identifier IN ({marks})"  # noqa: S608 - only marks
            for identifier, told, answer, date in self._select(query, (name, *asked)):
                try:
                    status = json.loads(told)
                    age = (self._today - dt.date.fromisoformat(date)).days
                except (TypeError, ValueError, RecursionError):
                    continue
                if isinstance(status, dict) and age < _days(str(status.get("status")), at_least):
                    yield identifier, status, answer, date

    def _select(self, query: str, values: tuple[str, ...]) -> list[tuple[str, str, str | None, str]]:
        if self._file is None:
            return []
        try:
            return self._file.execute(query, values).fetchall()
        except DAMAGE as fault:
            self._give_up(fault)
            return []

    def _give_up(self, fault: Exception) -> None:
        self.warnings.append(f"{self._path}: the cache is not used: {fault}")
        self.close()


def _written(held: object) -> str:
    """Write JSON that can be kept; half of a surrogate pair, which no file takes, is written as its escape."""
    return json.dumps(held, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")


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
        return {name: answer for name, answer in self._answers(identifiers).items() if serves(answer, alone=alone)}

    def search(self, questions: Sequence[Question]) -> Mapping[str, Answer]:
        """Give what earlier searches for the very same text gave."""
        held = self._answers([row_of(question) for question in questions])
        return {each.identifier: replace(held[row_of(each)], question=each.identifier) for each in questions if row_of(each) in held}

    def _answers(self, identifiers: Sequence[str]) -> dict[str, Answer]:
        found: dict[str, Answer] = {}
        reader = READERS.get(self.name)
        for identifier, told, held, date in self._rows(identifiers):
            try:
                message = None if held is None else json.loads(held)
            except (ValueError, RecursionError):
                continue
            messages = [each for each in (message if isinstance(message, list) else [message]) if isinstance(each, dict)]
            records = [reader(each, retrieved=date) for each in messages] if reader is not None else []
            answer = answer_of(told, registry=self.name, question=identifier, date=date, records=records)
            if answer is not None:
                found[identifier] = answer
        return found


def row_of(question: Question) -> str:
    """Name the row of a question: its identifier, and for a search what the text searched for is."""
    if not question.query:
        return question.identifier
    return f"{question.identifier}:{hashlib.sha256(question.query.encode('utf-8', 'backslashreplace')).hexdigest()[:16]}"


def _days(status: str, at_least: float) -> float:
    return DAYS.get(status, 0) if status == "absent" and at_least != inf else max(DAYS.get(status, 0), at_least)

"""The lock: the evidence that a list was checked with, kept beside it and committed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from refcheck.errors import LockError, UsageError
from refcheck.model.answers import Answer, Candidates, Question
from refcheck.model.records import RegistryRecord
from refcheck.model.references import NOTHING
from refcheck.registries.lock_changes import list_changes
from refcheck.registries.lock_lines import HEADER, Asked, LockedAnswer, LockedRecord, read_line
from refcheck.registries.stored import KEPT, answer_of, records_of, serves, status_of

_Key = tuple[str, str]
"""Registry and identifier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Records, and what was answered about each cited work."""

    records: Mapping[_Key, LockedRecord] = field(default_factory=lambda: NOTHING)
    answers: Mapping[str, LockedAnswer] = field(default_factory=lambda: NOTHING)
    """Fingerprint -> answers."""

    def knows(self, fingerprint: str) -> bool:
        """Tell whether a cited work was locked."""
        return fingerprint in self.answers

    def registry(self, name: str) -> LockedRegistry:
        """Answer as one registry, as far as the lock holds its answers."""
        return LockedRegistry(name, self)

    def with_answers(self, fingerprint: str, answers: Iterable[Answer]) -> Lock:
        """Lock what was answered about a cited work; where one registry failed to answer, nothing changes.

        Of two answers to one question, the one got by asking alone stays. A record that a person wrote down keeps its
        sources while its content is the same.
        """
        given = tuple(answers)
        if not fingerprint or not given or any(status_of(answer) is None for answer in given):
            return self
        asked: dict[_Key, Asked] = {}
        records = dict(self.records)
        for answer in sorted(given, key=lambda each: (not isinstance(each, Candidates), serves(each, alone=True))):
            key = (answer.registry, answer.question)
            asked[key] = Asked(
                registry=answer.registry, identifier=answer.question, told=MappingProxyType(status_of(answer) or {}), date=answer.date
            )
            for record in records_of(answer):
                fresh = _locked(record, answer.date)
                known = records.get((fresh.registry, fresh.identifier))
                same = known is not None and fresh.provenance == known.provenance == "transcribed" and fresh.digest == known.digest
                if known is None or not same:
                    records[fresh.registry, fresh.identifier] = fresh
        line = LockedAnswer(fingerprint=fingerprint, asked=tuple(asked[key] for key in sorted(asked)))
        return replace(self, records=MappingProxyType(records), answers=MappingProxyType({**self.answers, fingerprint: line}))

    def pruned(self, fingerprints: Collection[str]) -> Lock:
        """Keep only what these cited works need."""
        answers = {name: answer for name, answer in self.answers.items() if name in fingerprints}
        asked = [each for answer in answers.values() for each in answer.asked]
        needed = {(each.registry, identifier) for each in asked for identifier in each.records}
        records = {key: record for key, record in self.records.items() if key in needed}
        return replace(self, records=MappingProxyType(records), answers=MappingProxyType(answers))

    def text(self) -> str:
        """Write the lock down: the header, then all lines in order, so that a merge of two locks goes through."""
        lines = [answer.line() for _, answer in sorted(self.answers.items())] + [
            record.line() for _, record in sorted(self.records.items())
        ]
        return "\n".join([HEADER, *lines, ""])


class LockedRegistry:
    """A lock as the source of one registry's records."""

    def __init__(self, name: str, lock: Lock) -> None:
        self.name = name
        self._lock = lock
        self._asked: dict[str, Asked] = {}
        for answer in lock.answers.values():
            for each in answer.asked:
                known = self._asked.get(each.identifier)
                if each.registry == name and (known is None or known.date <= each.date):
                    self._asked[each.identifier] = each

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Give the locked answers; what is not locked is left out."""
        found = ((identifier, self._answer(identifier)) for identifier in identifiers)
        return {identifier: answer for identifier, answer in found if answer is not None and serves(answer, alone=alone)}

    def search(self, questions: Sequence[Question]) -> Mapping[str, Answer]:
        """Give what the search for each work gave when it was locked, whatever its text was."""
        return self.look_up([question.identifier for question in questions])

    def _answer(self, identifier: str) -> Answer | None:
        asked = self._asked.get(identifier)
        if asked is None:
            return None
        held = (self._lock.records.get((self.name, of)) for of in asked.records)
        records = [record for each in held if each is not None and (record := each.read()) is not None]
        return answer_of(asked.told, registry=self.name, question=identifier, date=asked.date, records=records)


def _locked(record: RegistryRecord, date: str) -> LockedRecord:
    return LockedRecord(
        registry=record.registry,
        identifier=record.identifier,
        retrieved=record.retrieved or date,
        provenance=record.provenance,
        inferred=tuple(sorted(record.inferred)),
        answer=MappingProxyType(KEPT[record.registry](record.answer)),
    )


def read_lock(path: Path) -> Lock:
    """Read a lock; a file that is not there is an empty one. Of lines about the same thing the newest counts.

    Raises:
        LockError: the file is damaged; the message names the line.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Lock()
    except UnicodeDecodeError:
        raise LockError(f"{path}: no lock, for it is not UTF-8 text; remove it and run refcheck lock") from None
    except OSError as fault:
        raise LockError(f"{path}: the lock cannot be read: {fault.strerror}") from fault
    records: dict[_Key, LockedRecord] = {}
    answers: dict[str, LockedAnswer] = {}
    for line in _lines(path, content):
        if isinstance(line, LockedRecord):
            key = (line.registry, line.identifier)
            if key not in records or records[key].retrieved <= line.retrieved:
                records[key] = line
        elif line.fingerprint not in answers or answers[line.fingerprint].date <= line.date:
            answers[line.fingerprint] = line
    return Lock(records=MappingProxyType(records), answers=MappingProxyType(answers))


def _lines(path: Path, content: str) -> Iterator[LockedRecord | LockedAnswer]:
    """Yield what the lines after the header hold; a header that a merge repeated is skipped."""
    headed = False
    for number, text in enumerate(content.split("\n"), 1):
        if not text.strip():
            continue
        try:
            line = read_line(text.strip())
        except LockError as fault:
            raise LockError(f"{path}, line {number}: {fault}; mend or remove the line and run refcheck lock") from None
        if line is None:
            headed = True
        elif headed:
            yield line
        else:
            raise LockError(f"{path}, line {number}: a lock begins with {HEADER}; mend it or remove the file and run refcheck lock")
    if not headed:
        raise LockError(f"{path}: the lock is empty; remove it and run refcheck lock")


def write_lock(path: Path, lock: Lock) -> bool:
    """Write a lock in one step, and only where that changes the file; tell whether it did.

    Raises:
        UsageError: the file cannot be written.
    """
    content = lock.text().encode("utf-8", "backslashreplace")
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.is_file() and target.read_bytes() == content:
            return False
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{path}: the lock cannot be written: {fault.strerror}") from fault
    return True


def changes(before: Lock, after: Lock) -> tuple[str, ...]:
    """Say what the registries changed between two locks, one line each, new retractions first."""
    return list_changes(before.records, after.records)

"""What the clients share: the forms of their answers, and how identifiers are cut into requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from refcheck.model.answers import Absent, Alias, Elsewhere, Failed, Record
from refcheck.model.records import RegistryRecord
from refcheck.registries.replies import Trouble

LONGEST = 3800
"""Bytes of an encoded address at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """The answers of one registry on one day."""

    registry: str
    today: str
    """Day of the answers, ISO 8601."""

    def record(self, question: str, record: RegistryRecord) -> Record:
        """Say that the registry holds the work."""
        return Record(registry=self.registry, question=question, date=self.today, record=record)

    def alias(self, question: str, record: RegistryRecord) -> Alias:
        """Say that the identifier is another name of a work."""
        return Alias(registry=self.registry, question=question, date=self.today, of=record.identifier, record=record)

    def elsewhere(self, question: str, agency: str) -> Elsewhere:
        """Say who else holds the work."""
        return Elsewhere(registry=self.registry, question=question, date=self.today, agency=agency)

    def absent(self, question: str, *, final: bool = True) -> Absent:
        """Say that the registry does not hold the identifier."""
        return Absent(registry=self.registry, question=question, date=self.today, final=final)

    def failed(self, question: str, trouble: Trouble) -> Failed:
        """Say that no answer was had."""
        return Failed(registry=self.registry, question=question, date=self.today, cause=trouble.cause, detail=trouble.detail)


def batches(identifiers: Sequence[str], url: Callable[[Sequence[str]], str], *, size: int) -> Iterator[tuple[str, ...]]:
    """Cut identifiers into requests of at most `size` whose addresses are short enough, in input order."""
    batch: tuple[str, ...] = ()
    for identifier in identifiers:
        longer = (*batch, identifier)
        if batch and (len(longer) > size or len(url(longer)) > LONGEST):
            yield batch
            longer = (identifier,)
        batch = longer
    if batch:
        yield batch

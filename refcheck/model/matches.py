"""What became of looking for the cited work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from refcheck.model.answers import Answer
from refcheck.model.records import RegistryRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The cited work is registered; the record to compare with comes first."""

    records: tuple[RegistryRecord, ...]
    by: str
    """"doi", "pmid", ..., or "search"."""
    score: float | None = None
    """Certainty of a match by search, from 0 to 1; None when by identifier."""
    kin: str | None = None
    """What the record is to the cited work, where it is not that work itself: "preprint", "published-version", "notice"."""
    answers: tuple[Answer, ...] = ()

    @property
    def record(self) -> RegistryRecord:
        """The primary record."""
        return self.records[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """Every registry asked has answered, and none holds the cited work."""

    answers: tuple[Answer, ...] = ()
    covered_by: RegistryRecord | None = None
    """Another work of the same container, or the container itself: the registry that has it should know the cited work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """Several registered works fit the citation about equally well."""

    candidates: tuple[RegistryRecord, ...]
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """Whether the work is registered could not be asked."""

    reason: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """The work was not looked for, on purpose."""

    reason: str
    """"web page", "no identifier", ..."""
    answers: tuple[Answer, ...] = ()


Match: TypeAlias = Found | NotFound | Ambiguous | Unreachable | Skipped

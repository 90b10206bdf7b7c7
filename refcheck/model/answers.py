"""Questions to registries and the closed set of what they can answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from refcheck.model.records import RegistryRecord


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """Ask one registry for one identifier, or search it for a work."""

    registry: str
    """Name of the registry in the catalog: "crossref", "doi"."""
    identifier: str
    """The identifier folded as that registry compares it (a DOI in lower case). Of a search a name of the cited work,
    which stays the same when its year or pages are corrected."""
    alone: bool = False
    """Ask with a request of its own, which follows aliases; else in a batch."""
    query: str = ""
    """The text to search for; empty where the identifier is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The registry holds the work."""

    registry: str
    question: str
    date: str
    """Day of the answer, ISO 8601."""
    record: RegistryRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """The registry answered, and does not hold the identifier."""

    registry: str
    question: str
    date: str
    final: bool = True
    """False when a list request just left it out: it may still be an alias."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The identifier is registered, with an agency (for doi.org, the one that holds the metadata)."""

    registry: str
    question: str
    date: str
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """The identifier is another name of `of`, whose record came with the answer."""

    registry: str
    question: str
    date: str
    of: str
    record: RegistryRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """What a search gave, the best first as the registry ranks it. It says nothing about any of them being the work."""

    registry: str
    question: str
    date: str
    records: tuple[RegistryRecord, ...] = ()


Cause = Literal["network", "refused", "broken", "offline", "interrupted", "out-of-time", "not-locked"]
"""Why no answer was had: unreachable, turned away, an answer that is no answer, not allowed to ask, the user ended the
run, the time budget was used up, not in the lock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """No answer was had. It says nothing about the work."""

    registry: str
    question: str
    date: str
    cause: Cause
    detail: str = field(default="")
    """What happened, in words for the user."""


Answer: TypeAlias = Record | Absent | Elsewhere | Alias | Candidates | Failed

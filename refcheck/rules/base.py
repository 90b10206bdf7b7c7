"""What a rule is, what it is given, and how its findings become diagnostics."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from refcheck.model.comparisons import Comparison
from refcheck.model.diagnostics import Applicability, Change, Diagnostic, Place, Severity
from refcheck.model.documents import Unreadable
from refcheck.model.matches import Found, Match
from refcheck.model.records import RegistryRecord
from refcheck.model.references import NOTHING, CitedReference, Origin

YearPolicy = Literal["volume", "any"]
Needs = Literal["reference", "match", "record", "list"]
"""The cited reference alone; what registries answered; a record found; all references of the run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One cited reference with all that is known about it."""

    cited: CitedReference
    match: Match
    comparisons: Mapping[str, Comparison] = field(default_factory=lambda: NOTHING)
    """Attribute -> its comparison with the primary record; empty when no record was found."""
    today: dt.date
    """Day of the run."""
    year_policy: YearPolicy = "volume"
    author_year: bool = False
    """It stands in a formatted list that is told apart by author and year."""

    @property
    def record(self) -> RegistryRecord | None:
        """The primary record, if the work was found."""
        return self.match.record if isinstance(self.match, Found) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSubject:
    """All references of a run, in input order."""

    subjects: tuple[Subject, ...]
    unreadable: tuple[tuple[str, Unreadable], ...] = ()
    """Name of the source and what could not be read in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule yields: a diagnostic without the parts that its rule and place give."""

    message: str
    path: str | None = None
    cited: str | None = None
    registered: str | None = None
    evidence: str | None = None
    changes: tuple[Change, ...] = ()
    title: str | None = None
    applicability: Applicability = "display"
    severity: Severity | None = None
    """Where it is milder than the rule's own."""
    index: int | None = None
    """For rules on lists: place of the reference it is about in `subjects`; None for the list itself."""
    place: Place | None = None
    """Where the path's own place does not serve."""
    related: tuple[Place, ...] = ()


S = TypeVar("S", Subject, ListSubject)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[S]):
    """A rule: what it is called, what it needs, and its check."""

    code: str
    name: str
    severity: Severity
    needs: Needs
    check: Callable[[S], Iterator[Finding]]
    page: str
    """Its documentation: the docstring of the check."""
    selected: bool = True
    """Runs unless it is ignored; False: runs only where it is selected."""

    @property
    def family(self) -> int:
        """First digit of the code."""
        return int(self.code[3])

    @property
    def summary(self) -> str:
        """First line of the page."""
        return self.page.strip().partition("\n")[0]

    def diagnostic(self, finding: Finding, cited: CitedReference | None) -> Diagnostic:
        """Give a finding its code, name, severity and place; one about a value read in doubt is no more than info."""
        doubtful = cited is not None and finding.path is not None and confidence_of(cited, finding.path) < DOUBTFUL
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=Severity.INFO if doubtful else finding.severity or self.severity,
            message=finding.message,
            path=finding.path,
            place=finding.place or (place_of(cited, finding.path) if cited else None),
            related=finding.related,
            cited=finding.cited,
            registered=finding.registered,
            evidence=finding.evidence,
            changes=finding.changes,
            title=finding.title,
            applicability=finding.applicability,
        )


def rule(
    code: str, name: str, *, severity: Severity, needs: Needs, selected: bool = True
) -> Callable[[Callable[[S], Iterator[Finding]]], Rule[S]]:
    """Make a rule of a check; its docstring becomes the rule's page."""

    def decorate(check: Callable[[S], Iterator[Finding]]) -> Rule[S]:
        return Rule(code=code, name=name, severity=severity, needs=needs, check=check, page=check.__doc__ or "", selected=selected)

    return decorate


DOUBTFUL = 0.5
"""A value read with less confidence than this is more likely misread than wrong."""


def origin_of(cited: CitedReference, path: str) -> Origin | None:
    """Find the origin of a path: its own, else the one of the element or variable it belongs to."""
    for part in (path, path.partition(".")[0], path.partition("[")[0]):
        if part in cited.origins:
            return cited.origins[part]
    return None


def confidence_of(cited: CitedReference, path: str) -> float:
    """Say how sure the reader is of the value at a path; 1 where it does not say."""
    origin = origin_of(cited, path)
    return 1.0 if origin is None else origin.confidence


def place_of(cited: CitedReference, path: str | None) -> Place | None:
    """Find the place of a path: its own origin, else its variable's, else the whole reference."""
    origin = None if path is None else origin_of(cited, path)
    if origin is not None:
        return Place(file=cited.file, span=origin.span)
    return None if cited.span is None else Place(file=cited.file, span=cited.span)


AnyRule = Rule[Any]

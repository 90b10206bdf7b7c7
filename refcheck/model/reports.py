"""The result of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from refcheck.model.diagnostics import Diagnostic, Fix
from refcheck.model.documents import Document, Notice
from refcheck.model.matches import Match
from refcheck.model.references import NOTHING, CitedReference


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that is known about one cited reference."""

    cited: CitedReference
    match: Match
    diagnostics: tuple[Diagnostic, ...] = ()
    fixes: Mapping[int, Fix] = field(default_factory=lambda: NOTHING)
    """Place in `diagnostics` -> the fix of that finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The results in input order, then what concerns the list and the run."""

    documents: Mapping[str, Document]
    """Name of the source -> the source."""
    results: tuple[Result, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """Findings about whole lists and the run."""
    notices: tuple[Notice, ...] = ()
    today: str = ""
    """Day of the run, ISO 8601; an input, not the clock."""
    requests: int = 0
    """Requests that went over the network."""
    interrupted: bool = False
    """The run was ended before every question was answered."""

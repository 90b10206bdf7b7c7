"""Findings, the changes they propose, and the edits that carry them out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Literal

from refcheck.model.references import Span


class Severity(IntEnum):
    """How bad a finding is if it is true; greater is worse."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """Give the word used in every report."""
        return self.name.lower()


Applicability = Literal["safe", "unsafe", "display"]
"""Keeps the meaning; changes a claim; only shows what could be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Put `registered` in the place of `cited` at one path of a reference."""

    path: str
    """Attribute or path into one: "issued", "author[2].family", "author[0].honorific"."""
    cited: Any
    registered: Any
    """The typed value proposed; None takes the value away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of a source, for people and machines."""

    file: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding about a reference, a list or the run."""

    code: str
    """"REF301"."""
    name: str
    """"year-mismatch"."""
    severity: Severity
    message: str
    """One line, lower case, no full stop, both sides and the source."""
    path: str | None = None
    """What it is about: an attribute, or a path into one ("author[2].family")."""
    place: Place | None = None
    related: tuple[Place, ...] = ()
    cited: str | None = None
    registered: str | None = None
    evidence: str | None = None
    """The registry's own words for the value, where they tell more than the message."""
    changes: tuple[Change, ...] = ()
    """What would mend it; empty when nothing is proposed."""
    title: str | None = None
    """What the fix does, as a command: "replace the year 2022 by 2023"."""
    applicability: Applicability = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """Put `text` in the place of `span` in `file`."""

    file: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """The mend of one diagnostic as edits of text; without edits it can only be shown."""

    title: str
    applicability: Applicability
    edits: tuple[TextEdit, ...] = ()

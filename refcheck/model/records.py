"""What a registry holds about a work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from refcheck.model.dates import Date
from refcheck.model.references import NOTHING, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """A notice on a work: a retraction, a correction, a new version.

    Source: Crossref, "Retraction Watch" and `updated-by`, `update-to`.
    """

    type: str
    """The registry's own word: "retraction", "correction", "expression_of_concern", ..."""
    doi: str
    """DOI of the notice, or for `update-to` of the work it is about."""
    source: str | None = None
    """Who says so: "publisher" or "retraction-watch"."""
    date: Date | None = None
    record_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A tie to another work under the registry's name for it ("is-preprint-of")."""

    name: str
    kind: str
    """Kind of the identifier: "doi", "arxiv", ..."""
    identifier: str


Provenance = Literal["registry", "transcribed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryRecord:
    """A registered work with all that bears on a verdict, and where each value stands in the answer."""

    registry: str
    """"crossref", "datacite", ..."""
    identifier: str
    """The identifier it is registered under, folded."""
    reference: Reference
    """The work. Its `issued` is the date to cite: for an article in a volume, the volume's."""
    dates: Mapping[str, Date] = field(default_factory=lambda: NOTHING)
    """All registered dates under their registry names ("published-online", "journal-issue.published-print")."""
    issued_from: str | None = None
    """Name in `dates` of the date that `reference.issued` is."""
    updated_by: tuple[Update, ...] = ()
    """Notices on this work."""
    update_to: tuple[Update, ...] = ()
    """Works that this record says it is a notice on."""
    relations: tuple[Relation, ...] = ()
    pointers: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Attribute -> JSON pointer (RFC 6901) of its value in `answer`."""
    retrieved: str | None = None
    """Day the answer was had, ISO 8601."""
    provenance: Provenance = "registry"
    """"transcribed": written down by a person from named public pages, not had from the registry."""
    inferred: frozenset[str] = frozenset()
    """Names in `dates` and attributes whose value no page says (transcribed records only)."""
    answer: Mapping[str, Any] = field(default_factory=lambda: NOTHING, compare=False, repr=False)
    """The registry's own answer, as far as it is kept."""

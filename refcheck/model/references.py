"""A work in CSL variables, and how it stood in the document that cites it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, Literal

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name

NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A work described in CSL variables; the same class for what is cited and what is registered.

    Attributes are CSL 1.0.2 variables with `_` for `-`; `model/variables.py` says what each means. A value that could
    not be understood stays as its text: `doi` may be a `str`, a `Date` may have only a literal. Absent is None or ().

    Source: CSL 1.0.2, appendix IV; CSL-JSON schema.
    """

    type: str = "document"

    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_author: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = ()
    reviewed_author: tuple[Name, ...] = ()
    original_author: tuple[Name, ...] = ()
    director: tuple[Name, ...] = ()
    composer: tuple[Name, ...] = ()
    performer: tuple[Name, ...] = ()
    producer: tuple[Name, ...] = ()
    executive_producer: tuple[Name, ...] = ()
    script_writer: tuple[Name, ...] = ()
    series_creator: tuple[Name, ...] = ()
    host: tuple[Name, ...] = ()
    guest: tuple[Name, ...] = ()
    interviewer: tuple[Name, ...] = ()
    illustrator: tuple[Name, ...] = ()
    recipient: tuple[Name, ...] = ()
    contributor: tuple[Name, ...] = ()
    chair: tuple[Name, ...] = ()
    narrator: tuple[Name, ...] = ()
    compiler: tuple[Name, ...] = ()
    curator: tuple[Name, ...] = ()
    organizer: tuple[Name, ...] = ()

    issued: Date | None = None
    accessed: Date | None = None
    original_date: Date | None = None
    event_date: Date | None = None
    submitted: Date | None = None
    available_date: Date | None = None
    year_suffix: str | None = None

    title: str | None = None
    title_short: str | None = None
    original_title: str | None = None
    reviewed_title: str | None = None
    part_title: str | None = None
    volume_title: str | None = None
    container_title: str | None = None
    container_title_short: str | None = None
    collection_title: str | None = None
    event_title: str | None = None

    volume: str | None = None
    issue: str | None = None
    page: Locator | None = None
    number: str | None = None
    number_of_pages: str | None = None
    number_of_volumes: str | None = None
    collection_number: str | None = None
    chapter_number: str | None = None
    part_number: str | None = None
    edition: str | None = None
    version: str | None = None

    publisher: str | None = None
    publisher_place: str | None = None
    original_publisher: str | None = None
    original_publisher_place: str | None = None
    event_place: str | None = None
    archive: str | None = None
    archive_location: str | None = None
    archive_place: str | None = None
    authority: str | None = None
    jurisdiction: str | None = None
    genre: str | None = None
    medium: str | None = None
    source: str | None = None
    status: str | None = None
    section: str | None = None
    scale: str | None = None
    dimensions: str | None = None
    references: str | None = None

    doi: Doi | str | None = None
    url: str | None = None
    isbn: tuple[str, ...] = ()
    issn: tuple[str, ...] = ()
    pmid: str | None = None
    pmcid: str | None = None
    arxiv: str | None = None
    call_number: str | None = None

    language: str | None = None
    abstract: str | None = None
    note: str | None = None
    annote: str | None = None
    keyword: str | None = None

    extra: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    """What the source holds and CSL has no variable for, under the source's own names."""

    def present(self) -> tuple[str, ...]:
        """Name the attributes that have a value, in the order of the class, `type` and `extra` left out."""
        return tuple(name for name in _VARIABLES if getattr(self, name) not in (None, ()))


_VARIABLES = tuple(attribute.name for attribute in fields(Reference) if attribute.name not in {"type", "extra"})


Via = Literal["own", "string", "parent", "derived"]
"""How a value came to an entry: its own text, an `@string`, an inherited parent, or worked out from other values."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the decoded file."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """Move the range by `by` code points."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where one value of a reference stands in its document."""

    span: Span
    """Place of the value in the decoded file; where `via` is not "own", of the text it was taken from."""
    raw: str
    """The text of that place, letter for letter."""
    via: Via = "own"
    parent: str | None = None
    """Citation key of the parent, or name of the string, where `via` says so."""
    confidence: float = 1.0
    """How sure the reader is of field and extent, from 0 to 1; structured files give 1."""


SourceKind = Literal["list", "structured"]
"""A formatted reference list for people, or a file with named fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedReference:
    """A reference as a document cites it: the work, its text and its place.

    Equality ignores the place.
    """

    reference: Reference
    id: str
    """Citation key, or the place in the source counted from 1."""
    key: str | None = None
    """Citation key, where the source has one."""
    kind: SourceKind = field(default="list", compare=False)
    raw: str = field(default="", compare=False)
    """The reference as it stands in the document, letter for letter."""
    file: str = field(default="-", compare=False)
    """Name of the source as the user gave it."""
    line: int | None = field(default=None, compare=False)
    """Line of the first letter, from 1."""
    span: Span | None = field(default=None, compare=False)
    label: str | None = field(default=None, compare=False)
    """Number or bracketed label printed before the reference, without its punctuation."""
    known: Reference | None = field(default=None, compare=False)
    """What the document knows of the work beside what it prints: the data of a reference manager, the link behind the text."""
    origins: Mapping[str, Origin] = field(default_factory=lambda: NOTHING, compare=False)
    """Attribute, or path such as `author[2]`, -> where its value stands."""

"""What APA does with each type of work: one row a type.

Source: APA 7, chapter 10 (reference examples) and chapter 11 (legal references).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType

from refcheck.model.references import Reference


class Place(Enum):
    """Where a work is found, which decides how its source is told."""

    ALONE = auto()
    """It stands for itself: title in italics, then who published it."""
    PERIODICAL = auto()
    """In a journal, paper or blog: its name in italics, volume, issue, pages."""
    PART = auto()
    """In a book: "In A. Editor (Ed.), Book (pp. 1–2)"."""
    EVENT = auto()
    """At a conference: its name and place."""
    LAW = auto()
    """In a reporter or code, with the year at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How works of one type are referred to."""

    place: Place = Place.ALONE
    dated: bool = False
    """Month and day are given, as far as they are known."""
    leads: tuple[str, ...] = ("author", "editor", "compiler")
    """Roles that may stand in the place of the author; the first that has names does."""
    bracket: str = ""
    """Description in square brackets where the source gives none."""
    numbered: str = ""
    """What its number is called where the source does not say: "Report" for "(Report No. 2)"; empty: the number alone."""
    inside: str = "In"
    """Word before the container of a part."""
    owners: tuple[str, ...] = ("editor",)
    """Roles that belong to the container of a part, not to the part."""
    cased: bool = True
    """The title is put in sentence case."""
    cased_container: bool = False
    """The title of the container is, too."""
    sources: tuple[str, ...] = ("container_title", "publisher", "archive")
    """Where it was published, in this order; "|" between attributes means the first that has a value."""


_PERFORMED = ("author", "director", "series_creator", "executive_producer", "host", "script_writer", "producer", "editor")
_ON_AIR = ("author", "host", "script_writer", "director")
_SOUNDING = ("author", "composer", "performer", "host", "producer", "editor")
_SITE = ("container_title", "publisher")
_HELD = ("container_title", "publisher", "archive_location", "archive", "archive_place")
_JOURNAL = Kind(place=Place.PERIODICAL)
_DAILY = Kind(place=Place.PERIODICAL, dated=True)
_BOOK = Kind()
_CHAPTER = Kind(place=Place.PART, leads=("author",), cased_container=True)
_PAPER = Kind(place=Place.PART, leads=("author",))
_TALK = Kind(place=Place.EVENT, dated=True, bracket="Conference presentation", sources=("event_title|container_title", "event_place"))
_LEGAL = Kind(place=Place.LAW, leads=("author",), cased=False)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "article-journal": _JOURNAL,
        "article-magazine": _DAILY,
        "article-newspaper": _DAILY,
        "post-weblog": _DAILY,
        "review": _DAILY,
        "review-book": _DAILY,
        "article": Kind(sources=("container_title|publisher", "archive")),
        "book": _BOOK,
        "classic": _BOOK,
        "collection": _BOOK,
        "periodical": _BOOK,
        "chapter": _CHAPTER,
        "entry": _CHAPTER,
        "entry-dictionary": _CHAPTER,
        "entry-encyclopedia": _CHAPTER,
        "paper-conference": _PAPER,
        "speech": _TALK,
        "event": _TALK,
        "report": Kind(numbered="Report"),
        "standard": Kind(sources=("publisher|authority",)),
        "pamphlet": Kind(bracket="Brochure"),
        "thesis": Kind(numbered="Publication", bracket="Thesis"),
        "patent": Kind(numbered="Patent", sources=("publisher|authority",)),
        "webpage": Kind(dated=True, sources=_SITE),
        "post": Kind(dated=True, bracket="Post", cased=False, sources=_SITE),
        "dataset": Kind(bracket="Data set"),
        "software": Kind(bracket="Computer software"),
        "motion_picture": Kind(leads=_PERFORMED, bracket="Film"),
        "broadcast": Kind(place=Place.PART, leads=_ON_AIR, dated=True, owners=("executive_producer", "series_creator", "producer")),
        "song": Kind(place=Place.PART, leads=_SOUNDING, bracket="Song", inside="On", owners=()),
        "musical_score": Kind(leads=_SOUNDING, bracket="Musical score"),
        "performance": Kind(leads=_PERFORMED, dated=True),
        "graphic": Kind(sources=_HELD),
        "figure": Kind(sources=_HELD),
        "map": Kind(bracket="Map"),
        "manuscript": Kind(bracket="Unpublished manuscript", sources=_HELD),
        "document": Kind(sources=_HELD),
        "interview": Kind(dated=True, bracket="Interview", sources=_HELD),
        "personal_communication": Kind(dated=True, bracket="Personal communication", sources=_HELD),
        "legal_case": _LEGAL,
        "legislation": _LEGAL,
        "bill": _LEGAL,
        "regulation": _LEGAL,
        "treaty": Kind(place=Place.LAW, leads=("author",), cased=False, dated=True),
    }
)

GENERAL = Kind(
    leads=(*_PERFORMED[:-1], "composer", "performer", "curator", "organizer", "contributor", "compiler", "editor"), sources=_HELD
)
"""For types that have no row, where the values do not tell more."""
_UNCERTAIN = frozenset({"document", "article"})


def kind_of(reference: Reference) -> Kind:
    """Find the row of a work: that of its type, where its values do not show that it stands elsewhere."""
    kind = KINDS.get(reference.type)
    counted = bool(reference.volume or reference.issue)
    if kind is None or reference.type in _UNCERTAIN:
        return _seen(reference, counted=counted) or kind or GENERAL
    if kind is _PAPER:
        if not reference.container_title:
            return _TALK
        return _JOURNAL if counted and not (reference.editor or reference.publisher) else kind
    if kind.place is Place.PART and not (reference.container_title or reference.container_author):
        return replace(kind, place=Place.ALONE, leads=(*kind.leads, *(role for role in kind.owners if role not in kind.leads)))
    return kind


def _seen(reference: Reference, *, counted: bool) -> Kind | None:
    """See from the values where a work of no certain type stands; None where they do not tell."""
    if not reference.container_title:
        return None
    if counted:
        return _JOURNAL
    return _CHAPTER if reference.editor or (reference.page and reference.publisher) else None

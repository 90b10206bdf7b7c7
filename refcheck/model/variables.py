"""Every variable of a `Reference`: its CSL name, kind and meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Kind = Literal["names", "date", "text", "number", "locator", "identifier", "identifiers"]


@dataclass(frozen=True, slots=True)
class Variable:
    """One row of the table."""

    name: str
    """CSL 1.0.2 name; for what CSL lacks, the name used in CSL-JSON by Zotero or by us."""
    kind: Kind
    meaning: str

    @property
    def attribute(self) -> str:
        """Name of the attribute of `Reference`."""
        return self.name.lower().replace("-", "_")


_ROWS: tuple[tuple[str, Kind, str], ...] = (
    ("author", "names", "those who made the work"),
    ("editor", "names", "editor of the work, or of the book a chapter stands in"),
    ("translator", "names", "translator of the work"),
    ("container-author", "names", "author of the book a chapter stands in"),
    ("collection-editor", "names", "editor of the series"),
    ("reviewed-author", "names", "author of the work reviewed"),
    ("original-author", "names", "author of the first edition"),
    ("director", "names", "director of a film or broadcast"),
    ("composer", "names", "composer of a piece of music"),
    ("performer", "names", "performer of a recording"),
    ("producer", "names", "producer of a film or broadcast"),
    ("executive-producer", "names", "executive producer of a broadcast"),
    ("script-writer", "names", "writer of a script"),
    ("series-creator", "names", "creator of a broadcast series"),
    ("host", "names", "host of a broadcast or podcast"),
    ("guest", "names", "guest of a broadcast or podcast"),
    ("interviewer", "names", "who asks in an interview"),
    ("illustrator", "names", "illustrator of a book"),
    ("recipient", "names", "who a letter is written to"),
    ("contributor", "names", "contributor in no other role"),
    ("chair", "names", "chair of a session"),
    ("narrator", "names", "narrator of an audio book"),
    ("compiler", "names", "compiler of a collection"),
    ("curator", "names", "curator of an exhibition"),
    ("organizer", "names", "organiser of an event"),
    ("issued", "date", "date of publication; in a record, the date to cite"),
    ("accessed", "date", "day a page was looked at"),
    ("original-date", "date", "date of the first edition"),
    ("event-date", "date", "date of a conference"),
    ("submitted", "date", "date of submission"),
    ("available-date", "date", "date of first availability"),
    ("year-suffix", "text", "letter after the year that tells works of one year apart"),
    ("title", "text", "title with its subtitle"),
    ("title-short", "text", "short form of the title"),
    ("original-title", "text", "title in the original language"),
    ("reviewed-title", "text", "title of the work reviewed"),
    ("part-title", "text", "title of a part of a work"),
    ("volume-title", "text", "title of one volume of a work in several"),
    ("container-title", "text", "journal, book, proceedings or site the work stands in"),
    ("container-title-short", "text", "abbreviated title of the container"),
    ("collection-title", "text", "title of the series"),
    ("event-title", "text", "name of the conference"),
    ("volume", "number", "volume of the journal or of a work in several"),
    ("issue", "number", "issue within the volume"),
    ("page", "locator", "pages or article number"),
    ("number", "number", "number of a report, patent or standard"),
    ("number-of-pages", "number", "how many pages the work has"),
    ("number-of-volumes", "number", "how many volumes the work has"),
    ("collection-number", "number", "number within the series"),
    ("chapter-number", "number", "number of the chapter"),
    ("part-number", "number", "number of the part"),
    ("edition", "number", "edition of a book"),
    ("version", "number", "version of software or data"),
    ("publisher", "text", "publisher, university or institution"),
    ("publisher-place", "text", "place of the publisher"),
    ("original-publisher", "text", "publisher of the first edition"),
    ("original-publisher-place", "text", "place of the first edition's publisher"),
    ("event-place", "text", "place of the conference"),
    ("archive", "text", "archive or repository that holds the work"),
    ("archive_location", "text", "shelf mark or accession number there"),
    ("archive-place", "text", "place of the archive"),
    ("authority", "text", "court or body that issued a legal text"),
    ("jurisdiction", "text", "jurisdiction of a legal text"),
    ("genre", "text", "kind of the work in words: doctoral dissertation, technical report"),
    ("medium", "text", "medium: CD, film"),
    ("source", "text", "database the work was found in"),
    ("status", "text", "in press, forthcoming, submitted"),
    ("section", "text", "section of a newspaper or law"),
    ("scale", "text", "scale of a map"),
    ("dimensions", "text", "size or running time"),
    ("references", "text", "other works that bear on a legal text"),
    ("DOI", "identifier", "digital object identifier, bare"),
    ("URL", "identifier", "address of the work"),
    ("ISBN", "identifiers", "book numbers"),
    ("ISSN", "identifiers", "serial numbers of the container"),
    ("PMID", "identifier", "PubMed identifier"),
    ("PMCID", "identifier", "PubMed Central identifier, with its prefix"),
    ("arxiv", "identifier", "arXiv identifier, with its version if cited"),
    ("call-number", "identifier", "call number in a library"),
    ("language", "text", "language of the work, BCP 47 where known"),
    ("abstract", "text", "abstract"),
    ("note", "text", "note printed with the reference"),
    ("annote", "text", "annotation, not printed"),
    ("keyword", "text", "keywords"),
)

VARIABLES: Mapping[str, Variable] = MappingProxyType({row.attribute: row for row in (Variable(*cells) for cells in _ROWS)})
"""Attribute of `Reference` -> its row, in the order of the class."""

CSL_NAMES: Mapping[str, str] = MappingProxyType({row.name: attribute for attribute, row in VARIABLES.items()})
"""CSL name -> attribute."""


def csl_name(path: str | None) -> str | None:
    """Give the CSL name of the variable a path such as "author[2].family" is about; None for None."""
    if path is None:
        return None
    attribute = path.partition("[")[0].partition(".")[0]
    return VARIABLES[attribute].name if attribute in VARIABLES else attribute

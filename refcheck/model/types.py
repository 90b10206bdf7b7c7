"""What the kinds of works are called: CSL types and their names at Crossref and in BibTeX."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class WorkType:
    """One row of the table."""

    csl: str
    """CSL 1.0.2 type."""
    entry: str = "misc"
    """Entry type to write that BibTeX styles and biblatex's data model both take, or misc with a subtype."""
    subtype: str | None = None
    """`entrysubtype` that tells the work apart where the entry type alone would be read as another."""
    crossref: tuple[str, ...] = ()
    """Crossref types that mean it."""


TYPES: Mapping[str, WorkType] = MappingProxyType(
    {
        row.csl: row
        for row in (
            WorkType("article", "misc", "preprint", ("posted-content",)),
            WorkType("article-journal", "article", None, ("journal-article", "journal-issue", "journal-volume")),
            WorkType("article-magazine", "article", "magazine"),
            WorkType("article-newspaper", "article", "newspaper"),
            WorkType("bill", "misc", "bill"),
            WorkType(
                "book",
                "book",
                None,
                ("book", "monograph", "reference-book", "edited-book", "proceedings", "book-series", "book-set", "proceedings-series"),
            ),
            WorkType("broadcast", "misc", "broadcast"),
            WorkType("chapter", "incollection", None, ("book-chapter", "book-section", "book-part", "book-track")),
            WorkType("classic", "book", "classic"),
            WorkType("collection", "misc", "collection"),
            WorkType("dataset", "dataset", None, ("dataset", "database")),
            WorkType("document", "misc", None, ("other", "component", "peer-review", "grant")),
            WorkType("entry", "inreference", "entry"),
            WorkType("entry-dictionary", "inreference", "dictionary"),
            WorkType("entry-encyclopedia", "inreference", None, ("reference-entry",)),
            WorkType("event", "misc", "event"),
            WorkType("figure", "misc", "figure"),
            WorkType("graphic", "misc", "graphic"),
            WorkType("hearing", "misc", "hearing"),
            WorkType("interview", "misc", "interview"),
            WorkType("legal_case", "misc", "case"),
            WorkType("legislation", "misc", "legislation"),
            WorkType("manuscript", "unpublished"),
            WorkType("map", "misc", "map"),
            WorkType("motion_picture", "misc", "film"),
            WorkType("musical_score", "misc", "score"),
            WorkType("pamphlet", "booklet"),
            WorkType("paper-conference", "inproceedings", None, ("proceedings-article",)),
            WorkType("patent", "patent"),
            WorkType("performance", "misc", "performance"),
            WorkType("periodical", "periodical", None, ("journal",)),
            WorkType("personal_communication", "misc", "letter"),
            WorkType("post", "online", "post"),
            WorkType("post-weblog", "online", "blog"),
            WorkType("regulation", "misc", "regulation"),
            WorkType("report", "techreport", None, ("report", "report-component", "report-series")),
            WorkType("review", "article", "review"),
            WorkType("review-book", "article", "book review"),
            WorkType("software", "software"),
            WorkType("song", "misc", "song"),
            WorkType("speech", "misc", "speech"),
            WorkType("standard", "techreport", "standard", ("standard", "standard-series")),
            WorkType("thesis", "phdthesis", None, ("dissertation",)),
            WorkType("treaty", "misc", "treaty"),
            WorkType("webpage", "online"),
        )
    }
)
"""CSL type -> its row.

Source: CSL 1.0.2, appendix III; biblatex manual 2.1 (entry types) and 2.2.3 (`entrysubtype`); Crossref, "Content types".
"""

_ENTRIES = """
    article article-journal  · suppperiodical article-journal
    book book · mvbook book · collection book · mvcollection book · reference book · mvreference book · proceedings book
    mvproceedings book · manual book · bookinbook chapter
    incollection chapter · inbook chapter · suppbook chapter · suppcollection chapter · inreference entry-encyclopedia
    conference paper-conference · inproceedings paper-conference
    thesis thesis · phdthesis thesis · mastersthesis thesis · masterthesis thesis
    report report · techreport report · standard standard · booklet pamphlet
    online webpage · electronic webpage · www webpage · webpage webpage
    dataset dataset · data dataset · software software · softwareversion software · codefragment software
    misc document · unpublished manuscript · periodical periodical · patent patent · review review
    letter personal_communication · movie motion_picture · video motion_picture · audio song · music song
    artwork graphic · image graphic · performance performance · commentary document
    jurisdiction legal_case · legal treaty · legislation legislation · bibnote document · customa document
    preprint article · newspaper article-newspaper · magazine article-magazine
"""
ENTRY_TYPES: Mapping[str, str] = MappingProxyType(
    {pair.split()[0]: pair.split()[1] for line in _ENTRIES.split("\n") for pair in line.split("·") if pair.strip()}
)
"""Entry type of BibTeX or biblatex in lower case -> CSL type.

Source: BibTeX, "BibTeXing" 3.1; biblatex manual 2.1.
"""
SUBTYPES: Mapping[str, str] = MappingProxyType(
    {**{csl: csl for csl in TYPES}, **{row.subtype: row.csl for row in TYPES.values() if row.subtype}}
)
"""`entrysubtype` in lower case -> CSL type."""
CROSSREF_TYPES: Mapping[str, str] = MappingProxyType({name: row.csl for row in TYPES.values() for name in row.crossref})
"""Crossref type -> CSL type."""


def of_entry(entry: str, subtype: str | None = None) -> str:
    """Give the CSL type of a BibTeX or biblatex entry; "document" where the entry type is unknown."""
    known = SUBTYPES.get(subtype.strip().lower()) if subtype else None
    return known or ENTRY_TYPES.get(entry.lower(), "document")

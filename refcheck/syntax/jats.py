"""What JATS calls the parts of a citation, and what its publication types are in CSL.

Source: JATS 1.3 (ANSI/NISO Z39.96-2021), `element-citation`, `mixed-citation`, `@publication-type`, `@person-group-type`,
`@pub-id-type`; JATS4R, "Citations", "Data citations" and "Software citations"; BITS 2.1; NLM Journal Archiving 2.3 (`citation`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CITATIONS = frozenset({"element-citation", "mixed-citation", "nlm-citation", "citation"})
"""Elements that are one citation."""
PRINTED = frozenset({"mixed-citation", "citation"})
"""Those whose text is printed as it is, punctuation and all."""
NAMES = frozenset({"name", "string-name", "collab", "etal", "anonymous"})
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "author": "author",
        "allauthors": "author",
        "inventor": "author",
        "editor": "editor",
        "guest-editor": "editor",
        "translator": "translator",
        "transed": "translator",
        "compiler": "compiler",
        "curator": "curator",
        "director": "director",
        "illustrator": "illustrator",
    }
)
"""Type of a group of persons -> role; others are contributors."""
TITLES = ("article-title", "data-title", "chapter-title", "part-title")
"""What names the work itself, in the order in which it is looked for; without any of them `source` does."""
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "volume": "volume",
        "issue": "issue",
        "edition": "edition",
        "version": "version",
        "publisher-name": "publisher",
        "institution": "publisher",
        "publisher-loc": "publisher_place",
        "series": "collection_title",
        "conf-name": "event_title",
        "conf-loc": "event_place",
        "volume-series": "collection_number",
        "patent": "number",
        "std": "number",
        "annotation": "annote",
        "comment": "note",
    }
)
"""Element with a text -> attribute."""
IDENTIFIERS: Mapping[str, str] = MappingProxyType(
    {
        "doi": "doi",
        "pmid": "pmid",
        "pmc": "pmcid",
        "pmcid": "pmcid",
        "arxiv": "arxiv",
        "isbn": "isbn",
        "issn": "issn",
        "uri": "url",
    }
)
"""Kind of an identifier, or element of one -> attribute."""
WITHOUT_TEXT = frozenset({"tex-math", "annotation", "annotation-xml", "alt-text", "long-desc", "object-id", "graphic", "inline-graphic"})
"""Elements within a text that are shown in another way, or not at all."""
FORMATS = frozenset(
    (
        *(
            "bold",
            "fixed-case",
            "italic",
            "monospace",
            "named-content",
            "overline",
            "roman",
            "sans-serif",
            "sc",
            "strike",
            "styled-content",
        ),
        *("sub", "sup", "underline", "x", "xref", "institution-wrap", "date", "string-date", "label"),
    )
)
"""Elements that say how text looks, or hold others; what they hold is no value of their name."""
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "journal": "article-journal",
        "article": "article-journal",
        "journal-article": "article-journal",
        "magazine": "article-magazine",
        "newspaper": "article-newspaper",
        "news": "article-newspaper",
        "book": "book",
        "book-chapter": "chapter",
        "bookchapter": "chapter",
        "chapter": "chapter",
        "edited-book": "book",
        "encyclopedia": "entry-encyclopedia",
        "conf-proc": "paper-conference",
        "conf-proceedings": "paper-conference",
        "conf-paper": "paper-conference",
        "confproc": "paper-conference",
        "conference": "paper-conference",
        "proceeding": "paper-conference",
        "proceedings": "paper-conference",
        "thesis": "thesis",
        "dissertation": "thesis",
        "report": "report",
        "gov": "report",
        "government": "report",
        "working-paper": "report",
        "technical-report": "report",
        "web": "webpage",
        "webpage": "webpage",
        "web-page": "webpage",
        "website": "webpage",
        "wiki": "webpage",
        "blog": "post-weblog",
        "data": "dataset",
        "database": "dataset",
        "dataset": "dataset",
        "software": "software",
        "code": "software",
        "computer-program": "software",
        "preprint": "article",
        "patent": "patent",
        "standard": "standard",
        "std": "standard",
        "letter": "personal_communication",
        "communication": "personal_communication",
        "personal-communication": "personal_communication",
        "case": "legal_case",
        "legal": "legislation",
        "law": "legislation",
        "legislation": "legislation",
        "review": "review",
        "film": "motion_picture",
        "movie": "motion_picture",
        "video": "motion_picture",
        "broadcast": "broadcast",
        "podcast": "broadcast",
        "map": "map",
        "manuscript": "manuscript",
        "unpublished": "manuscript",
        "speech": "speech",
        "poster": "speech",
    }
)
"""Publication type in lower case -> CSL type."""
PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
"""Types whose `source` is what they stand in, also where no title of their own is given."""

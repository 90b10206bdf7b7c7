"""What CSL variables are called in BibTeX and biblatex; the one table of reader and exporter.

Source: biblatex manual 2.1 and 2.2; biber's default data model (`biber --tool-config`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from refcheck.model.types import TYPES, of_entry
from refcheck.text.identifiers import parse_arxiv

ANY = "*"
"""The default row: works of every type."""

_ROWS = """
    * author = author
    * editor = editor
    * translator = translator
    * container_author = bookauthor
    * annote = annotation annote
    * abstract = abstract
    * note = note addendum
    * keyword = keywords keyword
    * language = language langid
    * title = title
    * title_short = shorttitle
    * original_title = origtitle
    * container_title = booktitle journaltitle journal
    * container_title_short = shortjournal
    * collection_title = series
    * event_title = eventtitle
    * volume_title = maintitle
    * volume = volume
    * issue = issue
    * number = number
    * number_of_pages = pagetotal numpages
    * number_of_volumes = volumes
    * chapter_number = chapter
    * part_number = part
    * edition = edition
    * version = version
    * publisher = publisher organization institution school howpublished
    * publisher_place = address location
    * original_publisher = origpublisher
    * original_publisher_place = origlocation
    * event_place = venue
    * archive = library
    * genre = type
    * status = pubstate
    * isbn = isbn
    * issn = issn
    * call_number = lccn

    article-journal article-magazine article-newspaper review review-book container_title = journal journaltitle
    article-journal article-magazine article-newspaper review review-book issue = number issue
    article-journal article-magazine article-newspaper review review-book volume_title = issuetitle
    periodical issue = number issue

    book classic chapter paper-conference entry entry-dictionary entry-encyclopedia collection_number = number
    book classic number_of_volumes = volumes
    paper-conference publisher = publisher organization institution school
    paper-conference genre = type

    report standard publisher = institution publisher organization school
    report standard number = number
    thesis publisher = school institution publisher
    standard collection_title = series

    manuscript pamphlet publisher = howpublished institution publisher organization
    dataset software publisher = publisher organization institution
    software publisher = organization publisher institution howpublished
    dataset container_title = titleaddon booktitle journal journaltitle

    webpage post post-weblog container_title = organization howpublished booktitle journaltitle journal
    webpage post post-weblog publisher = publisher institution school
    article container_title = howpublished journal journaltitle booktitle
    article publisher = organization publisher institution school
    document publisher = howpublished publisher organization institution school
    document container_title = titleaddon booktitle journaltitle journal
"""
_MISC = tuple(csl for csl, row in TYPES.items() if row.entry == "misc" and csl not in {"document", "article"})


@lru_cache(maxsize=1)
def _table() -> Mapping[tuple[str, str], tuple[str, ...]]:
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in _ROWS.splitlines():
        if "=" in line:
            left, _, right = line.partition("=")
            *types, attribute = left.split()
            table |= {(csl, attribute): tuple(right.split()) for csl in types}
    for csl in _MISC:
        table |= {(csl, attribute): table["document", attribute] for attribute in ("publisher", "container_title")}
    return MappingProxyType(table)


def fields_of(csl: str, attribute: str) -> tuple[str, ...]:
    """Name the fields that hold a variable of a work of this type: the one to write first; none where there is none."""
    table = _table()
    return table.get((csl, attribute)) or table.get((ANY, attribute), ())


@lru_cache(maxsize=64)
def attributes_of(csl: str) -> Mapping[str, str]:
    """Give the variable each field means in a work of this type."""
    rows = _table()
    found: dict[str, str] = {}
    for wanted in (csl, ANY):
        for (kind, attribute), names in rows.items():
            for name in names if kind == wanted else ():
                found.setdefault(name, attribute)
    return MappingProxyType(found)


_WEB = re.compile(r"^\s*(?:\[?online\]?[:,]?\s*)?\{?\\url\b|^\s*https?://", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv\s*:\s*(\S+)", re.IGNORECASE)


def type_of(entry: str, fields: Mapping[str, str]) -> str:
    """Give the CSL type of an entry by its type and by the fields that tell more: `entrysubtype`, an arXiv number, an address."""
    subtype = fields.get("entrysubtype")
    csl = of_entry(entry, subtype)
    if subtype and csl != of_entry(entry):
        return csl
    if csl in {"document", "webpage", "manuscript"} and subtype is None and arxiv_of(fields):
        return "article"
    if csl == "article-journal" and arxiv_in(fields.get("journal") or fields.get("journaltitle") or ""):
        return "article"
    if entry == "misc" and subtype is None and "doi" not in fields and "publisher" not in fields:
        printed = fields.get("howpublished", "")
        if _WEB.match(printed) or (not printed and "url" in fields and "urldate" in fields):
            return "webpage"
    return csl


def arxiv_of(fields: Mapping[str, str]) -> str | None:
    """Take the arXiv identifier an entry gives as its `eprint`."""
    kind = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    if kind.strip().lower() not in {"arxiv", ""} or "eprint" not in fields:
        return None
    return parse_arxiv(fields["eprint"])


def arxiv_in(text: str) -> str | None:
    """Find an arXiv identifier in a text such as "arXiv preprint arXiv:1706.03762"."""
    found = _ARXIV.search(text)
    return parse_arxiv(found[1].rstrip(".,;)")) if found else None


VERBATIM = frozenset("doi url eprint file pdf verba verbb verbc local-url".split())
"""Fields that LaTeX does not read: nothing is escaped in them."""

_EVERYWHERE = frozenset(
    "abstract annotation doi eprint eprintclass eprinttype entrysubtype file ids keywords langid langidopts library lista listb listc listd "
    "liste listf namea nameatype nameb namebtype namec namectype nameaddon options origlocation origpublisher origtitle presort shorthand "
    "shortjournal shortseries shorttitle sortkey sorttitle url usera userb userc userd usere userf verba verbb verbc date year month day "
    "urldate origdate label isan ismn iswc indextitle shortauthor shorteditor pagination bookpagination author title note language pubstate "
    "addendum subtitle titleaddon".split()
)
_BOOK = (
    "editor translator chapter edition editortype eid isbn address location number pages part publisher series volume volumes "
    "foreword introduction afterword annotator commentator maintitle mainsubtitle origlanguage"
)
_EVENT = "eventdate eventtitle venue"
_LACKED = {"patent": frozenset({"language"}), "periodical": frozenset({"author"}), "collection": frozenset({"author"})}
ALLOWED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        entry: (_EVERYWHERE | frozenset(names.split())) - _LACKED.get(entry, frozenset())
        for entry, names in {
            "article": "editor translator journal journaltitle journalsubtitle eid issn issue issuetitle issuesubtitle number pages series version volume",
            "book": f"{_BOOK} pagetotal",
            "collection": f"{_BOOK} pagetotal",
            "incollection": f"{_BOOK} booktitle booksubtitle",
            "inreference": f"{_BOOK} booktitle booksubtitle",
            "inbook": f"{_BOOK} bookauthor booktitle booksubtitle",
            "inproceedings": "editor editortype booktitle booksubtitle chapter eid isbn address location number organization pages part publisher "
            f"series volume volumes maintitle {_EVENT}",
            "booklet": "editor editortype chapter eid howpublished address location pages pagetotal type",
            "dataset": "editor editortype edition address location number organization publisher series type version",
            "software": "editor editortype howpublished address location organization type version",
            "misc": "editor editortype howpublished address location organization type version",
            "online": "editor editortype organization version",
            "patent": "holder address location number type version",
            "periodical": "editor editortype issn issue issuetitle number series volume",
            "techreport": "chapter eid institution isrn address location number pages pagetotal type version",
            "phdthesis": "chapter eid institution school address location pages pagetotal type",
            "mastersthesis": "chapter eid institution school address location pages pagetotal type",
            "unpublished": f"howpublished address location type {_EVENT}",
        }.items()
    }
)
"""Entry type -> fields that biber's data model takes in it."""
REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "article": ("author", "title", "journal"),
        "book": ("author", "title"),
        "collection": ("editor", "title"),
        "incollection": ("author", "editor", "title", "booktitle"),
        "inreference": ("author", "editor", "title", "booktitle"),
        "inbook": ("author", "title", "booktitle"),
        "inproceedings": ("author", "title", "booktitle"),
        "online": ("title", "url doi eprint"),
        "patent": ("author", "title", "number"),
        "periodical": ("editor", "title"),
        "techreport": ("author", "title", "institution"),
        "phdthesis": ("author", "title", "school"),
        "mastersthesis": ("author", "title", "school"),
        "unpublished": ("author", "title"),
    }
)
"""Entry type -> fields that biber's data model wants in it beside the date; of several names one is enough."""
_INSTEAD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "book": ("collection",),
        "incollection": ("inbook",),
        "inreference": ("inbook",),
        "inproceedings": ("misc",),
        "online": ("misc",),
        "patent": ("misc",),
        "techreport": ("misc",),
        "phdthesis": ("misc",),
        "mastersthesis": ("misc",),
        "unpublished": ("misc",),
        "article": ("misc",),
    }
)
_MASTER = re.compile(r"\bm\.?\s?(?:sc?|a|phil|eng|ed)\b|master|magister|\bdiplom", re.IGNORECASE)


def entries_of(csl: str, genre: str | None, container: str | None) -> tuple[str, ...]:
    """Name the entry types a work can be written as, the best first.

    A journal article stays one as long as its journal is known.
    """
    entry = TYPES[csl].entry if csl in TYPES else "misc"
    if entry == "phdthesis" and genre and _MASTER.search(genre):
        entry = "mastersthesis"
    return (entry,) if entry == "article" and container else (entry, *_INSTEAD.get(entry, ()))

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
def ranked_attributes(csl: str) -> Mapping[str, tuple[str, int]]:
    """Give the variable each field means in a work of this type, and its rank among the fields that mean it."""
    rows = _table()
    found: dict[str, tuple[str, int]] = {}
    for wanted in (csl, ANY):
        for (kind, attribute), names in rows.items():
            for rank, name in enumerate(names if kind == wanted else ()):
                found.setdefault(name, (attribute, rank if wanted == csl else rank + 100))
    return MappingProxyType(found)


def attribute_of(csl: str, field: str) -> str | None:
    """Give the variable a field means in a work of this type; None where it means none."""
    return ranked_attributes(csl).get(field, (None, 0))[0]


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


VERBATIM = frozenset(str.split("doi url eprint file pdf verba verbb verbc local-url"))
"""Fields that LaTeX does not read: nothing is escaped in them."""

"""NBIB, the tagged form of PubMed: its lines and records, and what its tags mean.

Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions"; PubMed Help, "PubMed format".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from refcheck.model.references import Span
from refcheck.syntax.entries import Broken
from refcheck.syntax.field_table import FieldTable
from refcheck.syntax.tagged_lines import Record, Value

FIELDS = FieldTable("""
    * author = FAU AU CN
    * editor = FED ED
    * title = TI
    * original_title = TT
    * container_title = JT
    * container_title_short = TA
    * volume = VI
    * issue = IP
    * page = PG
    * issued = DP DEP
    * edition = EN
    * collection_title = CTI
    * publisher = PB
    * language = LA
    * abstract = AB
    * keyword = OT
    * annote = GN
    * doi = LID AID
    * issn = IS
    * isbn = ISBN
    * pmid = PMID
    * pmcid = PMC
    book title = BTI
    chapter container_title = BTI
    book chapter publisher_place = PL
""")
TYPES: Mapping[str, str] = MappingProxyType({"preprint": "article", "dataset": "dataset", "newspaper article": "article-newspaper"})
"""Publication type in lower case -> CSL type; all others stand in journals."""
_FIRST = "PMID"
_TAG = re.compile(r"(?=.{4}-)([A-Z][A-Z0-9]{0,3}) {0,3}-(?: |$)")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|$)")
_NONE = "there is no entry; an entry of NBIB is lines that begin with a tag of up to four signs and a hyphen"


def parse(text: str) -> tuple[Record | Broken, ...]:
    """Read the records of a file, in its order: each from its PMID to the next, or without any from blank line to blank line.

    Text before the first tag of a record is nobody's.
    """
    found = tuple(_records(text, has_numbers=re.search(rf"^{_FIRST}-", text, re.MULTILINE) is not None))
    return found if found or not text.strip() else (Broken(reason=_NONE, span=Span(0, len(text))),)


def _records(text: str, *, has_numbers: bool) -> Iterator[Record]:
    values: list[Value] = []
    ended = False
    for line in _LINE.finditer(text):
        printed = line[1].lstrip("\ufeff")
        lead = len(line[1]) - len(printed)
        tag = _TAG.match(printed)
        if values and tag and (tag[1] == _FIRST if has_numbers else ended):
            yield _record(values)
            values = []
        ended = not printed.strip()
        if tag:
            values.append(Value(tag[1], line.start() + lead))
        piece = printed[tag.end() if tag else 0 :].strip()
        if piece and values:
            values[-1].add(piece, line.start() + lead + printed.index(piece, tag.end() if tag else 0))
    if values:
        yield _record(values)


def _record(values: list[Value]) -> Record:
    return Record(
        fields=tuple(value.field() for value in values if value.pieces), span=Span(values[0].at, max(value.end for value in values))
    )

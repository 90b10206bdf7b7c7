"""EndNote XML: its records, as files hold them and as Word documents do behind their citations.

EndNote's fields are those of RIS under other names, so a record is read as one of RIS.

Source: EndNote, "RefType" and "XML export"; RIS format specification (2011).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from refcheck.model.references import Reference, Span
from refcheck.syntax.entries import Broken, Entry
from refcheck.syntax.ris_fields import TYPES as RIS_TYPES
from refcheck.syntax.ris_reference import entry_of
from refcheck.syntax.tagged_lines import Field, Record
from refcheck.syntax.xml_tree import Element, parse

_TYPES = """
    artwork 2 ART · audiovisual_material 3 ADVS · bill 4 BILL · book_section 5 CHAP · book 6 BOOK · case 7 CASE · chart_or_table 38 CHART
    computer_program 9 COMP · conference_proceedings 10 CONF · web_page 12 ELEC · generic 13 GEN · hearing 14 HEAR
    journal_article 17 JOUR · magazine_article 19 MGZN · map 20 MAP · film_or_broadcast 21 MPCT · newspaper_article 23 NEWS
    pamphlet 24 PAMP · patent 25 PAT · personal_communication 26 PCOMM · report 27 RPRT · edited_book 28 EDBOOK · statute 31 STAT
    thesis 32 THES · unpublished_work 34 UNPB · manuscript 36 MANSCPT · figure 37 FIGURE · equation 39 EQUA
    electronic_article 43 EJOUR · electronic_book 44 EBOOK · online_database 45 DBASE · government_document 46 GOVDOC
    conference_paper 47 CPAPER · online_multimedia 48 MULTI · classical_work 49 CLSWK · legal_rule_or_regulation 50 LEGAL
    ancient_text 51 ANCIENT · dictionary 52 DICT · encyclopedia 53 ENCYC · grant 54 GRNT · aggregated_database 55 AGGR · blog 56 BLOG
    serial 57 SER · standard 58 STAND · dataset 59 DATA · electronic_book_section 60 ECHAP · music 61 MUSIC · catalog 8 CTLG
    interview INTV · podcast PODCAST · social_media BLOG
"""
TYPES: Mapping[str, str] = MappingProxyType(
    {
        name.replace("_", " "): kind
        for line in _TYPES.split("\n")
        for row in line.split("·")
        if row.strip()
        for *names, kind in [row.split()]
        for name in names
    }
)
"""Name of a reference type in lower case, or its number, -> type of RIS."""

_FIELDS = """
    authors/author AU · secondary-authors/author A2 · tertiary-authors/author A3 · subsidiary-authors/author A4
    title TI · secondary-title T2 · tertiary-title T3 · short-title ST · alt-title J2
    periodical/full-title JF · periodical/abbr-1 JA · periodical/abbr-2 J2 · periodical/abbr-3 J1 · alt-periodical/abbr-1 J1
    volume VL · number IS · issue IS · num-vols NV · edition ET · section SE · pages SP · isbn SN · publisher PB · pub-location CY
    year PY · pub-dates/date DA · access-date Y2 · accession-num AN · call-num CN · abstract AB · notes N1 · research-notes RN
    electronic-resource-num DO · language LA · work-type M3 · remote-database-name DB · remote-database-provider DP
    keyword KW · keywords KW
    related-urls/url UR · web-urls/url UR · urls/url UR · misc1 M1 · custom1 C1 · custom2 C2 · custom3 C3 · custom4 C4 · custom5 C5
    custom7 C7
"""
FIELDS: Mapping[str, str] = MappingProxyType(
    {row.split()[0]: row.split()[1] for line in _FIELDS.split("\n") for row in line.split("·") if row.strip()}
)
"""Element, with the one above it where that tells it, -> tag of RIS."""
_OF_TYPE: Mapping[tuple[str, str], str] = MappingProxyType(
    {("book", "number"): "M1", ("classic", "number"): "M1", ("chapter", "number"): "SV", ("report", "number"): "M1"}
    | {("article-journal", "section"): "", ("article-journal", "edition"): ""}
)
"""CSL type and element -> tag of RIS; of a journal article the section is its first page, the edition the day it went online."""
_OF_PROGRAM = frozenset({"database", "source-app", "rec-number", "foreign-keys", "ref-type"})
_MARKUP = re.compile("[<&]")
_NONE = "there is no <record> of EndNote"


def parse_cites(text: str) -> list[Reference]:
    """Read the works that a citation field of EndNote holds in a Word document, in their order.

    Args:
        text: XML of `<EndNote>` or of one `<record>`. What is no XML holds none.
    """
    return [entry.reference for entry in parse_records(text) if isinstance(entry, Entry)]


def parse_records(text: str) -> Iterator[Entry | Broken]:
    """Read the records of a file, in its order; what comes after a fault in the XML is one `Broken`, the record it stands in too."""
    tree = parse(text)
    records = [element for element in tree.root.walk() if element.tag == "record"] if tree.root else []
    fault, at = (tree.fault.reason, tree.fault.offset) if tree.fault else (None, len(text))
    if fault and records and records[-1].end == at:
        at = records.pop().start
    for record in records:
        yield entry_of(_record(record), text, _MARKUP)
    if fault or not records:
        yield Broken(reason=fault or _NONE, span=Span(at if records else 0, len(text)))


def _record(element: Element) -> Record:
    kind = element.find("ref-type")
    named = kind.attributes.get("name", "").strip() if kind else ""
    number = kind.text.strip() if kind else ""
    type_ = TYPES.get(named.lower()) or TYPES.get(number) or named.upper() or "GEN"
    csl = RIS_TYPES.get(type_, "document")
    return Record(fields=tuple(_fields(element, csl)), type=type_, span=element.span)


def _fields(record: Element, csl: str) -> Iterator[Field]:
    for element, above in _leaves(record):
        span = element.content
        if span is None:
            continue
        tag = _OF_TYPE.get((csl, element.tag), FIELDS.get(f"{above}/{element.tag}", FIELDS.get(element.tag)))
        lines = element.text.splitlines() if tag == "SN" else [element.text]
        for line in lines:
            if text := " ".join(line.split()):
                yield Field(tag or f"<{element.tag}>", text, span, element.tag)


def _leaves(element: Element, above: str = "") -> Iterator[tuple[Element, str]]:
    """Yield the elements that hold text, which may be parted into runs of a style, with the name of the one above each."""
    inner = [child for child in element.elements() if child.tag != "style"]
    if not inner:
        yield element, above
    for child in inner:
        if element.tag != "record" or child.tag not in _OF_PROGRAM:
            yield from _leaves(child, element.tag)

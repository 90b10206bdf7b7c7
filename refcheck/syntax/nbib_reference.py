"""What an entry of PubMed's tagged form says, in CSL variables, and where each value stands.

Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Span, Via
from refcheck.model.variables import VARIABLES
from refcheck.syntax.csl_names import parse_date_value
from refcheck.syntax.entries import Entry, Gathered, typed
from refcheck.syntax.inverted_names import inverted, is_suffix, person
from refcheck.syntax.nbib import FIELDS, TYPES
from refcheck.syntax.numbers import parse_numbers
from refcheck.syntax.tagged_lines import Field, Record
from refcheck.text.medline import LANGUAGES, is_article_number, medline_date, parse_title, without_place

_KIND = re.compile(r"(.*?)\s*\[(\w+)\]")
"""An identifier and what it is: "10.5555/x [doi]", "e17 [pii]"."""
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_INITIALS = re.compile(r"(.+?) ([A-Z]{1,3}(?:-[A-Z])?)(?: (\S+))?")


def entry_of(record: Record, text: str) -> Entry:
    """Read a record."""
    gathered = Gathered(text)
    csl = _type(record)
    ranked = FIELDS.ranked_attributes(csl)
    groups: dict[str, list[Field]] = {}
    for field in sorted(record.fields, key=lambda field: field.tag == "DEP"):
        groups.setdefault(ranked.get(field.tag, (field.tag,))[0], []).append(field)
    for name, fields in groups.items():
        reader = _READERS.get(name) or (_text if name in VARIABLES else _keep)
        reader(gathered, name, fields)
    if "title" not in gathered.found:
        gathered.rename("original_title", "title")
    gathered.put("genre", "preprint" if csl == "article" else None, None)
    return Entry(reference=gathered.reference(csl), key=None, span=record.span, origins=gathered.origins)


def _type(record: Record) -> str:
    """Tell preprints, books and their chapters from articles in journals."""
    tags = {field.tag for field in record.fields}
    if "BTI" in tags:
        return "chapter" if "TI" in tags else "book"
    named = (TYPES.get(field.text.lower()) for field in record.fields if field.tag == "PT")
    return next((csl for csl in named if csl), "article-journal")


def _keep(gathered: Gathered, _: str, fields: list[Field]) -> None:
    for field in fields:
        gathered.keep(field.tag, field.text)


def _put(gathered: Gathered, attribute: str, field: Field, value: Any, printed: str | None = None) -> None:
    """Put a value, or keep its field where the variable has one already.

    Args:
        gathered: what is gathered.
        attribute: the variable.
        field: where the value stands.
        value: the value.
        printed: the part of the field it was read from.
    """
    span = field.span
    if printed is not None and printed != field.text:
        lead = field.text.find(printed)
        start, end = span.start + lead, span.end - (len(field.text) - lead - len(printed))
        within = gathered.text[start:end].rstrip()
        span = Span(start, start + len(within)) if " ".join(within.split()) == printed else span
    via: Via = "own" if printed is None or printed == field.text or span != field.span else "derived"
    if not gathered.put(attribute, value, span, via=via) and (value is None or gathered.found.get(attribute) != value):
        gathered.keep(field.tag, field.text)


def _text(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    for field in fields:
        _put(gathered, attribute, field, typed(attribute, field.text))


def _title(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    for field in fields:
        title = parse_title(field.text)
        _put(gathered, attribute, field, title, title)


def _journal(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    for field in fields:
        title = without_place(field.text)
        _put(gathered, attribute, field, title, title)


def _joined(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    text = "; ".join(field.text.lstrip("*") for field in fields)
    gathered.put(attribute, text, Span(fields[0].span.start, fields[-1].span.end), via="own" if len(fields) == 1 else "derived")


def _numbers(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    pairs = [(number, field.span) for field in fields for number in parse_numbers(field.text)]
    gathered.add(attribute, [number for number, _ in pairs], [span for _, span in pairs])


def _language(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    for field in fields:
        _put(gathered, attribute, field, LANGUAGES.get(field.text, field.text))


def _date(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Read the date of the issue; the day a work went online where there is no other."""
    for field in fields:
        day = _DAY.fullmatch(field.text)
        written = "-".join(day.groups()) if day else field.text
        read = parse_date_value(written) if day else medline_date(written)
        _put(gathered, attribute, field, read or Date(literal=field.text))


def _pages(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Read the pages without what is discussed after them."""
    for field in fields:
        pages = field.text.partition(";")[0].strip()
        _put(gathered, attribute, field, Locator(pages=pages) if pages else None, pages)


def _identifiers(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Read the DOI, and the article number where it stands in the place of pages."""
    for field in fields:
        found = _KIND.fullmatch(field.text)
        number, kind = found.groups() if found else (field.text, "")
        if kind == "doi":
            _put(gathered, attribute, field, typed("doi", number), number)
        elif kind == "pii" and field.tag == "LID" and is_article_number(number):
            _put(gathered, "page", field, Locator(article=number), number)
        else:
            gathered.keep(field.tag, field.text)


def _names(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Read each name once: in full, or as it is in the short form where no full one stands before that."""
    names: list[Name] = []
    spans: list[Span] = []
    is_full = False
    for field in fields:
        name = None if is_full and field.tag in _SHORT else _READ[field.tag](field.text)
        is_full = field.tag in _FULL
        if name is not None:
            names.append(name)
            spans.append(field.span)
    gathered.add(attribute, names, spans)


def _full(text: str) -> Name | None:
    """Read "Family, Given Names Jr"."""
    family, comma, given = text.partition(",")
    first, _, last = given.strip().rpartition(" ")
    return inverted(f"{family}, {first}, {last}" if comma and first and is_suffix(last) else text)


def _short(text: str) -> Name | None:
    """Read "Family AB Jr"; what has no initials is one piece."""
    found = _INITIALS.fullmatch(text)
    if found is None or "," in text or (found[3] and not is_suffix(found[3])):
        return inverted(text)
    return person(found[1], found[2], found[3])


def _group(text: str) -> Name | None:
    return Name(literal=text.rstrip("."))


_FULL, _SHORT = frozenset({"FAU", "FED"}), frozenset({"AU", "ED"})
_READ: Mapping[str, Callable[[str], Name | None]] = MappingProxyType(
    {**dict.fromkeys(_FULL, _full), **dict.fromkeys(_SHORT, _short), "CN": _group}
)
_READERS: Mapping[str, Callable[[Gathered, str, list[Field]], None]] = MappingProxyType(
    {"title": _title, "original_title": _title, "container_title": _journal, "issued": _date, "page": _pages, "doi": _identifiers}
    | {"author": _names, "editor": _names, "language": _language, "keyword": _joined, "annote": _joined, "isbn": _numbers, "issn": _numbers}
)
"""Attribute -> who reads it."""

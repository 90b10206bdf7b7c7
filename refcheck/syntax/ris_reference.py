"""What a RIS record says, in CSL variables, and where each value stands.

Source: RIS format specifications (2001 and 2011); CSL 1.0.2, appendix IV.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Span
from refcheck.model.variables import VARIABLES
from refcheck.syntax.entries import Entry, Gathered, typed
from refcheck.syntax.free_dates import parse_free
from refcheck.syntax.inverted_names import inverted
from refcheck.syntax.numbers import parse_numbers
from refcheck.syntax.ris_fields import ARTICLE_NUMBER, EDITED, EXTRA, FIELDS, KEY, TYPES, type_of
from refcheck.syntax.tagged_lines import Field, Record
from refcheck.syntax.zotero_extra import put_extra
from refcheck.text.dates import parse_date
from refcheck.text.identifiers import parse_doi, parse_isbn, parse_pmcid, parse_pmid

_DATE = re.compile(r"(\d{4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?")
_SERIAL = re.compile(r"\d{4}-\d{3}[\dX]", re.IGNORECASE)
_BARE_SERIAL = re.compile(r"\d{7}[\dX]", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_DOI_ALONE = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi(?:\.org/|:?\s?))?10\.\d{4,9}/\S+", re.IGNORECASE)
_PMID_ALONE = re.compile(r"PMID\s?:?\s?\d{1,8}", re.IGNORECASE)
_NOTES = frozenset({"N1", "M3", "C1", "C2", "U1", "U2"})
"""Tags in which programs write what has none of its own."""
_PERSON = re.compile(r"[^;\s][^;]*")
_LETTER = re.compile(r"\d{4}([a-z])")
_PUBMED = frozenset({"nlm", "medline", "pubmed"})
"""Names of PubMed as a source, in lower case."""
_RANGE = frozenset({"SP", "EP"})
_MONTHS, _DAYS = 12, 31


def entry_of(record: Record, text: str, markup: re.Pattern[str] | None = None) -> Entry:
    """Read a record, of RIS or of a format that has other names for the same fields.

    Args:
        record: the record.
        text: the text that its places are in.
        markup: what of a value is no text.
    """
    csl, gathered = type_of(record.type, frozenset(field.tag for field in record.fields)), Gathered(text, markup)
    groups = _groups(record, csl)
    if record.type not in TYPES:
        gathered.keep("TY", record.type)
    keys, extra = groups.pop(KEY, []), groups.pop(EXTRA, [])
    for name, fields in groups.items():
        variable = VARIABLES.get(name)
        reader = _OF_GROUP.get(name) or (_OF_KIND[variable.kind] if variable else _keep)
        reader(gathered, name, fields)
    _identifiers_elsewhere(gathered, record)
    _pubmed(gathered, record)
    key = keys[0].text if keys and " " not in keys[0].text else None
    _keep(gathered, KEY, keys[1 if key else 0 :])
    if extra:
        lines = "\n".join(field.text for field in extra)
        item = put_extra(gathered, lines, Span(extra[0].span.start, extra[-1].span.end), csl)
        csl, key = item.type or csl, key or item.key
        gathered.keep(EXTRA, "; ".join(item.rest.splitlines()))
    return Entry(reference=gathered.reference(csl), key=key, span=record.span, origins=gathered.origins)


def _groups(record: Record, csl: str) -> dict[str, list[Field]]:
    """Sort the fields by the variable they mean, the best first; those that mean none stand under their tag."""
    ranked = dict(FIELDS.ranked_attributes(csl))
    if {field.tag for field in record.fields} >= _RANGE:
        ranked |= {"SP": ("page", 0), "EP": ("page", 1)}
    if record.type in EDITED:
        ranked |= dict.fromkeys(FIELDS.fields_of(csl, "author"), ("editor", 0))
    ranked |= {ARTICLE_NUMBER: ("page", 2)}
    groups: dict[str, list[Field]] = {}
    for field in sorted(record.fields, key=lambda field: ranked.get(field.tag, ("", 0))[1]):
        name = ranked.get(field.tag, (field.tag,))[0]
        groups.setdefault(f"SN {name}" if field.tag == "SN" else name, []).append(field)
    _part_containers(groups, FIELDS.fields_of(csl, "container_title"))
    return groups


def _part_containers(groups: dict[str, list[Field]], full: tuple[str, ...]) -> None:
    """Take the best short title for the title where there is no other, and no title for its own short form."""
    short = groups.get("container_title_short", [])
    if "container_title" not in groups and (found := [field for tag in full for field in short if field.tag == tag]):
        groups["container_title"] = found[:1]
    titles = {field.text for field in groups.get("container_title", [])}
    groups["container_title_short"] = [field for field in short if field.text not in titles]


def _keep(gathered: Gathered, _: str, fields: list[Field]) -> None:
    for field in fields:
        gathered.keep(field.name, field.text)


def _text(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Take the best field, and keep the others where they say something else."""
    for field in fields:
        if not gathered.put(attribute, typed(attribute, field.text), field.span) and field.text != fields[0].text:
            gathered.keep(field.name, field.text)


def _joined(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    text = "; ".join(field.text for field in fields)
    spans = Span(fields[0].span.start, fields[-1].span.end)
    gathered.put(attribute, text, spans, via="own" if len(fields) == 1 else "derived")


def _names(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Read one name a field, or several that semicolons part; a name that two tags give counts once."""
    seen: dict[str, str] = {}
    names: list[Name] = []
    spans: list[Span] = []
    for field in sorted(fields, key=lambda field: field.span):
        whole = field.span.end - field.span.start == len(field.text)
        for piece in _PERSON.finditer(field.text):
            printed = piece[0].strip()
            name = inverted(printed)
            if name is not None and seen.setdefault(printed, field.tag) == field.tag:
                start = field.span.start + piece.start()
                names.append(name)
                spans.append(Span(start, start + len(printed)) if whole else field.span)
    gathered.add(attribute, names, spans)


def _pages(gathered: Gathered, _: str, fields: list[Field]) -> None:
    """Put first and last page, or a range that stands in one field, and the article number into their one slot."""
    by_tag: dict[str, Field] = {}
    for field in fields:
        if by_tag.setdefault(field.tag, field) is not field:
            gathered.keep(field.name, field.text)
    first, last, article = (by_tag.get(tag) for tag in ("SP", "EP", ARTICLE_NUMBER))
    printed = [field for field in (first, last) if field]
    if len(printed) > 1 and (Locator(pages=printed[0].text).range or printed[0].text == printed[1].text):
        printed.pop()
    elif len(printed) > 1 and (Locator(pages=printed[1].text).range or ("",))[0] == printed[0].text:
        printed.pop(0)
    locator = Locator(pages="-".join(field.text for field in printed) or None, article=article.text if article else None)
    spans = sorted(field.span for field in printed or fields)
    gathered.put("page", locator, Span(spans[0].start, spans[-1].end), via="own" if len(spans) == 1 else "derived")


def _serial(gathered: Gathered, group: str, fields: list[Field]) -> None:
    """Tell ISBN and ISSN by their form; what has the form of neither is what the type of the work says."""
    attribute = group.removeprefix("SN ")
    is_number = attribute not in {"isbn", "issn"}
    read: dict[str, list[tuple[str, Span]]] = {}
    for field in fields:
        kinds = [(_kind(number, None if is_number else attribute), number) for number in parse_numbers(field.text)]
        if not kinds or any(kind is None for kind, _ in kinds):
            (_text if kinds else _keep)(gathered, attribute, [field])
            continue
        for kind, number in kinds:
            read.setdefault(str(kind), []).append((number, field.span))
    for kind, found in read.items():
        gathered.add(kind, *zip(*found, strict=True))


def _kind(number: str, otherwise: str | None) -> str | None:
    if parse_isbn(number):
        return "isbn"
    return "issn" if _SERIAL.fullmatch(number) or (otherwise and _BARE_SERIAL.fullmatch(number)) else otherwise


def _issued(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Take the year of publication, with the month and day of a date field that gives the same year or none."""
    read = [(parse_field(field.text), field) for field in fields]
    dated = [(date, field) for date, field in read if date.year is not None]
    if not dated:
        _date(gathered, attribute, fields)
        return
    year = dated[0][0].year
    best, source = max((pair for pair in dated if pair[0].year == year), key=lambda pair: (len(pair[0].parts), pair[0].season or 0))
    for date, field in read:
        within = parse_date(f"{field.text} {year}") if date.year is None and best.parts == (year,) else None
        if within is not None and (within.month or within.season):
            best = within
        elif date.year != year:
            gathered.keep(field.name, field.text)
    gathered.put(attribute, best, source.span, via="own" if len(dated) == 1 and best is dated[0][0] else "derived")
    if letter := _LETTER.fullmatch(source.text):
        gathered.put("year_suffix", letter[1], Span(source.span.end - 1, source.span.end))


def _date(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    gathered.put(attribute, parse_field(fields[0].text), fields[0].span)
    _keep(gathered, attribute, fields[1:])


def parse_field(text: str) -> Date:
    """Read "YYYY/MM/DD/other", of which all but the year may be empty, or a date as lists print it; else keep the text."""
    found = _DATE.fullmatch(text)
    if found is None:
        return parse_free(text)
    year, month, day = (int(part or 0) for part in found.groups()[:3])
    other = parse_date(f"{found[4]} {year}") if found[4] and not month else None
    if other is not None and other.year == year:
        return other
    known = 1 <= month <= _MONTHS
    return Date(year=year, month=month if known else None, day=day if known and 1 <= day <= _DAYS else None)


def _address(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    _text(gathered, attribute, [field._replace(text="".join(field.text.split())) for field in fields])


def _genre(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Read the kind of the work; some publishers write the DOI there."""
    _text(gathered, attribute, [field for field in fields if not _DOI_ALONE.fullmatch(field.text)])


def _pmcid(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    for field in fields:
        if not (parse_pmcid(field.text) and gathered.put(attribute, parse_pmcid(field.text), field.span)):
            gathered.keep(field.name, field.text)


def _identifiers_elsewhere(gathered: Gathered, record: Record) -> None:
    """Take identifiers from addresses and notes that are nothing else, where no field of their own gives them."""
    for field in record.fields:
        if (field.tag == "UR" and _RESOLVER.match(field.text)) or (field.tag in _NOTES and _DOI_ALONE.fullmatch(field.text)):
            gathered.put("doi", parse_doi(field.text), field.span, via="derived")
        elif field.tag in _NOTES and _PMID_ALONE.fullmatch(field.text):
            gathered.put("pmid", parse_pmid(field.text), field.span, via="derived")


def _pubmed(gathered: Gathered, record: Record) -> None:
    """Take the accession number in PubMed for what it is."""
    sources = {field.text.lower() for field in record.fields if field.tag in {"DB", "DP"}}
    for field in record.fields:
        if field.tag == "AN" and sources & _PUBMED:
            gathered.put("pmid", parse_pmid(field.text), field.span, via="derived")


_Reader = Callable[[Gathered, str, list[Field]], None]
_OF_KIND: Mapping[str, _Reader] = MappingProxyType(
    {"names": _names, "date": _date, "locator": _pages} | dict.fromkeys(("text", "number", "identifier", "identifiers"), _text)
)
"""Kind of variable -> who reads it."""
_OF_GROUP: Mapping[str, _Reader] = MappingProxyType(
    {"issued": _issued, "url": _address, "genre": _genre, "pmcid": _pmcid, "keyword": _joined, "annote": _joined}
    | {f"SN {attribute}": _serial for attribute in ("isbn", "issn", "number")}
)
"""Attribute, or what SN may be, -> who reads it in another way than its kind."""

"""What an entry says, in CSL variables, and where each value stands.

Source: biblatex manual 2.2; CSL 1.0.2, appendix IV.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.model.references import Origin, Reference
from refcheck.model.variables import VARIABLES
from refcheck.syntax import bibtex_annotation as annotation
from refcheck.syntax.bibtex import Entry, Value
from refcheck.syntax.bibtex_dates import parse_edtf, parse_fields
from refcheck.syntax.bibtex_fields import VERBATIM, arxiv_in, arxiv_of, ranked_attributes, type_of
from refcheck.syntax.bibtex_inheritance import CONTROL
from refcheck.syntax.bibtex_names import names_of
from refcheck.syntax.bibtex_places import Places
from refcheck.syntax.numbers import parse_numbers
from refcheck.text.identifiers import parse_doi, parse_pmcid, parse_pmid
from refcheck.text.latex import to_text

_DATES = {"date": "issued", "urldate": "accessed", "origdate": "original_date", "eventdate": "event_date"}
_SUBTITLES = {"title": "subtitle", "booktitle": "booksubtitle", "journaltitle": "journalsubtitle", "maintitle": "mainsubtitle"}
"""Title -> its second part."""
_ROLES = ("editor", "editora", "editorb", "editorc", "namea", "nameb", "namec")
_NAMES = frozenset({"author", "editor", "translator", "bookauthor"})
_LISTS = frozenset({*_NAMES, *_ROLES})
TAKEN = frozenset(
    {
        *_DATES,
        *_SUBTITLES.values(),
        "year",
        "month",
        "day",
        "doi",
        "url",
        "eprint",
        "eprinttype",
        "archiveprefix",
        "pmid",
        "pmcid",
        "isbn",
        "issn",
    }
    | {"pages", "eid", "articleno", "article-number", "annotation", "annote"}
    | {f"{role}type" for role in _ROLES}
    | _LISTS
)
PUBLICATION_STATES: Mapping[str, str] = MappingProxyType(
    {
        "inpreparation": "in preparation",
        "submitted": "submitted",
        "forthcoming": "forthcoming",
        "inpress": "in press",
        "prepublished": "advance online publication",
    }
)
"""`pubstate` of biblatex -> what is printed for it."""
GENRES: Mapping[str, str] = MappingProxyType(
    {
        "phdthesis": "PhD thesis",
        "mathesis": "Master's thesis",
        "mastersthesis": "Master's thesis",
        "bathesis": "Bachelor's thesis",
        "candthesis": "Candidate thesis",
        "techreport": "Technical report",
        "resreport": "Research report",
        "datacd": "Data CD",
        "audiocd": "Audio CD",
    }
)
"""Key for `type` in biblatex, or entry type that implies it -> what is printed for it."""
_ADDRESS = re.compile(r"\\url\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}|(https?://[^\s{}\\]+)")
_ESCAPED = re.compile(r"\\?\{\\?([_%&#~$])\\?\}|\\([_%&#~$])")
_RESOLVER = re.compile(r"^\s*(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)

Found = tuple[dict[str, Any], dict[str, Value], dict[str, str]]
"""Values by attribute, the field each was read from, and what has no attribute."""


def reference_of(entry: Entry) -> tuple[Reference, Mapping[str, Origin]]:
    """Read an entry whose inheritance is resolved: the work, and where each of its values stands."""
    texts = {name: value.text for name, value in entry.fields.items()}
    csl = type_of(entry.type, texts)
    found: dict[str, Any] = {}
    places: dict[str, Value] = {}
    extra: dict[str, str] = {}
    into = (found, places, extra)
    _texts(entry, csl, into)
    _names(entry, into)
    _dates(entry, into)
    _identifiers(entry, texts, into)
    _locator(entry, into)
    _annotation(entry, into)
    if "genre" not in found and entry.type in GENRES:
        found["genre"] = GENRES[entry.type]
    elif found.get("genre", "").lower() == csl:
        del found["genre"], places["genre"]
    return Reference(type=csl, extra=MappingProxyType(extra), **found), Places(places)


def _derived(value: Value) -> Value:
    return value._replace(via="derived", parent=None)


def _texts(entry: Entry, csl: str, into: Found) -> None:
    """Read the fields that hold text; what has no variable, or whose variable stands elsewhere, goes into `extra`."""
    found, places, extra = into
    meant = ranked_attributes(csl)
    chosen: dict[str, tuple[int, str]] = {}
    for name, value in entry.fields.items():
        if name in TAKEN or name in CONTROL or (name == "howpublished" and _ADDRESS.search(value.text)):
            continue
        if name not in meant:
            raw = name in VERBATIM or name.startswith("bdsk-")
            extra[name] = " ".join(value.text.split()) if raw else to_text(value.text)
            continue
        attribute, rank = meant[name]
        text = to_text(value.text)
        if not text:
            continue
        if attribute in chosen:
            earlier_rank, earlier = chosen[attribute]
            if earlier_rank <= rank:
                extra[name] = text
                continue
            extra[earlier] = found[attribute]
        chosen[attribute] = rank, name
        subtitle = entry.fields.get(_SUBTITLES[name]) if name in _SUBTITLES else None
        found[attribute] = text if subtitle is None else _subtitled(text, to_text(subtitle.text))
        places[attribute] = value if subtitle is None else _derived(value)
    for attribute, known in (("status", PUBLICATION_STATES), ("genre", GENRES)):
        if attribute in found:
            found[attribute] = known.get(found[attribute], found[attribute])


def _subtitled(title: str, subtitle: str) -> str:
    """Put a title and its subtitle together."""
    return f"{title}{' ' if title[-1] in '.:?!–—' else ': '}{subtitle}" if subtitle else title


def _names(entry: Entry, into: Found) -> None:
    found, places, extra = into
    for field, value in entry.fields.items():
        if field not in _LISTS:
            continue
        role = entry.fields.get(f"{field}type")
        attribute = "container_author" if field == "bookauthor" else field
        if role is not None:
            named = to_text(role.text).lower().replace("-", "_").replace(" ", "_")
            known = VARIABLES.get(named)
            attribute = named if known and known.kind == "names" else "editor" if field.startswith("editor") else ""
        names = names_of(value.text)
        if not names:
            continue
        if not attribute or attribute not in VARIABLES or attribute in found:
            extra[field] = to_text(value.text)
            if role is not None:
                extra[f"{field}type"] = role.text
            continue
        found[attribute] = names
        places[attribute] = value


def _dates(entry: Entry, into: Found) -> None:
    found, places, extra = into
    for field, attribute in _DATES.items():
        value = entry.fields.get(field)
        if value is not None and value.text.strip():
            text = to_text(value.text) if "\\" in value.text else value.text.strip(" {}")
            found[attribute], places[attribute] = parse_edtf(text), value
    year, month, day = (entry.fields.get(name) for name in ("year", "month", "day"))
    date, suffix = parse_fields(*(None if value is None else to_text(value.text) for value in (year, month, day)))
    known: Date | None = found.get("issued")
    if date is not None and (known is None or (known.year is None and date.year is not None)):
        if known is not None:
            extra["date"] = known.literal or ""
        source = next(field for field in (year, month) if field is not None and field.text.strip())
        found["issued"], places["issued"] = date, source
        if suffix:
            found["year_suffix"] = suffix
    if month is not None and month.text.strip() and date is not None and date.year is not None and not (date.month or date.season):
        extra["month"] = to_text(month.text)


def _identifiers(entry: Entry, texts: Mapping[str, str], into: Found) -> None:
    found, places, _ = into
    fields = entry.fields
    _address(fields, into)
    if (value := fields.get("doi")) is not None and value.text.strip():
        found["doi"], places["doi"] = parse_doi(value.text) or to_text(value.text), value
    elif "url" in found and _RESOLVER.match(found["url"]) and (doi := parse_doi(found["url"])):
        found["doi"], places["doi"] = doi, _derived(fields["url"] if "url" in fields else fields["howpublished"])
    for name in ("isbn", "issn"):
        if (value := fields.get(name)) is not None and (numbers := parse_numbers(to_text(value.text))):
            found[name], places[name] = numbers, value
    for name, parse in (("pmid", parse_pmid), ("pmcid", parse_pmcid)):
        if (value := fields.get(name)) is not None and value.text.strip():
            found[name], places[name] = parse(value.text) or to_text(value.text), value
    _eprint(fields, texts, into)
    for name in ("journal", "journaltitle", "note", "howpublished"):
        if "arxiv" not in found and name in fields and (arxiv := arxiv_in(texts[name])):
            found["arxiv"], places["arxiv"] = arxiv, _derived(fields[name])


def _address(fields: Mapping[str, Value], into: Found) -> None:
    """Read `url`, and `howpublished` where that is an address or something else."""
    found, places, extra = into
    printed = fields.get("howpublished")
    value = fields.get("url")
    if value is not None and value.text.strip():
        address = _ADDRESS.search(value.text)
        bare = next(filter(None, address.groups()), "") if address and address[0].startswith("\\") else "".join(value.text.split())
        found["url"], places["url"] = _unescaped(bare), value
    elif printed is not None and (address := _ADDRESS.search(printed.text)):
        bare = next(filter(None, address.groups()), "")
        at = printed.start + address.start() + address[0].find(bare)
        own = Value(bare, at, at + len(bare), printed.via, printed.parent) if printed.raw is None else printed
        found["url"], places["url"] = _unescaped(bare), own
    if printed is not None and printed.text != (value.text if value else printed.text) and _ADDRESS.search(printed.text):
        extra["howpublished"] = to_text(printed.text)


def _unescaped(address: str) -> str:
    r"""Undo the escapes that programs write into addresses though LaTeX does not read them there: `\_`, `{\_}`."""
    return _ESCAPED.sub(lambda found: found[1] or found[2], address)


def _eprint(fields: Mapping[str, Value], texts: Mapping[str, str], into: Found) -> None:
    found, places, extra = into
    value = fields.get("eprint")
    if value is None or not value.text.strip():
        return
    kind = (texts.get("eprinttype") or texts.get("archiveprefix") or "").strip()
    readers = {"pubmed": ("pmid", parse_pmid), "pmid": ("pmid", parse_pmid), "pmc": ("pmcid", parse_pmcid), "pmcid": ("pmcid", parse_pmcid)}
    attribute, parse = readers.get(kind.lower(), ("arxiv", lambda _: arxiv_of(texts)))
    number = parse(value.text)
    if number is not None and attribute not in found:
        found[attribute], places[attribute] = number, value
        return
    extra["eprint"] = " ".join(value.text.split())
    if kind:
        extra["eprinttype"] = kind


def _locator(entry: Entry, into: Found) -> None:
    found, places, _ = into
    printed: dict[str, str] = {}
    article_field = next((name for name in ("eid", "articleno", "article-number") if name in entry.fields), "eid")
    for part, name in (("pages", "pages"), ("article", article_field)):
        value = entry.fields.get(name)
        if value is not None and (text := to_text(value.text)):
            printed[part] = text
            places.setdefault("page", value)
    if printed:
        found["page"] = Locator(**printed)


def _annotation(entry: Entry, into: Found) -> None:
    found, places, extra = into
    value = next((entry.fields[name] for name in ("annotation", "annote") if name in entry.fields), None)
    if value is None:
        return
    values, others, rest = annotation.read(value.text, frozenset(found) - {"isbn", "issn"})
    article = others.pop("eid", None)
    extra.update(others)
    for attribute, read in values.items():
        found[attribute] = (*found.get(attribute, ()), *read) if isinstance(read, tuple) else read
        places.setdefault(attribute, _derived(value))
    if article is not None:
        found["page"] = replace(found.get("page", Locator()), article=article)
        places.setdefault("page", _derived(value))
    if rest:
        found["annote"], places["annote"] = rest, value

"""Turn a Crossref work into a record. Pure, and never raises on an odd record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from sys import intern
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.records import Provenance, RegistryRecord, Relation, Update
from refcheck.model.references import Reference
from refcheck.model.types import CROSSREF_TYPES
from refcheck.registries.crossref_dates import date_to_cite, read_date, read_dates
from refcheck.registries.crossref_kept import kept
from refcheck.registries.crossref_titles import containers, first_text, full_title, short_title
from refcheck.registries.json_values import shown

_ROLES = ("author", "editor", "translator", "chair")
_EXTRA = ("type", "subtype", "group-title", "container-title", "years")
_ID_URL = re.compile(r"^https?://id\.crossref\.org/(?:isbn|issn)/", re.IGNORECASE)


def read_record(
    message: Mapping[str, Any],
    *,
    retrieved: str | None,
    provenance: Provenance = "registry",
    inferred: frozenset[str] = frozenset(),
) -> RegistryRecord:
    """Read a work of the REST API, in the form of today or an older one.

    Args:
        message: the work: `message` of a single answer, an item of a list.
        retrieved: day the answer was had, ISO 8601.
        provenance: whether the registry gave it or a person wrote it down.
        inferred: names in `dates`, keys of the work, and finer ones ("published-online.month") that no page says. The
            attributes read from such keys are named beside them.

    Source: Crossref REST API format; zotero/translators and crossref-commons for what records look like in the wild.
    """
    doi = _identifier(message.get("DOI")) or ""
    dates = read_dates(message)
    issued_from = date_to_cite(message, dates)
    values, pointers = _variables(message)
    if issued_from is not None:
        pointers["issued"] = intern(f"/{issued_from.replace('.', '/')}")
    reference = Reference(doi=Doi.parse(doi) or doi or None, issued=dates.get(issued_from or ""), **values)
    return RegistryRecord(
        registry="crossref",
        identifier=doi.lower(),
        reference=reference,
        dates=MappingProxyType(dates),
        issued_from=issued_from,
        updated_by=_updates(message.get("updated-by")),
        update_to=_updates(message.get("update-to")),
        relations=_relations(message.get("relation")),
        pointers=MappingProxyType(pointers),
        retrieved=retrieved,
        provenance=provenance,
        inferred=inferred | {name for name, place in pointers.items() if name != "issued" and _key(place) in inferred},
        answer=MappingProxyType(kept(message)),
    )


def _key(pointer: str) -> str:
    """Spell a JSON pointer as a key of the work with "." for depth; places in lists are left out."""
    return ".".join(part for part in pointer.split("/") if part and not part.isdigit())


def _variables(message: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Read the values of all variables but the date; give where each stands beside them."""
    values: dict[str, Any] = {"type": CROSSREF_TYPES.get(str(message.get("type")), "document")}
    pointers = {"type": "/type", "doi": "/DOI"}

    def put(attribute: str, value: Any, pointer: str) -> None:
        if value:
            values[attribute] = value
            pointers[attribute] = intern(pointer)

    for role in _ROLES:
        put(role, _names(message.get(role)), f"/{role}")
    put("title", *full_title(message))
    put("title_short", *short_title(message))
    put("original_title", *first_text(message, "original-title"))
    for attribute, value, pointer in containers(message):
        put(attribute, value, pointer)
    put("page", *_locator(message))
    issue = message.get("journal-issue")
    if isinstance(issue, Mapping):
        put("issue", _text(issue.get("issue")), "/journal-issue/issue")
    for attribute, key in _PLAIN.items():
        put(attribute, _text(message.get(key)), f"/{key}")
    for attribute, value, pointer in _institutional(message):
        put(attribute, value, pointer)
    put("isbn", _codes(message.get("ISBN")), "/ISBN")
    put("issn", _codes(message.get("ISSN")), "/ISSN")
    values["extra"] = MappingProxyType({key: message[key] for key in _EXTRA if message.get(key)})
    return values, pointers


_PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "volume": "volume",
        "issue": "issue",
        "publisher": "publisher",
        "publisher_place": "publisher-location",
        "edition": "edition-number",
        "language": "language",
    }
)


def _institutional(message: Mapping[str, Any]) -> list[tuple[str, Any, str]]:
    """List what theses, preprints, standards and papers have of institutions and events: attribute, value, pointer."""
    rows: list[tuple[str, Any, str]] = []
    kind, institution = str(message.get("type")), message.get("institution")
    first, place = (next(iter(institution), None), "/institution/0") if isinstance(institution, list) else (institution, "/institution")
    if isinstance(first, Mapping) and kind in {"dissertation", "posted-content", "report"}:
        rows.append(("publisher", _text(first.get("name")), f"{place}/name"))
    if kind == "posted-content":
        rows.append(("genre", _text(message.get("subtype")), "/subtype"))
    rows.append(("genre", *first_text(message, "degree")))
    body, version, event = message.get("standards-body"), message.get("version"), message.get("event")
    if isinstance(body, Mapping):
        rows.append(("authority", _text(body.get("name")), "/standards-body/name"))
    if isinstance(version, Mapping):
        rows.append(("version", _text(version.get("version")), "/version/version"))
    if isinstance(event, Mapping):
        rows.append(("event_title", _text(event.get("name")), "/event/name"))
        rows.append(("event_place", _text(event.get("location")), "/event/location"))
        rows.append(("event_date", _event_date(event), "/event/start"))
    return rows


def _event_date(event: Mapping[str, Any]) -> Date | None:
    start, end = read_date(event.get("start")), read_date(event.get("end"))
    if start is None or end is None or end == start:
        return start
    return Date(year=start.year, month=start.month, day=start.day, season=start.season, end=end)


_NOTHING = frozenset({"", "null", "undefined"})
"""What a depositor's program sent where it had no value ("null" as volume)."""


def _text(value: Any) -> str | None:
    """Give text and numbers as plain text; None for all else and for what stands for nothing."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    text = shown(value)
    return text if text not in _NOTHING else None


def _identifier(value: Any) -> str | None:
    """Give an identifier as it is written: "<l::aid-x>" is part of a DOI, no markup."""
    return value.strip() or None if isinstance(value, str) else None


def _names(value: Any) -> tuple[Name, ...]:
    """Read contributors in their order; those without any name are left out."""
    people = [person for person in value if isinstance(person, Mapping)] if isinstance(value, list) else []
    return tuple(name for person in people if (name := _name(person)) is not None)


def _name(person: Mapping[str, Any]) -> Name | None:
    literal, family, given = (_text(person.get(key)) for key in ("name", "family", "given"))
    if family is None and given is None:
        return None if literal is None else Name(literal=literal)
    if family is None:
        return Name(literal=given)
    return Name(family=family, given=given, suffix=_text(person.get("suffix")), honorific=_text(person.get("prefix")))


def _locator(message: Mapping[str, Any]) -> tuple[Locator | None, str]:
    pages, article = _text(message.get("page")), _text(message.get("article-number"))
    if pages == article:
        pages = None
    locator = Locator(pages=pages, article=article) if pages or article else None
    return locator, "/page" if pages else "/article-number"


def _codes(value: Any) -> tuple[str, ...]:
    """List ISBNs or ISSNs bare, each once."""
    texts = [_text(code) for code in value] if isinstance(value, list) else []
    return tuple(dict.fromkeys(_ID_URL.sub("", text) for text in texts if text))


def _updates(value: Any) -> tuple[Update, ...]:
    """Read notices in their order, each once for everyone who lists it; of two copies the one with a record id is kept."""
    listed: dict[tuple[str, str, str | None], Update] = {}
    for notice in value if isinstance(value, list) else []:
        doi = _identifier(notice.get("DOI")) if isinstance(notice, Mapping) else None
        if doi is None:
            continue
        update = Update(
            type=_text(notice.get("type")) or _text(notice.get("label")) or "update",
            doi=doi.lower(),
            source=_text(notice.get("source")),
            date=read_date(notice.get("updated")),
            record_id=_text(notice.get("record-id")),
        )
        key = (update.doi, update.type, update.source)
        known = listed.get(key)
        if known is None or (known.record_id is None and update.record_id is not None):
            listed[key] = update
    return tuple(listed.values())


def _relations(value: Any) -> tuple[Relation, ...]:
    """Read ties to other works, sorted by name as the API gives them in no order."""
    found: list[Relation] = []
    for name, ties in sorted(value.items()) if isinstance(value, Mapping) else []:
        for tie in ties if isinstance(ties, list) else [ties]:
            identifier = _identifier(tie.get("id")) if isinstance(tie, Mapping) else None
            if identifier is not None:
                found.append(Relation(name=name, kind=_text(tie.get("id-type")) or "other", identifier=identifier))
    return tuple(dict.fromkeys(found))

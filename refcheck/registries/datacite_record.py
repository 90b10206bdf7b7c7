"""Turn a DataCite DOI into a record. Pure, and never raises on an odd record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.names import Name
from refcheck.model.records import Provenance, RegistryRecord, Relation, Update
from refcheck.model.references import Reference
from refcheck.registries.datacite_places import places
from refcheck.registries.datacite_types import work_type
from refcheck.registries.display_names import display_name
from refcheck.registries.json_values import Values, codes, inside, iso_date, only, rows, text, year_of
from refcheck.text.folding import squeeze
from refcheck.text.identifiers import parse_arxiv, parse_doi, parse_isbn

_PERSON = ("name", "nameType", "givenName", "familyName")
_TIES = ("relationType", "relatedIdentifier", "relatedIdentifierType", "resourceTypeGeneral")
_ITEM = ("relationType", "titles", "volume", "issue", "number", "numberType", "firstPage", "lastPage")
_KEPT: Mapping[str, tuple[str, ...] | None] = MappingProxyType(
    {
        "doi": None,
        "identifiers": ("identifier", "identifierType"),
        "alternateIdentifiers": ("alternateIdentifier", "alternateIdentifierType"),
        "creators": _PERSON,
        "contributors": (*_PERSON, "contributorType"),
        "titles": ("title", "titleType", "lang"),
        "publisher": ("name",),
        "container": ("type", "title", "identifier", "identifierType", "volume", "issue", "firstPage", "lastPage"),
        "publicationYear": None,
        "dates": ("date", "dateType"),
        "language": None,
        "types": ("resourceTypeGeneral", "resourceType", "bibtex", "citeproc", "ris"),
        "relatedIdentifiers": _TIES,
        "relatedItems": _ITEM,
        "version": None,
    }
)
"""Key of a DOI's attributes that is kept -> the keys that are kept of its objects."""
_ROLES: Mapping[str, str] = MappingProxyType({"editor": "editor", "translator": "translator"})
_DROPPED = frozenset({"references", "isreferencedby", "cites", "iscitedby", "haspart", "haspublished"})
"""Ties that say nothing of what the work is; a record may hold thousands."""
_ARXIV = "10.48550/arxiv."
_TO_CITE = ("publicationYear", "Issued", "Available", "Submitted", "Created")


def kept(message: Mapping[str, Any]) -> dict[str, Any]:
    """Cut the attributes of a DOI to what the reader reads; of people nothing but their names."""
    cut: dict[str, Any] = {}
    for key, names in _KEPT.items():
        value = message.get(key)
        if names is not None and isinstance(value, Mapping):
            value = only(value, names)
        elif names is not None and isinstance(value, list):
            value = [only(row, names) for _, row in rows(value)]
        cut[key] = value
    if isinstance(cut["relatedIdentifiers"], list):
        cut["relatedIdentifiers"] = [tie for tie in cut["relatedIdentifiers"] if not _is_dropped(tie)]
    return only(cut, _KEPT)


def _is_dropped(tie: Mapping[str, Any]) -> bool:
    return str(tie.get("relationType")).lower() in _DROPPED


def read_record(
    message: Mapping[str, Any],
    *,
    retrieved: str | None,
    provenance: Provenance = "registry",
    inferred: frozenset[str] = frozenset(),
) -> RegistryRecord:
    """Read the attributes of a DOI.

    Args:
        message: `attributes` of a DOI, whole or as `kept` cuts them.
        retrieved: day the answer was had, ISO 8601.
        provenance: whether the registry gave it or a person wrote it down.
        inferred: names of dates and attributes that no page says.

    Source: DataCite REST API; DataCite Metadata Schema 4.6.
    """
    message = kept(message)
    doi = message["doi"].strip() if isinstance(message.get("doi"), str) else ""
    values, dates = _values(message, doi), _dates(message)
    issued_from = next((name for name in _TO_CITE if name in dates), None)
    values.put("issued", dates.get(issued_from or ""), "/publicationYear" if issued_from == "publicationYear" else "/dates")
    return RegistryRecord(
        registry="datacite",
        identifier=doi.lower(),
        reference=Reference(**values.found),
        dates=MappingProxyType(dates),
        issued_from=issued_from,
        updated_by=_withdrawal(dates.get("Withdrawn"), doi),
        relations=_relations(message),
        pointers=MappingProxyType(values.pointers),
        retrieved=retrieved,
        provenance=provenance,
        inferred=inferred,
        answer=MappingProxyType(message),
    )


def _values(message: Mapping[str, Any], doi: str) -> Values:
    """Read the values of all variables but the date."""
    values, types = Values(), inside(message.get("types"))
    kind = work_type(types, inside(message.get("container")))
    values.found["type"] = kind
    values.put("doi", Doi.parse(doi) or doi, "/doi")
    values.put("author", _names(message.get("creators")), "/creators")
    for role, attribute in _ROLES.items():
        people = [row for _, row in rows(message.get("contributors")) if str(row.get("contributorType")).lower() == role]
        values.put(attribute, _names(people), "/contributors")
    _put_titles(values, message)
    publisher = message.get("publisher")
    values.put("publisher", text(publisher), "/publisher")
    values.put("publisher", text(inside(publisher).get("name")), "/publisher/name")
    for attribute, value, pointer in places(message, kind):
        values.put(attribute, value, pointer)
    for key in ("version", "language"):
        values.put(key, text(message.get(key)), f"/{key}")
    own = text(types.get("resourceType"))
    if kind in {"thesis", "report"} and squeeze(own or "") not in {"thesis", "report", "text", "dissertation"}:
        values.put("genre", own, "/types/resourceType")
    values.put("genre", "preprint" if kind == "article" else None, "/types")
    _put_identifiers(values, message, doi)
    values.found["extra"] = MappingProxyType({**only(types, ("resourceTypeGeneral", "resourceType")), **values.found["extra"]})
    return values


def _put_titles(values: Values, message: Mapping[str, Any]) -> None:
    """Take the title with its subtitle; a translation or another name of the work is kept apart, in `extra`."""
    listed = [(place, text(row.get("title")), str(row.get("titleType") or "").lower()) for place, row in rows(message.get("titles"))]
    main = next(((place, title) for place, title, kind in listed if title and not kind), None)
    place, title = main or next(((place, title) for place, title, kind in listed if title and kind != "subtitle"), (0, None))
    subtitle = next((title for _, title, kind in listed if title and kind == "subtitle"), None)
    if title and subtitle and not squeeze(title).endswith(squeeze(subtitle)):
        title = f"{title} {subtitle}" if title[-1] in "?!" else f"{title.rstrip(' :.;,–—-')}: {subtitle}"
    values.put("title", title, f"/titles/{place}/title")
    others = tuple(other for at, other, kind in listed if other and at != place and kind != "subtitle")
    values.found["extra"] = MappingProxyType({"titles": others} if others else {})


def _put_identifiers(values: Values, message: Mapping[str, Any], doi: str) -> None:
    given = [
        (str(row.get(f"{key}Type")).lower(), row.get(key), f"/{name}/{place}/{key}")
        for name, key in (("identifiers", "identifier"), ("alternateIdentifiers", "alternateIdentifier"))
        for place, row in rows(message.get(name))
    ]
    if doi.lower().startswith(_ARXIV):
        values.put("arxiv", parse_arxiv(doi[len(_ARXIV) :]), "/doi")
    for kind, value, pointer in given:
        if kind == "arxiv":
            values.put("arxiv", parse_arxiv(text(value) or ""), pointer)
        elif kind == "isbn" and values.found["type"] != "chapter":
            number = parse_isbn(text(value) or "")
            values.put("isbn", codes(number), pointer)


def _names(people: Any) -> tuple[Name, ...]:
    """Read creators in their order; those without a name are left out."""
    return tuple(name for _, person in rows(people) if (name := _name(person)) is not None)


def _name(person: Mapping[str, Any]) -> Name | None:
    whole, family, given = (text(person.get(key)) for key in ("name", "familyName", "givenName"))
    organisation = str(person.get("nameType")).lower() == "organizational"
    if family and not organisation:
        return Name(family=family, given=given)
    if whole is None:
        return Name(literal=family or given) if family or given else None
    if organisation:
        return Name(literal=whole)
    return display_name(whole)


def _dates(message: Mapping[str, Any]) -> dict[str, Date]:
    """Read all dates under their names; of several of one kind the first, of changes the last."""
    year = year_of(message.get("publicationYear"))
    dates = {} if year is None else {"publicationYear": Date(year=year)}
    for _, row in rows(message.get("dates")):
        name, date = text(row.get("dateType")), iso_date(row.get("date"))
        if name is None or name == "publicationYear" or date is None:
            continue
        known = dates.get(name)
        if known is None or (date.parts > known.parts if name == "Updated" else date.parts < known.parts):
            dates[name] = date
    return dates


def _withdrawal(date: Date | None, doi: str) -> tuple[Update, ...]:
    return (Update(type="withdrawal", doi=doi.lower(), source="datacite", date=date),) if date is not None else ()


def _relations(message: Mapping[str, Any]) -> tuple[Relation, ...]:
    """Read ties to other works in their order, DOIs bare and in lower case."""
    found: list[Relation] = []
    for _, tie in rows(message.get("relatedIdentifiers")):
        name, kind, identifier = (text(tie.get(key)) for key in ("relationType", "relatedIdentifierType", "relatedIdentifier"))
        if name is None or identifier is None:
            continue
        doi = parse_doi(identifier) if kind == "DOI" else None
        found.append(Relation(name=name, kind=(kind or "other").lower(), identifier=doi.folded if doi else identifier))
    return tuple(dict.fromkeys(found))

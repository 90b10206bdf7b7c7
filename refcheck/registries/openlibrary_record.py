"""Turn a book of Open Library into a record. Pure, and never raises on an odd record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.names import Name
from refcheck.model.records import Provenance, RegistryRecord
from refcheck.model.references import Reference
from refcheck.registries.display_names import display_name
from refcheck.registries.json_values import Values, codes, inside, only, rows, text, year_of
from refcheck.text.folding import squeeze
from refcheck.text.identifiers import parse_isbn

_KEPT: Mapping[str, tuple[str, ...] | None] = MappingProxyType(
    {
        "isbn": None,
        "title": None,
        "subtitle": None,
        "authors": ("name",),
        "publishers": ("name",),
        "publish_places": ("name",),
        "publish_date": None,
        "number_of_pages": None,
        "identifiers": ("isbn_10", "isbn_13"),
    }
)
"""Key of a book that is kept -> the keys that are kept of its objects."""
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_ROLE = re.compile(r"\s*\((?:editor|ed|eds|author|translator|illustrator)s?\.?\)$|,\s*\d{4}-(?:\d{4})?\.?$", re.IGNORECASE)
"""What catalogues write behind a name: the role, the years of a life."""
_UNKNOWN = frozenset({"sn", "sl", "unknown", "publishernotidentified", "placeofpublicationnotidentified", "various"})
"""What catalogues write for an unknown publisher or place, without its signs."""


def kept(message: Mapping[str, Any]) -> dict[str, Any]:
    """Cut a book to what the reader reads."""
    cut: dict[str, Any] = {}
    for key, names in _KEPT.items():
        value = message.get(key)
        if names is not None:
            value = only(value, names) if isinstance(value, Mapping) else [only(row, names) for _, row in rows(value)]
        cut[key] = value
    return only(cut, _KEPT)


def read_record(
    message: Mapping[str, Any],
    *,
    retrieved: str | None,
    provenance: Provenance = "registry",
    inferred: frozenset[str] = frozenset(),
) -> RegistryRecord:
    """Read a book of the books API, with `isbn` as it was asked for.

    Its data come from many hands: of the date only the year counts, and where it holds two there is none.

    Args:
        message: the book.
        retrieved: day the answer was had, ISO 8601.
        provenance: whether the registry gave it or a person wrote it down.
        inferred: names of dates and attributes that no page says.

    Source: Open Library, "Books API" (`jscmd=data`).
    """
    message = kept(message)
    values, date = _values(message), _date(text(message.get("publish_date")) or "")
    values.put("issued", date, "/publish_date")
    return RegistryRecord(
        registry="openlibrary",
        identifier=text(message.get("isbn")) or "",
        reference=Reference(**values.found),
        dates=MappingProxyType({"publish_date": date} if date else {}),
        issued_from="publish_date" if date else None,
        pointers=MappingProxyType(values.pointers),
        retrieved=retrieved,
        provenance=provenance,
        inferred=inferred,
        answer=MappingProxyType(message),
    )


def _values(message: Mapping[str, Any]) -> Values:
    values = Values()
    values.found["type"] = "book"
    title, subtitle = text(message.get("title")), text(message.get("subtitle"))
    if title and subtitle and not squeeze(title).endswith(squeeze(subtitle)):
        title = f"{title} {subtitle}" if title[-1] in "?!" else f"{title.rstrip(' :.;,–—-')}: {subtitle}"
    values.put("title", title, "/title")
    values.put("author", _authors(message.get("authors")), "/authors")
    for attribute, key in (("publisher", "publishers"), ("publisher_place", "publish_places")):
        for place, row in rows(message.get(key)):
            values.put(attribute, _known(row), f"/{key}/{place}/name")
    values.put("number_of_pages", text(message.get("number_of_pages")), "/number_of_pages")
    values.put("isbn", codes(parse_isbn(text(message.get("isbn")) or "")), "/isbn")
    identifiers = inside(message.get("identifiers"))
    for key in ("isbn_13", "isbn_10"):
        listed = identifiers.get(key)
        bare = [parse_isbn(text(number) or "") for number in listed] if isinstance(listed, list) else []
        values.put("isbn", codes(*bare), f"/identifiers/{key}")
    return values


def _authors(value: Any) -> tuple[Name, ...]:
    names = (_ROLE.sub("", name) for _, row in rows(value) if (name := text(row.get("name"))) is not None)
    return tuple(dict.fromkeys(display_name(name) for name in names if name))


def _known(row: Mapping[str, Any]) -> str | None:
    """Give a publisher or place; None for "[s.n.]" and the like."""
    name = text(row.get("name"))
    return None if name is None or squeeze(name) in _UNKNOWN else name.strip("[] ")


def _date(written: str) -> Date | None:
    years = {year_of(found) for found in _YEAR.findall(written)}
    return Date(year=years.pop()) if len(years) == 1 else None

"""Turn a paper of arXiv into a record. Pure, and never raises on an odd record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.records import Provenance, RegistryRecord, Relation, Update
from refcheck.model.references import Reference
from refcheck.registries.display_names import display_name
from refcheck.registries.json_values import Values, iso_date, only, text
from refcheck.text.identifiers import parse_doi

_KEPT = (
    "identifier",
    "id",
    "version",
    "title",
    "author",
    "published",
    "updated",
    "doi",
    "journal_ref",
    "comment",
    "primary_category",
    "withdrawn",
)
_DATES = ("published", "updated")
_OF_ALL = ("doi", "journal_ref", "withdrawn")
_EXTRA = ("journal_ref", "comment", "primary_category")
_VERSION = re.compile(r"v(\d+)$")
OWN_PREFIX = "10.48550/arxiv."
"""Beginning of the DOIs that arXiv gives to its own papers."""


def kept(message: Mapping[str, Any]) -> dict[str, Any]:
    """Cut a paper to what the reader reads."""
    return only(message, _KEPT)


def latest_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """Take from the latest version of a paper what holds for every version of it."""
    version = _VERSION.search(text(message.get("id")) or "")
    return {**only(message, _OF_ALL), **({"version": version[1]} if version else {})}


def read_record(
    message: Mapping[str, Any],
    *,
    retrieved: str | None,
    provenance: Provenance = "registry",
    inferred: frozenset[str] = frozenset(),
) -> RegistryRecord:
    """Read a paper in the form that `arxiv_atom` gives it, with the number of its latest version in `version`.

    The date to cite is that of the first version. The DOI that arXiv holds is the published version's, so it is a tie.

    Args:
        message: the paper, with `identifier` as it was asked for: with a version, or without for the latest.
        retrieved: day the answer was had, ISO 8601.
        provenance: whether the registry gave it or a person wrote it down.
        inferred: names of dates and attributes that no page says.

    Source: arXiv API User's Manual, 4; arXiv, "To withdraw an article".
    """
    message = kept(message)
    own = text(message.get("id")) or ""
    paper = _VERSION.sub("", own)
    read = {name: iso_date(message.get(name)) for name in _DATES}
    dates = {name: date for name, date in read.items() if date is not None}
    issued_from = next(iter(dates), None)
    values = _values(message, own, paper)
    values.put("issued", dates.get(issued_from or ""), f"/{issued_from}")
    return RegistryRecord(
        registry="arxiv",
        identifier=text(message.get("identifier")) or paper.lower(),
        reference=Reference(**values.found),
        dates=MappingProxyType(dates),
        issued_from=issued_from,
        updated_by=_withdrawal(message, paper, dates.get("updated")),
        relations=_relations(message),
        pointers=MappingProxyType(values.pointers),
        retrieved=retrieved,
        provenance=provenance,
        inferred=inferred,
        answer=MappingProxyType(message),
    )


def _values(message: Mapping[str, Any], own: str, paper: str) -> Values:
    """Read the values of all variables but the date."""
    values, version = Values(), _VERSION.search(own)
    people = message.get("author")
    values.put("type", "article", "/id")
    values.put("title", text(message.get("title")), "/title")
    names = [name for person in people if (name := text(person)) is not None] if isinstance(people, list) else []
    values.put("author", tuple(display_name(name) for name in names), "/author")
    values.put("arxiv", paper, "/id")
    values.put("version", text(message.get("version")), "/version")
    values.put("version", version[1] if version else None, "/id")
    values.found |= {"genre": "preprint", "publisher": "arXiv"}
    values.found["extra"] = MappingProxyType({name: shown for name in _EXTRA if (shown := text(message.get(name))) is not None})
    return values


def _withdrawal(message: Mapping[str, Any], paper: str, date: Date | None) -> tuple[Update, ...]:
    if message.get("withdrawn") is not True:
        return ()
    return (Update(type="withdrawal", doi=f"{OWN_PREFIX}{paper.lower()}", source="arxiv", date=date),)


def _relations(message: Mapping[str, Any]) -> tuple[Relation, ...]:
    """Read the tie to the published version."""
    doi = parse_doi(text(message.get("doi")) or "")
    if doi is None or doi.folded.startswith(OWN_PREFIX):
        return ()
    return (Relation(name="is-preprint-of", kind="doi", identifier=doi.folded),)

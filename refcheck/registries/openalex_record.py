"""Turn a work of OpenAlex into a record. Pure, and never raises on an odd record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.records import Provenance, RegistryRecord, Update
from refcheck.model.references import Reference
from refcheck.model.types import CROSSREF_TYPES
from refcheck.registries.display_names import display_name
from refcheck.registries.json_values import Values, codes, inside, only, rows, text, year_of
from refcheck.text.identifiers import parse_doi, parse_pmid

_KEPT = ("doi", "ids", "title", "display_name", "publication_year", "type", "type_crossref", "language")
_KEPT_TOO = ("authorships", "primary_location", "biblio", "is_retracted")
_SOURCE = ("display_name", "issn", "type", "host_organization_name")
_BIBLIO = ("volume", "issue", "first_page", "last_page")
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("article", "review", "letter", "editorial", "erratum", "retraction"), "article-journal"),
        "book": "book",
        "book-chapter": "chapter",
        "dataset": "dataset",
        "dissertation": "thesis",
        "preprint": "article",
        "reference-entry": "entry-encyclopedia",
        "report": "report",
        "software": "software",
        "standard": "standard",
    }
)
"""Type of a work, where its type at Crossref is not given -> CSL type.

Source: OpenAlex documentation, "Work object": `type`.
"""


def kept(message: Mapping[str, Any]) -> dict[str, Any]:
    """Cut a work to what the reader reads; of people nothing but the names they are shown under."""
    source = only(inside(inside(message.get("primary_location")).get("source")), _SOURCE)
    people = [only(inside(row.get("author")), ("display_name",)) for _, row in rows(message.get("authorships"))]
    cut = {
        **only(message, _KEPT),
        "ids": only(inside(message.get("ids")), ("pmid",)),
        "authorships": [{"author": person} for person in people],
        "primary_location": {"source": source} if source else {},
        "biblio": only(inside(message.get("biblio")), _BIBLIO),
        "is_retracted": message.get("is_retracted"),
    }
    return only(cut, (*_KEPT, *_KEPT_TOO))


def read_record(
    message: Mapping[str, Any],
    *,
    retrieved: str | None,
    provenance: Provenance = "registry",
    inferred: frozenset[str] = frozenset(),
) -> RegistryRecord:
    """Read a work. Of its date only the year counts, for days are invented where none is known.

    Args:
        message: the work.
        retrieved: day the answer was had, ISO 8601.
        provenance: whether the registry gave it or a person wrote it down.
        inferred: names of dates and attributes that no page says.

    Source: OpenAlex documentation, "Work object".
    """
    message = kept(message)
    doi = doi_of(message)
    values, year = _values(message, doi), year_of(message.get("publication_year"))
    date = None if year is None else Date(year=year)
    values.put("issued", date, "/publication_year")
    identifier = doi.folded if doi is not None else ""
    retracted = message.get("is_retracted") is True
    return RegistryRecord(
        registry="openalex",
        identifier=identifier,
        reference=Reference(**values.found),
        dates=MappingProxyType({"publication_year": date} if date else {}),
        issued_from="publication_year" if date else None,
        updated_by=(Update(type="retraction", doi=identifier, source="openalex"),) if retracted else (),
        pointers=MappingProxyType(values.pointers),
        retrieved=retrieved,
        provenance=provenance,
        inferred=inferred,
        answer=MappingProxyType(message),
    )


def doi_of(message: Mapping[str, Any]) -> Doi | None:
    """Read the DOI of a work, which OpenAlex gives as an address."""
    return parse_doi(text(message.get("doi")) or "")


def _values(message: Mapping[str, Any], doi: Doi | None) -> Values:
    values = Values()
    kind, crossref = text(message.get("type")), text(message.get("type_crossref"))
    source = inside(inside(message.get("primary_location")).get("source"))
    held = str(source.get("type")).lower()
    found = CROSSREF_TYPES.get(crossref or "") or _TYPES.get(kind or "", "document")
    values.found["type"] = "paper-conference" if found == "article-journal" and held == "conference" else found
    for key in ("title", "display_name"):
        values.put("title", text(message.get(key)), f"/{key}")
    names = [text(inside(row.get("author")).get("display_name")) for _, row in rows(message.get("authorships"))]
    values.put("author", tuple(display_name(name) for name in names if name is not None), "/authorships")
    at = "/primary_location/source"
    if held != "repository":
        numbers = source.get("issn")
        values.put("container_title", text(source.get("display_name")), f"{at}/display_name")
        values.put("issn", codes(*numbers) if isinstance(numbers, list) else (), f"{at}/issn")
        values.put("publisher", text(source.get("host_organization_name")), f"{at}/host_organization_name")
    biblio = inside(message.get("biblio"))
    for key in ("volume", "issue"):
        values.put(key, text(biblio.get(key)), f"/biblio/{key}")
    first, last = text(biblio.get("first_page")), text(biblio.get("last_page"))
    pages = f"{first}-{last}" if first and last and first != last else first
    values.put("page", Locator(pages=pages) if pages else None, "/biblio/first_page")
    values.put("doi", doi, "/doi")
    values.put("pmid", parse_pmid(text(inside(message.get("ids")).get("pmid")) or ""), "/ids/pmid")
    values.put("language", text(message.get("language")), "/language")
    return values

"""Works that pages describe to machines by pairs of name and value: Highwire tags and OpenURL (COinS).

Source: Google Scholar, "Inclusion guidelines for webmasters" (`citation_*` tags); ANSI/NISO Z39.88-2004, KEV formats
`info:ofi/fmt:kev:mtx:journal`, `book` and `dissertation`; COinS 1.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.model.variables import VARIABLES
from refcheck.syntax.numbers import parse_numbers
from refcheck.text.dates import parse_date
from refcheck.text.identifiers import parse_arxiv, parse_doi, parse_pmcid, parse_pmid
from refcheck.text.names import parse_name

HIGHWIRE: Mapping[str, str] = MappingProxyType(
    {
        "title": "title",
        "author": "author",
        "editor": "editor",
        "journal_title": "container_title",
        "journal_abbrev": "container_title_short",
        "inbook_title": "container_title",
        "conference_title": "container_title",
        "publication_date": "issued",
        "year": "issued",
        "date": "issued",
        "volume": "volume",
        "issue": "issue",
        "pages": "pages",
        "firstpage": "first",
        "lastpage": "last",
        "publisher": "publisher",
        "dissertation_institution": "publisher",
        "technical_report_institution": "publisher",
        "technical_report_number": "number",
        "doi": "doi",
        "pmid": "pmid",
        "arxiv_id": "arxiv",
        "isbn": "isbn",
        "issn": "issn",
    }
)
"""Tag without "citation_" -> attribute, or part of the page."""
OPENURL: Mapping[str, str] = MappingProxyType(
    {
        "atitle": "title",
        "jtitle": "container_title",
        "stitle": "container_title_short",
        "au": "author",
        "aucorp": "author",
        "date": "issued",
        "volume": "volume",
        "issue": "issue",
        "pages": "pages",
        "spage": "first",
        "epage": "last",
        "artnum": "article",
        "edition": "edition",
        "pub": "publisher",
        "inst": "publisher",
        "place": "publisher_place",
        "series": "collection_title",
        "isbn": "isbn",
        "issn": "issn",
        "eissn": "issn",
    }
)
"""Key without "rft." -> attribute, or part of the page."""
_HIGHWIRE_TYPES = (
    ("dissertation_institution", "thesis"),
    ("technical_report_institution", "report"),
    ("conference_title", "paper-conference"),
    ("inbook_title", "chapter"),
    ("journal_title", "article-journal"),
    ("isbn", "book"),
)
_GENRES = MappingProxyType(
    {
        "article": "article-journal",
        "book": "book",
        "bookitem": "chapter",
        "conference": "book",
        "dissertation": "thesis",
        "preprint": "article",
        "proceeding": "paper-conference",
        "report": "report",
        "unknown": "document",
    }
)
"""Genre or last word of an OpenURL format -> CSL type."""
_FIELD = re.compile(r"(?:^|;)\s*citation_(\w+)\s*=")
_FORMAT = re.compile(r".*[:/]")


def parse_highwire(content: str) -> Reference | None:
    """Read the content of a `citation_reference` tag; None where it is the reference as text."""
    found = list(_FIELD.finditer(content))
    ends = [field.start() for field in found[1:]] + [len(content)]
    pairs = [(field[1], content[field.end() : end].strip(" ;")) for field, end in zip(found, ends, strict=True)] if found else []
    if not pairs:
        return None
    names = {name for name, value in pairs if value}
    csl = next((type_ for name, type_ in _HIGHWIRE_TYPES if name in names), "document")
    return _reference(csl, ((HIGHWIRE[name], value) for name, value in pairs if name in HIGHWIRE))


def parse_openurl(query: str) -> Reference | None:
    """Read a context object in key and value, as COinS carry it; None where it describes no work."""
    pairs = [(name.removeprefix("rft."), value) for name, value in parse_qsl(query)]
    given = dict(reversed(pairs))
    genre = given.get("genre") or _FORMAT.sub("", given.get("rft_val_fmt", ""))
    csl = _GENRES.get(genre, "document")
    attributes = [(OPENURL[name], value) for name, value in pairs if name in OPENURL]
    if given.get("aulast"):
        first = Name(family=given["aulast"], given=given.get("aufirst") or given.get("auinit") or None)
        people = [value for attribute, value in attributes if attribute == "author"]
        attributes = [pair for pair in attributes if pair != ("author", people[0] if people else None)]
        attributes.insert(0, ("author", str(first)))
    whole = given.get("btitle") or given.get("title")
    if whole:
        attributes.append(("container_title" if "atitle" in given else "title", whole))
    attributes += [_identifier(value) for name, value in pairs if name == "rft_id"]
    reference = _reference(csl, attributes)
    return reference if reference.title or reference.doi or reference.pmid else None


def _identifier(uri: str) -> tuple[str, str]:
    """Tell what an identifier of a work is: "info:doi/...", "info:pmid/...", an address."""
    scheme, _, value = uri.partition("/")
    return {"info:doi": ("doi", value), "info:pmid": ("pmid", value)}.get(scheme, ("url", uri))


def _reference(csl: str, pairs: Iterable[tuple[str, str]]) -> Reference:
    found: dict[str, Any] = {}
    pages: dict[str, str] = {}
    for attribute, value in pairs:
        if not value.strip():
            continue
        if attribute in {"first", "last", "pages", "article"}:
            pages.setdefault(attribute, value.strip())
        elif attribute in VARIABLES and VARIABLES[attribute].kind in {"names", "identifiers"}:
            found[attribute] = (*found.get(attribute, ()), *(_people(value) if attribute in _PEOPLE else parse_numbers(value)))
        elif attribute not in found and (read := _value(attribute, value.strip())) is not None:
            found[attribute] = read
    printed = pages.get("pages") or "-".join(pages[name] for name in ("first", "last") if name in pages)
    if printed or "article" in pages:
        found["page"] = Locator(pages=printed or None, article=pages.get("article"))
    return Reference(type=csl, **found)


_PEOPLE = frozenset({"author", "editor"})


def _people(value: str) -> tuple[Name, ...]:
    """Read one name, or several that commas part."""
    alone = parse_name(value)
    if alone:
        return (alone,)
    people = [parse_name(each) for each in value.split(",")]
    found = tuple(each for each in people if each and each.given)
    return found if len(found) == len(people) else (Name(literal=" ".join(value.split())),)


def _value(attribute: str, text: str) -> Any:
    """Read a value as its kind; what cannot be understood stays as its text."""
    reading = _READINGS.get(attribute)
    return reading(text) or (text if attribute == "doi" else None) if reading else text


_READINGS: Mapping[str, Any] = MappingProxyType(
    {"issued": parse_date, "doi": parse_doi, "pmid": parse_pmid, "pmcid": parse_pmcid, "arxiv": parse_arxiv}
)

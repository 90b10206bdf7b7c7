"""Works that pages describe to machines in JSON-LD with the words of schema.org.

Source: schema.org, CreativeWork and its subtypes, property `citation`; JSON-LD 1.1, embedding in HTML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.syntax.numbers import parse_numbers
from refcheck.text.dates import parse_date
from refcheck.text.identifiers import parse_arxiv, parse_doi, parse_pmcid
from refcheck.text.names import parse_name

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "Article": "article",
        "BlogPosting": "post-weblog",
        "Book": "book",
        "Chapter": "chapter",
        "Dataset": "dataset",
        "Legislation": "legislation",
        "Movie": "motion_picture",
        "NewsArticle": "article-newspaper",
        "Report": "report",
        "ScholarlyArticle": "article-journal",
        "SoftwareApplication": "software",
        "SoftwareSourceCode": "software",
        "TechArticle": "report",
        "Thesis": "thesis",
        "WebPage": "webpage",
        "WebSite": "webpage",
    }
)
"""Type of schema.org -> CSL type."""
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "name": "title",
        "headline": "title",
        "volumeNumber": "volume",
        "issueNumber": "issue",
        "bookEdition": "edition",
        "version": "version",
        "inLanguage": "language",
        "url": "url",
    }
)
"""Property with a text or number -> attribute; of two properties for one attribute, the first that is given."""


def parse(text: str) -> tuple[Any, ...]:
    """List what a script says the page cites, in its order: texts and objects; nothing where it is no JSON."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(_citations(content))


def _citations(content: Any) -> Iterator[Any]:
    waiting = [content]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            bare = {_bare(name): value for name, value in node.items()}
            yield from (each for each in _listed(bare.pop("citation", [])) if each and isinstance(each, (str, dict)))
            waiting.extend(reversed(list(bare.values())))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _bare(name: str) -> str:
    """Give a property without its prefix or namespace."""
    return name.rpartition("/")[2].rpartition(":")[2]


def title_of(work: Mapping[str, Any]) -> str:
    """Give the title of a work."""
    return next((text for name in ("name", "headline") if (text := _text(work.get(name)))), "")


def reference_of(work: Mapping[str, Any]) -> Reference:
    """Make a reference of an object; properties that say nothing of a cited work are passed over."""
    work = {_bare(name): value for name, value in work.items()}
    found: dict[str, Any] = {}
    _texts(work, found)
    for role in ("author", "editor", "translator"):
        if people := tuple(name for each in _listed(work.get(role)) if (name := _name(each))):
            found[role] = people
    if work.get("creator") and "author" not in found:
        found["author"] = tuple(name for each in _listed(work["creator"]) if (name := _name(each)))
    if date := parse_date(_text(work.get("datePublished"))):
        found["issued"] = date
    if publisher := _text(work.get("publisher")):
        found["publisher"] = publisher
    pages = _text(work.get("pagination")) or "-".join(filter(None, (_text(work.get("pageStart")), _text(work.get("pageEnd")))))
    if pages:
        found["page"] = Locator(pages=pages)
    if isbn := parse_numbers(_text(work.get("isbn"))):
        found["isbn"] = isbn
    _containers(work, found)
    _identifiers(work, found)
    return Reference(type=_type(work), **found)


def _texts(work: Mapping[str, Any], found: dict[str, Any]) -> None:
    for name, attribute in TEXTS.items():
        if (text := _text(work.get(name))) and attribute not in found:
            found[attribute] = text


def _type(work: Mapping[str, Any]) -> str:
    return next((TYPES[name] for each in _listed(work.get("@type")) if (name := _bare(str(each))) in TYPES), "document")


def _text(value: Any) -> str:
    """Give the text of a value: of an object its name, of several the first."""
    if isinstance(value, list):
        return _text(value[0]) if value and not isinstance(value[0], list) else ""
    if isinstance(value, dict):
        return _text(value.get("name")) if not isinstance(value.get("name"), dict) else ""
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _name(value: Any) -> Name | None:
    if isinstance(value, dict) and _text(value.get("familyName")):
        return Name(family=_text(value.get("familyName")), given=_text(value.get("givenName")) or None)
    text = _text(value)
    is_group = isinstance(value, dict) and any(_bare(str(each)) != "Person" for each in _listed(value.get("@type")) if each)
    return (None if is_group else parse_name(text)) or Name(literal=text) if text else None


def _containers(work: Mapping[str, Any], found: dict[str, Any]) -> None:
    """Take volume, issue and name from what the work is a part of: an issue, its volume, their journal."""
    around: Any = work.get("isPartOf")
    for _ in range(_MOST_CONTAINERS):
        around = around[0] if isinstance(around, list) and around else around
        if isinstance(around, str) and "://" not in around:
            found.setdefault("container_title", around)
        if not isinstance(around, dict):
            return
        for name, attribute in (("volumeNumber", "volume"), ("issueNumber", "issue"), ("name", "container_title")):
            if text := _text(around.get(name)):
                found.setdefault(attribute, text)
        if issn := parse_numbers(_text(around.get("issn"))):
            found.setdefault("issn", issn)
        around = around.get("isPartOf")


_MOST_CONTAINERS = 4


def _identifiers(work: Mapping[str, Any], found: dict[str, Any]) -> None:
    for value in (each for name in ("identifier", "doi", "sameAs", "url", "@id") for each in _listed(work.get(name))):
        text = _text(value.get("value") or value.get("@value")) if isinstance(value, dict) else _text(value)
        for attribute, parse_identifier in _IDENTIFIERS.items():
            if identifier := parse_identifier(text):
                found.setdefault(attribute, identifier)
                break


_IDENTIFIERS: Mapping[str, Any] = MappingProxyType({"doi": parse_doi, "pmcid": parse_pmcid, "arxiv": parse_arxiv})

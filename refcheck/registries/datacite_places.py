"""Where a work that DataCite registers stands: its container, series and pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from refcheck.model.locators import Locator
from refcheck.registries.json_values import codes, inside, rows, text
from refcheck.text.identifiers import parse_isbn

_WITHIN = frozenset({"article-journal", "chapter", "paper-conference"})
"""Works that stand in another; for all others a container is the series they belong to."""
_ITEMS = ("ispublishedin", "ispartof")
_Row = tuple[str, Any, str]


def places(message: Mapping[str, Any], kind: str) -> Iterator[_Row]:
    """Yield attribute, value and JSON pointer; what the work says of its item comes before its container.

    A repository is no container: it is named as the publisher.

    Source: DataCite Metadata Schema 4.6, `relatedItem`; DataCite REST API, `container`.
    """
    for place, item in rows(message.get("relatedItems")):
        if str(item.get("relationType")).lower() in _ITEMS:
            first = next((row for _, row in rows(item.get("titles"))), {})
            yield from _place(item, kind, f"/relatedItems/{place}", (first.get("title"), "/titles/0/title"))
    container = inside(message.get("container"))
    if str(container.get("type")).lower() != "datarepository":
        yield from _place(container, kind, "/container", (container.get("title"), "/title"))
        yield from _numbers(text(container.get("identifier")), str(container.get("identifierType")), "/container/identifier", kind)
    for place, tie in rows(message.get("relatedIdentifiers")):
        if str(tie.get("relationType")).lower() in _ITEMS:
            pointer = f"/relatedIdentifiers/{place}/relatedIdentifier"
            yield from _numbers(text(tie.get("relatedIdentifier")), str(tie.get("relatedIdentifierType")), pointer, kind)


def _place(item: Mapping[str, Any], kind: str, at: str, title: tuple[Any, str]) -> Iterator[_Row]:
    within = kind in _WITHIN
    yield "container_title" if within else "collection_title", text(title[0]), f"{at}{title[1]}"
    yield "volume" if within else "collection_number", text(item.get("volume")), f"{at}/volume"
    if not within:
        return
    yield "issue", text(item.get("issue")), f"{at}/issue"
    first, last = text(item.get("firstPage")), text(item.get("lastPage"))
    pages = f"{first}-{last}" if first and last and first != last else first
    article = text(item.get("number")) if str(item.get("numberType")).lower() == "article" else None
    if pages or article:
        yield "page", Locator(pages=pages, article=article), f"{at}/firstPage" if pages else f"{at}/number"


def _numbers(identifier: str | None, name: str, pointer: str, kind: str) -> Iterator[_Row]:
    """Yield the ISSN of the serial, or the ISBN of the book a chapter stands in."""
    if name.upper() in {"ISSN", "EISSN", "LISSN"}:
        yield "issn", codes(identifier), pointer
    elif name.upper() == "ISBN" and kind in _WITHIN:
        yield "isbn", codes(parse_isbn(identifier or "")), pointer

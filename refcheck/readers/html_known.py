"""What a page says to machines about the works it cites: JSON-LD, Highwire tags, COinS."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from refcheck.model.documents import Document
from refcheck.model.references import CitedReference, Reference, Span
from refcheck.readers.labelling import label
from refcheck.syntax.html_jsonld import parse, reference_of, title_of
from refcheck.syntax.html_tags import parse_highwire, parse_openurl
from refcheck.syntax.xml_tree import Element

_COINS = "Z3988"


def coins_of(element: Element) -> tuple[Reference, ...]:
    """Give the work that an element carries as COinS."""
    if _COINS not in element.attributes.get("class", "").split():
        return ()
    found = parse_openurl(element.attributes.get("title", ""))
    return (found,) if found else ()


def cited_in(root: Element, document: Document) -> Iterator[CitedReference]:
    """Yield the works that a page says it cites, in its order, numbered from 1."""
    place = 0
    for element in root.walk():
        for cited in _of_element(element, document):
            place += 1
            yield replace(cited, id=str(place))


def _of_element(element: Element, document: Document) -> Iterator[CitedReference]:
    given = element.attributes
    if element.tag == "meta" and given.get("name", "").lower() == "citation_reference":
        content = given.get("content", "")
        start = document.text.find(content, element.start)
        span = Span(start, start + len(content)) if start >= 0 else Span(element.start, element.start)
        yield _cited(parse_highwire(content), content, span, document)
    elif element.tag == "script" and given.get("type", "").lower() == "application/ld+json":
        text, at = element.text, element.start
        for work in parse(text):
            is_text = isinstance(work, str) or not _is_described(work)
            raw = work if isinstance(work, str) else title_of(work)
            span = _find(raw, document.text, at) or Span(at, at)
            at = span.end
            yield _cited(None if is_text else reference_of(work), raw, span, document)


def _is_described(work: Mapping[str, Any]) -> bool:
    """Tell whether an object has more than a name, which may be a whole reference."""
    return any(work.get(name) for name in ("author", "creator", "datePublished", "isPartOf", "identifier"))


def _find(raw: str, text: str, at: int) -> Span | None:
    """Find a string of JSON by one of the ways to write it."""
    for written in (json.dumps(raw, ensure_ascii=False)[1:-1], json.dumps(raw)[1:-1]):
        if raw and (start := text.find(written, at)) >= 0:
            return Span(start, start + len(written))
    return None


def _cited(reference: Reference | None, raw: str, span: Span, document: Document) -> CitedReference:
    """Make a cited reference of a description, or of the text of one."""
    return CitedReference(
        reference=reference or label(raw).reference,
        id="",
        kind="structured" if reference else "list",
        raw=raw,
        file=document.name,
        line=document.position(span.start)[0],
        span=span,
    )

"""What an item of Zotero says, in CSL variables, and where each value stands.

Source: Zotero schema 41, "csl"; CSL 1.0.2, appendix IV.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Origin, Span
from refcheck.model.variables import VARIABLES
from refcheck.syntax.entries import Entry, Gathered, typed
from refcheck.syntax.free_dates import parse_free
from refcheck.syntax.inverted_names import is_suffix, person
from refcheck.syntax.numbers import parse_numbers
from refcheck.syntax.xml_tree import Element
from refcheck.syntax.zotero_extra import put_extra
from refcheck.syntax.zotero_fields import FIELDS, ROLES
from refcheck.syntax.zotero_rdf import Field, Item
from refcheck.syntax.zotero_types import TYPES
from refcheck.text.identifiers import parse_arxiv

_MARKUP = re.compile("[<&]")
_FAMILY = ("surname", "familyName", "lastName", "family_name")
_GIVEN = ("givenName", "firstName", "givenname")


def entry_of(item: Item, text: str) -> Entry:
    """Read an item."""
    csl = TYPES.get(item.type, "document")
    gathered = Gathered(text, _MARKUP)
    if item.type not in TYPES:
        gathered.keep("itemType", item.type)
    ranked = FIELDS.ranked_attributes(csl)
    groups: dict[str, list[Field]] = {}
    for field in sorted(item.fields, key=lambda field: ranked.get(field.name, ("", 0))[1]):
        meant = ROLES.get(field.name, "") or field.name if field.role else ranked.get(field.name, ("",))[0]
        groups.setdefault(meant if meant in VARIABLES else field.name, []).append(field)
    extra, keys = (groups.pop(name, []) for name in ("extra", "citationKey"))
    for name, fields in groups.items():
        variable = VARIABLES.get(name)
        reader = _OF_ATTRIBUTE.get(name) or (_OF_KIND[variable.kind] if variable else _keep)
        reader(gathered, name, fields)
    key = next((words(field.element) for field in keys), None)
    for field in extra:
        of_item = put_extra(gathered, field.element.text, field.element.content, csl)
        csl, key = of_item.type or csl, key or of_item.key
        gathered.put("note", of_item.rest, field.element.content, via="derived")
    origins = {path: _of_item(origin, item.span) for path, origin in gathered.origins.items()}
    return Entry(reference=gathered.reference(csl), key=key or None, span=item.span, origins=MappingProxyType(origins))


def _of_item(origin: Origin, span: Span) -> Origin:
    """Mark a value that stands in a node of its own: other items may be part of it too."""
    return origin if span.start <= origin.span.start and origin.span.end <= span.end else replace(origin, via="derived")


def words(element: Element) -> str:
    """Give the text of an element on one line."""
    return " ".join(element.text.split())


def _keep(gathered: Gathered, _: str, fields: list[Field]) -> None:
    for field in fields:
        gathered.keep(field.name, words(field.element))


def _text(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Take the first field, and keep the others where they say something else."""
    for field in fields:
        text = words(field.element)
        if not gathered.put(attribute, typed(attribute, text), field.element.content) and text != words(fields[0].element):
            gathered.keep(field.name, text)


def _date(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    for field in fields:
        text = words(field.element)
        if not (text and gathered.put(attribute, parse_free(text), field.element.content)):
            gathered.keep(field.name, text)


def _pages(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    for field in fields:
        text = words(field.element)
        if not (text and gathered.put(attribute, Locator(pages=text), field.element.content)):
            gathered.keep(field.name, text)


def _number(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    """Read a number; that of a preprint in arXiv is its identifier."""
    others = []
    for field in fields:
        arxiv = parse_arxiv(words(field.element)) if field.name == "archiveID" else None
        if not gathered.put("arxiv", arxiv, field.element.content):
            others.append(field)
    _text(gathered, attribute, others)


def _numbers(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    pairs = [(number, field.element.content) for field in fields for number in parse_numbers(words(field.element))]
    gathered.add(attribute, [number for number, _ in pairs], [span for _, span in pairs if span])


def _joined(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    spans = [span for field in fields if (span := field.element.content)]
    text = "; ".join(text for field in fields if (text := words(field.element)))
    if spans:
        gathered.put(attribute, text, Span(spans[0].start, spans[-1].end), via="own" if len(spans) == 1 else "derived")


def _names(gathered: Gathered, attribute: str, fields: list[Field]) -> None:
    pairs = [(_name(field.element), field.element.content) for field in fields]
    gathered.add(attribute, [name for name, _ in pairs if name], [span for name, span in pairs if name and span])


def _name(element: Element) -> Name | None:
    """Read a person; one without a given name is an organisation, or a name in one piece."""
    family, given = (next((words(part) for part in element.elements(*tags)), "") for tags in (_FAMILY, _GIVEN))
    if not (family and given):
        literal = family or given or words(element)
        return Name(literal=literal) if literal else None
    first, _, last = given.rpartition(",")
    return person(family, first.strip(), last.strip()) if first and is_suffix(last) else person(family, given)


_Reader = Callable[[Gathered, str, list[Field]], None]
_OF_KIND: Mapping[str, _Reader] = MappingProxyType(
    {"names": _names, "date": _date, "locator": _pages, "number": _text, "text": _text, "identifier": _text, "identifiers": _numbers}
)
"""Kind of variable -> who reads it."""
_OF_ATTRIBUTE: Mapping[str, _Reader] = MappingProxyType({"keyword": _joined, "number": _number})
"""Attribute -> who reads it in another way than its kind."""

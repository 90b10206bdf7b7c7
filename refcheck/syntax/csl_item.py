"""What a CSL item says, in CSL variables, and where each value stands; the same in JSON and in YAML.

Source: CSL-JSON schema (csl-data); CSL 1.0.2, appendix IV.
"""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.model.references import Origin, Reference, Span
from refcheck.model.types import CROSSREF_TYPES, TYPES
from refcheck.model.variables import VARIABLES
from refcheck.syntax.csl_json import Item, Placed
from refcheck.syntax.csl_names import parse_date_value, parse_name
from refcheck.syntax.csl_variables import ATTRIBUTES, NUMBERED
from refcheck.syntax.entries import Entry
from refcheck.syntax.numbers import parse_numbers
from refcheck.text.identifiers import parse_doi

_ASIDE = frozenset({"id", "type", "custom"})


def entry_of(item: Item, text: str) -> Entry:
    """Read an item whose values stand in a text."""
    reference, origins = _reference(item, text)
    id_ = item.members.get("id")
    raw = _custom(item).get("raw")
    return Entry(
        reference=reference,
        key=str(id_.value) if id_ is not None and id_.value not in (None, "") else None,
        span=item.span,
        origins=MappingProxyType(origins),
        raw=raw if isinstance(raw, str) else None,
    )


def _custom(item: Item) -> dict[str, Any]:
    placed = item.members.get("custom")
    return placed.value if placed is not None and isinstance(placed.value, dict) else {}


def _reference(item: Item, text: str) -> tuple[Reference, dict[str, Origin]]:
    found: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    extra: dict[str, Any] = {}
    csl = _type(item, extra)
    for name, given in item.members.items():
        attribute = ATTRIBUTES.get(name)
        if name in _ASIDE or given.value in (None, "", [], {}):
            continue
        alone = attribute is not None and VARIABLES[attribute].kind == "names" and isinstance(given.value, dict)
        placed = Placed([given.value], given.span, (given.span,)) if alone else given
        if attribute == "page" or (attribute == "number" and csl in NUMBERED):
            _locator(name, placed, text, found, origins)
            continue
        value = None if attribute is None or attribute in found else _value(attribute, placed.value)
        if attribute is None or value is None or value == ():
            extra[name] = placed.value
            continue
        found[attribute], origins[attribute] = value, _origin(placed, text, value)
        if VARIABLES[attribute].kind == "names":
            _name_origins(attribute, placed, text, origins)
    _custom_values(_custom(item), found, extra)
    return Reference(type=csl, extra=MappingProxyType(extra), **found), origins


def _type(item: Item, extra: dict[str, Any]) -> str:
    """Give the CSL type; names of Crossref are understood, others are kept aside."""
    placed = item.members.get("type")
    named = placed.value if placed is not None else None
    if isinstance(named, str) and (named in TYPES or named in CROSSREF_TYPES):
        return named if named in TYPES else CROSSREF_TYPES[named]
    if named not in (None, ""):
        extra["type"] = named
    return "document"


def _value(attribute: str, value: Any) -> Any:
    """Read a value as its kind; None where it is of another form."""
    kind = VARIABLES[attribute].kind
    if kind == "names":
        return tuple(name for one in value if (name := parse_name(one))) if isinstance(value, list) else None
    if kind == "date":
        return parse_date_value(value)
    if kind == "identifiers" and isinstance(value, list):
        return tuple(str(one) for one in value if isinstance(one, (str, int)))
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value).strip()
    if kind == "identifiers":
        return parse_numbers(text)
    if attribute == "doi":
        return parse_doi(text) or text
    return text or None


def _locator(name: str, placed: Placed, text: str, found: dict[str, Any], origins: dict[str, Origin]) -> None:
    """Put pages and article number into their one slot."""
    value = str(placed.value).strip()
    known: Locator = found.get("page", Locator())
    found["page"] = replace(known, pages=value) if name == "page" else replace(known, article=value)
    if name == "page" or "page" not in origins:
        origins["page"] = _origin(placed, text, value)


def _origin(placed: Placed, text: str, value: Any) -> Origin:
    """Say where a value stands; of a text without escapes the quotation marks are left out.

    A date of more than a year is several numbers, which cannot be replaced as one text; nor can a text that YAML writes
    in a way JSON does not know.
    """
    start, end = placed.span.start, placed.span.end
    if isinstance(placed.value, str) and text[start + 1 : end - 1] == placed.value:
        start, end = start + 1, end - 1
    parted = isinstance(value, Date) and not isinstance(placed.value, str) and (len(value.parts) > 1 or value.end or value.season)
    folded = isinstance(placed.value, str) and text[start:end] != placed.value and not _spells(text[start:end], placed.value)
    return Origin(span=Span(start, end), raw=text[start:end], via="derived" if parted or folded else "own")


def _spells(raw: str, value: str) -> bool:
    """Tell whether a text is the JSON of a value."""
    try:
        return bool(json.loads(raw) == value)
    except ValueError:
        return False


def _name_origins(attribute: str, placed: Placed, text: str, origins: dict[str, Origin]) -> None:
    kept = (span for span, one in zip(placed.parts, placed.value, strict=True) if parse_name(one))
    for place, span in enumerate(kept):
        origins[f"{attribute}[{place}]"] = Origin(span=span, raw=text[span.start : span.end])


def _custom_values(custom: dict[str, Any], found: dict[str, Any], extra: dict[str, Any]) -> None:
    """Take back what the schema has no name for; the rest of `custom` is kept aside."""
    rest: dict[str, Any] = {}
    for name, value in custom.items():
        if name in {"raw", "line"}:
            continue
        if name in _OF_NAMES and isinstance(value, list):
            _OF_NAMES[name](value, found)
        elif name == "extra" and isinstance(value, dict):
            extra.update(value)
        elif name == "article-number" and isinstance(value, str):
            found["page"] = replace(found.get("page", Locator()), article=value)
            if found.get("number") == value:
                del found["number"]
        elif name in {"arxiv", "number"} and isinstance(value, str) and name not in found:
            found[name] = value
        else:
            rest[name] = value
    if rest:
        extra["custom"] = rest


def _others(names: list[Any], found: dict[str, Any]) -> None:
    """End the lists of names that say "and others"."""
    for name in names:
        attribute = ATTRIBUTES.get(str(name), "")
        if attribute in VARIABLES and VARIABLES[attribute].kind == "names" and ET_AL not in found.get(attribute, ()):
            found[attribute] = (*found.get(attribute, ()), ET_AL)


def _honorifics(entries: list[Any], found: dict[str, Any]) -> None:
    for entry in entries:
        _honorific(entry, found)


def _honorific(entry: Any, found: dict[str, Any]) -> None:
    """Give a name its title back."""
    if not isinstance(entry, dict):
        return
    attribute = ATTRIBUTES.get(str(entry.get("variable")), "")
    names: tuple[Name, ...] = found.get(attribute, ()) if attribute in VARIABLES and VARIABLES[attribute].kind == "names" else ()
    index, title = entry.get("index"), entry.get("text")
    if isinstance(index, int) and isinstance(title, str) and title and 0 <= index < len(names):
        found[attribute] = (*names[:index], replace(names[index], honorific=title), *names[index + 1 :])


_OF_NAMES = {"honorifics": _honorifics, "et-al": _others}
"""What `custom` says about lists of names -> how it is taken back."""

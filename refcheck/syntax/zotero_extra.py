"""The lines "Original Date: 1920" of Zotero's field Extra, which stand for fields that an item type lacks.

Source: Zotero, "Citing Fields from Extra"; CSL 1.0.2, appendix IV.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Span
from refcheck.model.types import TYPES as CSL_TYPES
from refcheck.model.variables import CSL_NAMES, VARIABLES
from refcheck.syntax.csl_names import parse_date_value
from refcheck.syntax.csl_variables import NUMBERED
from refcheck.syntax.entries import Gathered, typed
from refcheck.syntax.zotero_types import TYPES

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,30}):[ \t]*(\S.*)")
_ATTRIBUTES = {name.lower().replace("_", "-"): attribute for name, attribute in CSL_NAMES.items()}
_OF_ITEM = {"type": "type", "citation-key": "key"}


class Item(NamedTuple):
    """What Extra says of the item itself."""

    type: str | None = None
    """CSL type."""
    key: str | None = None
    """Citation key."""
    rest: str = ""
    """The lines that are no fields, or whose variable has a value already."""


def put_extra(gathered: Gathered, text: str, span: Span | None, csl: str) -> Item:
    """Put the fields among the lines of Extra where their variables are empty."""
    rest: list[str] = []
    of_item: dict[str, str] = {}
    names: dict[str, list[Name]] = {}
    for line in text.splitlines():
        found = _LINE.fullmatch(line.strip())
        label = found[1].strip().lower().replace(" ", "-").replace("_", "-") if found else ""
        attribute, value = _ATTRIBUTES.get(label), found[2].strip() if found else ""
        if label in _OF_ITEM and label not in of_item:
            of_item[label] = value
        elif attribute is not None and VARIABLES[attribute].kind == "names" and attribute not in gathered.found:
            names.setdefault(attribute, []).append(_name(value))
        elif attribute is None or not _put(gathered, attribute, value, span, csl):
            rest.append(line)
    for attribute, found_names in names.items():
        gathered.put(attribute, tuple(found_names), span, via="derived")
    named = of_item.get("type", "")
    known = named if named in CSL_TYPES else TYPES.get(named)
    if named and known is None:
        rest.append(f"Type: {named}")
    return Item(known, of_item.get("citation-key"), "\n".join(rest).strip())


def _put(gathered: Gathered, attribute: str, text: str, span: Span | None, csl: str) -> bool:
    if attribute == "number" and csl in NUMBERED:
        page = gathered.found.get("page", Locator())
        gathered.found["page"] = replace(page, article=page.article or text)
        return bool(gathered.found["page"].article == text)
    kind = VARIABLES[attribute].kind
    if kind == "names":
        return False
    value = Locator(pages=text) if kind == "locator" else parse_date_value(text) if kind == "date" else typed(attribute, text)
    return gathered.put(attribute, value, span, via="derived")


def _name(text: str) -> Name:
    """Read "Family || Given", or a name in one piece."""
    family, _, given = (part.strip() for part in text.partition("||"))
    return Name(family=family, given=given) if given else Name(literal=family)

"""Write references as CSL-JSON that holds to the CSL 1.0.2 schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import Any

from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL
from refcheck.model.references import CitedReference, Reference
from refcheck.model.types import TYPES
from refcheck.model.variables import VARIABLES
from refcheck.syntax.csl_names import to_date, to_name
from refcheck.syntax.csl_variables import BESIDE_SCHEMA, NUMBERED


def export(references: Sequence[CitedReference]) -> str:
    """Write an array with one item a reference, in input order; what is unknown is left out.

    What the schema has no name for stands in `custom`, with the reference as printed (`raw`) and its line. So does "and
    others" (`et-al`, the variables whose list it ends): as a name every other program takes it for a person.
    """
    items = [_item(cited) for cited in references]
    return f"{_printed(items, '')}\n"


def _printed(value: Any, margin: str) -> str:
    """Write JSON as `json.dumps` does with an indent of 2; that one takes three times as long."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = margin + "  "
    if isinstance(value, dict) and value:
        lines = (f"{inner}{encode_basestring(str(key))}: {_printed(each, inner)}" for key, each in value.items())
        return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(f"{inner}{_printed(each, inner)}" for each in value) + f"\n{margin}]"
    return json.dumps(value, ensure_ascii=False, default=str)


def _item(cited: CitedReference) -> dict[str, Any]:
    reference = cited.reference
    item: dict[str, Any] = {"id": cited.id, "type": reference.type if reference.type in TYPES else "document"}
    present = reference.present()
    custom: dict[str, Any] = {"raw": cited.raw, "line": cited.line, "honorifics": _honorifics(reference, present)}
    for attribute in present:
        value = getattr(reference, attribute)
        row = VARIABLES[attribute]
        if isinstance(value, Locator):
            _locator(reference, value, item, custom)
        elif attribute in BESIDE_SCHEMA or (attribute == "number" and reference.type in NUMBERED):
            custom[row.name] = value
        elif row.kind == "names":
            named = [to_name(name) for name in value if name != ET_AL]
            if named:
                item[row.name] = named
            if ET_AL in value:
                custom.setdefault("et-al", []).append(row.name)
        elif row.kind == "date":
            item[row.name] = to_date(value)
        else:
            item[row.name] = ", ".join(value) if isinstance(value, tuple) else value.text if isinstance(value, Doi) else value
    extra = dict(reference.extra)
    others = extra.pop("custom", None)
    if isinstance(others, dict):
        custom |= others
    custom["extra"] = extra
    kept = {name: value for name, value in custom.items() if value not in (None, "", [], {})}
    return {**item, "custom": kept} if kept else item


def _locator(reference: Reference, locator: Locator, item: dict[str, Any], custom: dict[str, Any]) -> None:
    """Write pages, and the article number as `number` where the type means that by it."""
    if locator.pages:
        item["page"] = locator.pages
    if locator.article:
        if reference.type in NUMBERED:
            item["number"] = locator.article
        elif reference.number is None:
            item["number"] = locator.article
            custom["article-number"] = locator.article
        else:
            custom["article-number"] = locator.article


def _honorifics(reference: Reference, present: Sequence[str]) -> list[dict[str, Any]]:
    """List the titles printed with names."""
    return [
        {"variable": VARIABLES[attribute].name, "index": index, "text": name.honorific}
        for attribute in present
        if VARIABLES[attribute].kind == "names"
        for index, name in enumerate(getattr(reference, attribute))
        if name.honorific
    ]

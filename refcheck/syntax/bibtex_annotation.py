"""Variables that no field of an entry can hold, as lines "name: value" of its annotation, both ways.

Styles print no annotation. Names are those of CSL; a line "tex.name: value" holds a field that has no variable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.variables import CSL_NAMES, VARIABLES
from refcheck.syntax import bibtex_names
from refcheck.syntax.bibtex_dates import parse_edtf, to_edtf
from refcheck.text.latex import to_latex, to_text

_LINE = re.compile(r"(tex\.[^:\s]+|[A-Za-z][\w-]*): (.+)")


def read(latex: str, present: frozenset[str]) -> tuple[dict[str, Any], dict[str, str], str]:
    """Read an annotation.

    Args:
        latex: the value of the field.
        present: attributes that have a value; a line that names one of them is text.

    Returns:
        The values by attribute, the fields without a variable, and the text that is left.
    """
    values: dict[str, Any] = {}
    extra: dict[str, str] = {}
    kept: list[str] = []
    for line in latex.strip().splitlines():
        named = _LINE.fullmatch(line.strip())
        attribute = CSL_NAMES.get(named[1]) if named else None
        if named and named[1].startswith("tex."):
            extra[to_text(named[1][4:])] = to_text(named[2])
        elif named and attribute and attribute not in present and attribute not in values:
            values[attribute] = _parse(attribute, named[2])
        else:
            kept.append(to_text(line))
    return values, extra, "\n".join(kept).strip()


def _parse(attribute: str, latex: str) -> Any:
    kind, text = VARIABLES[attribute].kind, to_text(latex)
    if kind == "names":
        return bibtex_names.names_of(latex)
    if kind == "date":
        return parse_edtf(text)
    if kind == "identifiers":
        return tuple(text.split(", "))
    if kind == "locator":
        return Locator(pages=text)
    return (Doi.parse(text) or text) if attribute == "doi" else text


def write(values: Mapping[str, Any], extra: Mapping[str, str], rest: str | None) -> str:
    """Write what `read` reads: a line a value, then the text of the annotation itself."""
    lines = [f"{VARIABLES[attribute].name}: {_text(attribute, value)}" for attribute, value in values.items()]
    lines += [f"tex.{to_latex(name)}: {to_latex(value)}" for name, value in extra.items() if value]
    lines += [to_latex(line) for line in (rest or "").splitlines()]
    return "\n".join(lines)


def _text(attribute: str, value: Any) -> str:
    kind = VARIABLES[attribute].kind
    if kind == "names":
        return " and ".join(bibtex_names.write(name) for name in value)
    text = to_edtf(value) if kind == "date" else ", ".join(value) if kind == "identifiers" else str(value)
    return to_latex(" ".join(text.split()))

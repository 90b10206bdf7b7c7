"""Put proposed values into a reference."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from refcheck.model.diagnostics import Change, Severity
from refcheck.model.references import Reference
from refcheck.model.reports import Result

_PATH = re.compile(r"(?P<attribute>\w+)(?:\[(?P<index>\d+)\])?(?:\.(?P<part>\w+))?")


def apply(reference: Reference, changes: Iterable[Change]) -> Reference:
    """Give the reference with each value put at its path, in order.

    The value replaces what stands there as a whole: where a year takes the place of a day, the month does not stay. A
    name taken away closes the list. What a path leads to must be there; a change beyond the end of a list does nothing.

    Raises:
        ValueError: a path is none of a reference.
    """
    for change in changes:
        reference = _applied(reference, change)
    return reference


def _applied(reference: Reference, change: Change) -> Reference:
    found = _PATH.fullmatch(change.path)
    if found is None or not hasattr(reference, found["attribute"]):
        raise ValueError(f"{change.path}: no variable of a reference")
    attribute, index, part = found["attribute"], found["index"], found["part"]
    if index is None:
        return _put(reference, attribute, change.registered)
    names: list[Any] = list(getattr(reference, attribute))
    place = int(index)
    if place >= len(names):
        return reference
    if part is not None:
        names[place] = replace(names[place], **{part: change.registered})
    elif change.registered is None:
        del names[place]
    else:
        names[place] = change.registered
    return _put(reference, attribute, tuple(names))


def _put(reference: Reference, attribute: str, value: Any) -> Reference:
    """Put a value under a variable, or for None what an absent value of it is."""
    absent = () if isinstance(getattr(reference, attribute), tuple) else None
    values: dict[str, Any] = {attribute: absent if value is None else value}
    return replace(reference, **values)


def correct(result: Result) -> Reference:
    """Give the cited reference with the registered value wherever an error or warning proposes one."""
    changes = (change for each in result.diagnostics if each.severity >= Severity.WARNING for change in each.changes)
    return apply(result.cited.reference, changes)

"""Read single values of answers in JSON, whatever stands in their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from refcheck.model.dates import Date
from refcheck.text.markup import plain

_NOTHING = re.compile(r"(?:null|none|undefined|\(?:(?:una[clpsv]|unkn|none|null|tba|etal|at)\)?)?", re.IGNORECASE)
"""What stands where there is no value.

Source: DataCite Metadata Schema 4.6, appendix 3 (standard values for unknown information).
"""
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")
_LONGEST = 20_000
"""Signs of a value at most, markup included; longer ones are no titles but faults, and take minutes to compare."""
_MONTHS, _DAYS = 12, 31
_FIRST_YEAR, _LAST_YEAR = 1000, 9998


@dataclass(slots=True)
class Values:
    """The values of a reference as they are read, and where each stands in the answer."""

    found: dict[str, Any] = field(default_factory=dict)
    pointers: dict[str, str] = field(default_factory=dict)

    def put(self, attribute: str, value: Any, pointer: str) -> None:
        """Set an attribute, where there is a value and none was set before."""
        if value and attribute not in self.found:
            self.found[attribute] = value
            self.pointers[attribute] = pointer


def shown(value: Any) -> str:
    """Give a text as plain text; empty for all else, and for what is too long to be a value of a record."""
    return plain(value) if isinstance(value, str) and len(value) <= _LONGEST else ""


def text(value: Any) -> str | None:
    """Give text and numbers as plain text; None for all else and for what stands for nothing."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = shown(value)
    return None if _NOTHING.fullmatch(found) else found


def rows(value: Any) -> list[tuple[int, Mapping[str, Any]]]:
    """List the objects of a list with their places."""
    return [(place, row) for place, row in enumerate(value) if isinstance(row, Mapping)] if isinstance(value, list) else []


def inside(value: Any) -> Mapping[str, Any]:
    """Give an object; an empty one for all else."""
    return value if isinstance(value, Mapping) else {}


def codes(*values: Any) -> tuple[str, ...]:
    """List the texts among identifiers, each once."""
    return tuple(dict.fromkeys(found for value in values if (found := text(value)) is not None))


def only(value: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """Cut an object to some keys, in their order; empty values are left out."""
    return {name: value[name] for name in names if value.get(name) not in (None, "", [], {})}


def iso_date(value: Any) -> Date | None:
    """Read a date or a range "FIRST/LAST" of ISO 8601 as precise as it is; None for what is none."""
    first, _, last = (text(value) or "").partition("/")
    start, end = _day(first), _day(last)
    if start is None or end is None or end == start:
        return start
    return Date(year=start.year, month=start.month, day=start.day, end=end)


def _day(written: str) -> Date | None:
    found = _ISO.fullmatch(written.strip())
    year = year_of(found[1]) if found else None
    if found is None or year is None:
        return None
    month, day = (int(part) if part else None for part in (found[2], found[3]))
    if month is None or not 1 <= month <= _MONTHS:
        return Date(year=year)
    return Date(year=year, month=month, day=day if day is not None and 1 <= day <= _DAYS else None)


def year_of(value: Any) -> int | None:
    """Read a year of four figures."""
    written = text(value) or ""
    year = int(written) if re.fullmatch(r"[0-9]{4}", written) else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None

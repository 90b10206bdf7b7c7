"""Names and dates in CSL-JSON, both ways.

Source: CSL-JSON schema (csl-data), "name-variable" and "date-variable"; CSL 1.0.2.
"""

from __future__ import annotations

import re
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.names import ET_AL, Name
from refcheck.text.dates import parse_date

_PARTS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4, **{str(number): number for number in range(1, 5)}}
_ISO = re.compile(r"(-?\d{4,})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_LAST_MONTH, _LAST_DAY, _RANGE = 12, 31, 2
_EDTF_SEASONS = range(13, 25)


def parse_name(value: Any) -> Name | None:
    """Read a name; a bare text is a literal. None where it holds nothing."""
    if isinstance(value, str):
        return (ET_AL if _is_others(value) else Name(literal=value)) if value.strip() else None
    if not isinstance(value, dict):
        return None
    parts = {attribute: _text(value.get(key)) for key, attribute in _PARTS.items()}
    if not any(parts.values()):
        return None
    if parts["literal"] and _is_others(parts["literal"]):
        return ET_AL
    if value.get("isInstitution") and parts["family"] and not parts["given"]:
        return Name(literal=parts["family"])
    return Name(**parts)


def _is_others(text: str) -> bool:
    return text.strip().lower().rstrip(".") in {"et al", "others", "and others"}


def _text(value: Any) -> str | None:
    return (str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else "").strip() or None


def to_name(name: Name) -> dict[str, str]:
    """Write a name; its honorific has no place in CSL."""
    return {key: part for key, attribute in _PARTS.items() if (part := getattr(name, attribute))}


def parse_date_value(value: Any) -> Date | None:
    """Read a date: parts as numbers or text, one or two; season; circa; else `raw` or `literal` as text."""
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _from_text(str(value)) if str(value).strip() else None
    if not isinstance(value, dict):
        return None
    literal = _text(value.get("literal"))
    parts = value.get("date-parts")
    ends = [date for part in parts if (date := _from_parts(part))] if isinstance(parts, list) else []
    circa = bool(value.get("circa")) and str(value.get("circa")).lower() not in {"false", "0"}
    if not ends:
        text = literal or _text(value.get("raw")) or _text(value.get("edtf"))
        if text is None:
            return None
        read = _from_text(text) if literal is None else Date(literal=literal)
        return Date(
            year=read.year,
            month=read.month,
            day=read.day,
            season=read.season,
            end=read.end,
            circa=circa or read.circa,
            literal=read.literal,
        )
    first, last = ends[0], ends[1] if len(ends) >= _RANGE else None
    season = _SEASONS.get((_text(value.get("season")) or "").lower()) or first.season
    return Date(year=first.year, month=first.month, day=first.day, season=season, end=last, circa=circa, literal=literal)


def _from_text(text: str) -> Date:
    """Read ISO dates and ranges, then dates as lists print them; else keep the text."""
    first, slash, last = text.strip().partition("/")
    start, end = _ISO.fullmatch(first.strip()), _ISO.fullmatch(last.strip())
    if start and (end or not slash):
        begin = _from_parts(list(start.groups()))
        until = _from_parts(list(end.groups())) if end else None
        if begin and (until or not slash):
            return Date(year=begin.year, month=begin.month, day=begin.day, season=begin.season, end=until)
    return parse_date(text) or Date(literal=text.strip())


def _from_parts(parts: Any) -> Date | None:
    """Read year, month and day as far as they are numbers in their range; None without a year."""
    numbers: list[int] = []
    for part in parts if isinstance(parts, list) else ():
        text = _text(part) or ""
        if not re.fullmatch(r"-?\d{1,6}(?:\.0)?", text):
            break
        numbers.append(int(float(text)))
    if not numbers or (numbers[0] == 0 and len(numbers) == 1 and parts[0] in ("", None)):
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    season = (month - 1) % 4 + 1 if month in _EDTF_SEASONS else None
    known = 1 <= month <= _LAST_MONTH
    return Date(year=year, month=month if known else None, day=day if known and 1 <= day <= _LAST_DAY else None, season=season)


def to_date(date: Date) -> dict[str, Any]:
    """Write a date; a date that is only a text becomes `literal`."""
    written: dict[str, Any] = {}
    if date.year is not None:
        written["date-parts"] = [list(date.parts), *([list(date.end.parts)] if date.end else [])]
    if date.season:
        written["season"] = date.season
    if date.circa:
        written["circa"] = True
    if date.literal:
        written["literal"] = date.literal
    return written

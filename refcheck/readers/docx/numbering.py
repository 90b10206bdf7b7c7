"""The numbers that Word prints before the paragraphs of its lists, which stand in no text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from refcheck.readers.docx.package import Package, W

_PLACE = re.compile(r"%([1-9])")
_EDGES = " .:()[]{}<>\t"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph of a list."""

    group: int
    """Which list; from 1."""
    label: str | None
    """Its number without brackets and stop; None of a bullet."""


class Numbering:
    """Counts the paragraphs of numbered lists, in the order in which it is asked."""

    def __init__(self, package: Package) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._groups: dict[str, int] = {}
        root = package.numbering
        if root is None:
            return
        for each in root.iter(f"{W}abstractNum"):
            self._levels[each.get(f"{W}abstractNumId", "")] = {
                _number(level.get(f"{W}ilvl")): _level(level) for level in each.iter(f"{W}lvl")
            }
        for each in root.iter(f"{W}num"):
            named = each.find(f"{W}abstractNumId")
            if named is not None:
                self._abstract[each.get(f"{W}numId", "")] = named.get(f"{W}val", "")

    def of(self, properties: Any) -> Numbered | None:
        """Number the next paragraph with these `w:numPr`; None where they put it into no list."""
        identifier, depth = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
        list_id = identifier.get(f"{W}val", "") if identifier is not None else ""
        levels = self._levels.get(self._abstract.get(list_id, ""))
        if not levels:
            return None
        at = _number(depth.get(f"{W}val")) if depth is not None else 0
        level = levels.get(at)
        group = self._groups.setdefault(list_id, len(self._groups) + 1)
        if level is None or level.form in {"bullet", "none"}:
            return Numbered(group, None)
        counts = self._counts[list_id]
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [each for each in counts if each > at]:
            del counts[deeper]
        printed = _PLACE.sub(lambda place: str(counts.get(int(place[1]) - 1, 1)), level.text).strip(_EDGES)
        return Numbered(group, printed or None)


def _level(level: Any) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return default if found is None else str(found.get(f"{W}val", default))

    return _Level(value("numFmt", "decimal"), value("lvlText", "%1"), _number(value("start", "1")))


def _number(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else 0

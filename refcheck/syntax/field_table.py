"""A format's table: which fields hold a variable, by the type of the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

ANY = "*"
"""The default row: works of every type."""


class FieldTable:
    """Fields of a format, keyed (CSL type, attribute); the one table of its reader and exporter.

    Args:
        rows: lines of "types attribute = fields", the field to write first before others that are read too. A row of a
            type goes before the default row of `ANY`.
    """

    def __init__(self, rows: str) -> None:
        self._rows: dict[tuple[str, str], tuple[str, ...]] = {}
        for line in rows.splitlines():
            left, _, right = line.partition("=")
            *types, attribute = left.split() or [""]
            self._rows |= {(csl, attribute): tuple(right.split()) for csl in types}
        self._ranked: dict[str, Mapping[str, tuple[str, int]]] = {}

    def fields_of(self, csl: str, attribute: str) -> tuple[str, ...]:
        """Name the fields that hold a variable of a work of this type: the one to write first; none where there is none."""
        return self._rows[csl, attribute] if (csl, attribute) in self._rows else self._rows.get((ANY, attribute), ())

    def ranked_attributes(self, csl: str) -> Mapping[str, tuple[str, int]]:
        """Give the variable each field means in a work of this type, and its rank among the fields that mean it."""
        known = self._ranked.get(csl)
        if known is None:
            known = self._ranked[csl] = MappingProxyType(dict(self._meant(csl)))
        return known

    def _meant(self, csl: str) -> Iterator[tuple[str, tuple[str, int]]]:
        """Yield what each field means, the meanings for the type last."""
        for wanted in (ANY, csl):
            for (kind, attribute), names in self._rows.items():
                if kind == wanted and (wanted == csl or (csl, attribute) not in self._rows):
                    yield from ((name, (attribute, rank)) for rank, name in enumerate(names))

"""Where the values of one entry stand, told when asked.

Few of a large file's places are ever looked at; a place is worked out from the field its value was read from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refcheck.model.references import Origin, Span
from refcheck.model.variables import VARIABLES
from refcheck.syntax.bibtex import Value
from refcheck.syntax.bibtex_names import places_of

_LISTS = frozenset(attribute for attribute, variable in VARIABLES.items() if variable.kind == "names")
_NAME = re.compile(r"(.+)\[(0|[1-9]\d{0,8})\]")


class Places(Mapping[str, Origin]):
    """Attribute, or path of one name such as `author[2]`, -> where its value stands.

    Args:
        fields: attribute -> the field its value was read from, in the order of reading.
    """

    __slots__ = ("_fields", "_known")

    def __init__(self, fields: Mapping[str, Value]) -> None:
        self._fields = fields
        self._known: dict[str, list[tuple[int, int]]] = {}

    def __getitem__(self, path: str) -> Origin:
        """Give the place of one value; KeyError where nothing was read for a path."""
        value = self._fields.get(path)
        if value is None:
            value = self._name(path)
        raw = value.text if value.raw is None else value.raw
        return Origin(span=Span(value.start, value.end), raw=raw, via=value.via, parent=value.parent)

    def __iter__(self) -> Iterator[str]:
        """Give the paths in the order of reading, those of single names after their list."""
        for attribute in self._fields:
            yield attribute
            yield from (f"{attribute}[{place}]" for place in range(len(self._parted(attribute))))

    def __len__(self) -> int:
        """Count the paths."""
        return sum(1 + len(self._parted(attribute)) for attribute in self._fields)

    def _name(self, path: str) -> Value:
        found = _NAME.fullmatch(path)
        parted = self._parted(found[1]) if found else []
        if found is None or int(found[2]) >= len(parted):
            raise KeyError(path)
        value, (start, end) = self._fields[found[1]], parted[int(found[2])]
        return Value(value.text[start:end], value.start + start, value.start + end, value.via, value.parent)

    def _parted(self, attribute: str) -> list[tuple[int, int]]:
        """Give the places of single names within their field; none where it is put together of pieces."""
        known = self._known.get(attribute)
        if known is None:
            value = self._fields.get(attribute) if attribute in _LISTS else None
            is_whole = value is not None and value.raw is None and value.via != "derived"
            known = self._known[attribute] = places_of(value.text) if value and is_whole else []
        return known

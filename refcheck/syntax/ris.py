"""RIS: its lines and records.

Source: RIS format specifications (Research Information Systems, 2001 and 2011).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.references import Span
from refcheck.syntax.entries import Broken
from refcheck.syntax.ris_fields import TAGS
from refcheck.syntax.tagged_lines import Record, Value

_FIRST = re.compile(r"[ \t\ufeff]*([Tt][Yy])([ \t]*)-[ \t]*(?=[^\W_]|$)")
_USUAL = re.compile(r"[ \t]*([A-Z][A-Z0-9]) {2}-")
_OTHER = re.compile(r"[ \t]*([A-Za-z][A-Za-z0-9])([ \t]*)-")
_LINE = re.compile(r"[^\r\n]+")
_NONE = "there is no entry; an entry of RIS begins with a TY line"
_STRAY = "fields stand outside of an entry; an entry of RIS begins with a TY line"


class _Open:
    """A record whose end is not read yet."""

    def __init__(self, found: re.Match[str], line: re.Match[str]) -> None:
        self.is_lower, self.gap = found[1].islower(), found[2]
        self.start = line.start() + found.start(1)
        self.end = line.start() + len(line[0].rstrip())
        self.type = line[0][found.end() :].strip().upper()
        self.values: list[Value] = []

    def tagged(self, line: re.Match[str]) -> re.Match[str] | None:
        """Match the tag of a line: as the format writes it, or as this record writes its TY."""
        usual = _USUAL.match(line[0])
        if usual:
            return usual
        other = _OTHER.match(line[0])
        if other is None or other[2] != self.gap or other[1].upper() not in TAGS:
            return None
        return other if other[1].isupper() != self.is_lower else None

    def closed(self) -> Record:
        fields = tuple(value.field() for value in self.values if value.pieces)
        return Record(fields=fields, type=self.type, span=Span(self.start, self.end))


def parse(text: str) -> tuple[Record | Broken, ...]:
    """Read the records of a file, in its order.

    A missing ER is forgiven, and so are tags in lower case or with other blanks before the hyphen where TY is written
    so too. Text between records is nobody's; tags that no TY precedes are `Broken`.
    """
    found = tuple(_records(text))
    return found if found or not text.strip() else (Broken(reason=_NONE, span=Span(0, len(text))),)


def _records(text: str) -> Iterator[Record | Broken]:
    current: _Open | None = None
    stray: Span | None = None
    for line in _LINE.finditer(text):
        first = _FIRST.match(line[0])
        if first is not None:
            if current:
                yield current.closed()
            if stray:
                yield Broken(reason=_STRAY, span=stray)
            current, stray = _Open(first, line), None
        elif current is None:
            tag = _USUAL.match(line[0])
            if tag and tag[1] != "ER":
                stray = Span(stray.start if stray else line.start() + tag.start(1), line.end())
        elif _taken(current, line):
            yield current.closed()
            current = None
    if current:
        yield current.closed()
    if stray:
        yield Broken(reason=_STRAY, span=stray)


def _taken(record: _Open, line: re.Match[str]) -> bool:
    """Take a line into a record, and tell whether it ends there."""
    tag = record.tagged(line)
    piece = line[0][tag.end() if tag else 0 :].strip()
    record.end = line.start() + len(line[0].rstrip()) if line[0].strip() else record.end
    start = line.start() + (line[0].index(piece, tag.end() if tag else 0) if piece else 0)
    if tag and tag[1].upper() == "ER":
        return True
    if tag:
        record.values.append(Value(tag[1].upper(), line.start() + tag.start(1)))
    if piece and record.values:
        record.values[-1].add(piece, start)
    return False

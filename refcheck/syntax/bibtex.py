"""Read a BibTeX file into entries whose values know where they stand.

bibtexparser splits the file; what it gives up or passes over is looked at once more. The parts of each block are
found by our own scan, which keeps exact places.

Source: BibTeX, "BibTeXing"; biblatex manual 2; bibtexparser 2, "Splitter".
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from refcheck.model.references import Span, Via
from refcheck.syntax.bibtex_scan import HEAD, Block, Fault, Field, scan

_LINE_BREAK = re.compile(r"[\r\n]")
_FAR = 200
"""How far before an entry on its line a comment is looked for."""
MONTHS = dict(zip(str.split("jan feb mar apr may jun jul aug sep oct nov dec"), range(1, 13), strict=True))
"""Strings that every style defines -> number of the month."""


class Value(NamedTuple):
    """The value of a field with strings and joins resolved, LaTeX as it is."""

    text: str
    start: int
    """Offset of the text it was taken from; delimiters of a single piece left out."""
    end: int
    via: Via = "own"
    parent: str | None = None
    """Name of the string or key of the parent entry it comes from."""
    raw: str | None = None
    """What stands at its place, where that is not its text letter for letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry with its values by field name in lower case."""

    type: str
    key: str
    span: Span
    fields: Mapping[str, Value]
    duplicates: tuple[tuple[str, Span], ...] = ()
    """Fields given again after the first, which alone is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenBlock:
    """What breaks the grammar."""

    reason: str
    span: Span
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The entries of a file in its order, and what could not be read."""

    entries: tuple[Entry, ...]
    broken: tuple[BrokenBlock, ...]


def parse(text: str) -> Library:
    """Read all entries of a file; strings are resolved, inheritance is not (see `bibtex_inheritance`)."""
    strings: dict[str, Value] = {}
    entries: list[Entry] = []
    broken: list[BrokenBlock] = []
    for block in _blocks(text):
        broken += [BrokenBlock(reason=fault.reason, span=Span(*_place(block, fault)), key=block.key or None) for fault in block.faults]
        if block.broken:
            continue
        if block.type == "string":
            strings.update(_values(text, block.fields, strings)[0])
        elif block.type not in {"comment", "preamble"}:
            values, duplicates = _values(text, block.fields, strings)
            span = Span(block.start, block.end)
            entries.append(Entry(type=block.type, key=block.key, span=span, fields=values, duplicates=duplicates))
    return Library(entries=tuple(entries), broken=tuple(broken))


def _place(block: Block, fault: Fault) -> tuple[int, int]:
    return (block.start, block.end) if block.broken else (fault.start, fault.end)


def _values(text: str, fields: list[Field], strings: Mapping[str, Value]) -> tuple[dict[str, Value], tuple[tuple[str, Span], ...]]:
    values: dict[str, Value] = {}
    duplicates: list[tuple[str, Span]] = []
    for name, pieces, _, end in fields:
        if name in values:
            duplicates.append((name, Span(pieces[0].start, pieces[-1].end)))
            continue
        kind, first, last = pieces[0]
        if len(pieces) == 1 and kind != "macro":
            values[name] = Value(text[first:last], first, last)
        else:
            values[name] = _joined(text, pieces, end, strings)
    return values, tuple(duplicates)


def _joined(text: str, pieces: tuple[tuple[str, int, int], ...], end: int, strings: Mapping[str, Value]) -> Value:
    """Put a value of several pieces or of strings together; an unknown string stays as its name."""
    parts: list[str] = []
    parent: str | None = None
    for kind, first, last in pieces:
        word = text[first:last]
        name = word.lower()
        if kind == "macro" and name in strings:
            parts.append(strings[name].text)
            parent = parent or word
        else:
            if kind == "macro" and name not in MONTHS:
                parent = parent or word
            parts.append(word)
    kind, start, stop = pieces[0]
    if len(pieces) > 1:
        start -= kind in {"braced", "quoted"}
        stop = end
    elif parent is not None and parent.lower() in strings:
        start, stop = strings[parent.lower()].start, strings[parent.lower()].end
    joined = "".join(parts)
    raw = text[start:stop]
    return Value(joined, start, stop, "own" if parent is None else "string", parent, None if raw == joined else raw)


def _blocks(text: str) -> Iterator[Block]:
    """Give the blocks of a file in its order."""
    cursor = 0
    for start, end, is_free in _split(text):
        at = max(start, cursor)
        while at < end:
            head = HEAD.search(text, at, end)
            if head is None:
                break
            line = _LINE_BREAK.split(text[max(0, head.start() - _FAR) : head.start()])[-1]
            if "%" in line or (is_free and line.strip()):
                at = head.end()
                continue
            block = scan(text, head)
            yield block
            at = cursor = block.end


def _split(text: str) -> list[tuple[int, int, bool]]:
    """Split a file with bibtexparser: start and end of each block, and whether it is text between entries."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import ImplicitComment

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    found: list[tuple[int, int, bool]] = []
    at = 0
    for block in parse_string(text, parse_stack=[]).blocks:
        raw = block.raw or ""
        start = text.find(raw, at)
        if start < 0:  # it overlaps the one before
            continue
        end = start + len(raw)
        found.append((at, end, isinstance(block, ImplicitComment)))
        at = end
    return [*found, (at, len(text), True)]

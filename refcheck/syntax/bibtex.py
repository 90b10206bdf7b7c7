"""Read a BibTeX file into entries whose values know where they stand.

The parts of each block are found by our own scan, which keeps exact places. Where an "@" stands in the middle of a
line, bibtexparser's split of that line tells a block from an address in running text.

Source: BibTeX, "BibTeXing"; biblatex manual 2; bibtexparser 2, "Splitter".
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from refcheck.model.references import Span, Via
from refcheck.syntax.bibtex_scan import HEAD, NEXT_HEAD, Block, Field, Piece, scan

_LINE_BREAK = re.compile(r"[\r\n]")
_FAR = 200
"""How far before a block on its line other text is looked for."""
OtherKind = Literal["string", "preamble", "comment", "text"]
"""What a stretch of a file is that is no entry; "text" is what stands between the blocks."""
_FAULTY = 50
"""After so many faulty blocks each is held to end before the next line that starts one."""
_LONGEST = 20_000
"""A value of strings that would be longer stays as it is written."""
_OTHERS: Mapping[str, OtherKind] = {"string": "string", "preamble": "preamble", "comment": "comment"}
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
class OtherBlock:
    """A stretch of a file that is no entry."""

    kind: OtherKind
    span: Span
    """Without the blanks around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All that a file holds, each kind in the order of the file; between them stand only blanks."""

    entries: tuple[Entry, ...]
    broken: tuple[BrokenBlock, ...]
    """Blocks that could not be read, and faults within those that could."""
    others: tuple[OtherBlock, ...]
    strings: Mapping[str, Value]
    """Name in lower case -> the value it has at the end of the file."""


def parse(text: str) -> Library:
    """Read all entries of a file; strings are resolved, inheritance is not (see `bibtex_inheritance`)."""
    strings: dict[str, Value] = {}
    entries: list[Entry] = []
    broken: list[BrokenBlock] = []
    others: list[OtherBlock] = []
    at = 0
    for block in _blocks(text):
        others += _text_between(text, at, block.start)
        at = block.end
        span = Span(block.start, block.end)
        key = block.key or None
        if block.broken:
            broken.append(BrokenBlock(reason=block.faults[-1].reason, span=span, key=key))
            continue
        broken += [BrokenBlock(reason=reason, span=Span(start, end), key=key) for reason, start, end in block.faults]
        kind = _OTHERS.get(block.type)
        if kind is None:
            values, duplicates = _values(text, block.fields, strings)
            entries.append(Entry(type=block.type, key=block.key, span=span, fields=values, duplicates=duplicates))
            continue
        others.append(OtherBlock(kind=kind, span=span))
        strings.update(_values(text, block.fields, strings)[0])
    others += _text_between(text, at, len(text))
    return Library(entries=tuple(entries), broken=tuple(broken), others=tuple(others), strings=strings)


def _text_between(text: str, start: int, end: int) -> list[OtherBlock]:
    between = text[start:end]
    bare = between.strip()
    if not bare:
        return []
    start += between.index(bare)
    return [OtherBlock(kind="text", span=Span(start, start + len(bare)))]


def _values(text: str, fields: list[Field], strings: Mapping[str, Value]) -> tuple[dict[str, Value], tuple[tuple[str, Span], ...]]:
    values: dict[str, Value] = {}
    duplicates: list[tuple[str, Span]] = []
    for name, kind, first, last, _, end, pieces in fields:
        if name in values:
            duplicates.append((name, Span(first, pieces[-1].end if pieces else last)))
        elif kind == "macro" or pieces:
            values[name] = _joined(text, pieces or (Piece(kind, first, last),), end, strings)
        else:
            values[name] = Value(text[first:last], first, last)
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
    raw = text[start:stop]
    joined = "".join(parts) if parent is None or sum(map(len, parts)) < _LONGEST else raw
    return Value(joined, start, stop, "own" if parent is None else "string", parent, None if raw == joined else raw)


def _blocks(text: str) -> Iterator[Block]:
    """Give the blocks of a file in its order."""
    at = end = faulty = 0
    while (head := HEAD.search(text, at)) is not None:
        start = head.start()
        line = "" if start == end or text[start - 1] in "\r\n" else _LINE_BREAK.split(text[max(end, start - _FAR) : start])[-1]
        if line.strip() and ("%" in line or _is_text(line + head[0])):
            at = head.end()
            continue
        following = NEXT_HEAD.search(text, head.end()) if faulty > _FAULTY else None
        block = scan(text, head, following.start() if following else len(text))
        yield block
        at = end = block.end
        faulty += bool(block.faults) or text[at - 1] not in "})"


def _is_text(line: str) -> bool:
    """Tell whether bibtexparser takes a line that leads up to the first brace of a block for text between blocks."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import ImplicitComment

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return isinstance(parse_string(line, parse_stack=[]).blocks[-1], ImplicitComment)

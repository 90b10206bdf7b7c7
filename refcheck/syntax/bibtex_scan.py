"""Find the parts of one BibTeX block and where each stands.

Braces and quotation marks are followed as BibTeX does; where that runs off the end, once more with escaped ones left
out of the count, as some programs write them. What breaks the grammar is passed over and noted where the rest can
still be read for certain.

Source: BibTeX, "BibTeXing" 2 to 4; btparse, "bt_language".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

PieceKind = Literal["braced", "quoted", "number", "macro", "loose"]


class Piece(NamedTuple):
    """One part of a value; "loose" is text that should have stood in braces."""

    kind: PieceKind
    start: int
    """Offset of its text, delimiters left out."""
    end: int


class Field(NamedTuple):
    """A field of an entry: its name in lower case and where its value stands."""

    name: str
    kind: PieceKind
    """Kind of the first piece of the value."""
    first: int
    """Offset of the text of that piece, delimiters left out."""
    last: int
    start: int
    """Offset of the name."""
    end: int
    """Offset after the value with its delimiters."""
    pieces: tuple[Piece, ...] = ()
    """All pieces, where there are several."""


class Fault(NamedTuple):
    """What breaks the grammar, as one line, and where."""

    reason: str
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class Block:
    """An entry, string or preamble as it stands in the text."""

    type: str
    """In lower case."""
    start: int
    end: int = 0
    key: str = ""
    fields: list[Field] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    broken: bool = False
    """Its fields cannot be told apart for certain; the last fault says why."""


HEAD = re.compile(r"@\s*([^\W\d][\w.:+/-]*)\s*([{(])")
NEXT_HEAD = re.compile(r"(?:^|(?<=\r))[ \t]*@[ \t]*[^\W\d][\w.:+/-]*[ \t]*[{(]", re.MULTILINE)
_HEAD_OF_LINE = re.compile(r"[ \t]*@[ \t]*[^\W\d][\w.:+/-]*[ \t]*[{(]")
_NEST = r"(?:[^{}\\]++|\\[^{}]|\{(?:[^{}\\]++|\\[^{}]|\{(?:[^{}\\]++|\\[^{}])*+\})*+\})*+"
_NAME = r"[^\W\d][^\s=,{}()\"#%@']*"
_FAST = re.compile(
    rf"[\s,]*({_NAME})\s*=\s*(?:\{{({_NEST})\}}|\"([^\"{{}}\\]*)\"|(\d+)|([^\W\d][^\s,{{}}()\"#=%]*+))\s*(?=[,}}])", re.DOTALL
)
_FAST_KINDS: tuple[PieceKind, ...] = ("loose", "loose", "braced", "quoted", "number", "macro")
"""What each group of `_FAST` holds."""
_GAP = re.compile(r"(?:[\s,]++|%[^\r\n]*+)*+")
_BLANK = re.compile(r"(?:\s++|%[^\r\n]*+(?=[\r\n]))*+")
_ASSIGN = re.compile(rf"({_NAME})\s*=\s*")
_KEY = re.compile(r"\s*([^,={}\s](?:[^,={}\r\n]*[^,={}\s])?|)\s*(?=[,}])")
_KEY_IN_PARENTHESES = re.compile(r"\s*([^,={}()\s](?:[^,={}()\r\n]*[^,={}()\s])?|)\s*(?=[,)])")
_KEY_ALONE = re.compile(rf"\s*([^\s,={{}}]+)\s+(?={_NAME}\s*=)")
_NO_KEY = re.compile(rf"\s*(?={_NAME}\s*=)")
_BARE = re.compile(r"[^\s,{}()\"#=%]+")
_AFTER_BARE = re.compile(rf"(?:\s++|%[^\r\n]*+(?=[\r\n]))*+(?:[#,}})]|$|{_NAME}\s*=)")
_LOOSE = re.compile(rf"[^\r\n]*?(?=\s*(?:,?[ \t]*(?:[\r\n]|$)|,\s*{_NAME}\s*=|[}})]\s*(?:$|@)))")
_LINE_END = re.compile(r"[\r\n]")
_JOIN = re.compile(r"\s*#\s*")
_MARKS = {"}": r"[{}]", ")": r"[{})]", '"': r'[{}"]'}
_PLAIN = {close: re.compile(marks) for close, marks in _MARKS.items()}
_ESCAPED = {close: re.compile(rf"\\.|{marks}", re.DOTALL) for close, marks in _MARKS.items()}
_ESCAPE = re.compile(r"\\[{}\"]")
_FAR = 5000
"""How far after an end that does not fit another one is looked for."""
_VALUE_ENDS = re.compile(r"\s*(?:[,#}]|$)")
_ENTRY_ENDS = re.compile(r"\s*(?:$|@)")
_FIELD_AFTER = re.compile(rf",\s*{_NAME}\s*=\s*[{{\"\w]")
_FIELD_WITHIN = re.compile(rf"(?:^|(?<=\r))[ \t]*{_NAME}[ \t]*=[ \t]*[{{\"]", re.MULTILINE)


def scan(text: str, head: re.Match[str], stop: int) -> Block:
    """Read the block that starts with a head, a match of `HEAD`, and ends before an offset."""
    block = Block(type=head[1].lower(), start=head.start())
    close = "}" if head[2] == "{" else ")"
    at = head.start()
    if block.type == "comment":
        end = _balanced(text, head.end(), close, stop, _PLAIN)
        line_end = _LINE_END.search(text, at, stop)
        block.end = end + 1 if end is not None else line_end.start() if line_end else stop
        return block
    if block.type == "preamble":
        end = closing(text, head.end(), close, stop)
        if end is None:
            return _break(block, text, "the preamble is never closed", stop)
        block.end = end + 1
        return block
    at = head.end()
    if block.type != "string":
        found = (_KEY if close == "}" else _KEY_IN_PARENTHESES).match(text, at, stop)
        if found is None and (found := _KEY_ALONE.match(text, at, stop)):
            block.faults.append(Fault("a comma is missing after the key", found.start(1), found.end(1)))
        if found:
            block.key, at = found[1], found.end()
        elif not _NO_KEY.match(text, at, stop):
            return _break(block, text, "no key and no field follows the opening brace", stop)
    return _fields(block, text, at, close, stop)


def _fields(block: Block, text: str, at: int, close: str, stop: int) -> Block:
    """Read fields up to the delimiter that closes the block."""
    fields, faults = block.fields, block.faults
    while True:
        if close == "}" and (fast := _FAST.match(text, at, stop)):
            group = fast.lastindex or 0
            first, last = fast.span(group)
            at = last + (group < 4)  # noqa: PLR2004 -- braces and quotation marks
            fields.append(Field(fast[1].lower(), _FAST_KINDS[group], first, last, fast.start(1), at))
            continue
        at = _gap(text, at, stop)
        sign = text[at : at + 1] if at < stop else ""
        if sign and sign in "})" and (sign == close or _ENTRY_ENDS.match(text, at + 1, stop)):
            if sign != close:
                faults.append(Fault(f"the entry is opened with {'{' if close == '}' else '('} and closed with {sign}", at, at + 1))
            block.end = at + 1
            return block
        if not sign or (sign == "@" and HEAD.match(text, at)):
            return _unclosed(block, text, at, stop)
        assign = _ASSIGN.match(text, at, stop)
        if assign is None:
            at = _stray(block, text, at, stop)
            continue
        value = _value(text, assign.end(), stop)
        if value is None:
            return _break(block, text, f'the value of "{assign[1].lower()}" is never closed', stop)
        pieces, end = value
        fields.append(Field(assign[1].lower(), *pieces[0], at, end, pieces if len(pieces) > 1 else ()))
        at = _after_value(block, text, end, stop)


def _gap(text: str, at: int, stop: int) -> int:
    """Pass over blanks, commas and comments between fields."""
    found = _GAP.match(text, at, stop)
    return found.end() if found else at


def _after_value(block: Block, text: str, end: int, stop: int) -> int:
    """Note what is wrong between a value and what follows it."""
    field_ = block.fields[-1]
    kind, first, last = field_.pieces[-1] if field_.pieces else field_[1:4]
    if kind == "loose":
        block.faults.append(Fault(f'the value of "{field_.name}" stands in neither braces nor quotation marks', first, last))
    found = _BLANK.match(text, end, stop)
    after = found.end() if found else end
    if _ASSIGN.match(text, after, stop):
        block.faults.append(Fault(f'a comma is missing after the value of "{field_.name}"', field_.start, end))
    return after


def _stray(block: Block, text: str, at: int, stop: int) -> int:
    """Pass over what is no field: up to a comma or line end outside of braces, or to the closing delimiter."""
    place, depth = at, 0
    while place < stop:
        sign = text[place]
        if sign == "{":
            depth += 1
        elif sign in "})":
            if depth == 0:
                break
            depth -= sign == "}"
        elif sign in "\r\n":
            if _HEAD_OF_LINE.match(text, place + 1, stop) or (depth == 0 and place > at and _line_starts(text, place + 1, stop)):
                break
        elif sign == "," and depth == 0 and place > at:
            break
        place += 1
    place = max(place, at + 1)
    words = " ".join(text[at:place].split())
    shown = words if len(words) <= 30 else f"{words[:29]}…"  # noqa: PLR2004 -- fits on a line beside the rest
    block.faults.append(Fault(f'"{shown}" is no field (name = value)', at, place))
    return place


def _line_starts(text: str, at: int, stop: int) -> bool:
    found = _BLANK.match(text, at, stop)
    return _ASSIGN.match(text, found.end() if found else at, stop) is not None


def _value(text: str, at: int, stop: int) -> tuple[tuple[Piece, ...], int] | None:
    """Read the pieces of a value, joined by "#", and where they end; None where one is never closed."""
    pieces: list[Piece] = []
    while True:
        sign = text[at : at + 1]
        if at >= stop or (sign == "@" and HEAD.match(text, at, stop)):
            while text[at - 1].isspace():
                at -= 1
            return (*pieces, Piece("loose", at, at)), at
        if sign in {"{", '"'}:
            end = closing(text, at + 1, "}" if sign == "{" else sign, stop)
            if end is None:
                return None
            pieces.append(Piece("braced" if sign == "{" else "quoted", at + 1, end))
            end += 1
        else:
            pieces.append(_bare(text, at, stop))
            end = pieces[-1].end
        join = _JOIN.match(text, end, stop)
        if join is None or pieces[-1].kind == "loose":
            return tuple(pieces), end
        at = join.end()


def _bare(text: str, at: int, stop: int) -> Piece:
    """Read a number or the name of a string; else what stands up to the end of the field."""
    word = _BARE.match(text, at, stop)
    if word and _AFTER_BARE.match(text, word.end(), stop) and (word[0].isdigit() or not word[0][0].isdigit()):
        return Piece("number" if word[0].isdigit() else "macro", word.start(), word.end())
    loose = _LOOSE.match(text, at, stop)
    return Piece("loose", at, loose.end() if loose else at)


def closing(text: str, at: int, close: str, stop: int) -> int | None:
    """Find the delimiter that closes what was opened before an offset; None where there is none in its place."""
    end = _balanced(text, at, close, stop, _ESCAPED)
    if _ESCAPE.search(text, at, stop if end is None else end):
        far = stop if end is None else end if _VALUE_ENDS.match(text, end + 1, stop) else min(stop, end + _FAR)
        counted = _balanced(text, at, close, far, _PLAIN)
        if counted is not None and (end is None or _VALUE_ENDS.match(text, counted + 1, stop)):
            end = counted
    return None if end is None or _swallows(text, at, end) else end


def _swallows(text: str, start: int, end: int) -> bool:
    """Tell whether a value runs over the start of another entry, as one does that is not closed in its place."""
    return "@" in text[start:end] and NEXT_HEAD.search(text, start, end) is not None and _FIELD_WITHIN.search(text, start, end) is not None


def _balanced(text: str, at: int, close: str, stop: int, patterns: Mapping[str, re.Pattern[str]]) -> int | None:
    depth = 0
    for mark in patterns[close].finditer(text, at, stop):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == close and depth == 0:
            return mark.start()
        elif sign == "}":
            if depth == 0:
                return None
            depth -= 1
    return None


def _unclosed(block: Block, text: str, at: int, stop: int) -> Block:
    """End an entry where the next one starts: it is whole but for its last delimiter, or its values ran into each other."""
    last = block.fields[-1] if block.fields else None
    if last and (_FIELD_WITHIN.search(text, last.start + len(last.name) + 1, last.end) or _FIELD_AFTER.search(text, last.start, last.end)):
        return _break(block, text, f'the value of "{last.name}" runs over the fields after it: a brace is missing', stop)
    block.end = block.start + len(text[block.start : at].rstrip())
    block.faults.append(Fault("the entry is never closed", block.start, block.end))
    return block


def _break(block: Block, text: str, reason: str, stop: int) -> Block:
    """Give an entry up; it ends where the next one starts on a line of its own."""
    following = NEXT_HEAD.search(text, block.start + 1, stop)
    end = following.start() if following else stop
    block.end = block.start + len(text[block.start : end].rstrip())
    block.faults.append(Fault(reason, block.start, block.end))
    block.broken = True
    return block

"""Read the items of a CSL-JSON text with the place of every value.

Source: RFC 8259; CSL-JSON schema (csl-data).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from refcheck.model.references import Span
from refcheck.syntax.entries import Broken

_BETWEEN = re.compile(r"^[ \t\r\n]*,?[ \t\r\n]*")
_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_SURROGATE = re.compile("[\ud800-\udfff]")


class Placed(NamedTuple):
    """A value of an item and where it stands."""

    value: Any
    span: Span
    parts: tuple[Span, ...] = ()
    """Of an array, where its elements stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One object of the array, its members by name."""

    members: dict[str, Placed]
    span: Span


def parse(text: str) -> tuple[Item | Broken, ...]:
    """Read an array of items, an object that holds one under "items", or one item, in the order of the text.

    What comes after a fault in the JSON itself is one `Broken`.
    """
    return tuple(_items(text))


def _items(text: str) -> Iterator[Item | Broken]:
    at = _skip(text, 0)
    try:
        if text[at : at + 1] == "{":
            members, end = _members(text, at)
            if isinstance(members.get("items"), Placed) and isinstance(members["items"].value, list):
                yield from _array(text, members["items"].span.start)
            elif members:
                yield Item(members=members, span=Span(at, end))
        elif text[at : at + 1] == "[":
            yield from _array(text, at)
        else:
            yield Broken(reason="CSL-JSON is an array of objects; this is neither an array nor an object", span=Span(at, len(text)))
    except json.JSONDecodeError as fault:
        yield _invalid(text, text[at:], fault)
    except RecursionError:
        yield Broken(reason="the JSON is nested too deeply to be read", span=Span(at, len(text)))


def _array(text: str, at: int) -> Iterator[Item | Broken]:
    """Read the elements of an array; a fault ends the reading."""
    last = at + 1
    try:
        for start, end in _elements(text, at):
            if text[start] == "{":
                yield Item(members=_members(text, start)[0], span=Span(start, end))
            else:
                yield Broken(reason="an item of CSL-JSON is an object; this is none", span=Span(start, end))
            last = end
    except json.JSONDecodeError as fault:
        yield _invalid(text, _BETWEEN.sub("", text[last:]), fault)


def _invalid(text: str, rest: str, fault: json.JSONDecodeError) -> Broken:
    reason = f"not valid JSON: {fault.msg[:1].lower()}{fault.msg[1:]} at line {fault.lineno}, column {fault.colno}"
    return Broken(reason=reason, span=Span(len(text) - len(rest), len(text)))


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        raise json.JSONDecodeError("Nested too deeply", text, at) from None


def _members(text: str, at: int) -> tuple[dict[str, Placed], int]:
    """Read the members of the object at an offset, and where it ends; of a repeated name the last counts, as in JSON."""
    found: dict[str, Placed] = {}
    at = _skip(text, at + 1)
    if text[at : at + 1] == "}":
        return found, at + 1
    while True:
        if text[at : at + 1] != '"':
            raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        name, at = _value(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise json.JSONDecodeError("Expecting ':' delimiter", text, at)
        start = _skip(text, at + 1)
        value, at = _value(text, start)
        found[name] = Placed(_clean(value), Span(start, at), elements(text, start) if isinstance(value, list) else ())
        at = _skip(text, at)
        sign = text[at : at + 1]
        if sign == "}":
            return found, at + 1
        if sign != ",":
            raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
        at = _skip(text, at + 1)


def _elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Give start and end of each element of the array at an offset."""
    at = _skip(text, at + 1)
    if text[at : at + 1] == "]":
        return
    while True:
        start = at
        _, at = _value(text, start)
        yield start, at
        at = _skip(text, at)
        sign = text[at : at + 1]
        if sign == "]":
            return
        if sign != ",":
            raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
        at = _skip(text, at + 1)


def elements(text: str, at: int) -> tuple[Span, ...]:
    """Give the places of the elements of the valid array at an offset."""
    return tuple(Span(start, end) for start, end in _elements(text, at))


def _clean(value: Any) -> Any:
    """Put U+FFFD for halves of surrogate pairs, which no text can hold."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(element) for element in value]
    if isinstance(value, dict):
        return {_clean(name): _clean(element) for name, element in value.items()}
    return value

"""Read the items of CSL-YAML: the `references` of a file, or of the header of a Markdown document.

What a scalar is taken for in YAML 1.1 is not regarded: a date, "no" and "012" are the text that is written.

Source: YAML 1.1; pandoc's User's Guide, "Specifying bibliographic data".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from refcheck.errors import ReadError
from refcheck.model.references import Span
from refcheck.model.variables import VARIABLES
from refcheck.syntax.csl_json import Item, Placed
from refcheck.syntax.csl_variables import ATTRIBUTES
from refcheck.syntax.entries import Broken

MOST = 2_000_000
"""Values that are read, those counted again that aliases stand for."""
DEEPEST = 100
"""Levels of lists and mappings that are read; an item has four."""
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_DATE_PARTS = ("year", "month", "day")
_REFERENCES = "references"


@dataclass(slots=True)
class _Node:
    """A value, or a list or mapping that may not be read to its end."""

    start: int
    end: int
    value: Any = None
    kind: str = "scalar"
    inner: list[_Node] = field(default_factory=list)
    """Elements of a list; keys and values of a mapping in turn."""
    weight: int = 1
    """How many values it stands for, itself and those within it."""
    is_flow: bool = False
    """Written between brackets or braces."""
    anchor: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def pairs(self) -> Iterator[tuple[str, _Node]]:
        """Yield the members of a mapping, a last key without a value left out."""
        for key, value in zip(self.inner[::2], self.inner[1::2], strict=False):
            yield key.value if isinstance(key.value, str) else "null" if key.kind == "scalar" else "?", value


def parse(text: str, offset: int = 0) -> tuple[Item | Broken, ...]:
    """Read the list under "references", or a bare list, in the order of the text; what comes after a fault is one `Broken`.

    A mapping without references, as the header of a document may be, holds no items.

    Args:
        text: the first YAML document in it is read.
        offset: where the text begins in its file; all places are those of the file.
    """
    root, reason = _composed(text)
    nodes = _references(root)
    found = [_item(node, offset) for node in nodes]
    if reason is not None:
        start = nodes[-1].end if nodes else 0
        start += len(text[start:]) - len(text[start:].lstrip())
        found.append(Broken(reason=reason, span=Span(start + offset, len(text) + offset)))
    return tuple(found)


def _references(root: _Node | None) -> list[_Node]:
    if root is None or root.kind == "list":
        return root.inner if root else []
    return next((node.inner for name, node in root.pairs() if name == _REFERENCES and node.kind == "list"), [])


def _item(node: _Node, offset: int) -> Item | Broken:
    if node.kind != "mapping":
        return Broken(reason="an item of CSL-YAML is a mapping; this is none", span=node.span.shifted(offset))
    members: dict[str, Placed] = {}
    for name, member in node.pairs():
        attribute = ATTRIBUTES.get(name)
        is_date = attribute is not None and VARIABLES[attribute].kind == "date"
        parts = tuple(element.span.shifted(offset) for element in member.inner) if member.kind == "list" else ()
        members[name] = Placed(_date(member.value) if is_date else member.value, member.span.shifted(offset), parts)
    return Item(members=members, span=node.span.shifted(offset))


def _date(value: Any) -> Any:
    """Put a date with named parts, or a list of two, into the form of CSL-JSON."""
    dates = value if isinstance(value, list) else [value]
    if not dates or not all(isinstance(date, dict) and "year" in date for date in dates):
        return value
    rest = {name: part for name, part in dates[0].items() if name not in _DATE_PARTS}
    return {**rest, "date-parts": [[date[name] for name in _DATE_PARTS if date.get(name)] for date in dates]}


def _composed(text: str) -> tuple[_Node | None, str | None]:
    """Build the first document of a text, or what of it stands before a fault, and tell the fault.

    Of what is open at a fault only the outermost two levels are given: their elements are whole.
    """
    from yaml import YAMLError

    lead = 1 if text.startswith("\ufeff") else 0
    composer = _Composer(text, lead)
    try:
        return composer.compose(), None
    except YAMLError as fault:
        problem = str(getattr(fault, "problem", None) or "it cannot be read")
        return composer.torn(), f"not valid YAML: {problem}"
    except ReadError as refusal:
        return composer.torn(), str(refusal)


class _Composer:
    """Makes nodes of the events of a YAML text, without recursion; aliases share the value they stand for."""

    def __init__(self, text: str, lead: int) -> None:
        self._text, self._lead = text, lead
        self._open: list[_Node] = []
        self._anchors: dict[str, _Node] = {}
        self._root: _Node | None = None

    def compose(self) -> _Node | None:
        """Read to the end of the first document; None where it is empty."""
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        event: Any
        for event in yaml.parse(_FORBIDDEN.sub(" ", self._text[self._lead :]), Loader=loader):
            start, end = event.start_mark.index + self._lead, event.end_mark.index + self._lead
            if isinstance(event, yaml.DocumentEndEvent):
                break
            if isinstance(event, yaml.CollectionStartEvent):
                self._begin(event, start)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._finish(end)
            elif isinstance(event, yaml.ScalarEvent):
                end = start + len(self._text[start:end].rstrip())
                value = None if event.implicit[0] and event.value in _EMPTY else event.value
                self._add(_Node(start, end, value), event.anchor)
            elif isinstance(event, yaml.AliasEvent):
                meant = self._anchors.get(str(event.anchor), _Node(start, end, self._text[start:end]))
                self._add(replace(meant, start=start, end=end), None)
        return self._root

    def torn(self) -> _Node | None:
        """Give what was read before a fault."""
        if len(self._open) > 1 and self._open[0].kind == "mapping" and self._open[1].kind == "list":
            self._open[0].inner.append(self._open[1])
        return self._open[0] if self._open else self._root

    def _begin(self, event: Any, start: int) -> None:
        if len(self._open) >= DEEPEST:
            raise ReadError(f"nested more than {DEEPEST} levels deep")
        kind = "list" if event.__class__.__name__ == "SequenceStartEvent" else "mapping"
        self._open.append(_Node(start, start, kind=kind, is_flow=bool(event.flow_style), anchor=event.anchor))

    def _finish(self, end: int) -> None:
        node = self._open.pop()
        node.end = end if node.is_flow else max((inner.end for inner in node.inner[-2:]), default=node.start)
        if node.kind == "list":
            node.value = [inner.value for inner in node.inner]
        else:
            node.value = {name: inner.value for name, inner in node.pairs()}
        self._add(node, node.anchor)

    def _add(self, node: _Node, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self._root = node
            return
        self._open[-1].inner.append(node)
        self._open[-1].weight += node.weight
        if self._open[-1].weight > MOST:
            raise ReadError(f"its aliases stand for more than {MOST} values")

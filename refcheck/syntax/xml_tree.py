"""Read XML into a small tree that knows where everything stands.

Source: XML 1.0, fifth edition; Namespaces in XML 1.0; HTML Living Standard, named character references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.entities import html5
from typing import Any, NamedTuple

from refcheck.errors import ReadError
from refcheck.model.references import NOTHING, Span

DEEPEST = 256
"""Levels of elements that are read; real documents have some forty."""
MOST = 1_500_000
"""Elements and stretches of text that are read: some 500 MB of memory, far above what any document holds."""
_DECLARATION = re.compile(r"\ufeff?\s*(?:<\?xml\b[^<>]*\?>\s*)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME_SIGN = "}"


class Stretch(NamedTuple):
    """A stretch of text: letter for letter as it is written, or one sign that stands for a reference or a line end."""

    text: str
    """The text it means; line ends are "\\n"."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Give the code points it is written with."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Element:
    """An element; it is compared by identity."""

    tag: str
    """Local name, without prefix and namespace."""
    space: str
    """Namespace; "" where it has none."""
    attributes: Mapping[str, str]
    """Attributes by local name; of two that differ in their namespace only, the one without."""
    children: tuple[Element | Stretch, ...]
    """Elements and text below it, in their order; comments and processing instructions are left out."""
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Give the code points from the first sign of its start tag to the last of its end tag."""
        return Span(self.start, self.end)

    @property
    def text(self) -> str:
        """Give all text below it, as it stands."""
        return "".join(stretch.text for stretch in self.stretches())

    @property
    def content(self) -> Span | None:
        """Give the code points from the first to the last sign of its text, blanks around it left out; None where it has none."""
        found = [stretch for stretch in self.stretches() if not stretch.text.isspace()]
        if not found:
            return None
        first, last = found[0], found[-1]
        lead, tail = len(first.text) - len(first.text.lstrip()), len(last.text) - len(last.text.rstrip())
        return Span(first.start + lead, last.end - tail)

    def elements(self, *tags: str) -> Iterator[Element]:
        """Yield the elements directly below it, those of some local names or all."""
        for child in self.children:
            if isinstance(child, Element) and (not tags or child.tag in tags):
                yield child

    def find(self, *path: str) -> Element | None:
        """Follow a path of local names from child to child, the first of each name; None where it leads nowhere."""
        found: Element | None = self
        for tag in path:
            found = next(found.elements(tag), None) if found else None
        return found

    def walk(self) -> Iterator[Element]:
        """Yield the element and all elements below it, in the order of the text."""
        return (node for node in self._nodes() if isinstance(node, Element))

    def stretches(self) -> Iterator[Stretch]:
        """Yield all stretches of text below it, in the order of the text."""
        return (node for node in self._nodes() if isinstance(node, Stretch))

    def _nodes(self) -> Iterator[Element | Stretch]:
        waiting: list[Element | Stretch] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Element):
                waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Where XML ends to be XML, and why."""

    reason: str
    """One line without a place."""
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What could be read: the document element, and the fault that ended the reading.

    Elements that were open at the fault end there.
    """

    root: Element | None
    fault: Fault | None = None


def parse(text: str) -> Tree:
    """Read an XML document, or what is before its first fault. Nothing is fetched, and no entity is expanded.

    The text is decoded already: what its declaration says of an encoding is not regarded. A document type without
    declarations of entities is allowed; the named signs of HTML are known without it, but not in attributes. Control
    characters, which XML forbids, are read as blanks.
    """
    from pyexpat import ExpatError, errors

    from defusedxml.common import DefusedXmlException

    data = _bytes(text)
    builder = _Builder(data)
    parser = builder.parser
    try:
        parser.Parse(data, True)
    except ExpatError as fault:
        is_cut = fault.code == errors.codes[errors.XML_ERROR_NO_ELEMENTS]
        return builder.tree(builder.lack if is_cut else f"not valid XML: {errors.messages[fault.code]}", parser.ErrorByteIndex)
    except DefusedXmlException:
        return builder.tree("declares entities, which are not read")
    except ReadError as refusal:
        return builder.tree(str(refusal))
    return Tree(root=builder.root)


def _bytes(text: str) -> bytes:
    """Give the text in UTF-8, one sign for each of its code points, with blanks for what expat would stumble over."""
    found = _DECLARATION.match(text)
    lead = found.end() if found else 0
    return (" " * lead + _FORBIDDEN.sub(" ", text[lead:])).encode("utf-8", errors="replace")


class _Open(NamedTuple):
    """An element whose end is not read yet."""

    name: tuple[str, str]
    attributes: Mapping[str, str]
    children: list[Element | Stretch]
    start: int


class _Builder:
    """Takes what expat tells and makes elements of it, without recursion."""

    def __init__(self, data: bytes) -> None:
        from defusedxml.ElementTree import DefusedXMLParser

        self.root: Element | None = None
        self._data = data
        self._ascii = data.isascii()
        self._at = self._place = 0
        self._open: list[_Open] = []
        self._names: dict[str, tuple[str, str]] = {}
        self._run: list[str] = []
        self._run_start = self._run_end = 0
        self._verbatim = False
        self._count = 0
        self._defused = DefusedXMLParser(target=self, encoding="utf-8")
        self.parser: Any = self._defused.parser
        self.parser.UseForeignDTD(True)
        self.parser.buffer_text = False
        self.parser.ordered_attributes = self.parser.specified_attributes = True
        for event, handler in self._handlers().items():
            setattr(self.parser, event, handler)

    def _handlers(self) -> dict[str, Any]:
        return {
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._text,
            "StartCdataSectionHandler": self._start_verbatim,
            "EndCdataSectionHandler": self._end_verbatim,
            "SkippedEntityHandler": self._named_sign,
            "DefaultHandlerExpand": None,
            "CommentHandler": None,
            "ProcessingInstructionHandler": None,
        }

    @property
    def lack(self) -> str:
        """Say what is missing where the text ends too early."""
        return f"not valid XML: <{self._open[-1].name[1]}> is not closed" if self._open else "there is no XML element"

    def tree(self, reason: str, at: int = 0) -> Tree:
        """Close what is open, at the place of a fault or where the last piece began."""
        place = self._offset(max(at, self._at))
        self._flush()
        while self._open:
            self._close(place)
        return Tree(root=self.root, fault=Fault(reason=reason, offset=place))

    def _offset(self, at: int) -> int:
        """Turn a rising place in the bytes to the place in the text."""
        self._place += at - self._at if self._ascii else len(self._data[self._at : at].decode("utf-8", errors="ignore"))
        self._at = at
        return self._place

    def _named(self, name: str) -> tuple[str, str]:
        known = self._names.get(name)
        if known is None:
            space, _, tag = name.rpartition(_NAME_SIGN)
            known = self._names[name] = space, tag
        return known

    def _start(self, name: str, attributes: list[str]) -> None:
        start = self._offset(self.parser.CurrentByteIndex)
        self._flush()
        if len(self._open) >= DEEPEST:
            raise ReadError(f"nested more than {DEEPEST} levels deep")
        self._counted()
        self._open.append(_Open(self._named(name), self._attributes(attributes) if attributes else NOTHING, [], start))

    def _attributes(self, pairs: list[str]) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name, value in zip(pairs[::2], pairs[1::2], strict=True):
            space, local = self._named(name)
            if not space or local not in found:
                found[local] = value
        return found

    def _end(self, _name: str) -> None:
        at, data = self.parser.CurrentByteIndex, self._data
        self._flush()
        is_empty = not self._open[-1].children and data[at - 2 : at] == b"/>"
        self._close(self._offset(at if is_empty else data.index(b">", at) + 1))

    def _close(self, end: int) -> None:
        (space, tag), attributes, children, start = self._open.pop()
        element = Element(tag, space, attributes, tuple(children), start, end)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element

    def _counted(self) -> None:
        self._count += 1
        if self._count > MOST:
            raise ReadError(f"holds more than {MOST} elements")

    def _start_verbatim(self) -> None:
        self._verbatim = True

    def _end_verbatim(self) -> None:
        self._verbatim = False

    def _text(self, text: str) -> None:
        at, written = self.parser.CurrentByteIndex, text.encode()
        start = self._offset(at)
        if self._data.startswith(b"&", at) and not self._verbatim:
            literal, end = False, start + self._data.index(b";", at) + 1 - at
        elif self._data.startswith(written, at):
            literal, end = True, start + len(text)
        else:
            literal, end = False, start + (2 if self._data.startswith(b"\r\n", at) else 1)
        self._add(text, start, end, literal=literal)

    def _named_sign(self, name: str, _: object) -> None:
        start, known = self._offset(self.parser.CurrentByteIndex), html5.get(f"{name};")
        self._add(known or f"&{name};", start, start + len(name) + 2, literal=known is None)

    def _add(self, text: str, start: int, end: int, *, literal: bool) -> None:
        """Add text to what is open; what is letter for letter goes on where the run before it ends."""
        if not literal or not self._run or start != self._run_end:
            self._flush()
            self._counted()
            self._run_start = start
        self._run.append(text)
        self._run_end = end
        if not literal:
            self._flush()

    def _flush(self) -> None:
        """End a run of text."""
        if self._run:
            self._open[-1].children.append(Stretch("".join(self._run), self._run_start, self._run_end))
            self._run.clear()

"""Write a Markdown document as a flow of blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from refcheck.model.flows import BlockKind, Flow
from refcheck.model.references import Reference, Span
from refcheck.readers.flow_writer import FlowWriter
from refcheck.syntax.markdown import Content, Lines, parser
from refcheck.syntax.markdown_citations import Citation, citations_in
from refcheck.syntax.markdown_inline import Stretch, read
from refcheck.text.identifiers import parse_doi

if TYPE_CHECKING:
    from markdown_it.token import Token

_DIV = re.compile(
    r"^[ \t]*(?:(?P<colons>:{3,})[ \t]*(?P<attributes>\S[^\r\n]*)?|<div\b(?P<tag>[^>\r\n]*)>[ \t]*|(?P<close></div>)[ \t]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_ID = re.compile(r"#([^\s}]+)|\bid\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_LIST, _ENTRY = "refs", "ref-"
"""Ids that pandoc gives to the reference list and to each of its entries."""
_TAG = re.compile(r"<!--.*?-->|<(script|style|pre|table)\b.*?</\1\s*>|<(/?)([A-Za-z][\w-]*)\b[^>]*>|&(?:#?\w+);", re.DOTALL | re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_ITEM = "li"
_INLINE = frozenset(str.split("a abbr b cite code em font i q s small span strong sub sup u"))


@dataclass(slots=True)
class _Container:
    """An element that is one block: of a list, of the notes."""

    kind: BlockKind
    group: int = 0
    label: str | None = None
    key: str | None = None
    is_written: bool = False


@dataclass(slots=True)
class _List:
    group: int
    number: int | None
    """Of the next element, where they are counted."""


def write_flow(text: str) -> tuple[Flow, list[Citation]]:
    """Write what a document says, and find the keys that it cites.

    Args:
        text: the document without its metadata.
    """
    writing = _Writing(text)
    writing.write()
    return writing.writer.flow(), writing.citations


class _Writing:
    def __init__(self, text: str) -> None:
        self.writer = FlowWriter()
        self.citations: list[Citation] = []
        # Lines of divs are no text of the paragraphs beside them.
        body = _DIV.sub(lambda line: " " * len(line[0]), text)
        self._declared = _declared_in(text)
        self._lines = Lines(body)
        self._env: dict[str, Any] = {}
        self._tokens = parser().parse(body, self._env)
        self._lists: list[_List] = []
        self._containers: list[_Container] = []
        self._groups = 0
        self._heading = self._in_table = False

    def write(self) -> None:
        steps: dict[str, Callable[[Token], None]] = {
            "table_open": self._table,
            "table_close": self._table,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "bullet_list_close": lambda _: self._end_list(),
            "ordered_list_close": lambda _: self._end_list(),
            "list_item_open": lambda _: self._item(self._lists[-1]),
            "footnote_reference_open": self._note,
            "list_item_close": lambda _: self._end_container(),
            "footnote_reference_close": lambda _: self._end_container(),
            "heading_open": self._head,
            "heading_close": self._head,
            "inline": self._inline,
            "html_block": lambda token: self._html(self._lines.content(token)),
        }
        for token in self._tokens:
            if step := steps.get(token.type):
                step(token)

    def _table(self, token: Token) -> None:
        self._in_table = token.type == "table_open"

    def _head(self, token: Token) -> None:
        self._heading = token.type == "heading_open"

    def _list(self, token: Token) -> None:
        self._groups += 1
        self._lists.append(_List(self._groups, int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None))

    def _end_list(self) -> None:
        self._lists.pop()

    def _note(self, token: Token) -> None:
        label = str(token.meta["label"])
        self._containers.append(_Container("note", label=label, key=label))

    def _end_container(self) -> None:
        self._containers.pop()
        self.writer.close()

    def _inline(self, token: Token) -> None:
        content = self._lines.content(token)
        if self._in_table:
            # Nothing in it is a reference, but it may cite.
            self._cite(content, read(content.text, self._env).stretches)
        else:
            self._block(content, self._lines.number(token))

    def _item(self, among: _List) -> None:
        label = None if among.number is None else str(among.number)
        if among.number is not None:
            among.number += 1
        self._containers.append(_Container("item", group=among.group, label=label))

    def _block(self, content: Content, line: int) -> None:
        """Write what stands in a paragraph, a heading, or an element of a list."""
        container = self._containers[-1] if self._containers else None
        declared = self._declared.get(line)
        stands_alone = container is None or self._heading or declared is not None
        if not stands_alone and container is not None and container.is_written and self.writer.is_open:
            self.writer.write(" ", content.source(0), 0)
        else:
            self._open(container, declared)
        notes = self._text(content, Span(0, len(content.text)))
        if stands_alone or notes:
            self.writer.close()
        while notes:
            self.writer.open("note")
            notes += self._text(content, notes.pop(0))
            self.writer.close()

    def _open(self, container: _Container | None, declared: str | None) -> None:
        """Begin the block that a paragraph is, or begins."""
        if declared is not None:
            self.writer.open("entry", label=container.label if container else None, key=declared or None)
        elif self._heading:
            self.writer.open("heading")
        elif container is None or container.is_written:
            self.writer.open("prose")
        else:
            self.writer.open(container.kind, group=container.group, label=container.label, key=container.key)
        if container is not None:
            container.is_written = True

    def _text(self, content: Content, within: Span) -> list[Span]:
        """Write a stretch of a block; give the notes in it."""
        inline = read(content.text[within.start : within.end], self._env)
        stretches = [stretch._replace(span=stretch.span.shifted(within.start)) for stretch in inline.stretches]
        for span, text, _ in stretches:
            if text is not None:
                self.writer.write(text, content.source(span.start), span.end - span.start)
                continue
            for piece, source in content.pieces(span):
                self.writer.write(piece, source)
        for link in inline.links:
            if doi := parse_doi(link):
                self.writer.know(Reference(doi=doi))
        self._cite(content, stretches)
        return [note.shifted(within.start) for note in inline.notes]

    def _cite(self, content: Content, stretches: list[Stretch] | tuple[Stretch, ...]) -> None:
        """Find the citations in what is neither code nor escaped."""
        text = "".join(
            "\\" * (span.end - span.start) if is_code or written is not None else content.text[span.start : span.end]
            for span, written, is_code in stretches
        )
        if "@" in text:
            self.citations += citations_in(text)

    def _html(self, content: Content) -> None:
        """Write the text of HTML: elements of lists as such, other blocks as paragraphs."""
        self._groups += 1
        at = 0
        self.writer.close()
        for found in _TAG.finditer(content.text):
            self._plain(content, Span(at, found.start()))
            at = found.end()
            name = (found[3] or "").lower()
            if found[0].startswith("&"):
                self.writer.write(html.unescape(found[0]), content.source(found.start()), len(found[0]))
            elif name == _ITEM and not found[2]:
                self.writer.open("item", group=self._groups)
            elif name and name not in _INLINE and name != "br":
                self.writer.close()
        self._plain(content, Span(at, len(content.text)))
        self.writer.close()

    def _plain(self, content: Content, span: Span) -> None:
        if self.writer.is_open or content.text[span.start : span.end].strip():
            for piece, source in content.pieces(span):
                self.writer.write(piece, source)


def _declared_in(text: str) -> dict[int, str]:
    """Tell which lines stand in a reference list of pandoc, and under which key; "" where the entry has none."""
    opened: list[tuple[int, str]] = []
    closed: list[tuple[int, int, str]] = []
    line, at = 0, 0
    for mark in _DIV.finditer(text):
        line += len(_LINE_END.findall(text, at, mark.start()))
        at = mark.start()
        named = mark["attributes"] or mark["tag"]
        if not (mark["close"] or (mark["colons"] and named is None)):
            id_ = _ID.search(named or "")
            opened.append((line, (id_[1] or id_[2]) if id_ else ""))
        elif opened:
            start, name = opened.pop()
            closed.append((start, line, name))
    end = line + len(_LINE_END.findall(text, at)) + 1
    closed += [(start, end, name) for start, name in opened]
    found: dict[int, str] = {}
    for start, stop, name in sorted(closed, key=lambda each: (each[0], -each[1])):
        if name.startswith(_ENTRY) or (name == _LIST and start not in found):
            found |= dict.fromkeys(range(start, stop), name.removeprefix(_ENTRY) if name != _LIST else "")
    return found

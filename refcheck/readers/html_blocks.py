"""Cut a page into its blocks: headings, paragraphs, items of lists, rows of tables, references and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from refcheck.model.flows import WHOLE, BlockKind
from refcheck.model.references import Reference
from refcheck.readers.html_declared import Declared, Measure, declared
from refcheck.readers.html_known import coins_of
from refcheck.readers.html_links import Piece
from refcheck.readers.html_roles import BLOCKS, HEADINGS, LISTS, is_back_link, is_frame, is_label, key_of
from refcheck.readers.segmenting.layout import label_of
from refcheck.syntax.xml_tree import Element, Stretch

_WITHIN = re.compile(r"\s*(?:#|javascript:|mailto:|$)", re.IGNORECASE)
"""Addresses that lead nowhere else."""
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_ARROWS = re.compile(r"\s*[\^↑↩⇑⤴]\ufe0e?\s*")
_LONGEST_LABEL = 20
_HEAD = 12
"""Signs that show whether a text begins with a label."""
_PAIR = 2
_FULL_ROWS = 0.5


@dataclass(slots=True)
class Block:
    """A block with its text in pieces."""

    kind: BlockKind
    group: int = 0
    label: str | None = None
    key: str | None = None
    pieces: list[Piece] = field(default_factory=list)
    known: list[Reference] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Addresses outside of the page that it leads to, with a text or a picture."""


@dataclass(slots=True)
class _List:
    """A list whose end is not reached yet."""

    start: int
    number: int | None = None
    """Number of the next item; None where items have none."""
    step: int = 1
    term: tuple[str | None, str | None] = (None, None)
    """Label and key that a short term gives to its description."""


def blocks_of(root: Element) -> list[Block]:
    """List the blocks of a page in the order of its text, without its frame and without what it does not show."""
    return _Builder(declared(root)).build(root)


class _Builder:
    """Goes through a page, without recursion, and collects its blocks."""

    def __init__(self, page: Declared) -> None:
        self._page = page
        self._blocks: list[Block] = []
        self._open: Block | None = None
        self._lists: list[_List] = []
        self._rows: dict[int, int] = {}
        self._link: str | None = None
        self._verbatim = 0
        self._at = 0

    def build(self, root: Element) -> list[Block]:
        """Collect all blocks, in the order of the text."""
        waiting: list[tuple[Element | Stretch, bool]] = [(root, False)]
        while waiting:
            node, left = waiting.pop()
            if isinstance(node, Stretch):
                self._text(node)
            elif left:
                self._leave(node)
            elif self._enter(node):
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(node.children))
        return self._blocks

    def _text(self, stretch: Stretch) -> None:
        self._at = stretch.end
        if self._open is None and stretch.text.isspace():
            return
        block = self._open or self._begin("prose")
        text, start = stretch.text, stretch.start
        if block.kind in WHOLE and not block.pieces and (arrow := _ARROWS.match(text)):
            text, start = text[arrow.end() :], start + arrow.end()
        if text:
            block.pieces.append(Piece(text, start, stretch.end - start, self._link, hard=self._verbatim > 0))

    def _begin(self, kind: BlockKind, *, group: int = 0, label: str | None = None, key: str | None = None) -> Block:
        block = self._open = Block(kind, group, label, key, links=[self._link] if self._link else [])
        self._blocks.append(block)
        return block

    def _put(self, text: str, *, hard: bool = False) -> None:
        """Put a sign that the page does not write into the open block."""
        if self._open is not None:
            self._open.pieces.append(Piece(text, self._at, 0, hard=hard, breaks=True))

    def _part(self) -> None:
        """Part what stands on lines of its own: in a block that is a whole, as sentences are."""
        if self._open is None or self._open.kind not in WHOLE:
            self._open = None
            return
        pieces = self._open.pieces
        while pieces and pieces[-1].length and not pieces[-1].text.strip():
            pieces.pop()
        if pieces and not pieces[-1].breaks:
            last = pieces[-1]
            text = last.text.rstrip()
            if last.length == len(last.text):
                pieces[-1] = last._replace(text=text, length=len(text))
            self._put(". " if text[-1:].isalnum() else " ")

    def _enter(self, element: Element) -> bool:
        """Begin an element; tell whether its content is text of the document."""
        measure = self._page.measures.get(id(element))
        if measure is None or (self._open is not None and self._leads_back(element, measure)):
            return False
        if id(element) not in self._page.around and is_frame(element):
            return False
        self._at = max(self._at, element.start)
        if (references := coins_of(element)) and self._open is not None:
            self._open.known.extend(references)
        if kind := self._page.kinds.get(id(element)):
            self._open_unit(element, *kind)
        elif element.tag in HEADINGS or element.attributes.get("role") == "heading":
            self._begin("heading")
        elif element.tag in LISTS:
            self._open = None
        elif element.tag in BLOCKS:
            return self._enter_block(element)
        return self._enter_inline(element)

    def _leads_back(self, element: Element, measure: Measure) -> bool:
        """Tell whether an element of a block leads back to the text that cites it."""
        if is_back_link(element):
            return True
        follows = self._open is not None and self._open.kind in WHOLE and bool(self._open.pieces)
        return follows and measure.leads_back and element.tag != "a" and id(element) not in self._page.kinds

    def _enter_inline(self, element: Element) -> bool:
        if element.tag in LISTS:
            self._lists.append(_list(element))
        if element.tag == "a" and not _WITHIN.match(element.attributes.get("href", "")):
            self._link = element.attributes["href"]
            if self._open is not None:
                self._open.links.append(self._link)
        elif element.tag == "br":
            self._put("\n", hard=True)
        elif element.tag == "pre":
            self._verbatim += 1
        return True

    def _enter_block(self, element: Element) -> bool:
        """Begin an element that stands on lines of its own and is not declared to be anything."""
        if element.tag == "table":
            self._open = None
            return self._enter_table(element)
        if element.tag == "tr" and id(element) in self._rows:
            self._begin("item", group=self._rows[id(element)], key=key_of(element))
        elif element.tag in {"li", "dd"}:
            self._open_unit(element, "item", self._lists[-1].start if self._lists else element.start)
        elif element.tag == "dt":
            return self._enter_term(element)
        else:
            self._part()
        return self._enter_inline(element)

    def _open_unit(self, element: Element, kind: BlockKind, group: int) -> None:
        around = self._lists[-1] if self._lists and element.tag in {"li", "dd"} else None
        if around and element.tag == "dd" and around.term == (None, None) and self._open and self._open.group == group:
            self._part()
            return
        label, key = self._numbered(element, around), key_of(element)
        if around and element.tag == "dd":
            label, key = around.term[0], key or around.term[1]
            around.term = (None, None)
        self._begin(kind, group=group, label=label, key=key)

    def _numbered(self, element: Element, around: _List | None) -> str | None:
        """Give the number that a browser prints before an item; none where its text begins with a label itself."""
        if around is None or around.number is None or element.tag != "li":
            return None
        value = element.attributes.get("value", "").strip()
        if value.isdecimal():
            around.number = int(value)
        number, around.number = around.number, around.number + around.step
        head = "".join(stretch.text for stretch in islice(element.stretches(), _HEAD)).lstrip()[:_HEAD]
        printed = label_of(head)
        return None if printed and printed.kind != "bullet" else str(number)

    def _enter_term(self, element: Element) -> bool:
        """Take a short term for the label of its description; a longer one is its beginning."""
        around = self._lists[-1] if self._lists else _List(element.start)
        text = " ".join(element.text.split())
        self._open = None
        if len(text) <= _LONGEST_LABEL:
            printed = label_of(f"{text} ")
            around.term = ((printed.text if printed else text if _has_letters(text) else None) or None, key_of(element))
            return False
        self._begin("item", group=around.start, key=key_of(element))
        return True

    def _enter_table(self, element: Element) -> bool:
        """Begin a table: one of references, of which each row is one, or one that lays out the page; data are left out."""
        rows = [row for part in (element, *element.elements("tbody", "thead", "tfoot")) for row in part.elements("tr")]
        cells = [[cell for cell in row.elements("td", "th") if self._letters(cell)] for row in rows]
        full = [(row, found) for row, found in zip(rows, cells, strict=True) if found]
        labelled = [row for row, found in full if len(found) == _PAIR and _is_label_cell(found[0])]
        if labelled and len(labelled) >= _FULL_ROWS * len(full):
            self._rows.update({id(row): element.start for row in labelled})
            return True
        declared_rows = any(id(row) in self._page.kinds for row in rows)
        return declared_rows or self._page.measures[id(element)].blocks > 0 or all(len(found) == 1 for _, found in full)

    def _letters(self, element: Element) -> int:
        measure = self._page.measures.get(id(element))
        return measure.letters if measure else 0

    def _leave(self, element: Element) -> None:
        if element.tag == "a":
            self._link = None
        elif element.tag == "pre":
            self._verbatim -= 1
        if element.tag in LISTS:
            self._lists.pop()
        ends = element.tag in HEADINGS or element.tag in LISTS or element.tag in {"li", "dd"}
        if ends or id(element) in self._page.kinds or id(element) in self._rows:
            self._open = None
        elif element.tag in BLOCKS:
            self._part()
        elif self._open is not None and self._open.kind in WHOLE and is_label(element):
            self._put(" ")


def _list(element: Element) -> _List:
    """Begin a list; what numbers its items have is said by its attributes."""
    given = element.attributes
    if element.tag != "ol" or _UNNUMBERED.search(given.get("style", "")):
        return _List(element.start)
    backwards = "reversed" in given
    start = given.get("start", "").strip()
    first = int(start) if start.lstrip("-").isdecimal() else sum(1 for _ in element.elements("li")) if backwards else 1
    return _List(element.start, first, -1 if backwards else 1)


def _is_label_cell(cell: Element) -> bool:
    """Tell whether a cell holds the label of what stands beside it: a number, a key in brackets, a bullet."""
    text = " ".join(cell.text.split())
    printed = label_of(f"{text} ")
    return not _has_letters(text) or (printed is not None and printed.length >= len(text))


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))

"""Walk through the body of a Word document: paragraphs, tables, content controls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from refcheck.model.flows import BlockKind
from refcheck.model.references import Reference
from refcheck.readers.docx.fields import Fields, is_bibliography, works_of_tag
from refcheck.readers.docx.numbering import Numbered, Numbering
from refcheck.readers.docx.package import Package, R, W
from refcheck.readers.flow_writer import FlowWriter
from refcheck.text.identifiers import parse_doi

_LISTS = frozenset({"bibliography", "endnote bibliography", "citavi bibliography entry", "references"})
"""Styles of the entries of a reference list, as Word names its own in every language and reference managers theirs."""
_NOT_PRINTED = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sdtPr", "commentRangeStart", "instrText", "delText")
)
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_TEXT_BOX = f"{W}txbxContent"
_NUMBER = 6
"""Signs that a cell with a number has at most."""


def write_body(package: Package, writer: FlowWriter) -> tuple[str, ...]:
    """Write the body into a flow.

    Returns:
        The notes it refers to, in its order: "footnote 2", "endnote 1".
    """
    walk = Walk(package, writer)
    walk.blocks(package.body)
    writer.close()
    return tuple(walk.notes)


class Walk:
    """Writes paragraphs into a flow, in order, knowing which fields and lists are open."""

    def __init__(self, package: Package, writer: FlowWriter) -> None:
        self.notes: list[str] = []
        self._package = package
        self._writer = writer
        self._fields = Fields()
        self._numbering = Numbering(package)
        self._controls = 0
        self._goes_on = False
        """The end of the last paragraph was deleted, with changes tracked: the next is printed as one with it."""
        self._at = 0

    def blocks(self, root: Any) -> None:
        """Write all that stands in an element of paragraphs and tables; nesting costs no stack."""
        stack = [iter(root)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
            elif element is _LEAVE:
                self._controls -= 1
            elif element.tag == f"{W}p":
                self._paragraph(element)
                stack += [iter(box) for box in element.iter(_TEXT_BOX) if not _is_fallback(box)]
            elif element.tag == f"{W}tr":
                self._row(element, stack)
            elif element.tag == f"{W}sdt":
                self._control(element, stack)
            elif isinstance(element.tag, str) and element.tag not in _NOT_PRINTED:
                stack.append(iter(element))

    def note(self, root: Any) -> None:
        """Write all paragraphs of a note into the open block."""
        for paragraph in root.iter(f"{W}p"):
            self._runs(paragraph)
            self._write(" ")

    def _control(self, element: Any, stack: list[Iterator[Any]]) -> None:
        """Enter a content control; one of a bibliography holds entries."""
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        mark = element.find(f"{W}sdtPr/{W}tag")
        named = mark.get(f"{W}val", "") if mark is not None else ""
        listed = gallery is not None and gallery.get(f"{W}val") == "Bibliographies"
        listed = listed or element.find(f"{W}sdtPr/{W}bibliography") is not None or "BIBLIOGRAPHY" in named.upper()
        inner = [child for child in element if child.tag == f"{W}sdtContent"]
        self._writer.know(*works_of_tag(named))
        if listed:
            self._controls += 1
            stack.append(iter([*inner, _LEAVE]))
        else:
            stack.append(iter(inner))

    def _row(self, row: Any, stack: list[Iterator[Any]]) -> None:
        """Read a row of a table; where its first cell is no more than a number, the row is an entry of a list."""
        cells = list(row.iter(f"{W}tc"))
        first = "".join(each.text or "" for each in cells[0].iter(f"{W}t")).strip(" .:()[]") if cells else ""
        if len(cells) > 1 and first.isdigit() and len(first) < _NUMBER:
            self._writer.open("item", group=-1, label=first)
            for paragraph in (each for cell in cells[1:] for each in cell.iter(f"{W}p")):
                self._runs(paragraph)
                self._write(" ")
            self._writer.close()
        else:
            stack.append(iter(row))

    def _paragraph(self, paragraph: Any) -> None:
        kind, numbered = self._kind(paragraph)
        if not (self._goes_on and self._writer.is_open):
            self._writer.open(kind, group=numbered.group if numbered else 0, label=numbered.label if numbered else None)
        self._runs(paragraph)
        printed = any(each.text for each in paragraph.iter(f"{W}t"))
        self._goes_on = printed and paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        if not self._goes_on:
            self._writer.close()

    def _kind(self, paragraph: Any) -> tuple[BlockKind, Numbered | None]:
        """Tell what a paragraph is by its style, its place in a list, and the field that prints it."""
        properties = paragraph.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        chain = list(self._package.chain(style.get(f"{W}val") if style is not None else None))
        own = properties.find(f"{W}numPr") if properties is not None else None
        listing = own if own is not None else next((each.numbering for each in chain if each.numbering is not None), None)
        numbered = self._numbering.of(listing) if listing is not None else None
        if any(each.outline or each.name.startswith("heading") or each.name == "title" for each in chain) or _is_outlined(properties):
            return "heading", None
        if self._controls or self._fields.in_bibliography or _starts_bibliography(paragraph) or any(each.name in _LISTS for each in chain):
            return "entry", numbered
        return ("item", numbered) if numbered else ("prose", None)

    def _runs(self, paragraph: Any) -> None:
        """Write what a paragraph prints."""
        stack = [iter(paragraph)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
            elif element.tag in _HANDLERS:
                _HANDLERS[element.tag](self, element)
            elif element.tag in _SIGNS:
                self._write(_SIGNS[element.tag])
            elif element.tag == f"{W}r" and element.find(f"{W}rPr/{W}vanish") is not None:
                self._only_fields(element)
            elif isinstance(element.tag, str) and element.tag not in _NOT_PRINTED and element.tag != _TEXT_BOX:
                self._enter(element)
                stack.append(iter(element))

    def _enter(self, element: Any) -> None:
        """Keep what stands behind links, simple fields and content controls."""
        if element.tag == f"{W}hyperlink":
            doi = parse_doi(self._package.link(element.get(f"{R}id", "")))
            self._writer.know(*([Reference(doi=doi)] if doi else []))
        elif element.tag == f"{W}fldSimple":
            self._fields.begin("")
            self._fields.add(element.get(f"{W}instr", ""))
            self._writer.know(*self._fields.end())
        elif element.tag == f"{W}sdt":
            mark = element.find(f"{W}sdtPr/{W}tag")
            self._writer.know(*works_of_tag(mark.get(f"{W}val", "") if mark is not None else ""))

    def _only_fields(self, run: Any) -> None:
        """Follow fields through hidden text."""
        for element in run:
            if element.tag in {f"{W}fldChar", f"{W}instrText"}:
                _HANDLERS[element.tag](self, element)

    def _field(self, element: Any) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            data = element.find(f"{W}fldData")
            self._fields.begin((data.text or "") if data is not None else "")
        elif kind == "separate":
            self._writer.know(*self._fields.separate())
        elif kind == "end":
            self._writer.know(*self._fields.end())

    def _code(self, element: Any) -> None:
        self._fields.add(element.text or "")

    def _text(self, element: Any) -> None:
        if not self._fields.in_code:
            self._write(element.text or "")

    def _footnote(self, element: Any) -> None:
        self.notes.append(f"footnote {element.get(f'{W}id', '')}")

    def _endnote(self, element: Any) -> None:
        self.notes.append(f"endnote {element.get(f'{W}id', '')}")

    def _write(self, text: str) -> None:
        if self._writer.is_open and not self._fields.in_code:
            self._writer.write(text, self._at)
            self._at += len(text)


_LEAVE = object()
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_HANDLERS = {
    f"{W}t": Walk._text,  # noqa: SLF001 - the table of the class's own methods
    _MATH_TEXT: Walk._text,  # noqa: SLF001
    f"{W}fldChar": Walk._field,  # noqa: SLF001
    f"{W}instrText": Walk._code,  # noqa: SLF001
    f"{W}footnoteReference": Walk._footnote,  # noqa: SLF001
    f"{W}endnoteReference": Walk._endnote,  # noqa: SLF001
}
"""Tag -> what is done with an element within a paragraph."""


def _is_fallback(element: Any) -> bool:
    """Tell whether an element repeats another for old readers."""
    return any(isinstance(each.tag, str) and each.tag.endswith("}Fallback") for each in element.iterancestors())


def _is_outlined(properties: Any) -> bool:
    return properties is not None and properties.find(f"{W}outlineLvl") is not None


def _starts_bibliography(paragraph: Any) -> bool:
    """Tell whether the field of a reference list begins in a paragraph."""
    return any(is_bibliography(each.text or "") for each in paragraph.iter(f"{W}instrText"))

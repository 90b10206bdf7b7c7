"""Open the container of a Word document, unless it is made to burst."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from refcheck.errors import ReadError
from refcheck.model.documents import Document

_MOST = 1 << 30
_MOST_XML = 1 << 28
_MOST_RATIO = 300
_SMALL = 1 << 20
"""Bytes that a container and a part of text may unpack to, and how many times its packed size a part of more than a little may.

Text of Word packs ten to thirty times, never hundreds of times.
"""
_NOTES = {
    "footnote": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",
    "endnote": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes",
}
_OF_PACKAGE = ("[Content_Types].xml", "_rels/.rels")
_KIN = {
    b"http://purl.oclc.org/ooxml/": "a Word document in the strict form of Open XML",
    b"application/vnd.ms-word.document.macroEnabled": "a Word document with macros",
    b"application/vnd.ms-word.template": "a Word template with macros",
    b"wordprocessingml.template.main": "a Word template",
}
"""What the package says of itself -> what it is."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True)
class Style:
    """What of a paragraph style tells what a paragraph is."""

    name: str
    based_on: str | None
    outline: bool
    numbering: Any
    """The `w:numPr` element; None without."""


class Package:
    """The parts of a Word document that hold text."""

    def __init__(self, document: Any) -> None:
        self._document = document

    @property
    def body(self) -> Any:
        """The `w:body` element."""
        return self._document.element.body

    def notes(self, kind: str) -> Any:
        """The root of the footnotes or endnotes; None without."""
        from docx.oxml.parser import parse_xml

        part = self._part(_NOTES[kind])
        return None if part is None else parse_xml(part.blob)

    def link(self, identifier: str) -> str:
        """Give the address that a link of the body leads to."""
        relationship = self._document.part.rels.get(identifier)
        return str(relationship.target_ref) if relationship is not None and relationship.is_external else ""

    @cached_property
    def styles(self) -> Mapping[str, Style]:
        """Identifier -> paragraph style."""
        found: dict[str, Style] = {}
        for each in self._document.styles.element.iter(f"{W}style"):
            name, based = each.find(f"{W}name"), each.find(f"{W}basedOn")
            found[each.get(f"{W}styleId", "")] = Style(
                name=name.get(f"{W}val", "").lower() if name is not None else "",
                based_on=based.get(f"{W}val") if based is not None else None,
                outline=each.find(f"{W}pPr/{W}outlineLvl") is not None,
                numbering=each.find(f"{W}pPr/{W}numPr"),
            )
        return found

    def chain(self, identifier: str | None) -> Iterator[Style]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while identifier and identifier not in seen and identifier in self.styles:
            seen.add(identifier)
            yield self.styles[identifier]
            identifier = self.styles[identifier].based_on

    @property
    def numbering(self) -> Any:
        """The root of the definitions of numbered lists; None without."""
        part = self._part("http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering")
        return None if part is None else part.element

    def _part(self, kind: str) -> Any:
        return next((each.target_part for each in self._document.part.rels.values() if each.reltype == kind and not each.is_external), None)


def open_package(document: Document) -> Package:
    """Open a Word document.

    Raises:
        ReadError: it is damaged, or unpacks to far more than a document does, or `python-docx` is not installed.
    """
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml import etree
    except ImportError:
        raise ReadError(f"{document.name}: reading Word documents needs python-docx: pip install 'bib-refcheck[docx]'") from None
    try:
        _refuse_bombs(document)
        _refuse_kin(document)
        package = Package(docx.Document(io.BytesIO(document.content)))
        for kind in _NOTES:
            package.notes(kind)
        if package.body is None:
            raise ReadError(f"{document.name}: the Word document has no body")
    except (OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error, *_FAULTS) as fault:
        raise ReadError(f"{document.name}: the Word document is damaged and cannot be opened: {' '.join(str(fault).split())}") from fault
    return package


_FAULTS = (KeyError, ValueError, TypeError, AttributeError, IndexError, NotImplementedError, EOFError, OSError, RecursionError)
"""What python-docx raises over parts that are missing or not of the form it expects."""


def _refuse_bombs(document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(document.content)) as container:
        members = container.infolist()
        total = sum(member.file_size for member in members)
        swollen = [member for member in members if _is_swollen(member)]
        if total > _MOST or swollen:
            raise ReadError(f"{document.name}: refused: it unpacks to {total // (1 << 20)} MB, far more than a document does")
        for member in members:
            if member.filename.endswith((".xml", ".rels")) and _declares(container, member):
                raise ReadError(f"{document.name}: refused: {member.filename} declares entities, which Word documents never do")


def _refuse_kin(document: Document) -> None:
    """Name the forms of Word documents that python-docx takes for damage. Source: ECMA-376-4, "Strict"; [MS-OFFMACRO]."""
    with zipfile.ZipFile(io.BytesIO(document.content)) as container:
        kinds, relations = (container.read(name) if name in container.namelist() else b"" for name in _OF_PACKAGE)
    for sign, kind in _KIN.items():
        if sign in kinds or sign in relations:
            raise ReadError(f"{document.name}: this is {kind}, which cannot be read; save it as an ordinary Word document (.docx)")


def _is_swollen(member: zipfile.ZipInfo) -> bool:
    if member.filename.endswith(".xml") and member.file_size > _MOST_XML:
        return True
    return member.file_size > _SMALL and member.file_size > _MOST_RATIO * max(1, member.compress_size)


def _declares(container: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Tell whether a part has a document type, in whatever encoding: ECMA-376-2, section 8.1.4, forbids it."""
    with container.open(member) as part:
        head = part.read(4096).replace(b"\0", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head

"""Bytes to a decoded document, with a notice where the decoding was a guess."""

from __future__ import annotations

import codecs
import re

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"^\s*%\s*(?:Encoding|!TEX encoding)\s*[:=]\s*([\w .:-]+)", re.IGNORECASE | re.MULTILINE)
_CONTAINERS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container such as DOCX or ODT"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOLERATED = 0.002
"""Share of control characters above which a decoded file is no text."""


def decode(name: str, content: bytes) -> tuple[Document, tuple[Notice, ...]]:
    """Decode a source: byte order mark, declared encoding, UTF-8, then Windows-1252 with a notice.

    Nothing is lost: what UTF-8 cannot hold is read as Windows-1252, with Latin-1 for its five empty places.

    Raises:
        ReadError: the content is no text.
    """
    for magic, kind in _CONTAINERS:
        if content.startswith(magic):
            raise ReadError(f"{name}: this is {kind}, which cannot be read; save the reference list as text, .bib or CSL-JSON")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(name, content[len(mark) :], encoding, bom=True)
    return _decoded(name, content, _wide(content) or _declared(content) or "utf-8", bom=False)


def _decoded(name: str, content: bytes, encoding: str, *, bom: bool) -> tuple[Document, tuple[Notice, ...]]:
    notices: tuple[Notice, ...] = ()
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        notices = (Notice(message=f"{name}: line {line} is not valid {encoding.upper()}; the file is read as windows-1252"),)
        encoding, text = "cp1252", content.decode("cp1252", errors="refcheck-latin-1")
    return _checked(Document(name=name, text=text, encoding=encoding, bom=bom)), notices


def _latin(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("latin-1"), fault.end


codecs.register_error("refcheck-latin-1", _latin)


def _wide(content: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its zero bytes."""
    head = content[:4096]
    if b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < odd * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) * 0.3 and odd < even * 0.1 else None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:2048])
    if found is None:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii").strip()).name
    except LookupError:
        return None


def _checked(document: Document) -> Document:
    if len(_CONTROL.findall(document.text[:65536])) > _TOLERATED * len(document.text[:65536]):
        raise ReadError(f"{document.name}: this is a binary file; refcheck reads text, .bib and CSL-JSON")
    return document

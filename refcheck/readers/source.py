"""Bytes to a decoded document, with a notice where the decoding was a guess."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from types import MappingProxyType

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"^\s*%\s*(?:Encoding|!TEX encoding)\s*[:=]\s*(?P<tex>[\w .:-]+)"
    rb"|\\usepackage\[(?P<inputenc>\w+)\]\{inputenc\}"
    rb"|<\?xml[^>]{0,80}\sencoding\s*=\s*[\"'](?P<xml>[\w.:-]+)"
    rb"|<meta[^>]{0,200}\bcharset\s*=\s*[\"']?(?P<html>[\w.:-]+)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_LATEX = MappingProxyType({"latin9": "iso8859-15", "ansinew": "cp1252", "applemac": "mac-roman", "utf8x": "utf-8"})
"""Names of encodings that LaTeX has of its own."""
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_WORD = "word/document.xml"
_PDF_WITHIN = 1024
"""Bytes that may stand before the mark of a PDF. Source: PDF Reference 1.7, appendix H, note 13."""
_CONTAINERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)"),
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

    Nothing is lost: what UTF-8 cannot hold is read as Windows-1252, with Latin-1 for its five empty places. PDF and DOCX
    keep their bytes, of which their readers make the text.

    Raises:
        ReadError: the content is no text.
    """
    if _PDF in content[:_PDF_WITHIN] or (content.startswith(_ZIP) and _holds_word(name, content)):
        return Document(name=name, text="", content=content), ()
    for magic, kind in _CONTAINERS:
        if content.startswith(magic):
            raise ReadError(f"{name}: this is {kind}, which cannot be read; save it as DOCX, PDF or text")
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


def _holds_word(name: str, content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            if _WORD in container.namelist():
                return True
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as fault:
        raise ReadError(f"{name}: this is a damaged ZIP container, which cannot be opened: {fault}") from fault
    raise ReadError(f"{name}: this is a ZIP container but no Word document; save the reference list as DOCX, PDF or text")


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
        named = (found[found.lastgroup or 0]).decode("ascii").strip()
        return codecs.lookup(_OF_LATEX.get(named.lower(), named)).name
    except LookupError:
        return None


def _checked(document: Document) -> Document:
    if len(_CONTROL.findall(document.text[:65536])) > _TOLERATED * len(document.text[:65536]):
        raise ReadError(f"{document.name}: this is a binary file; refcheck reads text, bibliographies, DOCX and PDF")
    return document

"""Fields of Word: what reference managers keep behind what is printed.

Zotero and Mendeley keep CSL-JSON, EndNote its own XML, in the code of the field or packed beside it.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from refcheck.model.documents import Document
from refcheck.model.references import Reference

_BIBLIOGRAPHY = re.compile(
    r"^\s*(?:ADDIN\s+(?:ZOTERO_BIBL|Mendeley Bibliography|EN\.REFLIST|CitaviBibliography)\b|BIBLIOGRAPHY\b)|CSL_BIBLIOGRAPHY\s*$"
)
_CSL = re.compile(r"^\s*ADDIN\s+(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*")
_ENDNOTE = re.compile(r"^\s*ADDIN\s+EN\.CITE(?:\.DATA)?\b\s*")
_MENDELEY_CITE = "MENDELEY_CITATION_v3_"
_LONGEST = 4_000_000
"""Signs of a field code; a citation of hundreds of works has fewer."""


def is_bibliography(code: str) -> bool:
    """Tell whether a field prints the reference list."""
    return _BIBLIOGRAPHY.search(code[:400]) is not None or _BIBLIOGRAPHY.search(code[-40:]) is not None


def works_of(code: str) -> tuple[Reference, ...]:
    """Read the works that the code of a citation field holds."""
    if len(code) > _LONGEST:
        return ()
    for pattern, reader in _READERS:
        if found := pattern.match(code):
            return tuple(reader(code[found.end() :]))
    return ()


def works_of_tag(tag: str) -> tuple[Reference, ...]:
    """Read the works that the tag of a content control holds: Mendeley Cite keeps them there."""
    if not tag.startswith(_MENDELEY_CITE) or len(tag) > _LONGEST:
        return ()
    return tuple(_csl(unpacked(tag.removeprefix(_MENDELEY_CITE))))


def unpacked(text: str) -> str:
    """Decode base64; empty where it is none."""
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8", errors="replace")
    except (binascii.Error, ValueError):
        return ""


def _csl(code: str) -> Iterator[Reference]:
    from refcheck.readers.csl_json import read

    try:
        content, _ = json.JSONDecoder().raw_decode(code)
    except (ValueError, RecursionError):
        return
    cited = content.get("citationItems") if isinstance(content, dict) else None
    items = [each.get("itemData") for each in cited if isinstance(each, dict)] if isinstance(cited, list) else []
    known = json.dumps([each for each in items if isinstance(each, dict)])
    yield from (each.reference for each in read(Document(name="", text=known)).references)


def _endnote(code: str) -> Iterator[Reference]:
    from refcheck.syntax.endnote_xml import parse_cites

    yield from parse_cites(code)


_READERS: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[Reference]]], ...] = ((_CSL, _csl), (_ENDNOTE, _endnote))


@dataclass(slots=True)
class _Field:
    data: str
    code: list[str] = field(default_factory=list)
    printed: bool = False


class Fields:
    """Which fields are open, while a document is walked through in its order."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def in_code(self) -> bool:
        """Whether what comes now is the code of a field, or within it, and is not printed."""
        return any(not each.printed for each in self._open)

    @property
    def in_bibliography(self) -> bool:
        """Whether what comes now is printed by a field of the reference list."""
        return any(each.printed and is_bibliography("".join(each.code)) for each in self._open)

    def begin(self, data: str) -> None:
        """Open a field, with the data packed beside its code."""
        self._open.append(_Field(unpacked(data) if data else ""))

    def add(self, code: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and not self._open[-1].printed:
            self._open[-1].code.append(code)

    def separate(self) -> tuple[Reference, ...]:
        """Go from the code of the innermost field to what it prints; give the works that it holds."""
        if not self._open or self._open[-1].printed:
            return ()
        self._open[-1].printed = True
        data = self._open[-1].data
        return works_of("".join(self._open[-1].code)) or (works_of(f"ADDIN EN.CITE {data}") if data else ())

    def end(self) -> tuple[Reference, ...]:
        """Close the innermost field; give the works that it holds, where it prints nothing."""
        works = self.separate()
        if self._open:
            self._open.pop()
        return works

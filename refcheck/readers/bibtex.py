"""Read BibTeX and biblatex files.

The origin of a value that comes from an `@string` names the string as its parent; where no such string is defined,
the value is the string's name and its origin is the name itself.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from refcheck.model.documents import Document, Notice, Reading, Unreadable
from refcheck.model.references import CitedReference
from refcheck.syntax.bibtex import Entry, Library, parse
from refcheck.syntax.bibtex_inheritance import inherit
from refcheck.syntax.bibtex_reference import reference_of

_NO_WORKS = frozenset({"xdata", "set"})
"""Entry types that hold data for others or join others, and stand for no work."""


def read(document: Document) -> Reading:
    """Read all entries of a file, in its order; entries of a repeated key are all kept.

    What breaks the grammar is `Unreadable`. Its entry is a reference all the same where its fields are certain.
    """
    with _without_collection():
        library = parse(document.text)
        lines = _lines(document.text, [entry.span.start for entry in library.entries])
        references = tuple(
            cite(entry, place, line, document)
            for place, (entry, line) in enumerate(zip(inherit(library.entries), lines, strict=True), 1)
            if entry.type not in _NO_WORKS
        )
    unreadable = tuple(
        Unreadable(
            reason=block.reason,
            span=block.span,
            raw=document.text[block.span.start : block.span.end],
            key=block.key,
        )
        for block in library.broken
    )
    return Reading(references=references, unreadable=unreadable, notices=_notices(library, document))


def _lines(text: str, offsets: list[int]) -> Iterator[int]:
    """Give the line of each offset, none of which parts a CR from its LF; offsets rise."""
    line, at, has_returns = 1, 0, "\r" in text
    for offset in offsets:
        line += text.count("\n", at, offset)
        if has_returns:
            line += text.count("\r", at, offset) - text.count("\r\n", at, offset)
        at = offset
        yield line


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hold back the search for cycles, which takes a third of the time of reading a large file and finds none here."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def cite(entry: Entry, place: int, line: int, document: Document) -> CitedReference:
    """Make a reference of an entry whose inheritance is resolved, the one at a place counted from 1."""
    reference, origins = reference_of(entry)
    return CitedReference(
        reference=reference,
        id=entry.key or str(place),
        key=entry.key or None,
        kind="structured",
        raw=document.text[entry.span.start : entry.span.end],
        file=document.name,
        line=line,
        span=entry.span,
        origins=origins,
    )


def _notices(library: Library, document: Document) -> tuple[Notice, ...]:
    """Tell of fields given twice, of which BibTeX and biber read only one."""
    return tuple(
        Notice(
            message=f"{document.name}: line {document.position(span.start)[0]}: "
            f'{entry.key or "an entry without a key"} gives "{name}" again; the first is read'
        )
        for entry in library.entries
        for name, span in entry.duplicates
    )

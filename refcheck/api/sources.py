"""Read the references of files, folders and standard input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from refcheck import catalog
from refcheck.errors import ReadError, UsageError
from refcheck.model.documents import Document, Explanation, Notice, Reading, Unreadable
from refcheck.model.references import CitedReference
from refcheck.readers.base import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """The references of all sources of a call, in input order."""

    documents: Mapping[str, Document]
    references: tuple[CitedReference, ...]
    unreadable: tuple[tuple[str, Unreadable], ...] = ()
    """Name of the source, and what could not be read in it."""
    notices: tuple[Notice, ...] = ()


def read(
    sources: str | Path | Sequence[str | Path],
    *,
    format: str | None = None,  # noqa: A002 - the option's own name
    standard_input: bytes = b"",
    explain: bool = False,
) -> Input:
    """Read the references of files, of the bibliographies of folders, or of standard input ("-").

    Args:
        sources: what to read, in this order, each once; one may stand by itself.
        format: a name of `catalog.READERS`; None finds out from name and content.
        standard_input: what "-" stands for.
        explain: say in the notices why stretches of documents were taken for references or left.

    Raises:
        UsageError: a file is missing, a folder holds no bibliography, a source has no name, or the format is unknown.
        ReadError: a source is no text, or there is no reference in any, and one is empty or a document.
    """
    if format is not None and format not in catalog.READERS:
        raise UsageError(f"there is no format {format!r}; there are {', '.join(catalog.READERS)}")
    documents: dict[str, Document] = {}
    references: list[CitedReference] = []
    unreadable: list[tuple[str, Unreadable]] = []
    notices: list[Notice] = []
    hollow = False
    sources = [sources] if isinstance(sources, str | Path) else sources
    for name, content, certain in _contents(sources, standard_input):
        if name in documents:
            continue
        document, remarks = _decode(name, content)
        if not (certain or _holds_works(document)):
            continue
        kind = format or _sniff(document)
        reading = _reading(document, kind)
        hollow = hollow or _is_empty(document) or kind not in _BIBLIOGRAPHIES
        documents[name] = reading.document or document
        followed, missing = _follow(document, reading, [*documents, *(Path(source).as_posix() for source in sources)])
        led = any(found.references or found.unreadable for _, found in followed)
        for source, found in ((documents[name], reading), *followed):
            documents[source.name] = source
            references += found.references
            unreadable += [(source.name, block) for block in found.unreadable]
            notices += [_explained(source, each) for each in found.explanations if explain]
            notices += found.notices if source.name != name or not led or found.references else ()
        notices += [*remarks, *missing]
    if hollow and not references:
        faults = [f"{name}:{documents[name].place(block.span.start)}: {block.reason}" for name, block in unreadable]
        raise ReadError("\n".join(faults or (notice.message for notice in notices)))
    if not documents:
        raise UsageError(f"{', '.join(map(str, sources))}: no bibliography in it (.bib, CSL-JSON, RIS); name a document to check it")
    return Input(
        documents=documents,
        references=tuple(references),
        unreadable=tuple(unreadable),
        notices=tuple(notices),
    )


_BIBLIOGRAPHIES = frozenset({"bibtex", "csl-json", "csl-yaml", "ris", "nbib", "endnote-xml", "zotero-rdf"})
"""Formats that may hold no reference and be whole all the same."""


_CONTAINERS = frozenset({"docx", "pdf"})
"""Formats whose readers make the text of the bytes."""


def _explained(document: Document, explanation: Explanation) -> Notice:
    start, end = (document.place(offset).partition(":")[0] for offset in (explanation.span.start, explanation.span.end))
    place = start if start == end else f"{start}-{end}" if start.isdigit() else f"{start} to {end}"
    return Notice(message=f"{document.name}:{place}: {'taken' if explanation.taken else 'left'}: {explanation.reason}")


def _is_empty(document: Document) -> bool:
    return not document.text.strip() and not document.content


def _follow(document: Document, reading: Reading, seen: Sequence[str]) -> tuple[list[tuple[Document, Reading]], list[Notice]]:
    """Read the files that a document names."""
    if not (reading.bibliographies or reading.parts):
        return [], []
    from refcheck.api.following import follow

    def read_one(name: str, content: bytes) -> tuple[Document, Reading]:
        found, remarks = _decode(name, content)
        inner = _reading(found, _sniff(found))
        return inner.document or found, replace(inner, notices=(*remarks, *inner.notices))

    return follow(document, reading, read=read_one, seen=seen)


def _reading(document: Document, kind: str) -> Reading:
    """Read one document; where there is nothing in it, a notice says so."""
    if _is_empty(document):
        return Reading(references=(), notices=(Notice(message=f"{document.name}: the file is empty"),))
    if document.content and kind not in _CONTAINERS:
        raise ReadError(f"{document.name}: this is a PDF or a Word document, which cannot be read as {kind}; leave out --from")
    reader: Reader = catalog.load(catalog.READERS, kind)
    reading = reader(document)
    if reading.references or reading.unreadable or reading.notices:
        return reading
    return replace(reading, notices=(Notice(message=f"{document.name}: no reference in it"),))


def _sniff(document: Document) -> str:
    from refcheck.readers.sniff import sniff

    return sniff(document)


def _holds_works(document: Document) -> bool:
    from refcheck.readers.sniff import holds_works

    return holds_works(document)


def _decode(name: str, content: bytes) -> tuple[Document, tuple[Notice, ...]]:
    from refcheck.readers.source import decode

    return decode(name, content)


def _contents(sources: Sequence[str | Path], standard_input: bytes) -> Iterable[tuple[str, bytes, bool]]:
    """Yield name, content, and whether the user named the file itself."""
    from refcheck.readers.folder import bibliographies

    for source in sources:
        if str(source) == "-":
            yield "-", standard_input, True
            continue
        if not str(source):
            raise UsageError("a source has an empty name; . is this folder")
        path = Path(source)
        if path.is_dir():
            for inner in bibliographies(path):
                yield inner.as_posix(), _bytes(inner), inner.suffix.lower() != ".json"
        else:
            yield path.as_posix(), _bytes(path), True


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file") from None
    except OSError as fault:
        raise ReadError(f"{path}: cannot be read: {fault.strerror}") from fault

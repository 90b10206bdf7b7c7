"""Follow a document to the files it names: parts of its text, and the bibliographies its references stand in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Notice, Reading
from refcheck.model.references import CitedReference

Read = Callable[[str, bytes], tuple[Document, Reading]]
"""Decode and read one file."""

_PART_ENDINGS = (".tex", "")
_BIBLIOGRAPHY_ENDINGS = ("", ".bib", ".json", ".yaml")
_COMPILED = ".bbl"
"""What BibTeX and biber leave beside a document: its references, where the bibliography itself is not at hand."""
_EVERYTHING = "*"


@dataclass(slots=True)
class _Trail:
    """What was met on the way."""

    read: Read
    root: Path
    """Folder of the document that is followed: LaTeX and pandoc look there first, whatever part names a file."""
    seen: set[str]
    found: list[tuple[Document, Reading]] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    notices: list[Notice] = field(default_factory=list)
    bibliographies: list[tuple[str, str]] = field(default_factory=list)
    """Document, and what it names."""


def follow(
    document: Document, reading: Reading, *, read: Read, seen: Collection[str]
) -> tuple[list[tuple[Document, Reading]], list[Notice]]:
    r"""Read the files that a document names.

    Of a bibliography only what the text cites counts, as in the document's own reference list; all of it where the text
    cites by no keys, or by `\nocite{*}`. Where no bibliography is at hand, what BibTeX or biber made of it is read.

    Args:
        document: the document.
        reading: what its reader found.
        read: how a file is read.
        seen: names of sources that are read anyway, and whole.

    Returns:
        Documents with their readings, in the order in which they are named, and what was not found.
    """
    trail = _Trail(read=read, root=_folder(document.name), seen={*seen, document.name})
    _walk(document.name, reading, trail)
    missing = [(name, each) for name, each in trail.bibliographies if _place(trail, name, each, _BIBLIOGRAPHY_ENDINGS) is None]
    compiled = trail.root / f"{PurePosixPath(document.name).stem}{_COMPILED}"
    instead = bool(missing) and len(missing) == len(trail.bibliographies) and document.name != "-" and _is_file(compiled)
    trail.notices += [Notice(message=_missing(name, each, compiled if instead else None)) for name, each in missing]
    paths = [_place(trail, name, each, _BIBLIOGRAPHY_ENDINGS) for name, each in trail.bibliographies]
    readings = [read for path in ([compiled] if instead else paths) if path is not None for read in _taken(path, trail)]
    # What was compiled holds what is cited, and no more.
    if trail.cited and _EVERYTHING not in trail.cited and not instead:
        readings = [(found, _only(each, trail.cited, found, trail)) for found, each in readings]
    return [*trail.found, *readings], trail.notices


def _walk(name: str, reading: Reading, trail: _Trail) -> None:
    trail.cited |= reading.cited or set()
    trail.bibliographies += [(name, each) for each in reading.bibliographies]
    for each in reading.parts:
        path = _place(trail, name, each, _PART_ENDINGS)
        if path is None:
            trail.notices.append(Notice(message=f"{name}: takes in {each}, and there is no such file: what it cites is not known"))
            continue
        for document, inner in _taken(path, trail):
            # That a part of a text has no reference list is no news.
            silent = not (inner.references or inner.unreadable)
            trail.found.append((document, replace(inner, notices=()) if silent else inner))
            _walk(document.name, inner, trail)


def _taken(path: Path, trail: _Trail) -> Iterator[tuple[Document, Reading]]:
    """Read a file, unless it is read already."""
    name = path.as_posix()
    if name in trail.seen:
        return
    trail.seen.add(name)
    try:
        yield trail.read(name, path.read_bytes())
    except OSError as fault:
        trail.notices.append(Notice(message=f"{name}: cannot be read: {fault.strerror}"))
    except ReadError as fault:
        trail.notices.append(Notice(message=str(fault)))


def _only(reading: Reading, cited: set[str], document: Document, trail: _Trail) -> Reading:
    """Keep what is cited."""
    kept = tuple(each for each in reading.references if each.key is None or not cited.isdisjoint(_keys(each)))
    if len(kept) < len(reading.references):
        trail.notices.append(
            Notice(message=f"{document.name}: {len(kept)} of {len(reading.references)} entries are cited, and only those are read")
        )
    return replace(reading, references=kept)


def _keys(reference: CitedReference) -> Iterator[str]:
    """Give the keys that an entry can be cited by. Source: biblatex manual 2.2.3, `ids`."""
    yield reference.key or ""
    yield from (each.strip() for each in str(reference.reference.extra.get("ids", "")).split(","))


def _missing(name: str, bibliography: str, instead: Path | None) -> str:
    rest = f"; {instead.as_posix()} is read instead" if instead else ""
    return f"{name}: names the bibliography {bibliography}, and there is no such file{rest}"


def _folder(name: str) -> Path:
    return Path() if name == "-" else Path(name).parent


def _place(trail: _Trail, name: str, file: str, endings: Sequence[str]) -> Path | None:
    """Find a file that a document names, with one of these endings added."""
    for folder in (trail.root, _folder(name)):
        for ending in endings:
            path = folder / f"{file}{ending}"
            if _is_file(path):
                return path
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # The name is longer than the system takes.
        return False

"""Follow a document to the files it names: parts of its text, and the bibliographies its references stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from refcheck.model.documents import Document, Notice, Reading

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
    seen: set[str]
    found: list[tuple[Document, Reading]] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    missing: list[Notice] = field(default_factory=list)
    bibliographies: list[tuple[str, Path]] = field(default_factory=list)


def follow(document: Document, reading: Reading, *, read: Read, seen: Sequence[str]) -> tuple[list[tuple[Document, Reading]], list[Notice]]:
    r"""Read the files that a document names.

    Of a bibliography only what the text cites counts, as in the document's own reference list; all of it where the text
    cites by no keys, or by `\nocite{*}`.

    Args:
        document: the document.
        reading: what its reader found.
        read: how a file is read.
        seen: names of sources that are read anyway.

    Returns:
        Documents with their readings, in the order in which they are named, and what was not found.
    """
    trail = _Trail(read=read, seen={*seen, document.name})
    _walk(document.name, reading, trail)
    folder = _folder(document.name)
    readings = [(found, each) for name, path in trail.bibliographies for found, each in _bibliography(name, path, trail)]
    if trail.bibliographies and not readings and document.name != "-":
        compiled = folder / f"{PurePosixPath(document.name).stem}{_COMPILED}"
        readings = list(_bibliography(document.name, compiled, trail)) if compiled.is_file() else []
    cited = trail.cited
    if cited and _EVERYTHING not in cited:
        readings = [(found, _only(each, cited, found, trail)) for found, each in readings]
    return [*trail.found, *readings], trail.missing


def _walk(name: str, reading: Reading, trail: _Trail) -> None:
    folder = _folder(name)
    trail.cited |= reading.cited or set()
    trail.bibliographies += [(name, folder / each) for each in reading.bibliographies]
    for each in reading.parts:
        path = _first(folder / each, _PART_ENDINGS) or _first(_folder(next(iter(trail.seen), name)) / each, _PART_ENDINGS)
        if path is None:
            trail.missing.append(Notice(message=f"{name}: takes in {each}, and there is no such file: what it cites is not known"))
        elif path.as_posix() not in trail.seen:
            trail.seen.add(path.as_posix())
            document, inner = trail.read(path.as_posix(), path.read_bytes())
            trail.found.append((document, inner))
            _walk(path.as_posix(), inner, trail)


def _bibliography(name: str, path: Path, trail: _Trail) -> Iterator[tuple[Document, Reading]]:
    found = _first(path, _BIBLIOGRAPHY_ENDINGS)
    if found is None:
        trail.missing.append(Notice(message=f"{name}: names the bibliography {path.as_posix()}, and there is no such file"))
    elif found.as_posix() not in trail.seen:
        trail.seen.add(found.as_posix())
        yield trail.read(found.as_posix(), found.read_bytes())


def _only(reading: Reading, cited: set[str], document: Document, trail: _Trail) -> Reading:
    """Keep what is cited."""
    kept = tuple(each for each in reading.references if each.key is None or each.key in cited)
    if len(kept) < len(reading.references):
        trail.missing.append(
            Notice(message=f"{document.name}: {len(kept)} of {len(reading.references)} entries are cited, and only those are read")
        )
    return replace(reading, references=kept)


def _folder(name: str) -> Path:
    return Path() if name == "-" else Path(name).parent


def _first(path: Path, endings: Sequence[str]) -> Path | None:
    """Find a file under a name with one of these endings added."""
    return next((each for ending in endings if (each := path.with_name(path.name + ending)).is_file()), None)

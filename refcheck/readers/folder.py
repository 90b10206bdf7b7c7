"""Find the bibliography files of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ENDINGS = (".bib", ".json", ".ris")
"""File name endings that may hold a bibliography; a .json file is opened to see."""


def bibliographies(folder: Path) -> list[Path]:
    """List the .bib, .json and .ris files of a folder and its subfolders, sorted; `.gitignore` files are respected."""
    return sorted(path for path in _walk(folder) if path.suffix.lower() in ENDINGS)


def _walk(folder: Path) -> Iterator[Path]:
    start = folder.resolve()
    above = [start, *start.parents]
    root = next((parent for parent in above if (parent / ".git").exists()), start)
    specs: dict[Path, GitIgnoreSpec] = {}
    for parent in above[: above.index(root) + 1]:
        _add(specs, parent)
    for place, folders, files in os.walk(start):
        here = Path(place)
        _add(specs, here)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _ignored(specs, here / name, directory=True))
        for name in files:
            if not name.startswith(".") and not _ignored(specs, here / name, directory=False):
                yield folder / (here / name).relative_to(start)


def _add(specs: dict[Path, GitIgnoreSpec], folder: Path) -> None:
    from pathspec import GitIgnoreSpec

    path = folder / ".gitignore"
    if folder not in specs and path.is_file():
        specs[folder] = GitIgnoreSpec.from_lines(path.read_text(encoding="utf-8", errors="replace").splitlines())


def _ignored(specs: dict[Path, GitIgnoreSpec], path: Path, *, directory: bool) -> bool:
    return any(
        spec.match_file(path.relative_to(base).as_posix() + ("/" if directory else ""))
        for base, spec in specs.items()
        if path.is_relative_to(base)
    )

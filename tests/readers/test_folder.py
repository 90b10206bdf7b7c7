"""A folder stands for its bibliographies, and for no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcheck.readers.folder import bibliographies


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.bib", "b.json", "c.txt", "sub/D.BIB", "sub/build/e.bib", ".hidden/f.bib", ".g.bib", "old.bib"):
        path = tmp_path / "repository" / "paper" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (tmp_path / "repository" / ".git").mkdir()
    return tmp_path / "repository" / "paper"


def listed(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in bibliographies(folder)]


def test_bibliographies_of_all_subfolders_are_listed_in_order(folder: Path):
    assert listed(folder) == ["a.bib", "b.json", "old.bib", "sub/D.BIB", "sub/build/e.bib"]


def test_what_git_ignores_is_left_out(folder: Path):
    (folder.parent / ".gitignore").write_text("build/\n")
    (folder / ".gitignore").write_text("/old.bib\n")
    assert listed(folder) == ["a.bib", "b.json", "sub/D.BIB"]


def test_without_a_repository_the_folder_is_its_own_root(tmp_path: Path):
    (tmp_path / ".gitignore").write_text("inner/\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.bib").write_text("")
    assert listed(inner) == ["a.bib"]

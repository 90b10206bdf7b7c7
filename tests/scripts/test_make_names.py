"""The word list is built from any folder of SCOWL's form."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def script(root: Path) -> dict[str, Any]:
    return runpy.run_path(str(root / "scripts" / "make_names.py"))


def test_names_that_are_words_or_their_plurals_are_no_names(script: dict[str, Any], tmp_path: Path) -> None:
    """A word protected by mistake is a fault in every title that uses it."""
    lists = {
        "english-upper.40": "Kenya Kenyan Kenyans Rose Mark's Z",
        "english-proper-names.50": "Quill Quilla Petrels Zoë Bayes",
        "english-upper.80": "Rarely",
        "english-words.50": "rose quill petrel German",
        "british-words.95": "kenya",
        "english-abbreviations.35": "DNA US Mr ROSE",
    }
    for name, words in lists.items():
        (tmp_path / name).write_text("\n".join(words.split()) + "\n", encoding="utf-8")
    own = {"kept": ["Rose"], "added": ["Mitlev"], "dropped": ["Bayes"]}
    assert script["names"](tmp_path, own) == ["DNA", "Kenya", "Kenyan", "Mitlev", "Quilla", "Rose"]


def test_lists_in_latin_1_are_read_too(script: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "english-upper.40").write_bytes("Åland Kenya".encode("latin-1"))
    assert script["scowl"](tmp_path, ["upper"]) == {"Åland", "Kenya"}


def test_our_own_list_has_every_section_and_no_name_twice_overruled(script: dict[str, Any], root: Path) -> None:
    own = script["added"](root / "scripts" / "names_added.txt")
    assert {"kept", "dropped", "added", *script["SECTIONS"]} == set(own)
    assert not {*own["kept"], *own["added"]} & set(own["dropped"])


def test_the_list_in_the_package_is_small(root: Path) -> None:
    assert (root / "refcheck" / "data" / "names.txt.gz").stat().st_size <= 120_000

"""Lists in composed documents of many layouts: what is found and cut exactly may only rise, and what is no list stays unread."""

from __future__ import annotations

import importlib
import sys
from collections import Counter

import pytest

from refcheck.model.documents import Document

DOCUMENTS, FIRST = 150, 700_000
OF_FILES = 24
SILENT = 160


@pytest.fixture(scope="module")
def cut(data, root):
    sys.path.insert(0, str(root / "bench"))
    try:
        yield importlib.import_module("cut")
    finally:
        sys.path.remove(str(root / "bench"))


def exactness(pairs, letters):
    """Harmonic mean of precision and recall of references that are right letter for letter, blanks and hyphens left out."""
    right = found = gold = 0
    for printed, raws in pairs:
        one, two = Counter(map(letters, printed)), Counter(map(letters, raws))
        right, found, gold = right + (one & two).total(), found + two.total(), gold + one.total()
    return 2 * right / (found + gold)


def test_references_in_text_are_cut_exactly(cut):
    made = [cut.compose(seed) for seed in range(FIRST, FIRST + DOCUMENTS)]
    assert len({document.setting.layout for document in made}) == 11
    assert len({document.language for document in made}) == 6
    assert exactness(((document.references, cut.found_in(document.text)) for document in made), cut.letters) >= 0.94


@pytest.mark.parametrize("way", ["pdf", "docx"])
def test_references_are_cut_as_exactly_through_files(cut, way, tmp_path):
    pytest.importorskip("reportlab" if way == "pdf" else "docx")
    pytest.importorskip("pypdfium2" if way == "pdf" else "docx")
    made = [cut.compose(seed) for seed in range(FIRST, FIRST + OF_FILES)]
    assert exactness(((document.references, cut.read_as(way, document, tmp_path)) for document in made), cut.letters) >= 0.88


def test_documents_without_a_list_have_none(cut):
    taken = [kind for kind, text in map(cut.silent, range(FIRST, FIRST + SILENT)) if cut.found_in(text)]
    assert len(taken) <= 1, taken


def test_what_is_read_of_a_composed_document_points_at_its_text(cut):
    from refcheck.readers.article import read

    for seed in range(FIRST, FIRST + 12):
        text = cut.compose(seed).text
        for cited in read(Document(name="made.txt", text=text)).references:
            assert text[cited.span.start : cited.span.start + 8].split()[0] == cited.raw.split()[0][:8]

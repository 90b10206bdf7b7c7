"""Places in documents of lines, pages and paragraphs."""

from __future__ import annotations

import pytest

from refcheck.model.documents import Document

TEXT = "one\ntwo\nthree\nfour\n"


@pytest.mark.parametrize(
    ("unit", "breaks", "offset", "place"),
    [
        ("line", (), 9, "3:2"),
        ("page", (0, 8), 4, "page 1, line 2"),
        ("page", (0, 8), 14, "page 2, line 2"),
        ("page", (0, 8), 8, "page 2, line 1"),
        ("paragraph", (0, 4, 8, 14), 15, "paragraph 4"),
        ("paragraph", (), 15, "paragraph 1"),
    ],
)
def test_a_place_is_told_by_what_a_reader_of_the_document_sees(unit, breaks, offset, place):
    assert Document(name="d", text=TEXT, unit=unit, breaks=breaks).place(offset) == place

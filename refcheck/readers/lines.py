"""Read a text in which every line is one reference."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.readers.segmenting.citing import cite
from refcheck.readers.segmenting.layout import bounds
from refcheck.readers.segmenting.pieces import Piece


def read(document: Document) -> Reading:
    """Read each line that is not blank as one reference, whatever it holds; blank lines are not counted.

    A number or key printed before a reference is part of its raw text here: a line is taken as it stands.
    """
    pieces = []
    for start, end in bounds(document.text):
        text = document.text[start:end]
        if text.strip():
            begins = start + len(text) - len(text.lstrip())
            pieces.append(Piece(begins, begins + len(text.strip()), None, begins))
    return Reading(references=tuple(cite(document, pieces)))

"""Read the reference lists of an article."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.readers.segmenting.pages import read_on
from refcheck.readers.segmenting.reading import read_flow


def read(document: Document) -> Reading:
    """Find the reference lists in a text by what their entries look like; a heading helps but is not needed.

    Several lists are read as one, in the order of the text.
    """
    return read_flow(document, read_on(document.text))

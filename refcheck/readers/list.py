"""Read a bare reference list."""

from __future__ import annotations

from refcheck.model.documents import Document, Notice, Reading
from refcheck.readers.segmenting.finding import whole_list
from refcheck.readers.segmenting.pages import read_on
from refcheck.readers.segmenting.reading import reading_of


def read(document: Document) -> Reading:
    """Read a text that is a reference list from end to end; a heading may stand before it.

    What is cut out is a reference even where it reads unlike one; only headings of parts and page numbers are left out.
    """
    flow = read_on(document.text)
    finding = whole_list(flow)
    if not finding.lists:
        return Reading(
            references=(), notices=(Notice(message=f"no reference in {document.name}: it holds no text but blanks and headings"),)
        )
    return reading_of(document, flow, finding)

"""Read a bare reference list."""

from __future__ import annotations

from refcheck.model.documents import Document, Notice, Reading
from refcheck.readers.segmenting.citing import cite, left_out
from refcheck.readers.segmenting.finding import whole_list


def read(document: Document) -> Reading:
    """Read a text that is a reference list from end to end; a heading may stand before it.

    What is cut out is a reference even where it reads unlike one; only headings of parts and page numbers are left out.
    """
    run = whole_list(document.text)
    if run is None:
        return Reading(
            references=(), notices=(Notice(message=f"no reference in {document.name}: it holds no text but blanks and headings"),)
        )
    return Reading(references=tuple(cite(document, run.pieces)), notices=tuple(left_out(document, run.skipped)))

"""Read the reference lists of an article."""

from __future__ import annotations

from refcheck.model.documents import Document, Notice, Reading
from refcheck.readers.segmenting.citing import cite, left_out
from refcheck.readers.segmenting.finding import find_lists


def read(document: Document) -> Reading:
    """Find the reference lists in a text by what their entries look like; a heading helps but is not needed.

    Several lists are read as one, in the order of the text.
    """
    lists = find_lists(document.text)
    if not lists:
        return Reading(references=(), notices=(Notice(message=_NONE.format(document.name)),))
    pieces = [piece for run in lists for piece in run.pieces]
    skipped = [piece for run in lists for piece in run.skipped]
    return Reading(references=tuple(cite(document, pieces)), notices=tuple(left_out(document, skipped)))


_NONE = (
    "{}: no reference list found: looked for entries with names, a year and a source, one after another; "
    "--from list takes the whole text as a list, --from lines reads one reference a line"
)

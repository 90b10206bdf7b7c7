"""Read web pages: the reference list as it is printed, or, where none is, the references that the page gives to machines."""

from __future__ import annotations

from dataclasses import replace

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Reading
from refcheck.readers.html_flow import flow_of
from refcheck.readers.html_known import cited_in
from refcheck.readers.segmenting.reading import read_flow
from refcheck.syntax.html import parse


def read(document: Document) -> Reading:
    """Find the reference lists of a page.

    Raises:
        ReadError: the library that reads HTML is not installed.
    """
    try:
        root = parse(document.text)
    except ModuleNotFoundError as missing:
        raise ReadError(f"{document.name}: reading HTML needs {missing.name}: pip install 'bib-refcheck[html]'") from None
    cited = tuple(cited_in(root, document))
    flow = flow_of(root)
    known = tuple(each.reference for each in cited)
    reading = read_flow(document, replace(flow, known=(*flow.known, *known)))
    return reading if reading.references or not cited else Reading(references=cited)

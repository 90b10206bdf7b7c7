"""Read the reference lists of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from refcheck.model.documents import Document, Notice, Reading
from refcheck.model.flows import Flow
from refcheck.model.identifiers import Doi
from refcheck.model.references import CitedReference, Reference, Span
from refcheck.readers.pdf.furniture import furniture
from refcheck.readers.pdf.paragraphs import Region, written
from refcheck.readers.segmenting.reading import read_flow

if TYPE_CHECKING:
    from refcheck.readers.pdf.pages import Page, State

_UNREAD: Mapping[State, str] = MappingProxyType(
    {
        "pictured": "a picture without text, which is not read; text recognition (OCR) makes it readable",
        "damaged": "damaged, and not read",
    }
)
_SHOWN = 8
"""Numbers of pages in one notice."""


def read(document: Document) -> Reading:
    """Find the reference lists in the text of a PDF, read column by column, without what stands at the edges of its pages.

    Places are pages and the lines of their text. Links to DOIs are kept as what the document knows of the reference that
    they stand in.

    Raises:
        ReadError: pypdfium2 is not installed, or the file is damaged, wants a password, or holds no text.
    """
    from refcheck.readers.pdf.pages import pages_of

    pages = pages_of(document.name, document.content)
    dropped = furniture([[line for lines in page.columns for line in lines] for page in pages])
    regions = [
        Region(number, kept)
        for number, page in enumerate(pages)
        for lines in page.columns
        if (kept := tuple(line for line in lines if id(line) not in dropped))
    ]
    text = written(regions, len(pages))
    document = replace(document, text=text.text, unit="page", breaks=text.breaks)
    reading = read_flow(document, Flow(text=text.text, blocks=text.blocks))
    places = {id(line): place for line, place in zip((line for region in regions for line in region.lines), text.lines, strict=True)}
    linked = [(places[id(line)], doi) for page in pages for line, doi in page.linked if id(line) in places]
    return replace(
        reading,
        document=document,
        references=tuple(_linked(cited, linked) for cited in reading.references),
        notices=(*_unread(document.name, pages), *reading.notices),
    )


def _linked(cited: CitedReference, linked: Sequence[tuple[Span, Doi]]) -> CitedReference:
    """Give a reference the DOI that the links in it lead to, where they lead to one."""
    span = cited.span or Span(0, 0)
    dois = {doi for place, doi in linked if place.start < span.end and span.start < place.end}
    return replace(cited, known=Reference(doi=dois.pop())) if len(dois) == 1 else cited


def _unread(name: str, pages: Sequence[Page]) -> Iterator[Notice]:
    """Say which pages could not be read."""
    for state, what in _UNREAD.items():
        numbers = [str(number) for number, page in enumerate(pages, 1) if page.state == state]
        if numbers:
            shown = ", ".join(numbers[:_SHOWN]) + (f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else "")
            yield Notice(message=f"{name}: page {shown}: {what}")

"""The pages of a PDF, each read by itself to the lines of its columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2
import pypdfium2.raw as pdfium

from refcheck.errors import ReadError
from refcheck.model.identifiers import Doi
from refcheck.readers.pdf.columns import regions_of
from refcheck.readers.pdf.lines import Line, line_of
from refcheck.readers.pdf.numbering import unnumbered
from refcheck.readers.pdf.rows import body_size, rows_of, without_watermarks
from refcheck.readers.pdf.words import Link, Word, words_of
from refcheck.text.identifiers import parse_doi

State = Literal["read", "empty", "pictured", "damaged"]
"""Whether a page has text, nothing, only pictures, or cannot be opened."""

_KEPT = 4
"""Beginnings of columns of earlier pages that are kept in mind: facing pages differ."""
_PASSWORD = 4
"""Source: PDFium, fpdfview.h, FPDF_ERR_PASSWORD."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as lines."""

    state: State
    columns: tuple[tuple[Line, ...], ...] = ()
    """In the order in which they are read."""
    linked: tuple[tuple[Line, Doi], ...] = ()
    """Lines with a link that leads to a DOI."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What the pages up to one are like, and the next may be like too."""

    numbered: bool = False
    """Its lines have numbers."""
    columns: tuple[float, ...] = ()
    """Where columns begin, without the first."""


def pages_of(name: str, content: bytes) -> list[Page]:
    """Read the pages of a PDF one after another.

    Args:
        name: of the file, for messages.
        content: the file.

    Raises:
        ReadError: it cannot be opened, or has no text on any page.
    """
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code == _PASSWORD:
            raise ReadError(f"{name}: this PDF wants a password: save it without one") from None
        raise ReadError(f"{name}: this PDF is damaged and cannot be opened: save or export it again") from None
    try:
        pages = list(_read(pdf))
    finally:
        pdf.close()
    states = {page.state for page in pages}
    if "read" in states:
        return pages
    if "pictured" in states:
        raise ReadError(f"{name}: this PDF holds pictures of pages and no text: run it through text recognition (OCR) first")
    what = "is damaged: no page of it can be read" if "damaged" in states else "holds no text"
    raise ReadError(f"{name}: this PDF {what}")


def _read(pdf: Any) -> Iterator[Page]:
    habits = Habits()
    for place in range(len(pdf)):
        try:
            page, habits = _page(pdf, place, habits)
        except pypdfium2.PdfiumError:
            page = Page("damaged")
        yield page


def _page(pdf: Any, place: int, before: Habits) -> tuple[Page, Habits]:
    page = pdf[place]
    try:
        words, links = words_of(page)
        if words:
            return _laid_out(words, links, before)
        return Page("pictured" if any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])) else "empty"), before
    finally:
        page.close()


def _laid_out(words: Sequence[Word], links: Sequence[Link], before: Habits) -> tuple[Page, Habits]:
    """Lay the words of a page out as lines; `before` is what the page before was like."""
    size = body_size(words)
    words = without_watermarks(words, size)
    regions, begin = regions_of(rows_of(words, size), size, before.columns)
    columns: list[tuple[Line, ...]] = []
    numbered = False
    for region in regions:
        rows, has_numbers = unnumbered(region, before=before.numbered)
        numbered = numbered or has_numbers
        columns.append(tuple(line_of(row) for row in rows))
    linked = tuple(_linked(columns, links)) if links else ()
    return Page("read", tuple(columns), linked), Habits(numbered=numbered, columns=(*before.columns[-_KEPT:], *begin))


def _linked(columns: Sequence[Sequence[Line]], links: Sequence[Link]) -> Iterator[tuple[Line, Doi]]:
    """Find the lines that links to DOIs stand in."""
    lines = sorted((line for column in columns for line in column), key=lambda line: line.base)
    bases = [line.base for line in lines]
    for link in links:
        doi = parse_doi(link.address)
        if doi is not None:
            for line in lines[bisect_left(bases, link.top) : bisect_right(bases, link.bottom)]:
                if line.left < link.right and link.left < line.right:
                    yield line, doi

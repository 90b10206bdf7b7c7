"""PDF: words with their places, rows, columns, lines, what repeats on every page, to a text that reads on."""

from __future__ import annotations

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Reading

__all__ = ["read"]


def read(document: Document) -> Reading:
    """Read a PDF, once what opens it is known to be installed.

    Raises:
        ReadError: it is not, or the document cannot be read.
    """
    try:
        import pypdfium2  # noqa: F401 -- told here, once, where it is absent
    except ImportError:
        raise ReadError(f"{document.name}: reading PDF needs pypdfium2: pip install 'bib-refcheck[pdf]'") from None
    from refcheck.readers.pdf.reading import read as read_pages

    return read_pages(document)


__all__ = ["read"]

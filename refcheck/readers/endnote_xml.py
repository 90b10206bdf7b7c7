"""Read EndNote XML."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.readers.entries import reading
from refcheck.syntax.endnote_xml import parse_records


def read(document: Document) -> Reading:
    """Read all records, in the order of the text; what comes after a fault in the XML is `Unreadable`."""
    return reading(document, parse_records(document.text))

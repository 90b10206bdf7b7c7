"""Read NBIB, the tagged form in which PubMed gives its records."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.readers.entries import reading
from refcheck.syntax.entries import Broken
from refcheck.syntax.nbib import parse
from refcheck.syntax.nbib_reference import entry_of


def read(document: Document) -> Reading:
    """Read all records, in the order of the text; a text without any is `Unreadable`."""
    records = parse(document.text)
    return reading(document, (record if isinstance(record, Broken) else entry_of(record, document.text) for record in records))

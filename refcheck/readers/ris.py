"""Read RIS files."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.readers.entries import reading
from refcheck.syntax.entries import Broken
from refcheck.syntax.ris import parse
from refcheck.syntax.ris_reference import entry_of


def read(document: Document) -> Reading:
    """Read all records, in the order of the text; tags that stand outside of a record are `Unreadable`."""
    records = parse(document.text)
    return reading(document, (record if isinstance(record, Broken) else entry_of(record, document.text) for record in records))

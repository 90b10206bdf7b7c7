"""Read Zotero RDF."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.readers.entries import reading
from refcheck.syntax.entries import Broken
from refcheck.syntax.zotero_rdf import parse_items
from refcheck.syntax.zotero_reference import entry_of


def read(document: Document) -> Reading:
    """Read all items, in the order of the text; what comes after a fault in the XML is `Unreadable`."""
    items = parse_items(document.text)
    return reading(document, (item if isinstance(item, Broken) else entry_of(item, document.text) for item in items))

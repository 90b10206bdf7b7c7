"""Read CSL-JSON: an array of items, an object with "items", or one item."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.readers.entries import reading
from refcheck.syntax.csl_item import entry_of
from refcheck.syntax.csl_json import Item, parse


def read(document: Document) -> Reading:
    """Read all items, in the order of the text; what is no item, and all after a fault in the JSON, is `Unreadable`."""
    text = document.text
    return reading(document, (entry_of(item, text) if isinstance(item, Item) else item for item in parse(text)))

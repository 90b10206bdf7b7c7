"""Read CSL-YAML: a list of items, bare or under "references"."""

from __future__ import annotations

from refcheck.model.documents import Document, Reading
from refcheck.model.references import Span
from refcheck.readers.entries import reading
from refcheck.syntax.csl_item import entry_of
from refcheck.syntax.csl_json import Item
from refcheck.syntax.csl_yaml import parse
from refcheck.syntax.entries import Broken

_NONE = 'there is no list of references; CSL-YAML holds one under "references"'


def read(document: Document) -> Reading:
    """Read all items, in the order of the text; what is no item, and all after a fault in the YAML, is `Unreadable`."""
    text = document.text
    found = parse(text) or ((Broken(reason=_NONE, span=Span(0, len(text))),) if text.strip() else ())
    return reading(document, (entry_of(item, text) if isinstance(item, Item) else item for item in found))

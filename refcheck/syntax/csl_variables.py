"""What CSL-JSON calls the variables; the table of its reader and exporter.

Source: CSL-JSON schema (csl-data) of CSL 1.0.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from refcheck.model.variables import CSL_NAMES

NUMBERED = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book", "paper-conference"})
"""Types whose `number` is an article number: one slot with the pages."""
BESIDE_SCHEMA = frozenset({"arxiv"})
"""Attributes that the schema has no name for; they stand in `custom`."""
_ALIASES = {
    "journalAbbreviation": "container_title_short",
    "shortTitle": "title_short",
    "event": "event_title",
    "archive-location": "archive_location",
}
ATTRIBUTES: Mapping[str, str] = MappingProxyType(
    {**_ALIASES, **{name: attribute for name, attribute in CSL_NAMES.items() if attribute not in BESIDE_SCHEMA}}
)
"""Name in CSL-JSON -> attribute; names of earlier versions and of Zotero among them."""

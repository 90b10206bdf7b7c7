"""Tell unreadable entries of files with fields from unreadable references of lists."""

from __future__ import annotations

import re

from refcheck.model.documents import Unreadable

_ENTRY = re.compile(r"\s*(?:@\s*\w+|[{\[])")


def is_entry(source: str, block: Unreadable) -> bool:
    """Tell whether a block is an entry of a bibliography file."""
    return source.lower().endswith((".bib", ".bibtex", ".json")) or _ENTRY.match(block.raw) is not None


def excerpt(block: Unreadable) -> str:
    """Give the key of a block, or its first words."""
    if block.key:
        return block.key
    words = " ".join(block.raw.split())
    return words if len(words) <= 40 else f"{words[:39]}…"  # noqa: PLR2004 - fits beside the reason on a line

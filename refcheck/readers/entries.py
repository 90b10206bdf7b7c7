"""From the entries of a format with named fields to what a reader gives."""

from __future__ import annotations

from collections.abc import Iterable

from refcheck.model.documents import Document, Reading, Unreadable
from refcheck.model.references import CitedReference
from refcheck.syntax.entries import Broken, Entry


def reading(document: Document, entries: Iterable[Entry | Broken]) -> Reading:
    """Give entries as cited references, in their order; an entry without a key is known by its place, from 1."""
    references: list[CitedReference] = []
    unreadable: list[Unreadable] = []
    for place, entry in enumerate(entries, 1):
        raw = document.text[entry.span.start : entry.span.end]
        if isinstance(entry, Broken):
            unreadable.append(Unreadable(reason=entry.reason, span=entry.span, raw=raw))
            continue
        cited = CitedReference(
            reference=entry.reference,
            id=entry.key or str(place),
            key=entry.key,
            kind="structured",
            raw=entry.raw or raw,
            file=document.name,
            line=document.position(entry.span.start)[0],
            span=entry.span,
            origins=entry.origins,
        )
        references.append(cited)
    return Reading(references=tuple(references), unreadable=tuple(unreadable))

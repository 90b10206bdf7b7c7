"""Make cited references of the pieces of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from refcheck.model.documents import Document, Notice
from refcheck.model.references import CitedReference, Span
from refcheck.readers.labelling import label
from refcheck.readers.segmenting.pieces import Piece

_SHOWN = 60


def cite(document: Document, pieces: Iterable[Piece]) -> Iterator[CitedReference]:
    """Read each piece as a reference, numbered from 1 in the order given."""
    for place, piece in enumerate(pieces, 1):
        raw = document.text[piece.start : piece.end]
        labelled = label(raw, offset=piece.start)
        yield CitedReference(
            reference=labelled.reference,
            id=str(place),
            raw=raw,
            file=document.name,
            line=document.position(piece.start)[0],
            span=Span(piece.start, piece.end),
            label=(piece.label.text or None) if piece.label else labelled.label,
            origins=labelled.origins,
        )


def left_out(document: Document, pieces: Iterable[Piece]) -> Iterator[Notice]:
    """Say of each piece between references that it was not read as one."""
    for piece in pieces:
        text = " ".join(document.text[piece.begins : piece.end].split())
        short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        line = document.position(piece.begins)[0]
        yield Notice(message=f"{document.name}:{line}: between two references, not read as one: {short}")

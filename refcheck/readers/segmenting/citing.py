"""Make cited references of the pieces of a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from refcheck.model.documents import Document, Notice
from refcheck.model.flows import Flow
from refcheck.model.references import CitedReference, Origin, Span
from refcheck.readers.labelling import label
from refcheck.readers.segmenting.pieces import Piece

_SHOWN = 60


def cite(document: Document, pieces: Iterable[Piece], flow: Flow | None = None) -> Iterator[CitedReference]:
    """Read each piece as a reference, numbered from 1 in the order given.

    Args:
        document: the source.
        pieces: what was cut out.
        flow: the text they were cut from; that of the document where it is left out.
    """
    flow = flow or Flow(text=document.text)
    for place, piece in enumerate(pieces, 1):
        raw = flow.text[piece.start : piece.end]
        labelled = label(raw, offset=piece.start)
        key = piece.block.key if piece.block else None
        span = placed(flow, Span(piece.start, piece.end))
        yield CitedReference(
            reference=labelled.reference,
            id=key or str(place),
            key=key,
            raw=raw,
            file=document.name,
            line=None if document.unit == "paragraph" else document.position(span.start)[0],
            span=span,
            label=(piece.label.text or None) if piece.label else labelled.label,
            origins=_in_source(labelled.origins, document, flow),
        )


def _in_source(origins: Mapping[str, Origin], document: Document, flow: Flow) -> Mapping[str, Origin]:
    """Move origins from the text of a flow to the source it was made of.

    A value that other text stands within in the source, such as the head of a page or markup, is not its own: it must not be written over.
    """
    if not flow.stretches:
        return origins
    moved = {}
    for path, origin in origins.items():
        span = placed(flow, origin.span)
        own = origin.via if _in_one(origin.span, document, flow) else "derived"
        moved[path] = replace(origin, span=span, raw=document.text[span.start : span.end], via=own)
    return MappingProxyType(moved)


def placed(flow: Flow, span: Span) -> Span:
    """Give the place in the source of a stretch of a flow.

    Of one that goes on before where it began, as from the foot of a column to the head of the next, that of its first line.
    """
    place = flow.source(span)
    if place.end > place.start or span.end <= span.start:
        return place
    lines = flow.text[span.start : span.end].splitlines()
    return flow.source(Span(span.start, span.start + len(lines[0])))


def _in_one(span: Span, document: Document, flow: Flow) -> bool:
    """Tell whether nothing but blanks and signs stands between the stretches that a value was taken from."""
    first = bisect_right(flow.stretches, span.start, key=lambda stretch: stretch.start) - 1
    last = bisect_left(flow.stretches, span.end, key=lambda stretch: stretch.start)
    for one, two in pairwise(flow.stretches[max(0, first) : last]):
        if two.source < one.source + one.length or any(map(str.isalnum, document.text[one.source + one.length : two.source])):
            return False
    return True


def left_out(document: Document, pieces: Iterable[Piece], flow: Flow | None = None) -> Iterator[Notice]:
    """Say of each piece between references that it was not read as one."""
    flow = flow or Flow(text=document.text)
    for piece in pieces:
        text = " ".join(flow.text[piece.begins : piece.end].split())
        short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        place = document.place(placed(flow, Span(piece.begins, piece.end)).start).partition(":")[0]
        yield Notice(message=f"{document.name}:{place}: between two references, not read as one: {short}")

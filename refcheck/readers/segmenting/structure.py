"""What a document has cut itself: declared references, elements of lists, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from refcheck.model.flows import Block, Flow
from refcheck.readers.segmenting.layout import Label, label_of
from refcheck.readers.segmenting.notes import referring
from refcheck.readers.segmenting.pieces import Piece, Scorer
from refcheck.readers.segmenting.runs import Run, odds_of, runs_of


def declared(flow: Flow, score: Scorer) -> list[Run]:
    """Take what the document declares to be references, each list by itself and every entry of it."""
    return [_whole("entry", pieces, score) for pieces in _grouped(flow, "entry")]


def listed(flow: Flow, score: Scorer, is_list: Callable[[Run], bool]) -> Iterator[Run]:
    """Take the document's own lists that are reference lists, else the runs of references in them."""
    for pieces in _grouped(flow, "item"):
        whole = _whole("item", pieces, score)
        if whole.total > 0 and is_list(whole):
            yield whole
        else:
            yield from filter(is_list, runs_of("item", pieces, score))


def noted(flow: Flow, score: Scorer, is_list: Callable[[Run], bool]) -> Iterator[Run]:
    """Take the references in notes; others, such as remarks and "ibid.", may stand between them."""
    return referring([_piece(flow, block) for block in flow.blocks if block.kind == "note"], score, is_list)


def _grouped(flow: Flow, kind: str) -> Iterator[list[Piece]]:
    blocks = sorted((block for block in flow.blocks if block.kind == kind), key=lambda block: block.group)
    for _, group in groupby(blocks, key=lambda block: block.group):
        yield [_piece(flow, block) for block in group]


def _whole(cutter: str, pieces: Sequence[Piece], score: Scorer) -> Run:
    return Run(cutter, tuple(pieces), tuple(odds_of(cutter, piece, score) for piece in pieces))


def _piece(flow: Flow, block: Block) -> Piece:
    """Make a piece of a block, without a label that stands in its text; the document's own label goes before it."""
    text = flow.text[block.span.start : block.span.end]
    printed = label_of(text)
    start = block.span.start + (printed.length if printed and printed.length < len(text) else 0)
    label = Label("number" if block.label.isdigit() else "key", "own", block.label, 0) if block.label else printed
    return Piece(start, block.span.end, label, block.span.start, block)

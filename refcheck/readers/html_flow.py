"""Make the flow of a page: its blocks with their text as browsers show it, without the labels of links after references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from refcheck.model.flows import WHOLE, Flow
from refcheck.readers.blanks import Blanks
from refcheck.readers.flow_writer import FlowWriter
from refcheck.readers.html_blocks import Block, blocks_of
from refcheck.readers.html_links import Piece, common_labels, linked_works, without_labels
from refcheck.syntax.xml_tree import Element

_KINDS = r"(?:articles?|content|documents?|papers?|posts?|publications?|stories)"
_OF_OTHERS = re.compile(
    rf"\W*(?:cited\s+by|(?:{_KINDS}|works)\s+citing\b.*|(?:citing|recommended|related|similar|suggested)\s+{_KINDS})\W*\d*\W*",
    re.IGNORECASE,
)
"""Headings over works that cite the document or are like it: pages set them under it, and it cites none of them."""


def flow_of(root: Element) -> Flow:
    """Write the blocks of a page, and what is known about the works in them."""
    writer = FlowWriter()
    blocks = list(_own(blocks_of(root)))
    groups: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        groups[block.group].append(block)
    common = {group: common_labels([block.pieces for block in members]) for group, members in groups.items() if group}
    cleaned = [(block, _text_of(block, common.get(block.group, frozenset()))) for block in blocks]
    for (block, pieces), (follower, rest) in zip_longest(cleaned, cleaned[1:], fillvalue=(Block("prose"), [])):
        if not pieces:
            continue
        writer.open(block.kind, group=block.group, label=block.label, key=block.key)
        for piece in pieces:
            writer.write(piece.text, piece.start, piece.length)
        # Some publishers set the links of a reference in a paragraph of its own after it.
        links = block.links if rest else block.links + follower.links
        shown = "".join(piece.text for piece in block.pieces)
        writer.know(*block.known, *(linked_works(links, shown) if block.kind in WHOLE or not rest else ()))
    return writer.flow()


def _own(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks that are of the document itself, not of a list that its page sets under it."""
    foreign = False
    for block in blocks:
        if block.kind == "heading":
            foreign = _OF_OTHERS.fullmatch("".join(piece.text for piece in block.pieces)) is not None
        if not foreign:
            yield block


def _text_of(block: Block, common: frozenset[str]) -> list[Piece]:
    """Give the text of a block as it is shown; nothing of one that holds but blanks, a number or labels of links."""
    pieces = list(block.pieces) if block.kind == "heading" else without_labels(block.pieces, common)
    while pieces and pieces[-1].breaks:
        pieces.pop()
    shown = list(_collapsed(pieces))
    text = "".join(piece.text for piece in shown).strip()
    return [] if not text or (block.kind == "prose" and text.isdigit()) else shown


def _collapsed(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces with their blanks as browsers show them."""
    blanks = Blanks()
    for piece in pieces:
        if piece.hard:
            yield piece
            blanks.after_blank = piece.text.endswith(("\n", " "))
        else:
            yield from (Piece(*part) for part in blanks.collapsed(piece.text, piece.start, piece.length))

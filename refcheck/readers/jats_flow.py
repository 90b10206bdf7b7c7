"""Make the flow of the text of a JATS document whose references are not tagged."""

from __future__ import annotations

from refcheck.model.flows import BlockKind, Flow
from refcheck.readers.blanks import Blanks
from refcheck.readers.flow_writer import FlowWriter
from refcheck.syntax.jats_elements import shown
from refcheck.syntax.xml_tree import Element

_KINDS: dict[str, BlockKind] = {"title": "heading", "p": "prose", "list-item": "item", "fn": "note"}
_LEFT_OUT = frozenset({"front", "front-stub", "table-wrap", "fig", "code", "preformat", "boxed-text", "supplementary-material"})


def flow_of(root: Element) -> Flow:
    """Write titles, paragraphs, items of lists and notes, the outermost of each."""
    writer = FlowWriter()
    waiting = [(root, 0)]
    while waiting:
        element, group = waiting.pop()
        if element.tag in _LEFT_OUT:
            continue
        kind = _KINDS.get(element.tag)
        if kind is None or element.find("list"):
            inner = element.start if element.tag in {"list", "fn-group"} else group
            waiting.extend((child, inner) for child in reversed(list(element.elements())))
            continue
        writer.open(kind, group=group)
        blanks = Blanks()
        for stretch in shown(element):
            for part in blanks.collapsed(stretch.text, stretch.start, stretch.end - stretch.start):
                writer.write(*part)
    return writer.flow()

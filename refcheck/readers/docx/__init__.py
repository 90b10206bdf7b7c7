"""Read the reference list of a Word document.

The printed list is what is checked. The data that reference managers keep behind citations (Zotero, Mendeley, EndNote)
show where values begin and which record to ask for.

Source: ECMA-376-1, sections 17.3 (paragraphs), 17.9 (numbering), 17.11 (notes), 17.16 (fields).
"""

from __future__ import annotations

from dataclasses import replace

from refcheck.errors import ReadError
from refcheck.model.documents import Document, Reading
from refcheck.model.flows import Block, Flow
from refcheck.model.references import Span
from refcheck.readers.docx.body import write_body
from refcheck.readers.docx.notes import write_notes
from refcheck.readers.docx.package import open_package
from refcheck.readers.flow_writer import FlowWriter
from refcheck.readers.segmenting.reading import read_flow

__all__ = ["read"]

_FEWEST, _MORE = 3, 2
"""Where fewer references are found, paragraphs may be lines; they are, where then more than so many times as many are found."""


def read(document: Document) -> Reading:
    """Find the reference lists of a Word document by its styles, fields, numbering and wording.

    Raises:
        ReadError: the container is damaged or holds no text, or what reads it is not installed.
    """
    package = open_package(document)
    writer = FlowWriter()
    numbers = write_body(package, writer)
    write_notes(package, numbers, writer)
    flow = replace(writer.flow(), stretches=())
    if not flow.blocks:
        raise ReadError(f"{document.name}: the document holds no text")
    made = replace(document, text=flow.text, unit="paragraph", breaks=tuple(block.span.start for block in flow.blocks))
    reading = replace(read_flow(made, flow), document=made)
    if len(reading.references) >= _FEWEST:
        return reading
    flow = _as_lines(flow)
    made = replace(made, text=flow.text)
    again = replace(read_flow(made, flow), document=made)
    return again if len(again.references) > _MORE * len(reading.references) else reading


def _as_lines(flow: Flow) -> Flow:
    """Take paragraphs that follow one another for the lines of one, as they are where a text was copied out of a PDF.

    All offsets stand.
    """
    blocks: list[Block] = []
    text = list(flow.text)
    for block in flow.blocks:
        last = blocks[-1] if blocks else None
        if last and last.kind == block.kind == "prose":
            blocks[-1] = replace(last, span=Span(last.span.start, block.span.end), known=last.known + block.known)
            text[last.span.end : block.span.start - 1] = " " * (block.span.start - 1 - last.span.end)
        else:
            blocks.append(block)
    return replace(flow, text="".join(text), blocks=tuple(blocks))

r"""Read LaTeX documents, and the `.bbl` files of BibTeX and biber."""

from __future__ import annotations

import re
from dataclasses import replace

from refcheck.model.documents import Document, Notice, Reading, Unreadable
from refcheck.model.references import CitedReference
from refcheck.readers import bibtex
from refcheck.readers.latex_flow import write_flow
from refcheck.readers.segmenting.reading import read_flow
from refcheck.syntax import bbl, bbl_amsrefs
from refcheck.syntax.bibtex import BrokenBlock, Entry
from refcheck.syntax.latex_document import LatexSource, scan
from refcheck.syntax.latex_document_names import names_in

_SIGN = re.compile(r"[^\r\n]")


def read(document: Document) -> Reading:
    r"""Read what a document declares to be references: `\bibitem`, entries of biber and amsrefs, `filecontents` with BibTeX.

    Where there is none and no bibliography is named, lists and footnotes are looked at as in any document. What it names
    is told, not read.
    """
    source = scan(document.text)
    named = names_in(source, document.name)
    found = [*bbl.entries_of(source), *bbl_amsrefs.entries_of(source)]
    entries = [entry for entry in found if isinstance(entry, Entry)]
    held = _held(document, source)
    flow, unreadable = write_flow(source)
    unreadable += [_unreadable(block, document) for block in found if isinstance(block, BrokenBlock)]
    references: list[CitedReference] = [
        bibtex.cite(entry, place, document.position(entry.span.start)[0], document) for place, entry in enumerate(entries, 1)
    ]
    references += held.references
    notices = list(held.notices)
    reading = Reading(references=())
    if any(block.kind == "entry" for block in flow.blocks) or not (references or unreadable or named.bibliographies):
        reading = read_flow(document, flow)
        references += reading.references
        notices += reading.notices
    notices += [Notice(message=f"{document.name}: the bibliography {name} stands on the web, and is not read") for name in named.remote]
    return replace(
        reading,
        references=tuple(sorted(references, key=lambda cited: cited.span.start if cited.span else 0)),
        unreadable=(*held.unreadable, *unreadable),
        notices=tuple(notices),
        bibliographies=named.bibliographies,
        parts=named.parts,
        cited=named.cited or None,
    )


def _unreadable(block: BrokenBlock, document: Document) -> Unreadable:
    raw = document.text[block.span.start : block.span.end]
    return Unreadable(reason=block.reason, span=block.span, raw=raw, key=block.key)


def _held(document: Document, source: LatexSource) -> Reading:
    """Read the bibliographies that a document holds itself, at their places."""
    readings = []
    for name, span in source.contained:
        if name.endswith(".bib"):
            text = _SIGN.sub(" ", document.text[: span.start]) + document.text[span.start : span.end]
            readings.append(bibtex.read(replace(document, text=text)))
    return Reading(
        references=tuple(cited for reading in readings for cited in reading.references),
        unreadable=tuple(block for reading in readings for block in reading.unreadable),
        notices=tuple(notice for reading in readings for notice in reading.notices),
    )

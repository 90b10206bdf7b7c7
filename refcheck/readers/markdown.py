"""Read Markdown documents: of pandoc, Quarto and R Markdown, and any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from refcheck.model.documents import Document, Notice, Reading
from refcheck.readers.entries import reading as reading_of
from refcheck.readers.markdown_flow import write_flow
from refcheck.readers.segmenting.reading import read_flow
from refcheck.syntax.csl_item import entry_of
from refcheck.syntax.csl_json import Item
from refcheck.syntax.csl_yaml import parse
from refcheck.syntax.entries import Broken, Entry
from refcheck.syntax.markdown_citations import citations_in
from refcheck.syntax.markdown_metadata import Metadata, metadata_of

_INCLUDED = re.compile(r"\{\{<\s*include\s+([^\s>]+)\s*>\}\}")


def read(document: Document) -> Reading:
    """Read the reference list of a document, and name the bibliographies that its metadata names.

    Where it cites from a bibliography that it names or holds, only what it declares to be its reference list is read as one.
    """
    metadata = metadata_of(document.text)
    flow, citations = write_flow(metadata.body)
    listed = reading_of(document, list(_listed(document.text, metadata)))
    named = bool(metadata.bibliographies or metadata.references)
    cited = frozenset(each.key for each in citations if named or each.bracketed) | {each.key for each in citations_in(metadata.nocite)}
    remote = [name for name in metadata.bibliographies if "://" in name]
    notices = [
        Notice(message=f"{document.name}:{document.place(at)}: the metadata are no YAML: {reason}") for reason, at in metadata.faults
    ]
    notices += [Notice(message=f"{document.name}: the bibliography {name} stands on the web, and is not read") for name in remote]
    reading = Reading(references=())
    if any(block.kind == "entry" for block in flow.blocks) or not (named and cited):
        reading = read_flow(document, flow)
    return replace(
        reading,
        references=(*listed.references, *reading.references),
        unreadable=(*listed.unreadable, *reading.unreadable),
        notices=(*notices, *reading.notices),
        bibliographies=tuple(name for name in metadata.bibliographies if name not in remote),
        parts=tuple(dict.fromkeys(_INCLUDED.findall(metadata.body))),
        cited=cited or None,
    )


def _listed(text: str, metadata: Metadata) -> Iterator[Entry | Broken]:
    """Read the references that the metadata hold themselves."""
    for span in metadata.references:
        for item in parse(text[span.start : span.end], span.start):
            yield entry_of(item, text) if isinstance(item, Item) else item

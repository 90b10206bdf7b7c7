"""Read JATS and BITS: every citation of an article or book, with what its tags say.

What is tagged is never cut again. A citation that is printed as it stands (`mixed-citation`) is read as text too, for
what its tags do not say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import ascii_lowercase
from types import MappingProxyType
from typing import Any

from refcheck.model.documents import Document, Explanation, Notice, Reading, Unreadable
from refcheck.model.flows import Flow
from refcheck.model.references import CitedReference, Origin, Reference, Span
from refcheck.readers.blanks import Blanks
from refcheck.readers.flow_writer import FlowWriter
from refcheck.readers.jats_flow import flow_of
from refcheck.readers.labelling import Labelled, label
from refcheck.readers.segmenting.reading import read_flow
from refcheck.syntax.jats import CITATIONS, PRINTED
from refcheck.syntax.jats_citation import Tagged
from refcheck.syntax.jats_elements import shown, text_of
from refcheck.syntax.xml_tree import Element, parse

_LABEL = " \t\r\n.,;:()[]"
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def read(document: Document) -> Reading:
    """Read the citations of all reference lists and notes; where there is none, find the list in the text.

    What breaks the grammar is `Unreadable`; what stands before it is read.
    """
    tree = parse(document.text)
    unreadable: tuple[Unreadable, ...] = ()
    if fault := tree.fault:
        place = Span(min(fault.offset, len(document.text)), len(document.text))
        unreadable = (Unreadable(reason=fault.reason, span=place, raw=document.text[place.start :]),)
    if tree.root is None:
        return Reading(references=(), unreadable=unreadable)
    references: list[CitedReference] = []
    notices: list[Notice] = []
    for ref in _refs(tree.root):
        found = list(_of_ref(ref, document, len(references)))
        references += found
        if not found:
            notices.append(
                Notice(message=f"{document.name}:{document.position(ref.start)[0]}: {_UNCITED.format(ref.attributes.get('id', ''))}")
            )
    if not references and not notices:
        found_in_text = read_flow(document, flow_of(tree.root))
        return replace(found_in_text, unreadable=unreadable)
    return Reading(
        references=tuple(references),
        unreadable=unreadable,
        notices=tuple(notices),
        explanations=tuple(_taken(references)),
    )


def _taken(references: list[CitedReference]) -> Iterator[Explanation]:
    spans = [cited.span for cited in references if cited.span]
    if spans:
        count = f"{len(spans)} {'entry' if len(spans) == 1 else 'entries'}"
        yield Explanation(span=Span(spans[0].start, spans[-1].end), taken=True, reason=f"{count}, as the document tags them")


_UNCITED = "the reference {} holds no citation"


def _refs(root: Element) -> Iterator[Element]:
    """Yield the entries of reference lists, and the citations that stand by themselves in notes and text."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == "ref" or element.tag in CITATIONS:
            yield element
        else:
            waiting.extend(reversed(list(element.elements())))


def _of_ref(ref: Element, document: Document, before: int) -> Iterator[CitedReference]:
    """Read the citations of an entry; of two forms of one citation, the one with the fields."""
    key = ref.attributes.get("id")
    printed = ref.find("label")
    own = (text_of(printed).strip(_LABEL) if printed else "") or None
    for place, citation in enumerate(_citations(ref)):
        inner = citation.find("label")
        letter = ascii_lowercase[place % 26] if place else ""
        cited = _cited(citation, document)
        yield replace(
            cited,
            id=f"{key}{letter}" if key else citation.attributes.get("id") or str(before + place + 1),
            key=f"{key}{letter}" if key else citation.attributes.get("id"),
            label=(text_of(inner).strip(_LABEL) or own) if inner else own,
        )


def _citations(ref: Element) -> Iterator[Element]:
    if ref.tag in CITATIONS:
        yield ref
        return
    for child in ref.elements():
        if child.tag in CITATIONS and text_of(child):
            yield child
        elif child.tag == "citation-alternatives":
            forms = [form for form in child.elements(*CITATIONS) if text_of(form)]
            yield from sorted(forms, key=lambda form: form.tag in PRINTED)[:1]


def _cited(citation: Element, document: Document) -> CitedReference:
    tagged = Tagged(citation, document.text)
    span = citation.content or citation.span
    flow = _flow(citation)
    raw = flow.text.strip()
    reference = tagged.values.reference(tagged.type or "document")
    origins: Mapping[str, Origin] = tagged.values.origins
    printed = citation.tag in PRINTED
    if printed and _WORD.search(_untagged(citation, tagged)):
        reference, origins = _completed(reference, origins, tagged, flow, document)
    return CitedReference(
        reference=reference,
        id="",
        kind="list" if printed else "structured",
        raw=raw,
        file=document.name,
        line=document.position(span.start)[0],
        span=span,
        origins=MappingProxyType(dict(origins)),
    )


def _flow(citation: Element) -> Flow:
    """Write a citation as it reads; the fields of one without punctuation stand apart."""
    writer, blanks = FlowWriter(), Blanks()
    writer.open("item")
    stretches = list(shown(citation))
    for place, stretch in enumerate(stretches):
        for part in blanks.collapsed(stretch.text, stretch.start, stretch.end - stretch.start):
            writer.write(*part)
        if citation.tag not in PRINTED and place + 1 < len(stretches) and not blanks.after_blank:
            writer.write(" ", stretch.end, 0)
            blanks.after_blank = True
    return writer.flow()


def _untagged(citation: Element, tagged: Tagged) -> str:
    """Give what stands between the tags."""
    read = list(tagged.read)
    return " ".join(
        stretch.text for stretch in shown(citation) if not any(span.start < stretch.end and stretch.start < span.end for span in read)
    )


def _completed(
    reference: Reference, origins: Mapping[str, Origin], tagged: Tagged, flow: Flow, document: Document
) -> tuple[Reference, Mapping[str, Origin]]:
    """Add what the text says and the tags do not; what the tags say stands.

    What stands before a tagged title is read by itself, as those who made the work.
    """
    block = flow.blocks[0].span
    whole = label(flow.text[block.start : block.end], offset=block.start)
    readings, csl = [whole], tagged.type
    if tagged.title_start is not None and not reference.author:
        end = bisect_left(range(block.end), tagged.title_start, lo=block.start, key=lambda at: flow.source(Span(at, at + 1)).start)
        readings.insert(0, label(flow.text[block.start : end], offset=block.start))
    found: dict[str, Origin] = dict(origins)
    if tagged.is_alone and _is_container(found.get("title"), whole, flow):
        reference = replace(reference, title=None, container_title=reference.title)
        found["container_title"] = found.pop("title")
        csl = _OF_PARTS.get(csl or "", whole.reference.type)
    added: dict[str, Any] = {}
    for labelled in readings:
        of_this: dict[str, Any] = {}
        for path, origin in labelled.origins.items():
            attribute = path.partition("[")[0]
            span = flow.source(origin.span)
            is_told = attribute in added or getattr(reference, attribute) not in (None, ())
            if not is_told and not any(_overlap(each, span) for each in tagged.read):
                found[path] = replace(origin, span=span, raw=document.text[span.start : span.end])
                of_this[attribute] = getattr(labelled.reference, attribute)
        added |= of_this
    return replace(reference, type=csl or whole.reference.type, **added), found


_OF_PARTS = MappingProxyType({"book": "chapter", **{csl: csl for csl in ("paper-conference", "webpage", "report", "thesis", "dataset")}})
"""Type of a work that a tagged `source` was taken for -> type of a part of it; others are judged by the text."""


def _is_container(title: Origin | None, labelled: Labelled, flow: Flow) -> bool:
    """Tell whether the text has another title, and what was tagged is what the work stands in."""
    read = {name: flow.source(origin.span) for name, origin in labelled.origins.items() if name in {"title", "container_title"}}
    return title is not None and len(read) > 1 and _overlap(read["container_title"], title.span) and not _overlap(read["title"], title.span)


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end

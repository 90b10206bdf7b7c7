r"""Read the entries of amsrefs: `\bib{key}{type}{author={...}, title={...}}`.

Source: AMS, "The amsrefs package" 3 and 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from refcheck.model.references import Span
from refcheck.syntax.bibtex import BrokenBlock, Entry, Value
from refcheck.syntax.latex_document import VOID, LatexSource

_ENTRY = re.compile(r"\\bib\*?(?![A-Za-z@])")
_FIELD = re.compile(rf"([A-Za-z][A-Za-z-]*)[\s{VOID}]*=[\s{VOID}]*(?=\{{)")
_NAMES: Mapping[str, str] = {"place": "address", "translation": "titleaddon", "organization": "organization", "part": "part"}
_TYPES: Mapping[str, str] = {"collection.article": "incollection", "innerbook": "inbook", "webpage": "online", "thesis": "phdthesis"}
_COMPOUND: Mapping[str, Mapping[str, str]] = {
    "book": {"title": "booktitle"},
    "conference": {"title": "eventtitle", "date": "eventdate", "address": "venue"},
}
"""Field that holds fields -> what these mean for the entry itself."""
_LISTED = frozenset({"author", "editor", "translator"})


def entries_of(source: LatexSource) -> Iterator[Entry | BrokenBlock]:
    """Read the entries of a document, in its order, and what should be one."""
    for head in _ENTRY.finditer(source.live):
        key = source.argument(head.end())
        kind = source.argument(key.end + 1) if key else None
        body = source.argument(kind.end + 1) if kind else None
        if key is None or kind is None or body is None:
            named = source.text(key).strip() if key else None
            yield BrokenBlock(reason="\\bib has no key, no type, or fields that are never closed", span=Span(*head.span()), key=named)
            continue
        fields = dict(_fields(source, body))
        written = source.text(kind).strip().lower()
        entry = _TYPES.get(written, written)
        if entry == "article" and "journal" not in fields and "booktitle" in fields:
            entry = "inproceedings" if "eventtitle" in fields else "incollection"
        yield Entry(type=entry, key=source.text(key).strip(), span=Span(head.start(), body.end + 1), fields=fields)


def _fields(source: LatexSource, body: Span) -> Iterator[tuple[str, Value]]:
    """Give each field once: names that are given one by one as a list."""
    values: dict[str, list[Span]] = {}
    at = body.start
    while (found := _FIELD.search(source.live, at, body.end)) and (value := source.argument(found.end())):
        at = value.end + 1
        name = found[1].lower()
        if name in _COMPOUND:
            for inner, each in _fields(source, value):
                values.setdefault(_COMPOUND[name].get(inner, inner), []).append(Span(each.start, each.end))
        else:
            values.setdefault(_NAMES.get(name, name), []).append(value)
    for name, places in values.items():
        if name in _LISTED and len(places) > 1:
            whole = Span(places[0].start, places[-1].end)
            text = " and ".join(source.text(place) for place in places)
            yield name, Value(text, whole.start, whole.end, raw=source.whole[whole.start : whole.end])
        else:
            raw, text = source.whole[places[0].start : places[0].end], source.text(places[0])
            yield name, Value(text, places[0].start, places[0].end, raw=None if raw == text else raw)

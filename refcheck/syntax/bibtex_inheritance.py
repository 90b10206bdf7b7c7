"""Give entries what they inherit from the entries they name in `crossref` and `xdata`.

Source: biblatex manual 2.4.1 and appendix B (default inheritance); BibTeX, "BibTeXing" 2.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from refcheck.syntax.bibtex import Entry

CONTROL = frozenset(
    str.split(
        "crossref xref xdata ids entryset entrysubtype execute label options presort related relatedoptions relatedstring "
        "relatedtype shorthand shorthandintro sortkey key"
    )
)
"""Fields that steer a style and say nothing about the work."""
_NOT_OF_THE_PART = frozenset(
    str.split(
        "doi url urldate eprint eprinttype eprintclass archiveprefix primaryclass pmid pmcid pages eid abstract keywords "
        "note annote annotation file pagetotal numpages shorttitle subtitle titleaddon title"
    )
)
"""Fields that belong to the parent itself: the identifier of a volume is none of its chapter's."""
_PARTS = frozenset(str.split("inbook incollection inproceedings conference inreference bookinbook suppbook suppcollection"))
_VOLUMES = frozenset(str.split("book collection reference proceedings"))


def inherit(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Fill absent fields from parents, in the order of the entries; what an entry has itself stays."""
    by_key: dict[str, Entry] = {}
    for entry in entries:
        by_key.setdefault(entry.key, entry)
    for entry in entries:
        by_key.setdefault(entry.key.lower(), entry)
    filled: dict[int, Entry] = {}
    begun: set[int] = set()
    for entry in entries:
        waiting = [entry]
        while waiting:
            last = waiting[-1]
            begun.add(id(last))
            parents = {id(parent): parent for parent, _ in _parents(last, by_key)}
            before = [parent for place, parent in parents.items() if place not in begun]
            if before:
                waiting += before
            else:
                filled.setdefault(id(last), _filled(last, by_key, filled))
                waiting.pop()
    return tuple(filled[id(entry)] for entry in entries)


def _filled(entry: Entry, by_key: Mapping[str, Entry], filled: Mapping[int, Entry]) -> Entry:
    """Fill an entry whose parents are filled; of parents that lead back to it, what they have themselves is taken."""
    parents = list(_parents(entry, by_key))
    if not parents:
        return entry
    fields = dict(entry.fields)
    for parent, is_data in parents:
        for name, value in filled.get(id(parent), parent).fields.items():
            for target in (name,) if is_data else _names(name, entry.type, parent.type):
                if name not in CONTROL and target not in fields:
                    fields[target] = value._replace(via="parent", parent=parent.key)
    return replace(entry, fields=fields)


def _parents(entry: Entry, by_key: Mapping[str, Entry]) -> Iterator[tuple[Entry, bool]]:
    """Give the parents of an entry, and whether each only holds data (`xdata`)."""
    for field, is_data in (("xdata", True), ("crossref", False)):
        if field in entry.fields:
            for written in dict.fromkeys(entry.fields[field].text.split(",")):
                key = written.strip()
                parent = by_key.get(key) or by_key.get(key.lower())
                if parent is not None and parent is not entry:
                    yield parent, is_data


def _names(name: str, child: str, parent: str) -> tuple[str, ...]:
    """Give the names a parent's field takes in its child; none where it is not handed down."""
    if name in {"title", "subtitle", "titleaddon"}:
        lead = "book" if child in _PARTS else "journal" if parent == "periodical" else "main" if parent.startswith("mv") else None
        return () if lead is None else (f"{lead}{name}",)
    if name in _NOT_OF_THE_PART:
        return ()
    if name == "author" and child in _PARTS:
        return ("bookauthor",) if parent in _VOLUMES | {"mvbook"} and child != "inbook" else ("author", "bookauthor")
    return (name,)

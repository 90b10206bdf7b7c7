"""Zotero RDF: the fields of its items, nested as Zotero writes them or flat.

Source: Zotero, "Zotero RDF" (translators of export and import); RDF 1.1 XML Syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from refcheck.model.references import Span
from refcheck.syntax.entries import Broken
from refcheck.syntax.xml_tree import Element, parse

_SPACES: Mapping[str, str] = MappingProxyType(
    {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
        "http://www.zotero.org/namespaces/export#": "z",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "http://purl.org/net/biblio#": "bib",
        "http://xmlns.com/foaf/0.1/": "foaf",
        "http://prismstandard.org/namespaces/1.2/basic/": "prism",
        "http://schema.org/": "so",
        "http://ogp.me/ns/video#": "video",
    }
)
_ROLES = MappingProxyType({"so:producer": "producer", "video:writer": "scriptwriter", "video:actor": "castMember"})
_OF_ITEM: Mapping[str, str] = MappingProxyType(
    {
        "dc:title": "title",
        "dc:date": "date",
        "dcterms:title": "title",
        "dcterms:date": "date",
        "dc:description": "extra",
        "dc:coverage": "archiveLocation",
        "dc:rights": "rights",
        "dc:source": "archive",
        "dc:type": "type",
        "dcterms:abstract": "abstractNote",
        "dcterms:dateSubmitted": "accessDate",
        "dcterms:alternative": "journalAbbreviation",
        "bib:pages": "pages",
        "prism:volume": "volume",
        "prism:number": "number",
        "prism:edition": "edition",
    }
)
_OF_CONTAINER: Mapping[str, str] = MappingProxyType({**_OF_ITEM, "dc:title": "publicationTitle", "prism:number": "issue"})
_OF_SERIES: Mapping[str, str] = MappingProxyType(
    {"dc:title": "series", "dcterms:alternative": "seriesTitle", "dc:identifier": "seriesNumber", "dc:description": "seriesText"}
)
"""Property of a node -> Zotero's field."""
_NO_FIELDS = frozenset({"link:link", "dcterms:isReferencedBy", "dc:relation", "dcterms:hasPart", "z:itemType"})
_NO_WORKS = frozenset({"attachment", "note", "annotation", ""})
_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        **{
            name: name[:1].lower() + name[1:] for name in ("Book", "BookSection", "Document", "Interview", "Letter", "Manuscript", "Patent")
        },
        "Article": "journalArticle",
        "Image": "artwork",
        "Legislation": "statute",
        "MotionPicture": "film",
        "Recording": "audioRecording",
        "Report": "report",
        "Thesis": "thesis",
    }
)
"""Class of a node that gives no item type -> item type."""
_IDENTIFIER = re.compile(r"\s*(DOI|ISBN|ISSN)[\s:]", re.IGNORECASE)
_NONE = "there is no item of Zotero"
_DEEPEST = 5
"""Containers within containers: an article, its journal, its series."""


class Field(NamedTuple):
    """A field of an item, or a name in a role."""

    name: str
    """Zotero's name of the field or role."""
    element: Element
    role: bool = False


class Item(NamedTuple):
    """An item of the library that is a work."""

    type: str
    """Zotero's item type."""
    fields: tuple[Field, ...]
    """Those of the item itself before those of what it is part of."""
    span: Span


def parse_items(text: str) -> Iterator[Item | Broken]:
    """Read the items of a file, in its order, without notes, attachments and collections.

    What comes after a fault in the XML is one `Broken`, the item it stands in too.
    """
    tree = parse(text)
    nodes = [element for element in tree.root.elements() if element.tag != "li"] if tree.root else []
    fault, at = (tree.fault.reason, tree.fault.offset) if tree.fault else (None, len(text))
    if fault and nodes and nodes[-1].end == at:
        at = nodes.pop().start
    known = {node.attributes["about"]: node for node in reversed(nodes) if "about" in node.attributes}
    wholes = {part.attributes.get("resource") for node in nodes for part in node.elements("isPartOf")}
    found = 0
    for node in nodes:
        kind = _type(node) or ("" if node.attributes.get("about", "") in wholes else _CLASSES.get(_name(node).removeprefix("bib:"), ""))
        if kind not in _NO_WORKS:
            found += 1
            yield Item(kind, tuple(_fields(node, _OF_ITEM, known, 0)), node.span)
    if fault or not found:
        yield Broken(reason=fault or _NONE, span=Span(at if found else 0, len(text)))


def _type(node: Element) -> str:
    return next((child.text.strip() for child in node.elements("itemType") if _name(child) == "z:itemType"), "")


def _name(element: Element) -> str:
    return f"{_SPACES.get(element.space, '')}:{element.tag}"


def _fields(node: Element, names: Mapping[str, str], known: Mapping[str, Element], depth: int) -> Iterator[Field]:
    """Yield the fields of a node, then those of what it is part of."""
    parts: list[Element] = []
    for child in node.elements():
        name = _name(child)
        if name in _NO_FIELDS:
            continue
        if name == "dcterms:isPartOf":
            parts.extend(_targets(child, known))
        elif persons := [person for sequence in child.elements("Seq") for person in sequence.elements("li")]:
            role = _ROLES.get(name) or child.tag.removesuffix("s")
            yield from (Field(role, target, role=True) for person in persons for target in _targets(person, known))
        elif name == "dc:identifier":
            yield from _identifier(child, known, names.get(name, name))
        elif name in names or name.startswith("z:"):
            yield Field(names.get(name, child.tag), child)
        else:
            yield from _others(name, child, known)
    for part in parts if depth < _DEEPEST else ():
        yield from _fields(part, _OF_SERIES if part.tag == "Series" else _OF_CONTAINER, known, depth + 1)


def _targets(element: Element, known: Mapping[str, Element]) -> Iterator[Element]:
    """Yield the nodes that an element holds, or the one that it names."""
    yield from element.elements()
    if (named := element.attributes.get("resource")) in known:
        yield known[str(named)]


def _others(name: str, child: Element, known: Mapping[str, Element]) -> Iterator[Field]:
    """Yield what stands in nodes of its own: publishers, conferences, tags and call numbers."""
    inner = next(_targets(child, known), None)
    if name == "dc:subject":
        yield Field("callNumber" if inner is not None and inner.tag in {"LCC", "DDC", "UDC"} else "tag", inner or child)
    elif inner is not None and name == "dc:publisher":
        for tag, field in (("name", "publisher"), ("locality", "place")):
            yield from (Field(field, element) for element in inner.walk() if element.tag == tag)
    elif inner is not None and name == "bib:presentedAt":
        yield from (Field("conferenceName", element) for element in inner.elements("title"))
    else:
        yield Field(child.tag, child)


def _identifier(child: Element, known: Mapping[str, Element], otherwise: str) -> Iterator[Field]:
    """Yield an address, or an identifier that begins with its name: "ISSN 0028-0836"."""
    inner = next(_targets(child, known), None)
    kind = _IDENTIFIER.match(child.text)
    yield Field("url" if inner is not None else kind[1].upper() if kind else otherwise, inner or child)

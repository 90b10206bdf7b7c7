"""Read single elements of a JATS citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.dates import Date
from refcheck.model.names import ET_AL, Name
from refcheck.syntax.jats import WITHOUT_TEXT
from refcheck.syntax.xml_tree import Element, Stretch
from refcheck.text.dates import parse_date
from refcheck.text.identifiers import parse_arxiv, parse_doi, parse_pmcid
from refcheck.text.lifting import find_identifiers
from refcheck.text.names import parse_name, part_particle


def shown(element: Element) -> Iterator[Stretch]:
    """Yield the text of an element as it is read, other forms of its formulas left out."""
    waiting: list[Element | Stretch] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Stretch):
            yield node
        elif node.tag not in WITHOUT_TEXT or node is element:
            waiting.extend(reversed(node.children))


def text_of(element: Element) -> str:
    """Give the text of an element as it is read, on one line."""
    return " ".join("".join(stretch.text for stretch in shown(element)).split())


def name_of(element: Element) -> Name | None:
    """Read a name; None where it is empty."""
    if element.tag == "etal":
        return ET_AL
    text = text_of(element).strip(" ,;")
    parts = {
        tag: text_of(part).strip(" ,;") if (part := element.find(tag)) else "" for tag in ("surname", "given-names", "suffix", "prefix")
    }
    if element.tag in {"collab", "anonymous"}:
        return Name(literal=text or element.tag.capitalize()) if text or element.tag == "anonymous" else None
    if parts["surname"]:
        particle, family = part_particle(parts["surname"])
        return Name(
            family=family,
            given=parts["given-names"] or None,
            non_dropping_particle=particle,
            suffix=parts["suffix"] or None,
            honorific=parts["prefix"] or None,
        )
    return (parse_name(text) or Name(literal=text)) if text else None


def identified(text: str) -> tuple[str, object] | None:
    """Tell which identifier a text or address is, by its form."""
    for attribute, parse in (("doi", parse_doi), ("pmcid", parse_pmcid), ("arxiv", parse_arxiv)):
        if text and (value := parse(text)):
            return attribute, value
    found = re.fullmatch(r"https?://\S*pubmed\S*?/(\d{1,8})/?", text)
    return ("pmid", found[1]) if found else None


def is_remark(comment: Element) -> bool:
    """Tell whether a comment says more than where the work is found."""
    text = text_of(comment)
    for found in find_identifiers(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return len(_WORDS.findall(text)) > _MOST_WORDS or text == text_of(comment)


_WORDS = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 3
"""Words that announce an address: "Available from", "Retrieved on the Internet"."""


def iso_date(element: Element) -> Date | None:
    """Give the date that an element has in figures."""
    return parse_date(element.attributes.get("iso-8601-date", ""))

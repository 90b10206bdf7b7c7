"""The source element: where a work is found, and its address.

Source: APA 7, 9.23 to 9.37 (source element), 9.25 (periodicals), 9.28 (books), 9.29 (publishers), 9.34 and 9.35 (DOIs and URLs).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from refcheck.model.identifiers import Doi
from refcheck.model.references import Reference
from refcheck.styles.apa.dates import is_in_press, retrieval, year_of
from refcheck.styles.apa.kinds import Kind, Place
from refcheck.styles.apa.locators import labelled_pages, locator, pages_of
from refcheck.styles.apa.people import label, listed, natural
from refcheck.styles.apa.pieces import NOTHING, clean, marked, plain
from refcheck.styles.apa.titles import edition, is_published, volume, with_volume
from refcheck.styles.base import Entry, Run
from refcheck.text.folding import squeeze
from refcheck.text.identifiers import parse_doi
from refcheck.text.sentence_case import sentence_case

_AHEAD = frozenset({"advance online publication", "online ahead of print", "ahead of print", "epub ahead of print", "online first"})


def source_elements(reference: Reference, kind: Kind) -> list[Entry]:
    """List the elements after the title, each of which ends with a stop; not for law, where `law_element` gives all."""
    return [element for element in _SOURCES[kind.place](reference, kind) if element]


def _periodical(reference: Reference, _: Kind) -> list[Entry]:
    name = clean(reference.container_title) or clean(reference.container_title_short) or clean(reference.publisher)
    first = list(marked(name, italic=True))
    number, issue = clean(reference.volume), clean(reference.issue)
    if number or issue:
        first += [Run(", ")] if first else []
        first += [Run(number, italic=True)] if number else []
        first += [Run(f"({issue})")] if issue else []
    where = locator(reference)
    if where:
        first.append(Run(f", {where}" if first else where))
    status = clean(reference.status).lower().rstrip(".")
    ahead = plain("Advance online publication") if status in _AHEAD and not is_in_press(reference) else NOTHING
    return [tuple(first), ahead]


def _part(reference: Reference, kind: Kind) -> list[Entry]:
    book = _book(reference, kind)
    role = next((role for role in kind.owners if getattr(reference, role)), None)
    people = listed(getattr(reference, role), natural) if role else ""
    owner = f"{people} ({label(role, getattr(reference, role))})" if role and people else listed(reference.container_author, natural)
    inner = ", ".join(detail for detail in (edition(reference), volume(reference), labelled_pages(reference)) if detail)
    first: Entry = (Run(f"{kind.inside} {owner}{', ' if owner and book else ''}"), *marked(book, italic=True))
    if inner:
        first = (*first, Run(f" ({inner})"))
    return [first, *_published(reference, ("publisher",))]


def _book(reference: Reference, kind: Kind) -> str:
    """Give the title of the book a part stands in, with its volume."""
    book = clean(reference.container_title)
    if book and kind.cased_container:
        book = sentence_case(book, reference.language)
    return with_volume(book, reference)


def _alone(reference: Reference, kind: Kind) -> list[Entry]:
    sources = kind.sources
    if reference.type == "thesis" and is_published(reference):
        sources = tuple(name for name in sources if name != "publisher")
    found = _published(reference, sources)
    if not found and reference.arxiv and kind.sources[0].startswith("container_title"):
        return [plain("arXiv")]
    return found


def _published(reference: Reference, names: tuple[str, ...]) -> list[Entry]:
    """List publisher, site and archive, without those that are the author and without repetition."""
    people = next((found for found in (reference.author, reference.editor) if found), ())
    said = {squeeze(clean(people[0].literal))} if len(people) == 1 and people[0].literal else set()
    out = []
    for choice in names:
        value = next((text for name in choice.split("|") if (text := clean(getattr(reference, name)))), "")
        key = squeeze(value)
        if value and (not key or key not in said):
            said.add(key)
            out.append(plain(value))
    return out


def _event(reference: Reference, kind: Kind) -> list[Entry]:
    values = [next((text for name in choice.split("|") if (text := clean(getattr(reference, name)))), "") for choice in kind.sources]
    return [plain(", ".join(value for value in values if value)), *_published(reference, ("publisher",))]


_SOURCES: Mapping[Place, Callable[[Reference, Kind], list[Entry]]] = MappingProxyType(
    {Place.ALONE: _alone, Place.PERIODICAL: _periodical, Place.PART: _part, Place.EVENT: _event}
)


def law_element(reference: Reference, date: str) -> Entry:
    """Give a case or law in one element: "Name v. Name, 347 U.S. 483 (1954)".

    Source: APA 7, 11.4 to 11.9.
    """
    section = clean(reference.section)
    if section and not section.startswith("§"):
        section = f"§ {section}"
    where = " ".join(part for part in (clean(reference.volume), clean(reference.container_title), section, pages_of(reference)) if part)
    head = ", ".join(part for part in (clean(reference.title), clean(reference.number), where) if part)
    court = " ".join(part for part in (clean(reference.authority), date) if part)
    return plain(f"{head} ({court})".strip())


def address(reference: Reference, kind: Kind) -> str:
    """Give the DOI as a link, else the address, with the day of retrieval where the page is made to change."""
    doi = reference.doi
    if isinstance(doi, str):
        doi = parse_doi(doi) or doi
    if isinstance(doi, Doi):
        return "".join(doi.url.split())
    url = "%20".join((reference.url or "").split())
    if "doi.org/" in url:
        found = parse_doi(url)
        url = found.url if found else url
    if not url and doi:
        return clean(doi)
    if not url and reference.arxiv and kind.place is Place.ALONE:
        return f"https://arxiv.org/abs/{''.join(reference.arxiv.split())}"
    if url and reference.accessed is not None and _changes(reference, kind):
        day = retrieval(reference.accessed)
        return f"Retrieved {day}, from {url}" if day else url
    return url


def _changes(reference: Reference, kind: Kind) -> bool:
    """Whether a page is made to change: it has no date, or it stands in a journal that has no issues or pages."""
    if kind.place is Place.PERIODICAL and not kind.dated:
        return not (reference.volume or reference.issue or reference.page or reference.number)
    return year_of(reference, reference.issued) == "n.d."

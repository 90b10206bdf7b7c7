"""The source element: where a work is found, and its address.

Source: APA 7, 9.23 to 9.37 (source element), 9.25 (periodicals), 9.28 (books), 9.29 (publishers), 9.34 and 9.35 (DOIs and URLs).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from refcheck.model.identifiers import Doi
from refcheck.model.references import Reference
from refcheck.styles.apa.dates import is_in_press, retrieval, year_of
from refcheck.styles.apa.kinds import Kind, Place
from refcheck.styles.apa.people import label, listed, natural
from refcheck.styles.apa.pieces import NOTHING, clean, marked, plain
from refcheck.styles.apa.titles import edition, is_published, volume, with_volume
from refcheck.styles.base import Entry, Run
from refcheck.text.folding import squeeze
from refcheck.text.identifiers import parse_doi
from refcheck.text.sentence_case import sentence_case

_AHEAD = frozenset({"advance online publication", "online ahead of print", "ahead of print", "epub ahead of print", "online first"})
_DASH = re.compile(r"(?<=\w)\s*(?:-{1,3}|[‐-―−])\s*(?=\w)")
_SEVERAL = re.compile(r"[–,&]| and ")
_ARTICLE = re.compile(r"(?i)e-?\d+\w*|[a-z]{2,}\d{3,}|\d{6,}")
_ABBREVIATED = re.compile(r"(?i)^(?:pp?|pages?)\.?\s*(?=\d)")
_LABELLED = re.compile(r"(?i)^art(?:icle|\.)(?:\s*(?:no|number)\b\.?)?\s*")


def source_elements(reference: Reference, kind: Kind) -> list[Entry]:
    """List the elements after the title, each of which ends with a stop."""
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


def locator(reference: Reference) -> str:
    """Give pages, or the article number with its word, as a periodical has them."""
    page = reference.page
    article = clean(page.article) if page is not None else ""
    pages = pages_of(reference)
    if not article and not pages:
        article = clean(reference.number)
    if not article and _ARTICLE.fullmatch(pages) and reference.type != "article-newspaper":
        article = pages
    return f"Article {_LABELLED.sub('', article)}" if article else pages


def pages_of(reference: Reference) -> str:
    """Give pages with en dashes and the last page written out."""
    page = reference.page
    if page is None or not page.pages:
        return ""
    span = page.range
    return f"{span[0]}–{span[1]}" if span else _DASH.sub("–", _ABBREVIATED.sub("", clean(page.pages)))


def _part(reference: Reference, kind: Kind) -> list[Entry]:
    book = unstopped_title(reference, kind)
    role = next(
        (role for role in ("editor", "executive_producer") if getattr(reference, role) and role not in _lead(reference, kind)), None
    )
    people = listed(getattr(reference, role), natural) if role else ""
    owner = f"{people} ({label(role, getattr(reference, role))})" if role and people else listed(reference.container_author, natural)
    pages = pages_of(reference)
    details = [edition(reference), volume(reference), f"{'pp.' if _SEVERAL.search(pages) else 'p.'} {pages}" if pages else ""]
    if reference.page is not None and reference.page.article and not pages:
        details.append(f"Article {_LABELLED.sub('', clean(reference.page.article))}")
    inner = ", ".join(detail for detail in details if detail)
    first: Entry = (Run("In " + (f"{owner}, " if owner else "")), *marked(book, italic=True))
    if inner:
        first = (*first, Run(f" ({inner})"))
    return [first, *_published(reference, ("publisher",))]


def unstopped_title(reference: Reference, kind: Kind) -> str:
    """Give the title of the book a part stands in, with its volume."""
    book = clean(reference.container_title)
    if book and kind.cased_container:
        book = sentence_case(book, reference.language)
    return with_volume(book, reference)


def _lead(reference: Reference, kind: Kind) -> tuple[str, ...]:
    return next(((role,) for role in kind.leads if getattr(reference, role)), ())


def _alone(reference: Reference, kind: Kind) -> list[Entry]:
    sources = kind.sources
    if reference.type == "thesis" and is_published(reference):
        sources = tuple(name for name in sources if name != "publisher")
    found = _published(reference, sources)
    if not found and reference.arxiv and kind.sources[0].startswith("container_title"):
        return [plain("arXiv")]
    pages = pages_of(reference)
    return [*found, plain(f"{'pp.' if _SEVERAL.search(pages) else 'p.'} {pages}" if pages else "")]


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


def _law(reference: Reference, _: Kind) -> list[Entry]:
    """Nothing: `law_element` gives title and source in one."""
    del reference
    return []


_SOURCES: Mapping[Place, Callable[[Reference, Kind], list[Entry]]] = MappingProxyType(
    {Place.ALONE: _alone, Place.PERIODICAL: _periodical, Place.PART: _part, Place.EVENT: _event, Place.LAW: _law}
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

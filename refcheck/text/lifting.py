"""Find identifiers in running text, in the spellings they are printed in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from refcheck.text.identifiers import parse_doi, trim_tail

Kind = Literal["doi", "pmid", "pmcid", "arxiv", "isbn", "issn", "url"]
"""The identifiers found in running text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIdentifier:
    """An identifier within a text."""

    kind: Kind
    value: str
    """Without prefix and blanks: the bare DOI, "PMC123", the ISBN as printed; a malformed DOI as printed."""
    start: int
    end: int
    """Extent of the identifier with what names it ("doi:", "PMID", brackets)."""
    core: tuple[int, int]
    """Extent of the identifier itself."""


_CLASS = r"(?:\s?\[\s?[a-z-]+(?:\s?\.\s?[A-Z-]{2,})?\s?\])?"
_ARXIV = re.compile(
    rf"[\[(]?\s?(?:(?:e-?prints?:?\s*)?arxiv(?:\.org)?(?:\s+preprint)?(?:\s+arxiv)?\s?[:/.]?\s?(?:abs/)?\s?(?P<id>\d{{4}}\s?\.\s?\d{{4,5}}(?!\d)(?:v\d+)?|"
    rf"[a-z]+(?:\s?-\s?[a-z]+)?(?:\.[A-Z]{{2}})?\s?/\s?\d{{7}}(?:v\d+)?)"
    rf"|(?<![\w/])(?P<old>(?:hep|astro|cond|quant|gr|math|nucl|chao|cs|q)\s?-\s?(?:ph|th|ex|lat|mat|qc|"
    rf"bio)\s?/\s?\d{{7}}(?:v\d+)?)){_CLASS}\s?[\])]?",
    re.IGNORECASE,
)
_URL = re.compile(
    r"<?(?:URL\s?[:=]?\s*)?(?P<url>(?:https?|ftp)\s?(?::\s?/\s?/|//)\s?[^\s<>\"“”]+|(?<![\w.@/])www\.[^\s<>\"“”]+)>?", re.IGNORECASE
)
_CUT = re.compile(
    r"[ \t]*\r?\n\s*(?=\S*[/=_~?&%#]|\S+\.(?:html?|pdf|php|aspx?)\b)(?!https?:|www\.|doi|[A-Z])[^\s<>\"“”(\[]+"
    r"|\s(?=\.[a-z])[^\s<>\"“”]+|(?<=[a-z]\.)\s(?=[a-z]{2,}/)[^\s<>\"“”]+"
)
"""How an address goes on in the next line, or beside a full stop that a blank was put to."""
_JOIN = re.compile(r"\s(?=\S*[\d/=._~-])(?![A-Z][a-z]+\b)(?!\()[^\s<>\"“”]+")
_DOI_TEXT = re.compile(
    r"[\[(<]?\s?(?:(?:https?\s?:\s?/\s?/\s?)?(?:(?:dx|www)\s?\.\s?)?doi\s?\.\s?org\s?/\s?|"
    r"(?P<site>(?:https?\s?:\s?/\s?/\s?|(?<![\w.])www\.)[\w.-]+/(?:[^\s/]+/)*?(?=10\.\d{4}))|info:doi/|urn:doi:|"
    r"(?<![A-Za-z])(?:https?://)?doi\s?[:=.]?\s*(?:https?\s?:\s?/\s?/\s?(?:dx\.)?doi\s?\.\s?org\s?/\s?)?(?:doi\s?:\s?)?)?"
    r"(?<![\w.])(?P<doi>10\s?\.\s?\d{4,9}(?:\.\d+)*\s?(?:/|%2F)\s?[^\s<>\"“”]*(?:<[^\s<>]*>[^\s<>\"“”]*)*)",
    re.IGNORECASE,
)
"""A DOI with what announces it; at the address of a site other than the resolver the address counts too."""
_DOI_PREFIX = re.compile(r"10\s?\.\s?\d{4}")
_ANNOUNCED = 45
"""Signs before a DOI in which the words that announce it stand."""
_DOI_ANNOUNCED = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|(?<![A-Za-z])doi\s?[:=]\s?)(?P<doi>10\.[^\s<>\"“”]+)", re.IGNORECASE)
_DOI_JOIN = re.compile(r"(?<=[-_/(])\s(?=\S*\d)(?![A-Z][a-z]{2,})[^\s<>\"“”]+|(?<=\d\.)\s(?=[a-z]*\d[\w.()-]*\.?\s*$)[^\s<>\"“”]+")
_GLUED = re.compile(r"[.,;]?(?:(?<![A-Za-z])URL|PMID|PMCID|https?|Epub|arXiv|Accessed|Retrieved)[:.]?.*$", re.IGNORECASE)
_PMID = re.compile(r"[\[(]?(?<!\w)(?:PMID|PubMed(?:\s(?:ID|PMID))?)\s?:?\s?(?P<id>\d{5,8})(?!\d)[\])]?", re.IGNORECASE)
_PMCID = re.compile(r"[\[(]?(?:(?<!\w)PMCID\s?:?\s?)?(?<!\w)(?P<id>PMC\s?\d{4,9})(?!\w)[\])]?", re.IGNORECASE)
_ISBN = re.compile(
    r"(?<!\w)ISBN(?:-1[03])?\s?[:=]?\s?(?P<id>(?:97[89][\s\-\u2010-\u2015]?)?\d(?:[\s\-\u2010-\u2015]?\d){8}[\s\-\u2010-\u2015]?[\dX])(?!\d)",
    re.IGNORECASE,
)
_ISBN_LIKE = re.compile(r"(?<!\w)ISBN(?:-1[03])?\s?[:=]?\s?(?P<id>\d[\d-]{5,16}[\dX])(?![\w-]|\s?\d)", re.IGNORECASE)
_ISSN = re.compile(
    r"(?:(?<!\w)[ep]?-?ISSN(?:-L)?\s?[:=]?\s?|(?<=\d{3}[\dXx])(?:\s?\([^\W\d_]+\))?\s?[,;/]?\s?(?:and\s|und\s)?)(?P<id>\d{4}[-\u2010-\u2013]\d{3}[\dXx])(?!\w)",
    re.IGNORECASE,
)
_ARXIV_LIKE = re.compile(r"[\[(]?(?<!\w)arXiv:\s?(?P<id>\d[\d.]{4,11}\d(?:v\d+)?)(?![\w/]|\s?\d|\.\d)[\])]?", re.IGNORECASE)
"""What is announced as one and has figures, but not as many as it should."""
_LONG_NUMBER = re.compile(r"\s[1-9]\d{5}")
_BARE_AROUND = re.compile(r"(?<=[\s.;:])(?P<pmid>[1-9]\d{5,7})\s+(?=10\.\d{4,9}/)|(?:(?<=\s)10\.\d{4,9}/\S+\s+)(?P<pmcid>[1-9]\d{5,7})\s*$")
_BARE_LAST = re.compile(r"(?<=[.;])\s(?P<pmid>[1-9]\d{6,7})(?:\s(?P<pmcid>[1-9]\d{5,7}))?\s*$")


def find_identifiers(text: str) -> Iterator[FoundIdentifier]:
    """Find the identifiers of a reference, of each kind from left to right, none of them overlapping.

    A DOI or address that a blank or line break cuts after a hyphen, slash or underscore is put together again. Bare
    figures count as PubMed numbers only at the end of a text, around a DOI.
    """
    free, lower = text, text.lower()
    for hints, finder in _FINDERS:
        if any(hint in lower for hint in hints):
            for found in finder(free):
                yield found
                free = free[: found.start] + " " * (found.end - found.start) + free[found.end :]


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _find_dois(text: str) -> Iterator[FoundIdentifier]:
    at = 0
    while prefix := _DOI_PREFIX.search(text, at):
        word = text.rfind(" ", 0, prefix.start()) + 1
        if (found := _DOI_TEXT.search(text, max(at, min(word, prefix.start() - _ANNOUNCED)))) is None:
            break
        start, end = found.span("doi")
        while joined := _DOI_JOIN.match(text, end):
            end = joined.end()
        printed = text[start:end]
        if glued := _GLUED.search(printed, 8):
            printed = printed[: glued.start()]
        printed = trim_tail(printed)
        end = start + len(printed)
        at = max(end, found.start() + 1)
        site = found["site"] or ""
        if (doi := parse_doi(_squeezed(site + printed))) is None:
            at = found.end()
            continue
        head = found.start()
        closed = text[head] in _PAIRS and text[end : end + 1] == _PAIRS[text[head]]
        yield FoundIdentifier(kind="doi", value=doi.text, start=head, end=end + closed, core=(start, start + len(_own(printed, doi.text))))
        if site:
            first = found.start("site")
            yield FoundIdentifier(kind="url", value=_squeezed(text[first:end]), start=first, end=end, core=(first, end))


def _find_malformed(text: str) -> Iterator[FoundIdentifier]:
    """Find what is announced as a DOI and begins like one, but is none: "https://doi.org/10.118/wells"."""
    for found in _DOI_ANNOUNCED.finditer(text):
        printed = trim_tail(found["doi"])
        start = found.start("doi")
        yield FoundIdentifier(kind="doi", value=printed, start=found.start(), end=start + len(printed), core=(start, start + len(printed)))


_PAIRS = {"[": "]", "(": ")", "<": ">"}


def _own(printed: str, doi: str) -> str:
    """Give the part of a printed address that is the DOI itself, without a view or query after it."""
    return doi if printed.startswith(doi) else printed


def _find_urls(text: str) -> Iterator[FoundIdentifier]:
    at = 0
    while found := _URL.search(text, at):
        start, end = found.span("url")
        while joined := _CUT.match(text, end) or (text[end - 1] in "/-_=&?" and _JOIN.match(text, end)) or None:
            end = joined.end()
        printed = trim_tail(text[start:end])
        end = start + len(printed)
        at = max(found.end(), end)
        yield FoundIdentifier(
            kind="url",
            value=_squeezed(printed),
            start=found.start(),
            end=max(end, found.end() if text[found.end() - 1] == ">" else end),
            core=(start, end),
        )


def _find_bare(text: str) -> Iterator[FoundIdentifier]:
    """Find the figures that some publishers print around the DOI without saying that they are PubMed's."""
    if _LONG_NUMBER.search(text) is None:
        return
    found: re.Match[str] | None
    for found in [*_BARE_AROUND.finditer(text)] or [*_BARE_LAST.finditer(text)]:
        for kind in ("pmid", "pmcid"):
            if found[kind]:
                start, end = found.span(kind)
                value = found[kind] if kind == "pmid" else f"PMC{found[kind]}"
                yield FoundIdentifier(kind=kind, value=value, start=start, end=end, core=(start, end))


def _find_issns(text: str) -> Iterator[FoundIdentifier]:
    """Find the number that is announced, and those printed right behind it."""
    end = -1
    for found in _ISSN.finditer(text):
        if "issn" in found[0].lower() or found.start() == end:
            end = found.end()
            value = re.sub(r"[\u2010-\u2013]", "-", found["id"]).upper()
            yield FoundIdentifier(kind="issn", value=value, start=found.start(), end=end, core=found.span("id"))


def _finder(kind: Kind, pattern: re.Pattern[str]) -> Callable[[str], Iterator[FoundIdentifier]]:
    """Make a finder of identifiers that one pattern tells."""

    def find(text: str) -> Iterator[FoundIdentifier]:
        for found in pattern.finditer(text):
            group = "id" if "old" not in found.re.groupindex or found["id"] else "old"
            value = found[group] if kind == "isbn" else _squeezed(found[group])
            yield FoundIdentifier(kind=kind, value=value, start=found.start(), end=found.end(), core=found.span(group))

    return find


_DIGITS = tuple("0123456789")
_FINDERS: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[FoundIdentifier]]], ...] = (
    (_DIGITS, _find_bare),
    (("pmid", "pubmed"), _finder("pmid", _PMID)),
    (("pmc",), _finder("pmcid", _PMCID)),
    (("10.", "10 ."), _find_dois),
    (("doi",), _find_malformed),
    (("arxiv", "-ph", "-th", "-ex", "-lat", "-qc", "-mat", "- ph", "- th", "- ex", "- lat", "- qc", "- mat"), _finder("arxiv", _ARXIV)),
    (("//", "/ /", "www."), _find_urls),
    (("issn",), _find_issns),
    (("isbn",), _finder("isbn", _ISBN)),
    (("isbn",), _finder("isbn", _ISBN_LIKE)),
    (("arxiv",), _finder("arxiv", _ARXIV_LIKE)),
)
"""What a text must hold, in lower case, for a finder to be worth running; the finders in the order they take their part."""

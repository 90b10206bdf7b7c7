"""Take identifiers out of the many spellings they are printed in, and find them in running text."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from refcheck.model.identifiers import Doi

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_LATEX = re.compile(r"\{?\\([_%&#$<>])\}?|\{([_%&#])\}|\\(?:textunderscore|_)\s?")
_PREFIX = re.compile(
    r"^\s*(?:(?:https?:)?//)?(?:(?:dx\.|www\.)?doi\.org/|doi\.org/|info:doi/|urn:doi:|doi\s*[:=]?\s*(?=10\.))\s*", re.IGNORECASE
)
_IN_URL = re.compile(r"^https?://[^/\s]+/(?:.*?/)?(10\.\d{4,9}/.+)$", re.IGNORECASE)
_VIEW = re.compile(r"/(?:abstract|full|pdf|epdf|html|meta|summary|fulltext)(?:\.\w+)?$", re.IGNORECASE)
_BARE = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}

_ISBN = re.compile(r"[0-9]{9}[0-9X]|97[89][0-9]{10}")
_ARXIV_ID = r"\d{4}\.\d{4,5}(?:v\d+)?|(?:[a-z]+(?:-[a-z]+)?)(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?"
_ARXIV_FORM = re.compile(
    rf"^(?:https?://(?:www\.)?(?:[a-z]+\.)?arxiv\.org/(?:abs|pdf|html)/|arxiv(?:\.org)?[:/.]?)?({_ARXIV_ID})(?:\.pdf)?(?:\[|$)",
    re.IGNORECASE,
)


def parse_doi(text: str) -> Doi | None:
    """Take a DOI field, link or bare DOI to the bare DOI; None when there is none.

    Resolver prefixes, proxied and publisher addresses, percent- and HTML-escapes, LaTeX escapes, invisible characters
    and typographic hyphens are undone. Punctuation of the sentence around it is taken off; brackets that close one
    opened inside the suffix stay.

    Source: Crossref, "DOIs and matching regular expressions"; DOI Handbook 2.6.
    """
    cleaned = _LATEX.sub(lambda found: found[1] or found[2] or "_", _INVISIBLE.sub("", html.unescape(text))).translate(_HYPHENS).strip()
    stripped = _PREFIX.sub("", cleaned)
    if stripped == cleaned:
        in_url = _IN_URL.match(cleaned)
        if in_url:
            stripped = _VIEW.sub("", in_url[1].partition("?")[0])
    if re.match(r"^10\.\d{4,9}(?:\.\d+)*%2F", stripped, re.IGNORECASE) or "%" in stripped:
        stripped = unquote(stripped)
    found = _BARE.match(stripped)
    return Doi.parse(trim_tail(found[0])) if found else None


def parse_isbn(text: str) -> str | None:
    """Take an ISBN of 10 or 13 figures with a right check digit to its bare figures; None when it is none.

    Source: ISO 2108, check digit.
    """
    bare = re.sub(r"[\s\-\u2010-\u2015]", "", text).upper()
    if not _ISBN.fullmatch(bare):
        return None
    from stdnum import isbn

    return bare if isbn.is_valid(bare) else None


def isbn13(text: str) -> str | None:
    """Take an ISBN of either length to its thirteen bare figures; None when it is none."""
    bare = parse_isbn(text)
    if bare is None:
        return None
    from stdnum.isbn import to_isbn13

    return str(to_isbn13(bare))


def parse_arxiv(text: str) -> str | None:
    """Take an arXiv identifier, old or new, with or without prefix or address, to its bare form; None when it is none.

    Source: arXiv, "Understanding the arXiv identifier".
    """
    found = _ARXIV_FORM.search(re.sub(r"\s", "", text))
    return found[1] if found else None


def parse_pmid(text: str) -> str | None:
    """Take a PubMed identifier, with or without prefix or address, to its figures; None when it is none."""
    found = re.fullmatch(r"\s*(?:https?://\S*?(?:pubmed)\S*?/|PMID\s*:?\s*)?0*(\d{1,8})/?\s*", text, re.IGNORECASE)
    return found[1] if found else None


def parse_pmcid(text: str) -> str | None:
    """Take a PubMed Central identifier, with or without address, to the form "PMC123"; None when it is none."""
    found = re.search(r"(?<![A-Za-z])PMC\s?(\d{3,9})(?!\d)", text, re.IGNORECASE)
    return f"PMC{found[1]}" if found else None


def trim_tail(text: str) -> str:
    """Take off the punctuation that belongs to the sentence after an identifier or address."""
    while text:
        last = text[-1]
        if last in ".,;:'\"”’»*" or (last in _CLOSING and text.count(last) > text.count(_CLOSING[last])):
            text = text[:-1]
        else:
            break
    return text

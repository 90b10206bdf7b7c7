"""Pages and article numbers in APA form.

Source: APA 7, 9.25 to 9.27 (periodicals and article numbers), 9.28 (pages of a part), 6.6 (en dashes).
"""

from __future__ import annotations

import re

from refcheck.model.references import Reference
from refcheck.styles.apa.pieces import clean

_DASH = re.compile(r"(?<=\w)\s*(?:-{1,3}|[‐-―−])\s*(?=\w)")
_SEVERAL = re.compile(r"[–,&]| and ")
_ARTICLE = re.compile(r"(?i)e-?\d+\w*|[a-z]{2,}\d{3,}|\d{6,}")
_ABBREVIATED = re.compile(r"(?i)^(?:pp?|pages?)\.?\s*(?=\d)")
_LABELLED = re.compile(r"(?i)^art(?:icle|\.)(?:\s*(?:no|number)\b\.?)?\s*")


def locator(reference: Reference) -> str:
    """Give pages, or the article number with its word, as a periodical has them."""
    article, pages = article_of(reference), pages_of(reference)
    if article:
        return article
    if pages and (reference.type == "article-newspaper" or not _ARTICLE.fullmatch(pages)):
        return pages
    number = pages or clean(reference.number)
    return f"Article {_LABELLED.sub('', number)}" if number else ""


def pages_of(reference: Reference) -> str:
    """Give pages with en dashes and the last page written out."""
    page = reference.page
    if page is None or not page.pages:
        return ""
    span = page.range
    if span:
        return span[0] if span[0] == span[1] else f"{span[0]}–{span[1]}"
    return _DASH.sub("–", _ABBREVIATED.sub("", clean(page.pages)))


def article_of(reference: Reference) -> str:
    """Give the article number with its word; empty where there is none."""
    article = clean(reference.page.article) if reference.page is not None else ""
    return f"Article {_LABELLED.sub('', article)}" if article else ""


def labelled_pages(reference: Reference) -> str:
    """Give pages as a part of a book has them: "p. 5", "pp. 5–9"; else the article number."""
    pages = pages_of(reference)
    if not pages:
        return article_of(reference)
    return f"{'pp.' if _SEVERAL.search(pages) else 'p.'} {pages}"

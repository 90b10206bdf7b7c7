"""Compare pages and article numbers, which fill one slot."""

from __future__ import annotations

import re

from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison, Verdict
from refcheck.model.locators import Locator
from refcheck.text.folding import fold

_LABEL = re.compile(r"^(?:pages?|pp|p|seiten?|s|articles?|art|article no|no|paper|id|#)\.?\s*(?=[a-z]{0,3}\d)")
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


def bare(text: str | None) -> str:
    """Fold pages or an article number: without label, blanks, kinds of dash and leading zeros."""
    folded = _LABEL.sub("", _DASH.sub("-", fold(text or "").strip(" .,;()[]")))
    return re.sub(r"(?<!\d)0+(?=\d)", "", "".join(folded.split()))


def first_and_last(locator: Locator) -> tuple[str, str | None] | None:
    """Give first and last page, the last None where only one page is given; None when the pages are something else."""
    found = locator.range
    if found is not None:
        return bare(found[0]), bare(found[1])
    single = bare(locator.pages)
    return (single, None) if re.fullmatch(r"[a-z]{0,3}\d+[a-z]?", single) else None


def _figures(text: str) -> str:
    return re.sub(r"^[a-z]+|[a-z]+$", "", text)


def compare_locators(variable: str, cited: Locator, registered: Locator) -> Comparison:
    """Compare the pages or article numbers of two sides; what may be two ways to give one place is never "different"."""
    if cited == registered:
        return judged(variable, "same", cited, registered)
    verdict, why = _crossed(cited, registered) or _pages(cited, registered) or ("not-comparable", "pages against an article number")
    return judged(variable, verdict, cited, registered, why)


_Outcome = tuple[Verdict, str | None]


def _crossed(cited: Locator, registered: Locator) -> _Outcome | None:
    """Compare where an article number is on at least one side; None where it does not decide."""
    ours, theirs = bare(cited.article), bare(registered.article)
    if ours and theirs:
        if _figures(ours) == _figures(theirs):
            return "equivalent", "spelling of the article number"
        return ("different", None) if not (cited.pages or registered.pages) else None
    for article, pages in ((ours, bare(registered.pages)), (theirs, bare(cited.pages))):
        if article and _figures(article) in {_figures(pages), _figures(pages.partition("-")[0]) if pages else ""}:
            return "equivalent", "article number given as pages"
    return None


def _pages(cited: Locator, registered: Locator) -> _Outcome | None:
    """Compare two page ranges; None where one side has no pages."""
    if not cited.pages or not registered.pages:
        return None
    if bare(cited.pages) == bare(registered.pages):
        return "equivalent", "spelling of the pages"
    ours, theirs = first_and_last(cited), first_and_last(registered)
    if ours is None or theirs is None:
        return "not-comparable", "not a plain range of pages"
    if ours[0] == theirs[0]:
        if ours[1] is None or theirs[1] is None:
            return "equivalent", "first page only"
        return ("equivalent", "spelling of the pages") if ours[1] == theirs[1] else ("different", None)
    return _different_firsts(ours, theirs, numbered=bool(cited.article or registered.article))


def _different_firsts(ours: tuple[str, str | None], theirs: tuple[str, str | None], *, numbered: bool) -> _Outcome:
    if _figures(ours[0]) == _figures(theirs[0]):
        return "not-comparable", "pages with and without a letter"
    if numbered or "1" in {ours[0], theirs[0]}:
        return "not-comparable", "pages counted within the article"
    for (first, last), (single, none) in ((ours, theirs), (theirs, ours)):
        if none is None and last and all(page.isdigit() for page in (first, last, single)) and int(first) <= int(single) <= int(last):
            return "not-comparable", "one page of the range"
    return "different", None

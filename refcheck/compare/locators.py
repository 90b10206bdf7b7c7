"""Compare pages and article numbers, which fill one slot."""

from __future__ import annotations

import re
from dataclasses import replace

from refcheck.compare.numbers import roman
from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison, Verdict
from refcheck.model.locators import Locator
from refcheck.text.folding import fold

_LABEL = re.compile(r"^(?:pages?|pp|p|seiten?|s|articles?|art|artn|article no|article id|no|paper|unsp|id|#)\.?\s*(?=[a-z]{0,3}\d)")
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


_ENDS = re.compile(r"(?:pp?\.?\s*)?(\d+|[ivxlcdm]+)\s*[-\u2010-\u2015\u2212]+\s*(?:pp?\.?\s*)?(\d+|[ivxlcdm]+)")


AGAINST_ARTICLE = "pages against an article number"
WITHIN_ARTICLE = "pages counted within the article"
"""Why two locators of different kinds are not comparable."""
_DIGITS = 5
"""Digits from which on a single page is more likely the number of an article."""


_LONGEST = 80
"""Letters of a place that are looked at."""


def bare(text: str | None) -> str:
    """Fold pages or an article number: without label, blanks, kinds of dash and leading zeros."""
    folded = _LABEL.sub("", _DASH.sub("-", fold(text or "").strip(" .,;()[]")))
    return re.sub(r"(?<!\d)0+(?=\d)", "", "".join(folded.split())[:_LONGEST])


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
    verdict, why = _crossed(cited, registered) or _pages(cited, registered) or ("not-comparable", AGAINST_ARTICLE)
    return judged(variable, verdict, cited, registered, why)


_Outcome = tuple[Verdict, str | None]
_Ends = tuple[str, str | None]
"""First and last page."""


def _crossed(cited: Locator, registered: Locator) -> _Outcome | None:
    """Compare where an article number is on at least one side; None where it does not decide."""
    ours, theirs = bare(cited.article), bare(registered.article)
    if ours and theirs:
        if _figures(ours) == _figures(theirs):
            return "equivalent", "spelling of the article number"
        if cited.pages or registered.pages:
            return None
        plain = all(re.fullmatch(r"[a-z]*\d+[a-z]?", number) for number in (ours, theirs))
        return ("different", None) if plain else ("not-comparable", "not plain numbers of articles")
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
        if ours[1] == theirs[1]:
            return "equivalent", "spelling of the pages"
        return _different_lasts(ours, theirs)
    return _different_firsts(ours, theirs, numbered=bool(cited.article or registered.article))


def _different_lasts(ours: _Ends, theirs: _Ends) -> _Outcome:
    """Judge ranges that begin alike. An article that is counted from 1 may have a page more with its cover."""
    lengths = _length(*ours), _length(*theirs)
    if lengths[0] is None or lengths[1] is None:
        return "not-comparable", "not a plain range of pages"
    if ours[0] == "1" and abs(lengths[0] - lengths[1]) == 1:
        return "not-comparable", WITHIN_ARTICLE
    return "different", None


def _length(first: str, last: str | None) -> int | None:
    """Count the pages of a range in plain figures; None where it is none, or runs backwards."""
    if last is None or not first.isdigit() or not last.isdigit():
        return None
    return int(last) - int(first) + 1 if int(last) >= int(first) else None


def is_reversed(locator: Locator) -> bool:
    """Tell whether a range ends before it begins and is no abbreviated one ("258–87"); Roman figures count too.

    "3-1" may be the first page of the third chapter.
    """
    ends = _ENDS.fullmatch(fold(locator.pages or "").strip())
    if ends is None:
        return False
    first, last = ends.groups()
    if first.isdigit() and last.isdigit():
        return len(last) >= len(first) > 1 and int(last) < int(first)
    values = roman(first), roman(last)
    return None not in values and min(len(first), len(last)) > 1 and (values[1] or 0) < (values[0] or 0)


def begins_within(locator: Locator) -> bool:
    """Tell whether pages are a plain range that begins behind page 1, so that they are not counted within the article."""
    ends = first_and_last(locator)
    return ends is not None and _length(*ends) is not None and ends[0] != "1"


def turned(locator: Locator) -> Locator:
    """Give a range with its ends exchanged, its dash as it was; anything else as it is."""
    ends = re.fullmatch(r"(\s*(?:pp?\.?\s*)?)(\w+)(\W+)(\w+)\s*", locator.pages or "")
    return locator if ends is None else replace(locator, pages=f"{ends[1]}{ends[4]}{ends[3]}{ends[2]}")


def _different_firsts(ours: _Ends, theirs: _Ends, *, numbered: bool) -> _Outcome:
    if _figures(ours[0]) == _figures(theirs[0]):
        return "not-comparable", "pages with and without a letter"
    lengths = _length(*ours), _length(*theirs)
    counted_within = "1" in {ours[0], theirs[0]} and (None in lengths or lengths[0] == lengths[1])
    if numbered or counted_within:
        return "not-comparable", WITHIN_ARTICLE
    if None in lengths and (ours[1], ours[0]) == (theirs[0], theirs[1]):
        return "not-comparable", "a range that runs backwards"
    for (first, last), (single, none) in ((ours, theirs), (theirs, ours)):
        if none is not None or not last:
            continue
        if all(page.isdigit() for page in (first, last, single)) and int(first) <= int(single) <= int(last):
            return "not-comparable", "one page of the range"
        if len(_figures(single)) >= _DIGITS > len(_figures(first)):
            return "not-comparable", AGAINST_ARTICLE
    return "different", None

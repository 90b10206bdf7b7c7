"""Compare titles without regard to case, accents, markup and spelling habits."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from refcheck.compare.scripts import scripts_differ
from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.text.folding import squeeze, words

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STATUS = re.compile(r"^\s*\[?(?:RETRACTED(?: ARTICLE)?|WITHDRAWN(?: ARTICLE)?|Retracted(?: Article)?|Withdrawn)\]?\s*[:.–—-]\s*")
_BREAK = re.compile(r"[:?!.;]\s+|\s+[-–—]+\s+|\s*[—]\s*|\s*[(\[]")
_FORMULA = re.compile(r"\$[^$]+\$|\\[A-Za-z]+|[_^]\{")
_GREEK_NAMES = words(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega"
)
_GREEK = {ord(sign): f" {name} " for sign, name in zip("αβγδεζηθικλμνξοπρστυφχψω", _GREEK_NAMES, strict=True)}
_SPELLING = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"our(?=s?$|ed|ing|al|ab|is|iz|it)"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ence(?=s?$)"), "ense"),
)
SHORT = 3
"""A title of fewer words may be the beginning of any other."""


def plain(title: str) -> str:
    """Give a title without markup, entities and a leading "RETRACTED:", its blanks made single.

    Source: Crossref, face markup in titles; entities are sometimes escaped twice.
    """
    text = html.unescape(html.unescape(title)) if "&" in title else title
    return " ".join(_STATUS.sub("", _TAG.sub("", text)).split())


@lru_cache(maxsize=4096)
def title_words(title: str) -> tuple[str, ...]:
    """List the folded words of a title, "&" and Greek letters written out."""
    text = plain(title).casefold().replace("&", " and ").translate(_GREEK)
    return tuple(words(text))


def _respelt(word: str) -> str:
    for pattern, by in _SPELLING:
        word = pattern.sub(by, word)
    return word


def main_title(title: str) -> str:
    """Give the title up to its subtitle; the whole title when it has none."""
    text = plain(title)
    found = _BREAK.search(text)
    return text[: found.start()] if found and found.start() else text


def _beginnings(title: str) -> list[str]:
    """List a title up to each place where a subtitle may begin."""
    text = plain(title)
    return [text[: found.start()] for found in _BREAK.finditer(text)]


def similarity(cited: str, registered: str) -> float:
    """Measure from 0 to 1 how alike two titles are, order of words mostly disregarded."""
    from rapidfuzz import fuzz

    both = " ".join(title_words(cited)), " ".join(title_words(registered))
    return max(fuzz.ratio(*both), fuzz.token_sort_ratio(*both)) / 100


def equal_titles(cited: str, registered: str) -> str | None:
    """Say in what two titles that mean the same differ; None when they do not mean the same."""
    if not title_words(cited) or not title_words(registered):
        return None
    if squeeze(" ".join(title_words(cited))) == squeeze(" ".join(title_words(registered))):
        return "case, accents or punctuation"
    if [_respelt(word) for word in title_words(cited)] == [_respelt(word) for word in title_words(registered)]:
        return "spelling"
    for short, long in ((cited, registered), (registered, cited)):
        letters = squeeze(" ".join(title_words(short)))
        if len(title_words(short)) >= SHORT and any(letters == squeeze(" ".join(title_words(start))) for start in _beginnings(long)):
            return "subtitle left out" if short is cited else "subtitle not registered"
    return None


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return len(short) >= SHORT and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _doubt(cited: str, registered: str, alike: float) -> str | None:
    """Say why two titles that differ in letters may still be one; None when they may not."""
    ours, theirs = title_words(cited), title_words(registered)
    if not ours or not theirs:
        return "a title without words"
    if scripts_differ(cited, registered):
        return "in another script"
    if _holds(ours, theirs) or _holds(theirs, ours):
        return "one title stands within the other"
    if alike >= 0.7 and (_FORMULA.search(cited) or _FORMULA.search(registered) or "�" in cited + registered):  # noqa: PLR2004 - only near titles
        return "formulas or lost characters"
    return None


def compare_titles(variable: str, cited: str, registered: str, others: tuple[str, ...] = ()) -> Comparison:
    """Compare two titles.

    Args:
        variable: attribute the comparison is about.
        cited: title in the citation.
        registered: title in the record.
        others: further registered titles of the same work, such as the one in its original language.
    """
    if cited == registered:
        return judged(variable, "same", cited, registered, similarity=1.0)
    why = equal_titles(cited, registered)
    if why:
        return judged(variable, "equivalent", cited, registered, why, similarity=1.0)
    if any(equal_titles(cited, other) for other in others):
        return judged(variable, "equivalent", cited, registered, "another registered title", similarity=1.0)
    alike = max(similarity(cited, title) for title in (registered, *others))
    doubt = _doubt(cited, registered, alike)
    return judged(variable, "not-comparable" if doubt else "different", cited, registered, doubt, similarity=alike)

"""Compare titles without regard to case, accents, markup and spelling habits."""

from __future__ import annotations

import re

from refcheck.compare.scripts import scripts_differ
from refcheck.compare.title_changes import word_changes
from refcheck.compare.title_text import plain, respelt, title_words
from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.text.folding import squeeze, words
from refcheck.text.word_tables import phrase_set

__all__ = ["NEAR", "SHORT", "behind", "compare_titles", "equal_titles", "is_rubric", "main_title", "plain", "similarity", "title_words"]

_BREAK = re.compile(r"[:?!.;]\s+|\s+[-–—]+\s+|\s*[—]\s*|\s*[(\[]")
_TRUNCATED = re.compile(r"\s*(?:\.\.\.|…)$")
SHORT = 3
"""A title of fewer words may be the beginning of any other."""
NEAR = 0.6
"""Titles at least this alike are compared word by word."""
_SLIPS = 2
"""Words with a slip up to which two titles are one."""
_RUBRICS = phrase_set(
    "abstract|abstracts|announcements|book review|book reviews|case report|chapter|comment|commentary|contents|correspondence|discussion|"
    "editorial|editorials|erratum|foreword|front matter|in memoriam|index|introduction|letter|letter to the editor|letters|"
    "letters to the editor|literatur|miscellaneous|news|note|notes|obituary|poster session|preface|reply|review|reviews|"
    "short notices|summary|title page|untitled|buchbesprechungen|comptes rendus|rezensionen"
)
"""What serials print over a text that has no title, or over many."""


def main_title(title: str) -> str:
    """Give the title up to its subtitle; the whole title when it has none."""
    text = plain(title)
    found = _BREAK.search(text)
    return text[: found.start()] if found and found.start() else text


def behind(short: str, long: str) -> str | None:
    """Give what stands behind a subtitle's break in a title, the break included, where a shorter one is all before it.

    None where it is not, and where the shorter one has so few words that it may begin any title.
    """
    letters, text = squeeze(" ".join(title_words(short))), plain(long)
    if len(title_words(short)) < SHORT:
        return None
    starts = (found.start() for found in _BREAK.finditer(text))
    return next((text[start:] for start in starts if letters == squeeze(" ".join(title_words(text[:start])))), None)


def similarity(cited: str, registered: str) -> float:
    """Measure from 0 to 1 how alike two titles are, order of words mostly disregarded."""
    from rapidfuzz import fuzz

    both = " ".join(title_words(cited)), " ".join(title_words(registered))
    return max(fuzz.ratio(*both), fuzz.token_sort_ratio(*both)) / 100


def equal_titles(cited: str, registered: str) -> str | None:
    """Say in what two titles that mean the same differ; None when they do not mean the same."""
    ours, theirs = title_words(cited), title_words(registered)
    if not ours or not theirs:
        return None
    if squeeze(" ".join(ours)) == squeeze(" ".join(theirs)):
        return "case, accents or punctuation"
    if [respelt(word) for word in ours] == [respelt(word) for word in theirs]:
        return "spelling"
    if behind(cited, registered) is not None:
        return "subtitle left out"
    return "subtitle not registered" if behind(registered, cited) is not None else None


def is_rubric(title: str) -> bool:
    """Tell whether a title is only the name of a section, such as "Editorial" or "Book Reviews"."""
    return " ".join(word for word in title_words(title) if not word.isdigit()) in _RUBRICS


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return len(short) >= SHORT and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _doubt(cited: str, registered: str) -> str | None:
    """Say why two titles that differ in letters may still be one; None when they may not."""
    ours, theirs = title_words(cited), title_words(registered)
    if not ours or not theirs:
        return "a title without words"
    if scripts_differ(cited, registered):
        return "in another script"
    if _holds(ours, theirs) or _holds(theirs, ours):
        return "one title stands within the other"
    if _is_truncated(cited, registered) or _is_truncated(registered, cited):
        return "a title that breaks off"
    return "the name of a section" if is_rubric(cited) or is_rubric(registered) else None


def _is_truncated(short: str, long: str) -> bool:
    """Tell whether a title that ends in "..." is the beginning of another."""
    start, cut = _TRUNCATED.subn("", plain(short))
    return bool(cut) and bool(words(start)) and squeeze(" ".join(title_words(long))).startswith(squeeze(" ".join(title_words(start))))


def compare_titles(variable: str, cited: str, registered: str, others: tuple[str, ...] = ()) -> Comparison:
    """Compare two titles.

    Args:
        variable: attribute the comparison is about.
        cited: title in the citation.
        registered: title in the record.
        others: further registered titles of the same work, such as the one in its original language.

    One other word makes them different, however much alike they are; `title_changes.word_changes` tells which.
    """
    if cited == registered:
        return judged(variable, "same", cited, registered, similarity=1.0)
    why = equal_titles(cited, registered)
    if why:
        return judged(variable, "equivalent", cited, registered, why, similarity=1.0)
    if any(equal_titles(cited, other) for other in others):
        return judged(variable, "equivalent", cited, registered, "another registered title", similarity=1.0)
    alike = max(similarity(cited, title) for title in (registered, *others))
    doubt = _doubt(cited, registered)
    if doubt:
        return judged(variable, "not-comparable", cited, registered, doubt, similarity=alike)
    if alike >= NEAR and _is_one(cited, registered):
        return judged(variable, "equivalent", cited, registered, "small words or letters", similarity=alike)
    return judged(variable, "different", cited, registered, similarity=alike)


def _is_one(cited: str, registered: str) -> bool:
    """Tell whether two titles differ in no word, but for endings, articles and a slip or two, whichever is read first."""
    for one, other in ((cited, registered), (registered, cited)):
        degrees = [change.degree for change in word_changes(one, other)]
        if "word" in degrees or degrees.count("slip") > _SLIPS:
            return False
    return True

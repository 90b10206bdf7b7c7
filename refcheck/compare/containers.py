"""Compare the titles of journals, proceedings and books, whole or abbreviated."""

from __future__ import annotations

import re
from functools import lru_cache

from refcheck.compare.scripts import scripts_differ
from refcheck.compare.titles import plain
from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.text.folding import words

_FILLERS = frozenset(
    words(
        "a an and at by for from in into of on the to with de del della delle dei di do da das dos du des der die das den dem d e el en et "
        "fur im la las le les los och og para pour sur und van von y zu zur i w v"
    )
)
"""Articles, prepositions and conjunctions, which abbreviations leave out."""
_IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PREFIX = 2
"""An abbreviation keeps at least this many letters of a longer word, unless it is an initial."""
NEAR = 0.5
"""Containers less alike than this, both written out, are two."""


@lru_cache(maxsize=4096)
def container_words(title: str) -> tuple[str, ...]:
    """List the folded words that carry a container's name, without articles and prepositions; "U.S.A." keeps its "a"."""
    found = words(_IN_BRACKETS.sub("", plain(title)).replace("&", " and "))
    dotted = "." in title
    return tuple(word for word in found if word not in _FILLERS or (dotted and len(word) == 1)) or tuple(found)


def _stands_for(short: str, long: str) -> bool:
    """Tell whether a word can be the abbreviation of another: its beginning, or a contraction such as "natl"."""
    if long.startswith(short):
        return True
    if len(short) <= _PREFIX or short[0] != long[0] or len(short) >= len(long):
        return False
    letters = iter(long)
    return short[-1] == long[-1] and all(letter in letters for letter in short)


def abbreviates(short: str, long: str) -> bool:
    """Tell whether one title is an abbreviation of another, word by word or by initials ("JAMA").

    Source: ISO 4 (truncation and contraction of words, articles and prepositions left out).
    """
    ours, theirs = container_words(short), container_words(long)
    if len(ours) == len(theirs):
        return all(_stands_for(one, other) for one, other in zip(ours, theirs, strict=True))
    if len(ours) == 1 and len(theirs) > 2:  # noqa: PLR2004 - two initials are no name
        every = [word[0] for word in words(long)]
        return ours[0] in {"".join(word[0] for word in theirs), "".join(every)}
    return False


def equal_containers(cited: str, registered: str) -> str | None:
    """Say in what two container titles that mean the same differ; None when they may not mean the same."""
    ours, theirs = container_words(cited), container_words(registered)
    if not ours or not theirs:
        return None
    if "".join(ours) == "".join(theirs):
        return "case, articles or punctuation"
    if abbreviates(cited, registered):
        return "abbreviated"
    return "abbreviation of the registered" if abbreviates(registered, cited) else None


def _doubt(cited: str, registered: str) -> str | None:
    ours, theirs = container_words(cited), container_words(registered)
    if not ours or not theirs:
        return "a title without words"
    if scripts_differ(cited, registered):
        return "in another script"
    short, long = sorted((ours, theirs), key=len)
    if long[: len(short)] == short or long[-len(short) :] == short:
        return "one title stands within the other"
    if len(short) == 1 or any(len(word) == 1 for word in (*ours, *theirs)) or "." in cited or "." in registered:
        return "perhaps abbreviated"
    return "alike in part" if max(_shared(ours, theirs), _shared(theirs, ours)) >= NEAR else None


def _shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Give the share of words that may stand for one of the other side."""
    return sum(any(_stands_for(*sorted((one, other), key=len)) for other in theirs) for one in ours) / len(ours)


def compare_containers(
    variable: str,
    cited: str,
    registered: str,
    *,
    others: tuple[str, ...] = (),
    issns: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> Comparison:
    """Compare two container titles.

    Args:
        variable: attribute the comparison is about.
        cited: title in the citation, perhaps abbreviated.
        registered: title in the record.
        others: further registered titles of the same container, such as the short one.
        issns: the cited and the registered serial numbers. A shared one settles the matter, disjoint ones say nothing
            (print and electronic editions have their own).
    """
    if cited == registered:
        return judged(variable, "same", cited, registered, similarity=1.0)
    for title in (registered, *others):
        why = equal_containers(cited, title)
        if why:
            return judged(variable, "equivalent", cited, registered, why, similarity=1.0)
    ours, theirs = ({number.replace("-", "").upper() for number in side} for side in issns)
    if ours & theirs:
        return judged(variable, "equivalent", cited, registered, "same ISSN")
    from rapidfuzz import fuzz

    alike = max(fuzz.ratio(" ".join(container_words(cited)), " ".join(container_words(title))) for title in (registered, *others)) / 100
    written_out = (registered, *(title for title in others if not abbreviates(title, registered)))
    doubt = next((reason for title in written_out if (reason := _doubt(cited, title))), None)
    return judged(variable, "not-comparable" if doubt else "different", cited, registered, doubt, similarity=alike)

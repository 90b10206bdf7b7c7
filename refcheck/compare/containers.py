"""Compare the titles of journals, proceedings and books, whole or abbreviated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from refcheck.compare.container_words import (
    GENERIC_SHORT,
    abbreviates,
    container_words,
    has_initials,
    is_acronym,
    may_spell,
    stands_for,
    telling_words,
)
from refcheck.compare.iso4 import iso4
from refcheck.compare.scripts import scripts_differ
from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison, Verdict
from refcheck.text.folding import fold, squeeze

__all__ = ["abbreviates", "compare_containers", "container_words", "equal_containers", "is_preprint_server"]

NEAR = 0.5
"""Containers that share this part of their telling words may be one."""
MOST = 0.75
"""Containers that share this part of all their words may be one."""
_SERVERS = re.compile(
    r"\b(?:arxiv|biorxiv|chemrxiv|corr|eartharxiv|edarxiv|engrxiv|medrxiv|osf|preprints?|psyarxiv|research square|"
    r"socarxiv|ssrn|techrxiv|zenodo)\b"
)
_TRANSLATED = re.compile(
    r"\b(?:akad|akademii|biull|dokl|doklady|fiz|fizika|geneeskd|izv|izvestiya|khim|khimiya|mat|nauk|rinsho|gakkai|gakkaishi|kagaku|"
    r"nihon|nippon|taehan|tekh|teor|usp|uspekhi|vestn|vestnik|xue|yao|yi|za zhi|zasshi|zavod|zh|zhongguo|zhonghua|zhurnal)\b"
)
"""Words of serials that are registered under the name of their English edition."""
_NICKNAMES: Mapping[str, str] = MappingProxyType(
    {
        "bmj": "britishmedicaljournal",
        "corr": "computingresearchrepository",
        "jacs": "journaloftheamericanchemicalsociety",
        "jama": "journaloftheamericanmedicalassociation",
        "nejm": "newenglandjournalofmedicine",
        "pnas": "proceedingsofthenationalacademyofsciences",
        "prl": "physicalreviewletters",
    }
)
"""A short name in use -> the folded full name."""


def equal_containers(cited: str, registered: str) -> str | None:
    """Say in what two container titles that mean the same differ; None when they may not mean the same."""
    ours, theirs = container_words(cited), container_words(registered)
    if not ours or not theirs:
        return None
    if "".join(ours) == "".join(theirs):
        return "case, articles or punctuation"
    if abbreviates(cited, registered):
        return "abbreviated"
    if abbreviates(registered, cited):
        return "abbreviation of the registered"
    names = [squeeze(title).removeprefix("the") for title in (cited, registered)]
    names = [_NICKNAMES.get(name, name) for name in names]
    return "a short name" if names[0] == names[1] else None


def is_preprint_server(title: str) -> bool:
    """Tell whether a container is a server of preprints rather than a journal."""
    return _SERVERS.search(fold(title)) is not None


def _doubt(cited: str, registered: str) -> str | None:
    """Say why two containers without equal names may still be one; None when they may not."""
    if not container_words(cited) or not container_words(registered):
        return "a title without words"
    if scripts_differ(cited, registered):
        return "in another script"
    if is_preprint_server(cited) or is_preprint_server(registered):
        return "a server of preprints"
    if _TRANSLATED.search(fold(cited)) or _TRANSLATED.search(fold(registered)):
        return "perhaps translated"
    ours, theirs = telling_words(cited), telling_words(registered)
    if not ours or not theirs:
        ours, theirs = container_words(cited), container_words(registered)
    every = container_words(cited), container_words(registered)
    if max(_shared(ours, theirs), _shared(theirs, ours)) >= NEAR or min(_shared(*every), _shared(*every[::-1])) >= MOST:
        return "alike in part"
    for short, long in ((cited, registered), (registered, cited)):
        if (is_acronym(short) and may_spell(short, long)) or has_initials(short, long):
            return "perhaps abbreviated"
    return None


def _shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Give the share of words that may stand for one of the other side."""
    return sum(any(stands_for(*sorted((one, other), key=len)) for other in theirs) for one in ours) / len(ours)


def _by_iso4(cited: str, registered: str) -> str | None:
    """Say how the list of abbreviations ties two names, of which one looks abbreviated; None where it does not.

    Words that stand first keep their first letter, so that most pairs need no look into the list, which loads slowly.
    """
    for short, long in ((cited, registered), (registered, cited)):
        looks = "." in short or any(word in GENERIC_SHORT for word in container_words(short))
        starts = [words[0][0] for words in (container_words(short), container_words(long)) if words]
        if not looks or len(squeeze(short)) >= len(squeeze(long)) or len(set(starts)) > 1:
            continue
        listed = iso4(long)
        if squeeze(listed) == squeeze(short):
            return "ISO 4 abbreviation"
        if set(telling_words(listed)) & set(telling_words(short)):
            return "alike in part"
    return None


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
    titles = (registered, *others)
    why = next((reason for title in titles if (reason := equal_containers(cited, title))), None)
    if why:
        return judged(variable, "equivalent", cited, registered, why, similarity=1.0)
    ours, theirs = ({number.replace("-", "").upper() for number in side} for side in issns)
    if ours & theirs:
        return judged(variable, "equivalent", cited, registered, "same ISSN")
    from rapidfuzz import fuzz

    alike: float = max(fuzz.ratio(" ".join(container_words(cited)), " ".join(container_words(title))) for title in titles) / 100
    doubt = next((reason for title in titles if (reason := _doubt(cited, title))), None)
    if doubt in {None, "alike in part", "perhaps translated"}:
        doubt = next((reason for title in titles if (reason := _by_iso4(cited, title))), doubt)
    verdict: Verdict = "equivalent" if doubt == "ISO 4 abbreviation" else "not-comparable" if doubt else "different"
    return judged(variable, verdict, cited, registered, doubt, similarity=alike)

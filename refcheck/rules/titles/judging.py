"""What is wrong with a cited title beside the registered one. One verdict a reference, shared by the rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from refcheck.compare.container_words import container_words, stands_for
from refcheck.compare.numbers import equal_numbers
from refcheck.compare.title_changes import WordChange, word_changes
from refcheck.compare.title_text import SMALL, title_words
from refcheck.compare.titles import NEAR, equal_titles, main_title, plain
from refcheck.model.comparisons import Comparison
from refcheck.model.diagnostics import Severity
from refcheck.model.references import CitedReference, Reference
from refcheck.rules.base import Subject
from refcheck.rules.comparing import compared, stands_in
from refcheck.text.folding import words
from refcheck.text.languages import is_english

TitleFault = Literal["title-mismatch", "title-word-changed"]

_KEPT = 0.5
"""Titles that share less than this part of their words, small ones aside, are two."""
_REVIEW = re.compile(r"\W*(?:book )?reviews? (?:essay|of)\b", re.IGNORECASE)
"""Beginning of a title that whoever cites or registers a review makes up from the title reviewed."""
_VOLUME = re.compile(r"\W*(?:volume|vol|band|bd|tome|tomo|part|teil)\W+(\w+)\W*", re.IGNORECASE)


_JOINING = "-\u2010\u2011/’'`&%"


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleVerdict:
    """What is wrong with a cited title."""

    fault: TitleFault
    severity: Severity
    changes: tuple[WordChange, ...] = ()
    """The words that were exchanged, in the order of the title."""


def judge(subject: Subject) -> TitleVerdict | None:
    """Say what is wrong with the words of the cited title; None where they are right or cannot be judged."""
    found = compared(subject, "title")
    if found is None or stands_in(subject.cited, plain(found.registered)) or _is_of_the_whole(subject.cited, found.registered):
        return None
    if subject.cited.kind == "list" and subject.record is not None and _names_the_container(found.cited, subject.record.reference):
        return None
    if subject.cited.kind == "list" and _ends_with(found.cited, main_title(found.registered)):
        return None
    if found.verdict == "different":
        return _of_another(subject.cited, found)
    return _of_slips(subject.cited, found) if found.why == "small words or letters" else None


def _ends_with(cited: str, registered: str) -> bool:
    """Tell whether a title without its subtitle stands behind other words, such as the names that a reader took for a part of it."""
    ours, theirs = words(plain(cited)), words(plain(registered))
    return len(theirs) > 1 and len(ours) > len(theirs) and ours[-len(theirs) :] == theirs


def _is_of_the_whole(cited: CitedReference, registered: str) -> bool:
    """Tell whether the record is of the book that the cited chapter stands in, whose DOI is cited where chapters have none."""
    container = cited.reference.container_title
    return container is not None and equal_titles(container, registered) is not None


def _names_the_container(title: str, registered: Reference) -> bool:
    """Tell whether what was read as a title is of the journal's name, as it is where a list gives no titles: "Phys. Rev. 47, 777"."""
    names = container_words(registered.container_title or ""), container_words(registered.container_title_short or "")
    return any(name and all(any(stands_for(word, other) for other in name) for word in container_words(title)) for name in names)


def _of_another(cited: CitedReference, found: Comparison) -> TitleVerdict | None:
    """Judge a title of which at least one word is another."""
    kept = _kept(found.cited, found.registered)
    unlike = (found.similarity or 0) < NEAR or kept < _KEPT
    if unlike and is_english(plain(found.cited)) != is_english(plain(found.registered)):
        return None
    if kept < _KEPT:
        printed = cited.kind == "list" and _share_printed(cited, found.registered) >= _KEPT
        return None if printed else TitleVerdict(fault="title-mismatch", severity=Severity.ERROR)
    changes = tuple(change for change in word_changes(found.cited, found.registered) if _matters(change, cited))
    if not changes:
        return None
    made_up = any(_REVIEW.match(plain(title)) for title in (found.cited, found.registered))
    serious = any(change.degree == "word" for change in changes) and not made_up and not _are_moved(changes, found)
    return TitleVerdict(fault="title-word-changed", severity=Severity.WARNING if serious else Severity.INFO, changes=changes)


def _of_slips(cited: CitedReference, found: Comparison) -> TitleVerdict | None:
    """Judge a title of which only endings, articles and single letters are other ones."""
    changes = tuple(change for change in word_changes(found.cited, found.registered) if _matters(change, cited))
    return TitleVerdict(fault="title-word-changed", severity=Severity.INFO, changes=changes) if changes else None


def _matters(change: WordChange, cited: CitedReference) -> bool:
    """Tell whether a change is worth a word: articles are not, nor is what a reader may have cut off a title or added."""
    if all(word in SMALL for word in words(f"{change.cited} {change.registered}")):
        return False
    numbered = None if change.cited and change.registered else _VOLUME.fullmatch(change.cited or change.registered)
    if numbered and equal_numbers(numbered[1], cited.reference.volume or ""):
        return False
    return change.inside or cited.kind != "list" or _is_of_the_title(change, cited)


def _is_of_the_title(change: WordChange, cited: CitedReference) -> bool:
    """Tell whether words at an end of the title of a formatted reference are surely the title's and not another field's.

    They are where as many others are registered, which the text has nowhere, where nothing parts them from the rest of the
    title, and where punctuation parts them from what stands beside.
    """
    origin, base = cited.origins.get("title"), cited.span
    if origin is None or base is None or base.end - base.start != len(cited.raw):
        return False
    if len(words(change.cited)) != len(words(change.registered)) or stands_in(cited, change.registered):
        return False
    title = plain(cited.reference.title or "")
    before, after = title[: change.start].strip(), title[change.end :].strip()
    outside = cited.raw[: origin.span.start - base.start].strip(), cited.raw[origin.span.end - base.start :].strip()
    first = words(before) or (_parts(outside[0][-1:]) and not _parts(after[:1]))
    last = words(after) or (_parts(outside[1][:1] or ".") and not _parts(before[-1:]))
    return bool(first and last)


def _parts(sign: str) -> bool:
    """Tell whether a sign beside words parts them from what follows: punctuation, but no hyphen, slash or apostrophe."""
    return bool(sign) and not sign.isalnum() and sign not in _JOINING


def _are_moved(changes: Sequence[WordChange], found: Comparison) -> bool:
    """Tell whether both titles have the same words, in another order or some of them twice."""
    sides = ((change.cited for change in changes), (change.registered for change in changes))
    others = (found.registered, found.cited)
    return all(_weighty(" ".join(side)) - SMALL <= set(title_words(other)) for side, other in zip(sides, others, strict=True))


def _weighty(title: str) -> set[str]:
    found = set(title_words(title))
    return found - SMALL or found


def _kept(cited: str, registered: str) -> float:
    """Give the share of the words of the shorter title that the other has too, letters of a word counted for the word."""
    ours, theirs = _weighty(cited), _weighty(registered)
    return len(ours & theirs) / min(len(ours), len(theirs))


def _share_printed(cited: CitedReference, title: str) -> float:
    printed, wanted = set(title_words(cited.raw)), _weighty(title)
    return len(wanted & printed) / len(wanted)

"""What is wrong with a cited title beside the registered one. One verdict a reference, shared by the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from refcheck.compare.title_changes import WordChange, word_changes
from refcheck.compare.title_text import SMALL, title_words
from refcheck.compare.titles import NEAR, plain
from refcheck.model.comparisons import Comparison
from refcheck.model.diagnostics import Severity
from refcheck.model.references import CitedReference
from refcheck.rules.base import Subject
from refcheck.rules.comparing import compared, stands_in
from refcheck.text.folding import words
from refcheck.text.languages import is_english

TitleFault = Literal["title-mismatch", "title-word-changed"]

_KEPT = 0.5
"""Titles that share less than this part of their words, small ones aside, are two."""


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
    if found is None or stands_in(subject.cited, plain(found.registered)):
        return None
    if found.verdict == "different":
        return _of_another(subject.cited, found)
    return _of_slips(subject.cited, found) if found.why == "small words or letters" else None


def _of_another(cited: CitedReference, found: Comparison) -> TitleVerdict | None:
    """Judge a title of which at least one word is another."""
    if (found.similarity or 0) < NEAR and is_english(plain(found.cited)) != is_english(plain(found.registered)):
        return None
    if _kept(found.cited, found.registered) < _KEPT:
        printed = cited.kind == "list" and _share_printed(cited, found.registered) >= _KEPT
        return None if printed else TitleVerdict(fault="title-mismatch", severity=Severity.ERROR)
    changes = tuple(change for change in word_changes(found.cited, found.registered) if _matters(change, cited))
    if not changes:
        return None
    serious = any(change.degree == "word" for change in changes)
    return TitleVerdict(fault="title-word-changed", severity=Severity.WARNING if serious else Severity.INFO, changes=changes)


def _of_slips(cited: CitedReference, found: Comparison) -> TitleVerdict | None:
    """Judge a title of which only endings, articles and single letters are other ones."""
    changes = tuple(change for change in word_changes(found.cited, found.registered) if _matters(change, cited))
    return TitleVerdict(fault="title-word-changed", severity=Severity.INFO, changes=changes) if changes else None


def _matters(change: WordChange, cited: CitedReference) -> bool:
    """Tell whether a change is worth a word: articles are not, nor is what a reader may have cut off a title or added."""
    if all(word in SMALL for word in words(f"{change.cited} {change.registered}")):
        return False
    return change.inside or cited.kind != "list"


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

"""How well the records that a search gave fit a citation, and which of them is the cited work.

The score of a registry ranks its answers and says nothing about any: look-alikes, reviews and copies outrank the true
work. So each candidate is compared variable by variable.

Source: Crossref blog, series on reference matching; kermitt2/biblio-glutton, its post-validation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from refcheck.compare.dates import years
from refcheck.compare.printed import printed_names
from refcheck.compare.records import compare_cited, is_preprint
from refcheck.compare.titles import title_words
from refcheck.matching.questions import CONTAINED, SHORT, length
from refcheck.model.comparisons import Comparison
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference
from refcheck.text.folding import fold

NEAR_TIE = 0.04
"""Candidates whose scores differ less than this are equally good."""
_SAME_TITLE = 0.9
_LIKE_TITLE = 0.7
_ALMOST_TITLE = 0.85
_NEAR_TITLE = 0.5
_MOST = 0.5
"""Share of the shorter list of authors from which on the lists are of one work."""
_LONG_TITLE = 6
"""A title of as many words, letter for letter in the same container and year, is not of two works."""
_NAMED = 3
"""Authors that every style names."""
_UNCITABLE = frozenset({"component", "peer-review", "journal-issue", "journal-volume", "journal", "grant", "book-set", "book-series"})
_NOTICE = re.compile(
    r"^\W*(?:correction|corrigend|errat|addend|retraction (?:of|note|notice)|retraction\s*:|expression of concern|comments? (?:on|to)\b"
    r"|comment\s*:|reply\b|response to|discussion (?:of|on)|review of|book review|author'?s? (?:reply|response)|decision letter|in reply"
    r"|publisher'?s? (?:correction|note)|letter to the editor|peer review|supplement|supporting information|table of contents)"
)
"""Beginnings of titles of works about another work."""
_WEIGHTS: Mapping[str, float] = MappingProxyType({"title": 5, "author": 3, "issued": 1.5, "container_title": 1.5, "volume": 1, "page": 1.5})

_PART = re.compile(
    r"\b(?:part|teil|partie|parte|pt\.?|no\.?|volume|vol\.?|lecture)\s+(\d+|[ivx]+|[a-z]\b|one|two|three|four)|[\s:]([ivx]{1,4})[.:]?$"
)
"""What tells the parts of a series apart."""
_IN_REVIEW = 4
"""Years that a preprint may be older than the work it became."""

Fit = Literal["work", "preprint", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A record with how well it fits the citation."""

    record: RegistryRecord
    score: float
    """From 0 to 1: the weighted share of what is on both sides and agrees."""
    fit: Fit
    """The cited work, its preprint, or some other work."""
    near: bool = False
    """It shares authors and most of the title, or its place, with the citation: it may be the work, cited or read wrongly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What speaks for and against a candidate."""

    title: float
    """Likeness of the titles."""
    people: float | None
    """Share of the authors on both sides; None where one side has none or they cannot be compared."""
    apart: int | None
    """Years between the cited and the nearest registered date."""
    agree: frozenset[str]
    differ: frozenset[str]
    """Which of container, volume and page agree, and which are different."""

    @property
    def same_people(self) -> bool:
        return self.people is not None and self.people >= _MOST

    @property
    def same_place(self) -> bool:
        """The page and what it is a page of agree: the volume, or the container where no other volume is given."""
        return "page" in self.agree and ("volume" in self.agree or ("container_title" in self.agree and "volume" not in self.differ))

    @property
    def elsewhere(self) -> bool:
        """The container is another, and nothing says that it was only named wrongly."""
        return "container_title" in self.differ and not self.agree


def weigh(cited: CitedReference, record: RegistryRecord) -> Candidate:
    """Compare a candidate with the citation; one of another title at another page needs no second look."""
    compared = compare_cited(cited, record.reference, ("title", "page"))
    if (_likeness(compared.get("title")) or 0.0) < _NEAR_TITLE and not ("page" in compared and compared["page"].agrees):
        return Candidate(record=record, score=0.0, fit="other")
    compared = compare_cited(cited, record.reference, _WEIGHTS)
    evidence = _evidence(cited, record, compared)
    near = evidence.same_place or (evidence.same_people and evidence.title >= _NEAR_TITLE)
    return Candidate(record=record, score=_score(evidence), fit=_fit(cited.reference, record, evidence), near=near)


def choose(cited: CitedReference, records: Sequence[RegistryRecord]) -> tuple[Candidate, ...]:
    """Give the candidate that is the cited work; several where they fit equally well, none where none does.

    Its preprint stands in for a work that is not among the candidates itself.
    """
    weighed = sorted((weigh(cited, record) for record in records), key=lambda each: -each.score)
    for fit in ("work", "preprint"):
        fitting = [each for each in weighed if each.fit == fit]
        if fitting:
            return tuple(each for each in fitting if fitting[0].score - each.score < NEAR_TIE)
    return ()


def _evidence(cited: CitedReference, record: RegistryRecord, compared: Mapping[str, Comparison]) -> _Evidence:
    names = ("container_title", "volume", "page")
    return _Evidence(
        title=_likeness(compared.get("title")) or 0.0,
        people=_people(compared.get("author"), cited),
        apart=_years_apart(cited.reference, record),
        agree=frozenset(name for name in names if name in compared and compared[name].agrees),
        differ=frozenset(name for name in names if name in compared and compared[name].verdict == "different"),
    )


def _likeness(compared: Comparison | None) -> float | None:
    if compared is None or compared.verdict in {"cited-only", "registered-only"}:
        return None
    return 1.0 if compared.agrees else compared.similarity or 0.0


def _people(compared: Comparison | None, cited: CitedReference) -> float | None:
    """Give the share of authors on both sides; of a list for people also of those that were not read as authors."""
    if compared is not None and cited.kind == "list" and compared.registered:
        shown = printed_names(compared.registered[:_NAMED], cited.raw) / len(compared.registered[:_NAMED])
        return max(shown, _likeness(compared) or 0.0)
    if compared is not None and compared.verdict == "not-comparable" and not compared.similarity:
        return None
    return _likeness(compared)


def _years_apart(cited: Reference, record: RegistryRecord) -> int | None:
    ours = years(cited.issued) if cited.issued else frozenset()
    dates = [*record.dates.values(), *([record.reference.issued] if record.reference.issued else [])]
    theirs = {year for date in dates for year in years(date)}
    return min((abs(one - other) for one in ours for other in theirs), default=None)


def _score(evidence: _Evidence) -> float:
    """Weigh what is known on both sides; a place that cannot be compared counts neither way."""
    known: dict[str, float] = {"title": evidence.title}
    if evidence.people is not None:
        known["author"] = evidence.people
    if evidence.apart is not None:
        known["issued"] = max(0.0, 1 - evidence.apart / 4)
    known |= dict.fromkeys(evidence.agree, 1.0) | dict.fromkeys(evidence.differ, 0.0)
    return sum(_WEIGHTS[name] * value for name, value in known.items()) / sum(_WEIGHTS[name] for name in known)


def _fit(cited: Reference, record: RegistryRecord, evidence: _Evidence) -> Fit:
    registered = record.reference
    if record.reference.extra.get("type") in _UNCITABLE or _is_about_another(cited, registered):
        return "other"
    if cited.type == "book" and registered.type in {"article-journal", "review", "review-book"} and not evidence.same_place:
        return "other"
    if _are_two_parts(cited.title or "", registered.title or "", evidence) and not evidence.same_place:
        return "other"
    if is_preprint(record) and cited.type in CONTAINED and (cited.container_title or cited.volume or cited.page):
        preprint = evidence.title >= _SAME_TITLE and evidence.same_people and _before(registered, cited)
        return "preprint" if preprint else "other"
    return "work" if _is_the_work(cited, evidence) else "other"


def _is_about_another(cited: Reference, registered: Reference) -> bool:
    """Tell whether a record is an erratum, a review or a comment, and the citation is not."""
    return bool(_NOTICE.match(fold(registered.title or ""))) and not _NOTICE.match(fold(cited.title or ""))


def _are_two_parts(cited: str, registered: str, evidence: _Evidence) -> bool:
    """Tell whether numbers tell works apart that are else named alike: parts always, others where no subtitle is left out."""
    if _PART.findall(fold(cited)) != _PART.findall(fold(registered)):
        return True
    return evidence.title < 1 and _numbers(cited) != _numbers(registered)


def _numbers(title: str) -> list[str]:
    return [word for word in title_words(title) if word.isdigit() or re.fullmatch(r"[ivx]+", word)]


def _before(preprint: Reference, published: Reference) -> bool:
    """Tell whether a preprint came out in the years before the work it may have become; copies are posted after it."""
    ours, theirs = preprint.issued, published.issued
    if ours is None or theirs is None or ours.year is None or theirs.year is None:
        return True
    return 0 <= theirs.year - ours.year <= _IN_REVIEW


def _is_the_work(cited: Reference, evidence: _Evidence) -> bool:
    near = evidence.apart is None or evidence.apart <= 1
    if evidence.title >= _SAME_TITLE:
        if length(cited.title or "") < SHORT:
            named = evidence.same_people and "container_title" in evidence.agree and near
            return evidence.same_place or (named and not evidence.differ)
        if evidence.same_people and near:
            return not evidence.elsewhere
        if evidence.same_people:
            return bool(evidence.agree & {"volume", "page"}) or (evidence.title == 1 and evidence.people == 1 and bool(evidence.agree))
        in_place = near and "container_title" in evidence.agree
        if evidence.people is None:
            return in_place or evidence.same_place
        return evidence.same_place or (in_place and evidence.title == 1 and length(cited.title or "") >= _LONG_TITLE)
    if evidence.title >= _LIKE_TITLE and evidence.same_people:
        alike = evidence.title >= _ALMOST_TITLE and evidence.people == 1 and evidence.apart == 0 and "container_title" in evidence.agree
        return evidence.same_place or (alike and not evidence.differ)
    return False

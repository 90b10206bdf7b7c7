"""The run: rounds of questions to registries, then rules, in the order of the input.

The engine alone knows the order of the stages and does all asking. It collects the questions of all references, asks
each once, in batches, hands the answers back, and goes on while `decide` wants more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from refcheck.compare import compare
from refcheck.fixes import plan_fix
from refcheck.matching import decide, plan
from refcheck.model.answers import Answer, Cause, Failed, Question
from refcheck.model.diagnostics import Diagnostic
from refcheck.model.documents import Document, Unreadable
from refcheck.model.matches import Found, Match, Unreachable
from refcheck.model.references import CitedReference
from refcheck.model.reports import Result
from refcheck.registries.base import Registry
from refcheck.rules.base import AnyRule, ListSubject, Subject, YearPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The sources of one registry's records, in the order they are asked."""

    sources: tuple[Registry, ...]
    """Each is asked only for what those before it left out."""
    fallback: Registry | None = None
    """Evidence for what all others failed to answer."""
    keep: Callable[[Mapping[str, Answer]], None] | None = None
    """Takes the answers of the last source, to store them."""
    unanswered: Cause = "offline"
    """Why a question that no source answers has no answer."""


@dataclass(slots=True)
class Inquiry:
    """The questions of one run and their answers."""

    chains: Mapping[str, Chain]
    today: str
    answers: dict[Question, Answer]
    interrupted: bool = False
    from_fallback: int = 0
    """How many answers the fallback gave because the registry failed."""

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask what has not been asked yet: one batch for each registry and kind of request."""
        groups: dict[tuple[str, bool], list[str]] = {}
        for question in dict.fromkeys(questions):
            if question not in self.answers:
                groups.setdefault((question.registry, question.alone), []).append(question.identifier)
        for (registry, alone), identifiers in sorted(groups.items()):
            for identifier, answer in self._answers(registry, identifiers, alone=alone).items():
                self.answers[Question(registry, identifier, alone)] = answer

    def _answers(self, registry: str, identifiers: list[str], *, alone: bool) -> dict[str, Answer]:
        chain = self.chains.get(registry, Chain(sources=()))
        found: dict[str, Answer] = {}
        for source in chain.sources:
            missing = [identifier for identifier in identifiers if identifier not in found]
            given = source.look_up(missing, alone=alone) if missing else {}
            found.update(given)
            if chain.keep is not None and source is chain.sources[-1]:
                chain.keep(given)
        lacking = [identifier for identifier in identifiers if isinstance(found.get(identifier), Failed | None)]
        if chain.fallback is not None and lacking:
            evidence = chain.fallback.look_up(lacking, alone=alone)
            self.from_fallback += len(evidence)
            found.update(evidence)
        for identifier in identifiers:
            if identifier not in found:
                found[identifier] = Failed(registry=registry, question=identifier, date=self.today, cause=chain.unanswered)
        return found


def match_all(references: Sequence[CitedReference], inquiry: Inquiry) -> list[Match]:
    """Find what became of each cited work, in rounds of questions for all of them together.

    Ctrl-C ends the rounds, not the run: what had no answer by then is `Unreachable`.
    """
    matches: dict[int, Match] = {}
    wanted = {place: plan(cited) for place, cited in enumerate(references)}
    asked: dict[int, dict[Question, Answer]] = {place: {} for place in wanted}
    while wanted:
        try:
            inquiry.ask(question for questions in wanted.values() for question in questions)
        except KeyboardInterrupt:
            inquiry.interrupted = True
        following: dict[int, tuple[Question, ...]] = {}
        for place, questions in wanted.items():
            if any(question not in inquiry.answers for question in questions):
                matches[place] = Unreachable(reason="interrupted before it was asked", answers=tuple(asked[place].values()))
                continue
            asked[place].update((question, inquiry.answers[question]) for question in questions)
            outcome = decide(references[place], asked[place])
            if isinstance(outcome, tuple):
                following[place] = outcome
            else:
                matches[place] = outcome
        wanted = following
    return [matches[place] for place in range(len(references))]


def examine(
    references: Sequence[CitedReference],
    matches: Sequence[Match],
    *,
    documents: Mapping[str, Document],
    unreadable: Sequence[tuple[str, Unreadable]],
    rules: Sequence[AnyRule],
    today: dt.date,
    year_policy: YearPolicy,
) -> tuple[tuple[Result, ...], tuple[Diagnostic, ...]]:
    """Compare, check by every rule, and plan the fixes: the results in input order, then the findings about lists."""
    by_author_and_year = author_year_lists(references)
    subjects = tuple(
        Subject(
            cited=cited,
            match=match,
            comparisons=compare(cited.reference, match.record.reference) if isinstance(match, Found) else {},
            today=today,
            year_policy=year_policy,
            author_year=cited.file in by_author_and_year,
        )
        for cited, match in zip(references, matches, strict=True)
    )
    found, of_lists = _findings(subjects, unreadable, rules)
    results = []
    for subject, diagnostics in zip(subjects, found, strict=True):
        ordered = tuple(sorted(diagnostics, key=lambda each: (-each.severity, each.code)))
        result = Result(cited=subject.cited, match=subject.match, comparisons=subject.comparisons, diagnostics=ordered)
        document = documents.get(subject.cited.file)
        planned = {} if document is None else {place: plan_fix(each, subject.cited, document) for place, each in enumerate(ordered)}
        results.append(replace(result, fixes={place: fix for place, fix in planned.items() if fix is not None}))
    return tuple(results), of_lists


def _findings(
    subjects: tuple[Subject, ...], unreadable: Sequence[tuple[str, Unreadable]], rules: Sequence[AnyRule]
) -> tuple[list[list[Diagnostic]], tuple[Diagnostic, ...]]:
    found: list[list[Diagnostic]] = [[] for _ in subjects]
    of_lists: list[Diagnostic] = []
    whole = ListSubject(subjects=subjects, unreadable=tuple(unreadable))
    for rule in rules:
        if rule.needs == "list":
            for finding in rule.check(whole):
                if finding.index is None:
                    of_lists.append(rule.diagnostic(finding, None))
                else:
                    found[finding.index].append(rule.diagnostic(finding, subjects[finding.index].cited))
            continue
        for place, subject in enumerate(subjects):
            if rule.needs != "record" or subject.record is not None:
                found[place].extend(rule.diagnostic(finding, subject.cited) for finding in rule.check(subject))
    return found, tuple(of_lists)


def author_year_lists(references: Sequence[CitedReference]) -> frozenset[str]:
    """Name the sources whose formatted list is told apart by author and year: no numbers, the year before the title."""
    for_it: dict[str, list[bool]] = {}
    for cited in references:
        if cited.kind == "list" and "issued" in cited.origins and "title" in cited.origins:
            year_first = cited.origins["issued"].span < cited.origins["title"].span
            for_it.setdefault(cited.file, []).append(year_first and cited.label is None)
    return frozenset(file for file, votes in for_it.items() if sum(votes) * 2 > len(votes))

"""Comparison, rules and fixes: what is said about each reference, in the order of the input."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from refcheck.compare.aligning import aligned
from refcheck.compare.records import compare_with_all
from refcheck.fixes import plan_fix
from refcheck.model.diagnostics import Diagnostic, Severity
from refcheck.model.documents import Document, Unreadable
from refcheck.model.matches import Found, Match
from refcheck.model.references import CitedReference
from refcheck.model.reports import Result
from refcheck.rules.base import AnyRule, ListSubject, Subject, YearPolicy


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
    references = [
        aligned(cited, match.record.reference) if isinstance(match, Found) else cited
        for cited, match in zip(references, matches, strict=True)
    ]
    subjects = tuple(
        Subject(
            cited=cited,
            match=match,
            comparisons=compare_with_all(cited, match.records) if isinstance(match, Found) else {},
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
        result = Result(cited=subject.cited, match=subject.match, diagnostics=ordered)
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
                found[place].extend(softened(rule.diagnostic(finding, subject.cited), subject) for finding in rule.check(subject))
    return found, tuple(of_lists)


def softened(diagnostic: Diagnostic, subject: Subject) -> Diagnostic:
    """Make a finding about a value that another registry has just so no more than a note."""
    compared = subject.comparisons.get((diagnostic.path or "").partition("[")[0])
    disputed = compared is not None and compared.registry is not None
    return replace(diagnostic, severity=min(diagnostic.severity, Severity.INFO)) if disputed else diagnostic


def author_year_lists(references: Sequence[CitedReference]) -> frozenset[str]:
    """Name the sources whose formatted list is told apart by author and year: no numbers, the year before the title."""
    for_it: dict[str, list[bool]] = {}
    for cited in references:
        if cited.kind == "list" and "issued" in cited.origins and "title" in cited.origins:
            year_first = cited.origins["issued"].span < cited.origins["title"].span
            for_it.setdefault(cited.file, []).append(year_first and cited.label is None)
    return frozenset(file for file, votes in for_it.items() if sum(votes) * 2 > len(votes))

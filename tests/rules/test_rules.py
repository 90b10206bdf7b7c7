"""Run the written cases of every rule, each case past all rules.

A case holds `cited` (or `list`, several of them, for rules on lists), `registered` (the record that was found), `records`
(further ones of the same work), `match` and `answers` where no record was found, `expect` (the findings; none where it
is left out) and `fixed` (values of the reference after all proposed changes). What stands in an element of `list` goes
before what stands in the case.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
import yaml

import refcheck.rules
from refcheck import catalog
from refcheck.compare.records import compare_with_all
from refcheck.engine.examination import softened
from refcheck.fixes import apply
from refcheck.model.answers import Absent, Alias, Candidates, Elsewhere, Failed, Record
from refcheck.model.dates import Date
from refcheck.model.diagnostics import Severity
from refcheck.model.documents import Unreadable
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.matches import Ambiguous, Found, NotFound, Skipped, Unreachable
from refcheck.model.names import Name
from refcheck.model.records import RegistryRecord, Relation, Update
from refcheck.model.references import CitedReference, Origin, Reference, Span
from refcheck.model.variables import VARIABLES
from refcheck.rules.base import ListSubject, Rule, Subject

FOLDER = Path(__file__).parent
RULES = {code: catalog.load(catalog.RULES, code) for code in catalog.RULES}
SECTIONS = ("What it does", "Why it matters", "Example", "Use instead", "Sources")
TODAY = dt.date(2026, 11, 24)


def as_date(value) -> Date:
    """Read 2020, "2020-03", "2020-03-05", "2019/2020", or a mapping of the parts of a `Date`."""
    if isinstance(value, dict):
        return Date(**{part: as_date(number) if part == "end" else number for part, number in value.items()})
    first, _, last = str(value).partition("/")
    year, month, day = (*map(int, first.split("-")), None, None)[:3]
    return Date(year=year, month=month, day=day, end=as_date(last) if last else None)


def as_value(attribute: str, value):
    kind = VARIABLES[attribute].kind
    if kind == "names":
        return tuple(Name(**name) if isinstance(name, dict) else Name(literal=name) for name in value)
    if kind == "date":
        return as_date(value)
    if kind == "locator":
        return Locator(**value) if isinstance(value, dict) else Locator(pages=str(value))
    if kind == "identifiers":
        return tuple(value)
    return (Doi.parse(str(value)) or value) if attribute == "doi" else str(value)


def as_reference(given: dict) -> Reference:
    values = {name: as_value(name, value) for name, value in given.items() if name in VARIABLES and value is not None}
    return Reference(type=given.get("type", "article-journal"), extra=given.get("extra", {}), **values)


def as_updates(given: list) -> tuple[Update, ...]:
    return tuple(Update(**{**update, "date": as_date(update["date"]) if "date" in update else None}) for update in given)


def as_record(given: dict) -> RegistryRecord:
    dates = {name: as_date(value) for name, value in given.get("dates", {}).items()}
    reference = as_reference(given)
    issued_from = given.get("issued_from")
    if issued_from:
        reference = as_reference({**given, "issued": given.get("issued", given["dates"][issued_from])})
    return RegistryRecord(
        registry=given.get("registry", "crossref"),
        identifier=given.get("identifier", str(given.get("doi", "10.1000/wells"))).lower(),
        reference=reference,
        dates=dates,
        issued_from=issued_from,
        inferred=frozenset(given.get("inferred", ())),
        updated_by=as_updates(given.get("updated_by", ())),
        update_to=as_updates(given.get("update_to", ())),
        relations=tuple(Relation(name=name, kind="doi", identifier=doi) for name, doi in given.get("relations", {}).items()),
    )


def as_answer(given: dict):
    given = {"registry": "crossref", "question": "10.1000/wells", "date": "2026-11-24", **given}
    kind = {"record": Record, "absent": Absent, "elsewhere": Elsewhere, "alias": Alias, "candidates": Candidates, "failed": Failed}[
        given.pop("kind")
    ]
    if "record" in given:
        given["record"] = as_record(given["record"])
    return kind(**given)


def as_match(case: dict, given: dict):
    given = {**case, **given}
    answers = tuple(as_answer(answer) for answer in given.get("answers", ()))
    if "registered" in given:
        more = tuple(as_record(record) for record in given.get("records", ()))
        named = {name: given[name] for name in ("by", "score", "kin") if name in given}
        return Found(records=(as_record(given["registered"]), *more), answers=answers, **{"by": "doi", **named})
    match given.get("match", "skipped"):
        case "not-found":
            return NotFound(answers=answers, covered_by=as_record(given["covered_by"]) if "covered_by" in given else None)
        case "ambiguous":
            return Ambiguous(candidates=(), answers=answers)
        case "unreachable":
            return Unreachable(reason=given["reason"], answers=answers)
    return Skipped(reason="no identifier", answers=answers)


def as_cited(given: dict, place: int, file: str) -> CitedReference:
    raw = given.get("raw", "")
    origins = {}
    for path, value in given.get("origins", {}).items():
        text, confidence = value if isinstance(value, list) else (value, 1.0)
        at = raw.find(text)
        origins[path] = Origin(span=Span(max(at, 0), max(at, 0) + len(text)), raw=text, confidence=confidence)
    return CitedReference(
        reference=as_reference(given),
        id=str(place),
        kind=given.get("kind", "list"),
        raw=raw,
        file=given.get("file", file),
        span=Span(0, len(raw)),
        origins=origins,
    )


def as_subjects(case: dict) -> tuple[Subject, ...]:
    subjects = []
    for place, given in enumerate(case.get("list", [case["cited"]] if "cited" in case else []), 1):
        cited, match = as_cited(given, place, "list.txt"), as_match(case, given)
        subjects.append(
            Subject(
                cited=cited,
                match=match,
                comparisons=compare_with_all(cited, match.records) if isinstance(match, Found) else {},
                today=dt.date.fromisoformat(str(case.get("today", TODAY))),
                year_policy=case.get("year_policy", "volume"),
                author_year=given.get("author_year", case.get("author_year", False)),
            )
        )
    return tuple(subjects)


def findings(case: dict):
    """Run every rule past a case, as a run does: what it finds, with the place in the list."""
    subjects = as_subjects(case)
    blocks = [dict(block) for block in case.get("unreadable", ())]
    unreadable = tuple((block.pop("file", "list.txt"), Unreadable(span=Span(0, 1), **block)) for block in blocks)
    found = []
    for rule in RULES.values():
        if rule.needs == "list":
            whole = ListSubject(subjects=subjects, unreadable=unreadable)
            found += [
                (each.index, rule.diagnostic(each, None if each.index is None else subjects[each.index].cited))
                for each in rule.check(whole)
            ]
            continue
        for place, subject in enumerate(subjects):
            if rule.needs != "record" or subject.record is not None:
                found += [(place, softened(rule.diagnostic(each, subject.cited), subject)) for each in rule.check(subject)]
    return subjects, found


def cases_of(code: str) -> list[dict]:
    """Read the cases of a rule; one without any fails its own test, not the whole run."""
    path = FOLDER / f"{code}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []


CASES = [pytest.param(code, case, id=f"{code}: {case['name']}") for code in sorted(RULES) for case in cases_of(code)]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code, case):
    subjects, found = findings(case)
    wanted = case.get("expect", [])
    assert sorted(each.name for _, each in found) == sorted(each["name"] for each in wanted), [each.message for _, each in found]
    left = list(found)
    for want in wanted:
        match = next((pair for pair in left if pair[1].name == want["name"] and want.get("index", pair[0]) == pair[0]), None)
        assert match is not None, want
        left.remove(match)
        _, diagnostic = match
        rule = next(rule for rule in RULES.values() if rule.name == want["name"])
        assert diagnostic.severity == (Severity[want["severity"].upper()] if "severity" in want else rule.severity)
        for name in ("path", "cited", "registered", "applicability", "title"):
            if name in want:
                assert getattr(diagnostic, name) == want[name], name
        for text in want["message"] if isinstance(want.get("message"), list) else [want.get("message", "")]:
            assert text in diagnostic.message
        assert "\n" not in diagnostic.message
        assert not diagnostic.message.endswith(".")
    if "fixed" in case:
        changes = [change for _, each in found for change in each.changes]
        mended = apply(subjects[0].cited.reference, changes)
        for name, value in case["fixed"].items():
            assert getattr(mended, name) == (as_value(name, value) if value is not None else None), name


def rules_in_package():
    for module in pkgutil.walk_packages(refcheck.rules.__path__, "refcheck.rules."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Rule):
                yield module.name, name, value


def test_every_rule_is_in_the_catalog_under_its_code():
    """A rule that is not listed never runs."""
    assert {rule.code: f"{module}:{name}" for module, name, rule in rules_in_package()} == dict(catalog.RULES)


def test_a_rule_is_named_after_its_module_and_family():
    families = ("reading", "identifiers", "contributors", "dates", "titles", "containers", "list", "status", "style", "run")
    for module, name, rule in rules_in_package():
        assert name == rule.name.replace("-", "_") == module.rpartition(".")[2]
        assert module.split(".")[2] == families[rule.family]


def test_no_name_is_used_twice():
    names = [rule.name for rule in RULES.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_page_has_every_section_in_order(code):
    """The page of a rule and `refcheck rule` are made from its docstring."""
    rule = RULES[code]
    headings = re.findall(r"^\s*## (.+)$", rule.page, re.MULTILINE)
    optional = [heading for heading in headings if heading not in SECTIONS]
    assert [heading for heading in headings if heading in SECTIONS] == list(SECTIONS)
    assert set(optional) <= {"Fix safety", "Options"}
    assert rule.summary.endswith(".")
    assert len(rule.summary) < 80
    assert re.search(r"Cited: ", rule.page)
    assert re.search(r"Registered: ", rule.page)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_that_changes_something_says_how_safe_that_is(code):
    changes = any(each.changes for case in CASES if case.values[0] == code for _, each in findings(case.values[1])[1] if each.code == code)
    assert changes == ("## Fix safety" in RULES[code].page)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_has_a_hit_and_a_near_miss(code):
    cases = cases_of(code)
    hits = [case for case in cases if any(want["name"] == RULES[code].name for want in case.get("expect", []))]
    assert hits
    assert len(hits) < len(cases)
    assert re.search(r"[^\x00-\x7f]", yaml.safe_dump(cases, allow_unicode=True))

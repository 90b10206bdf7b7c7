"""Answers written for a case, of every registry but Crossref: what is read of them, and that it outlives cache and lock."""

from __future__ import annotations

import json
from pathlib import Path
from types import MappingProxyType

import pytest
from defusedxml.ElementTree import fromstring

from refcheck.model.answers import Alias, Question, Record
from refcheck.registries import arxiv_atom, pubmed_xml
from refcheck.registries.cache import Cache
from refcheck.registries.lock import Lock, read_lock, write_lock
from refcheck.registries.stored import KEPT, READERS

ANSWERS = Path(__file__).parent / "answers"
MESSAGES = {
    "arxiv": lambda path: next(arxiv_atom.entries(fromstring(path.read_bytes()))).held,
    "pubmed": lambda path: next(pubmed_xml.articles(fromstring(path.read_bytes()))),
}
"""Registry -> how its client turns an answer in XML into what its reader takes; all others answer in JSON."""
CASES = sorted(
    f"{path.parent.name}/{path.name.removesuffix('.record.json')}"
    for path in ANSWERS.glob("*/*.record.json")
    if path.parent.name in READERS
)
FORBIDDEN = ("affiliation", "descriptions", "@", "orcid", "We count herons")
"""What no record keeps of people and texts."""


def message_of(case):
    """Read a written answer as the client hands it to its reader."""
    registry = case.partition("/")[0]
    if registry in MESSAGES:
        return MESSAGES[registry](ANSWERS / f"{case}.xml")
    return json.loads((ANSWERS / f"{case}.json").read_text(encoding="utf-8"))


def read(case):
    return READERS[case.partition("/")[0]](message_of(case), retrieved="2026-11-24")


def shown(value):
    """Write a value as the expected records do."""
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return str(value)


def update(notice):
    return [notice.type, notice.doi, notice.source, None if notice.date is None else str(notice.date), notice.record_id]


@pytest.mark.parametrize("case", CASES)
def test_a_written_answer_gives_the_record_beside_it(case, written):
    expected, record = written(f"{case}.record"), read(case)
    reference = record.reference
    assert (record.registry, record.identifier) == (case.partition("/")[0], expected["identifier"])
    assert record.issued_from == expected["issued_from"]
    assert {name: str(date) for name, date in record.dates.items()} == expected["dates"]
    assert {"type": reference.type, **{name: shown(getattr(reference, name)) for name in reference.present()}} == expected["reference"]
    assert [update(notice) for notice in record.updated_by] == expected.get("updated_by", [])
    assert [update(notice) for notice in record.update_to] == expected.get("update_to", [])
    assert [[tie.name, tie.kind, tie.identifier] for tie in record.relations] == expected.get("relations", [])
    assert dict(record.pointers) | expected.get("pointers", {}) == dict(record.pointers)
    extra = {name: list(value) if isinstance(value, tuple) else value for name, value in reference.extra.items()}
    assert extra | expected.get("extra", {}) == extra


@pytest.mark.parametrize("case", CASES)
def test_a_record_read_back_from_what_is_kept_is_the_same(case):
    record = read(case)
    kept = KEPT[record.registry](record.answer)
    assert READERS[record.registry](kept, retrieved="2026-11-24") == record
    assert KEPT[record.registry](kept) == kept


@pytest.mark.parametrize("case", CASES)
def test_cache_and_lock_give_the_record_back(case, tmp_path):
    """What is checked offline is what was checked online."""
    record = read(case)
    answer = Record(registry=record.registry, question=record.identifier, date="2026-11-24", record=record)
    cache = Cache(tmp_path / "records.sqlite", today="2026-11-24")
    cache.store(record.registry, {Question(record.registry, record.identifier): answer})
    assert cache.registry(record.registry).look_up([record.identifier]) == {record.identifier: answer}
    cache.close()
    path = tmp_path / "refcheck.lock"
    write_lock(path, Lock().with_answers("f", [answer]))
    assert read_lock(path).registry(record.registry).look_up([record.identifier]) == {record.identifier: answer}


@pytest.mark.parametrize(("case", "other"), [("pubmed/print-electronic", "pmcid:pmc7000001"), ("openlibrary/book", "0306406152")])
def test_cache_and_lock_give_the_record_back_under_its_other_name(case, other, tmp_path):
    record = read(case)
    answer = Alias(registry=record.registry, question=other, date="2026-11-24", of=record.identifier, record=record)
    cache = Cache(tmp_path / "records.sqlite", today="2026-11-24")
    cache.store(record.registry, {Question(record.registry, other): answer})
    assert cache.registry(record.registry).look_up([other]) == {other: answer}
    cache.close()
    assert Lock().with_answers("f", [answer]).registry(record.registry).look_up([other]) == {other: answer}


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_kept_of_people_but_their_names_and_no_abstract(case):
    held = json.dumps(dict(read(case).answer), ensure_ascii=False).lower()
    assert [word for word in FORBIDDEN if word.lower() in held] == []


@pytest.mark.parametrize("case", CASES)
def test_pointers_lead_to_the_value_in_the_kept_answer(case):
    record = read(case)
    for pointer in record.pointers.values():
        at = record.answer
        for part in pointer.strip("/").split("/"):
            at = at[int(part)] if isinstance(at, list) else at[part] if isinstance(at, dict | MappingProxyType) and part in at else None
        assert at is not None, pointer


@pytest.mark.parametrize("registry", sorted(READERS))
def test_a_record_that_a_person_wrote_down_says_so(registry):
    record = READERS[registry]({}, retrieved=None, provenance="transcribed", inferred=frozenset({"title"}))
    assert (record.registry, record.provenance) == (registry, "transcribed")
    assert "title" in record.inferred

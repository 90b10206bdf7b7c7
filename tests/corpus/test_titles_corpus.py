"""Titles, journals, volumes and pages of real records: as registered, in other forms, and with one thing exchanged."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
import re
from dataclasses import replace

import pytest

from refcheck import catalog
from refcheck.compare import compare
from refcheck.compare.aligning import aligned
from refcheck.compare.containers import compare_containers, is_preprint_server
from refcheck.compare.iso4 import iso4
from refcheck.compare.scripts import script
from refcheck.exporters.bibtex import export
from refcheck.fixes import apply
from refcheck.model.diagnostics import Severity
from refcheck.model.documents import Document
from refcheck.model.locators import Locator
from refcheck.model.matches import Found
from refcheck.model.references import CitedReference
from refcheck.readers import bibtex, lines
from refcheck.registries.crossref_record import read_record
from refcheck.rules.base import Subject
from refcheck.text.folding import words

TODAY = dt.date(2026, 11, 24)
NOT_CITABLE = {"component", "journal", "journal-issue", "peer-review"}


@pytest.fixture(scope="module")
def records(data):
    with gzip.open(data / "records.jsonl.gz", "rt", encoding="utf-8") as rows:
        works = [json.loads(row) for row in rows]
    return [read_record(work, retrieved="2026-11-24") for work in works if work["type"] not in NOT_CITABLE]


@pytest.fixture(scope="module")
def articles(records):
    return [
        record
        for record in records
        if record.reference.type == "article-journal" and len(words(record.reference.title or "")) > 5 and record.reference.container_title
    ]


@pytest.fixture(scope="module")
def rules():
    return [rule for rule in (catalog.load(catalog.RULES, code) for code in catalog.RULES if code[3] in "45") if rule.needs != "list"]


@pytest.fixture
def chance():
    return random.Random(20261124)  # noqa: S311 - draws examples


def found(cited, record, rules):
    """List what the rules on titles and containers say of a citation beside its record, advice left out."""
    subject = Subject(
        cited=cited, match=Found(records=(record,), by="doi"), comparisons=compare(cited.reference, record.reference), today=TODAY
    )
    every = [rule.diagnostic(each, cited) for rule in rules for each in rule.check(subject)]
    return [each for each in every if each.severity > Severity.INFO]


def cite(record, **changes):
    return CitedReference(reference=replace(record.reference, **changes), id="1", kind="structured", raw="@article{")


def test_no_record_differs_from_its_own_entry(records, rules):
    """What our export writes and our reader reads is what is registered."""
    entries = bibtex.read(Document(name="all.bib", text=export([cite(record) for record in records]))).references
    assert len(entries) == len(records)
    wrong = [
        (record.identifier, each.message) for record, entry in zip(records, entries, strict=True) for each in found(entry, record, rules)
    ]
    assert wrong == []


def test_titles_in_other_letters_are_the_same(articles, rules):
    for record in articles:
        title = record.reference.title or ""
        if re.search(r"[$\\<]", title):
            continue
        for other in (title.upper(), title.title(), f"{{{title}}}", title.replace("-", "–"), re.sub(r"[^\w\s-]", "", title)):
            assert found(cite(record, title=other), record, rules) == [], other


def test_one_exchanged_word_is_named_and_the_mend_silences_it(articles, rules, chance):
    pool = [word for record in articles for word in re.findall(r"\b[a-z]{5,}\b", record.reference.title or "")]
    missed = []
    for record in articles:
        title = record.reference.title or ""
        places = [place for place in re.finditer(r"(?<![\w$\\{<-])[A-Za-z]{5,}(?![\w-])", title) if place.start()]
        if not places or re.search(r"[$\\<]", title):
            continue
        place, word = chance.choice(places), chance.choice(pool)
        if words(place[0])[0][:4] == word[:4]:
            continue
        cited = cite(record, title=title[: place.start()] + word + title[place.end() :])
        findings = found(cited, record, rules)
        if [each.name for each in findings] != ["title-word-changed"] or word not in findings[0].message:
            missed.append((record.identifier, place[0], word, [each.message for each in findings]))
            continue
        mended = replace(cited, reference=apply(cited.reference, findings[0].changes))
        assert found(mended, record, rules) == []
    assert len(missed) <= len(articles) / 100, missed


def test_abbreviated_journals_are_never_others(articles):
    for record in articles:
        title = record.reference.container_title or ""
        for form in (iso4(title), iso4(title).replace(".", ""), f"The {title}", title.upper()):
            assert compare_containers("container_title", form, title).verdict != "different", (form, title)


def test_other_journals_are_found_in_any_form(articles, rules, chance):
    """But for those that may share a telling word once they are abbreviated."""
    articles = [
        record
        for record in articles
        if not is_preprint_server(record.reference.container_title or "") and script(record.reference.container_title or "") == "LATIN"
    ]
    missed = 0
    for record in articles:
        other = chance.choice(articles).reference.container_title or ""
        ours, theirs = set(words(other)), set(words(record.reference.container_title or ""))
        while ours & theirs:
            other = chance.choice(articles).reference.container_title or ""
            ours = set(words(other))
        form = chance.choice([other, iso4(other), iso4(other).replace(".", "")])
        names = [each.name for each in found(cite(record, container_title=form, container_title_short=None, issn=()), record, rules)]
        assert set(names) <= {"journal-mismatch"}
        missed += not names
    assert missed <= len(articles) * 0.02


def test_other_volumes_and_pages_are_found(articles, rules, chance):
    numbered = [record for record in articles if re.fullmatch(r"[1-9]\d{0,2}", record.reference.volume or "")]
    for record in numbered:
        volume = str(int(record.reference.volume or 0) + chance.choice([2, 5, 11]))
        names = [each.name for each in found(cite(record, volume=volume), record, rules)]
        assert names == ["volume-mismatch"], record.identifier
    paged = [record for record in articles if record.reference.page and record.reference.page.range]
    for record in paged:
        first = chance.randint(3000, 9000)
        names = [each.name for each in found(cite(record, page=Locator(pages=f"{first}--{first + 23}")), record, rules)]
        assert names == ["pages-mismatch"] or record.reference.page.article or not record.reference.volume, record.identifier


def test_no_formatted_reference_is_called_wrong(data, records, rules):
    """Ten styles, each string with its own record, laid on the text as in a run."""
    known = {record.identifier: record for record in records}
    with gzip.open(data / "match" / "style-refs-dev.jsonl.gz", "rt", encoding="utf-8") as rows:
        strings = [row for row in map(json.loads, rows) if row["doi"] and (row["string_with_doi"] or row["string"])]
    text = "".join(" ".join((row["string_with_doi"] or row["string"]).split()) + "\n" for row in strings)
    entries = lines.read(Document(name="list.txt", text=text)).references
    wrong = [
        (entry.raw, each.message)
        for row, entry in zip(strings, entries, strict=True)
        if str(row["doi"]).lower() in known
        for each in found(aligned(entry, known[str(row["doi"]).lower()].reference), known[str(row["doi"]).lower()], rules)
    ]
    assert wrong == []

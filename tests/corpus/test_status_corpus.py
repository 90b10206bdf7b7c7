"""What is said of the status of real works: of those that have one, and of no others."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from collections import defaultdict
from dataclasses import replace

import pytest

from refcheck import catalog
from refcheck.model.diagnostics import Severity
from refcheck.model.matches import Found
from refcheck.model.references import CitedReference
from refcheck.registries.crossref_record import read_record
from refcheck.rules.base import ListSubject, Subject
from refcheck.rules.status.roles import bare_title

RULES = [catalog.load(catalog.RULES, code) for code in catalog.RULES if code.startswith("REF70")]


@pytest.fixture(scope="module")
def records(data):
    with gzip.open(data / "records.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [read_record(json.loads(line), retrieved=None) for line in lines]


def said(records, *, bare: bool):
    """Cite each record as it is registered, or under the title of the work it is about: severity and names by DOI."""
    found = defaultdict(set)
    for record in records:
        work = replace(record.reference, title=bare_title(record) or "On wells") if bare else record.reference
        cited = CitedReference(reference=work, id="1", raw=f"{work.title}. {work.container_title}. https://doi.org/{work.doi}")
        subject = Subject(cited=cited, match=Found(records=(record,), by="doi"), today=dt.date(2026, 11, 24))
        for rule in RULES:
            for each in rule.check(ListSubject(subjects=(subject,)) if rule.needs == "list" else subject):
                found[record.identifier].add((each.severity or rule.severity, rule.name))
    return found


def test_a_work_cited_as_it_is_registered_is_only_held_to_a_notice_it_does_not_name(records):
    """Titles that say RETRACTED or Correction are cited with these words; one work was retracted in part under its own DOI."""
    above = {doi: names for doi, names in said(records, bare=False).items() if max(names)[0] > Severity.INFO}
    assert above == {"10.29328/journal.jcmhs.1001023": {(Severity.WARNING, "retracted")}}


def test_a_retracted_work_cited_without_saying_so_is_found_and_every_notice_is_told_from_its_work(records):
    found = said(records, bare=True)
    errors = {doi for doi, names in found.items() if (Severity.ERROR, "retracted") in names}
    assert errors == {"10.1016/s0140-6736(20)31180-6", "10.1016/s0140-6736(97)11096-0"}
    notices = {doi for doi, names in found.items() if (Severity.WARNING, "cites-the-notice") in names}
    assert {"10.1016/s0140-6736(20)31324-6", "10.1155/2020/5109831", "10.1063/1.4916263", "10.1038/s41598-018-34742-8"} <= notices
    titles = {record.identifier: record.reference.title for record in records}
    words = ("erratum", "author correction", "corr", "retract", "additions", "publisher's note", "addendum")
    assert all(titles[doi].lower().startswith(words) for doi in notices)
    assert len(notices) == 27

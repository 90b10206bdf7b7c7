"""The year policy over real records, each cited with years that its own record knows."""

from __future__ import annotations

import datetime as dt
import gzip
import json

import pytest

from refcheck import catalog
from refcheck.compare import compare
from refcheck.model.dates import Date
from refcheck.model.matches import Found
from refcheck.model.references import CitedReference
from refcheck.registries.crossref_record import read_record
from refcheck.rules.base import Subject

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def records(data):
    with gzip.open(data / "records.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [read_record(json.loads(line), retrieved="2026-11-24") for line in lines]


@pytest.fixture(scope="module")
def rules():
    """Load what judges a citation beside its record; neither how it is written nor what became of the work is a matter of years."""
    judging = (catalog.load(catalog.RULES, code) for code in catalog.RULES if code[3] in "12345")
    return [rule for rule in judging if rule.needs in {"match", "record"}]


def cite(record, year):
    """Cite a record as it is registered, but with one year."""
    from dataclasses import replace

    return CitedReference(reference=replace(record.reference, issued=None if year is None else Date(year=year)), id="1", kind="structured")


def found(record, year, rules):
    cited = cite(record, year)
    subject = Subject(
        cited=cited,
        match=Found(records=(record,), by="doi"),
        comparisons=compare(cited.reference, record.reference),
        today=TODAY,
    )
    return [rule.diagnostic(each, cited) for rule in rules if rule.needs != "list" for each in rule.check(subject)]


def test_a_record_cited_as_registered_gives_no_finding(records, rules):
    """The year to cite, and all else, is right by definition."""
    wrong = [
        (record.identifier, each.message) for record in records for each in found(record, (record.reference.issued or Date()).year, rules)
    ]
    assert wrong == []


def test_an_online_year_is_explained_and_never_called_off(records, rules):
    """Unless a printed work went online two or more years later, which is the year of its digitisation."""
    seen = 0
    for record in records:
        online, printed = record.dates.get("published-online"), record.reference.issued
        if online is None or printed is None or printed.year is None:
            continue
        names = {each.name for each in found(record, online.year, rules)}
        assert names <= ({"year-mismatch"} if online.year - printed.year >= 2 else {"year-online-first"}), record.identifier
        seen += bool(names)
    assert seen > 100


def test_a_year_far_from_every_date_is_an_error(records, rules):
    """But for books, of whose editions and printings the latest alone may be registered."""
    for record in records:
        if record.reference.issued is None or record.reference.issued.year is None:
            continue
        years = {date.year for date in record.dates.values()}
        (each,) = found(record, min(years) - 3, rules)
        severity = "info" if record.reference.type == "book" else "error"
        assert (each.name, str(each.severity)) == ("year-mismatch", severity), record.identifier


def test_a_year_after_every_date_is_one_off(records, rules):
    for record in records:
        if record.reference.issued is None or record.reference.issued.year is None:
            continue
        published = {
            date.year
            for name, date in record.dates.items()
            if name not in {"accepted", "approved", "created", "content-created", "content-updated"}
        }
        year = max(published) + 1
        if year in {date.year for date in record.dates.values()}:
            continue
        (each,) = found(record, year, rules)
        assert each.name == "year-off-by-one", record.identifier


def test_a_record_without_year_says_nothing_of_any(records, rules):
    yearless = [record for record in records if record.reference.issued is None]
    assert yearless
    for record in yearless:
        assert found(record, 1999, rules) == []

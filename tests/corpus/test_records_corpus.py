"""The reader over thousands of records as the registry gave them."""

from __future__ import annotations

import gzip
import json

import pytest

from refcheck.model.identifiers import Doi
from refcheck.model.variables import VARIABLES
from refcheck.registries.crossref_kept import kept
from refcheck.registries.crossref_record import read_record

DAY = "2026-11-24"


@pytest.fixture(scope="module")
def messages(data):
    with gzip.open(data / "records.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def records(messages):
    return {message["DOI"].lower(): read_record(message, retrieved=DAY) for message in messages}


@pytest.fixture(scope="module")
def phenomena(data):
    found = json.loads((data / "phenomena.json").read_text(encoding="utf-8"))
    return {name: row["examples"] for name, row in found.items()}


def named(records, phenomena, name):
    return [records[doi.lower()] for doi in phenomena[name]]


def test_every_record_is_read_with_sane_values(messages, records):
    assert len(records) == len(messages)
    for identifier, record in records.items():
        reference = record.reference
        assert record.identifier == identifier
        assert isinstance(reference.doi, Doi)
        assert (reference.issued is None) == (record.issued_from is None)
        assert all(1400 <= date.year <= 2030 for date in record.dates.values())
        for attribute in reference.present():
            value = getattr(reference, attribute)
            if VARIABLES[attribute].kind in {"text", "number"}:
                assert value == value.strip()
                assert "  " not in value
                assert not any(mark in value for mark in ("<i>", "</", "&amp;", "&lt;", "\n", "\x92"))
        assert all(name.family or name.literal for name in (*reference.author, *reference.editor))


def test_a_lock_keeps_what_the_reader_reads(messages, records):
    for message in messages:
        assert read_record(kept(message), retrieved=DAY) == records[message["DOI"].lower()]


def test_every_pointer_leads_to_a_value(records):
    for record in records.values():
        for pointer in record.pointers.values():
            at = record.answer
            for part in pointer.strip("/").split("/"):
                at = at[int(part)] if isinstance(at, list) else at[part]
            assert at not in (None, "", [])


def test_the_year_of_the_volume_stands_in_the_issue_where_there_is_no_print_date(records, phenomena):
    record = records["10.1007/s10840-022-01325-7"]
    assert (str(record.reference.issued), record.issued_from) == ("2023-03", "journal-issue.published-online")
    assert str(record.dates["published-online"]) == "2022-08-11"
    for later in named(records, phenomena, "journal-issue year later than issued, no published-print"):
        if later.reference.volume or later.reference.issue or later.reference.page:
            assert later.issued_from.startswith("journal-issue.")
            assert later.reference.issued.year > later.dates["issued"].year


def test_the_print_date_comes_before_the_online_date(records, phenomena):
    for record in named(records, phenomena, "article: online year != print year"):
        assert record.issued_from == "published-print"
        assert record.dates["published-online"].year != record.reference.issued.year


def test_a_record_without_a_year_has_no_date_to_cite(records, phenomena):
    for record in named(records, phenomena, "no issued year"):
        assert record.dates.keys() <= {"created", "accepted", "approved", "content-created", "content-updated"}
        assert record.reference.issued is None


def test_a_preprint_is_dated_by_its_posting(records, phenomena):
    for record in named(records, phenomena, "type=posted-content"):
        assert record.issued_from == "posted"
        assert record.reference.type == "article"


def test_a_subtitle_in_the_title_is_not_repeated(records, phenomena):
    for record in named(records, phenomena, "subtitle repeated in title"):
        words = record.reference.title.lower().split()
        half = len(words) // 2
        assert words[:half] != words[half:]


def test_pages_that_are_the_article_number_are_given_once(records, phenomena):
    for record in named(records, phenomena, "page equals article-number"):
        assert record.reference.page.article
        assert record.reference.page.pages is None


@pytest.mark.parametrize("kind", ["retraction", "expression_of_concern", "correction", "partial_retraction", "new_version"])
def test_notices_on_a_work_are_read(records, phenomena, kind):
    for record in named(records, phenomena, f"updated-by: {kind}"):
        assert kind in {notice.type for notice in record.updated_by}


@pytest.mark.parametrize("kind", ["retraction", "erratum", "correction"])
def test_what_a_notice_is_about_is_read(records, phenomena, kind):
    for record in named(records, phenomena, f"update-to: {kind}"):
        assert kind in {notice.type for notice in record.update_to}


@pytest.mark.parametrize("name", ["has-preprint", "is-preprint-of", "is-version-of"])
def test_relations_are_read(records, phenomena, name):
    for record in named(records, phenomena, f"relation: {name}"):
        assert name in {tie.name for tie in record.relations}


def test_organisations_and_suffixes_are_read(records, phenomena):
    for record in named(records, phenomena, "organisation author"):
        assert any(name.literal for name in (*record.reference.author, *record.reference.editor))
    for record in named(records, phenomena, "name suffix"):
        assert any(name.suffix for name in (*record.reference.author, *record.reference.editor))


def test_the_constructed_works_of_the_benchmark_are_read_too(data):
    with gzip.open(data / "hallmark" / "works.jsonl.gz", "rt", encoding="utf-8") as lines:
        for message in map(json.loads, lines):
            record = read_record(message, retrieved=DAY)
            assert record.reference.title
            assert record.reference.issued

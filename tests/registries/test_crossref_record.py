from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.registries.crossref_kept import kept
from refcheck.registries.crossref_record import read_record

CASES = sorted(path.name.removesuffix(".record.json") for path in (Path(__file__).parent / "answers").glob("*.record.json"))


def shown(value):
    """Write a value as the expected records do."""
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return str(value)


def update(notice):
    return [notice.type, notice.doi, notice.source, None if notice.date is None else str(notice.date), notice.record_id]


@pytest.mark.parametrize("case", CASES)
def test_a_written_answer_gives_the_record_beside_it(case, written):
    expected = written(f"{case}.record")
    record = read_record(written(case), retrieved="2026-11-24")
    reference = record.reference
    assert (record.registry, record.identifier, record.issued_from) == ("crossref", expected["identifier"], expected["issued_from"])
    assert {name: str(date) for name, date in record.dates.items()} == expected["dates"]
    assert {"type": reference.type, **{name: shown(getattr(reference, name)) for name in reference.present()}} == expected["reference"]
    assert [update(notice) for notice in record.updated_by] == expected.get("updated_by", [])
    assert [update(notice) for notice in record.update_to] == expected.get("update_to", [])
    assert [[tie.name, tie.kind, tie.identifier] for tie in record.relations] == expected.get("relations", [])
    assert dict(record.pointers) | expected.get("pointers", {}) == dict(record.pointers)


@pytest.mark.parametrize("case", CASES)
def test_what_a_lock_keeps_gives_the_same_record(case, written):
    message = written(case)
    assert read_record(kept(message), retrieved="2026-11-24") == read_record(message, retrieved="2026-11-24")


@pytest.mark.parametrize("case", CASES)
def test_pointers_lead_to_the_value_in_the_kept_answer(case, written):
    record = read_record(written(case), retrieved=None)
    for pointer in record.pointers.values():
        at = record.answer
        for part in pointer.strip("/").split("/"):
            at = at[int(part)] if isinstance(at, list) else at[part] if isinstance(at, dict) or part in at else None
        assert at is not None


def test_a_range_of_dates_and_a_season_keep_their_precision():
    record = read_record(
        {"DOI": "10.5555/x", "issued": {"date-parts": [[2004, 5, 1], [2004, 6, 1]]}, "published-print": {"date-parts": [[2004, 22]]}},
        retrieved=None,
    )
    assert record.dates["issued"] == Date(year=2004, month=5, day=1, end=Date(year=2004, month=6, day=1))
    assert record.reference.issued == Date(year=2004, season=2)


@pytest.mark.parametrize(("parts", "date"), [(["2004", "05"], Date(year=2004, month=5)), (["9" * 5000], None), ([True, 5], None)])
def test_parts_of_a_date_are_numbers_or_figures(parts, date):
    assert read_record({"DOI": "10.5555/x", "issued": {"date-parts": [parts]}}, retrieved=None).reference.issued == date


def test_an_event_of_one_day_has_a_date_and_one_of_several_a_range():
    day, last = {"date-parts": [[2012, 3, 27]]}, {"date-parts": [[2012, 3, 29]]}
    one = read_record({"DOI": "10.5555/x", "event": {"name": "M", "start": day, "end": day}}, retrieved=None)
    several = read_record({"DOI": "10.5555/x", "event": {"name": "M", "start": day, "end": last}}, retrieved=None)
    assert one.reference.event_date == Date(year=2012, month=3, day=27)
    assert several.reference.event_date == Date(year=2012, month=3, day=27, end=Date(year=2012, month=3, day=29))


def test_people_keep_their_parts_and_organisations_their_name():
    people = [{"family": "Kowal", "given": "T.", "suffix": "Jr", "prefix": "Dr."}, {"name": "the Group"}, {"given": "Plato"}, {}]
    record = read_record({"DOI": "10.5555/x", "author": people}, retrieved=None)
    assert record.reference.author == (
        Name(family="Kowal", given="T.", suffix="Jr", honorific="Dr."),
        Name(literal="the Group"),
        Name(literal="Plato"),
    )


@pytest.mark.parametrize(
    ("page", "number", "locator"),
    [
        ("1-9", None, Locator(pages="1-9")),
        (None, "e17", Locator(article="e17")),
        ("e17", "e17", Locator(article="e17")),
        ("1-9", "17", Locator(pages="1-9", article="17")),
    ],
)
def test_pages_and_article_number_fill_one_slot(page, number, locator):
    record = read_record({"DOI": "10.5555/x", "page": page, "article-number": number}, retrieved=None)
    assert record.reference.page == locator


def test_a_doi_keeps_its_spelling_and_is_found_under_the_folded_one():
    record = read_record({"DOI": "10.5555/ABC"}, retrieved=None)
    assert (record.identifier, record.reference.doi) == ("10.5555/abc", Doi("10.5555/ABC"))
    assert str(record.reference.doi) == "10.5555/ABC"


def test_what_a_person_inferred_is_named_by_key_and_by_variable():
    message = {
        "DOI": "10.5555/x",
        "volume": "4",
        "article-number": "7",
        "published-online": {"date-parts": [[2022, 12, 31]]},
        "journal-issue": {"published-online": {"date-parts": [[2023]]}},
    }
    names = frozenset({"article-number", "published-online.month", "journal-issue.published-online"})
    record = read_record(message, retrieved="2026-11-24", provenance="transcribed", inferred=names)
    assert record.inferred == names | {"page"}
    assert record.issued_from in record.inferred
    assert "published-online" not in record.inferred


def test_the_kept_answer_is_without_references_abstract_and_links(written):
    record = read_record(written("article-in-a-later-volume"), retrieved=None)
    assert record.answer.keys().isdisjoint({"reference", "abstract", "link"})
    assert "is-referenced-by-count" not in record.answer


def test_a_lock_keeps_of_people_only_their_names(written):
    cut = kept(written("article-in-a-later-volume"))
    assert cut["author"] == [
        {"family": "de Brito", "given": "Ana"},
        {"family": "Kowalczyk", "given": "T. J.", "suffix": "III"},
        {"name": "the Lagoon Group"},
    ]
    assert cut.keys().isdisjoint(
        {"reference", "abstract", "link", "is-referenced-by-count", "indexed", "deposited", "member", "score", "relation"}
    )
    assert cut["created"] == {"date-parts": [[2022, 11, 30]]}


TEXTS = ("", "x", "10.5555/X", "2004", "<i>a</i>", "&amp;", " \ud800")
INNER = ("date-parts", "name", "family", "DOI", "type", "id", "start")
KEYS = (
    *("DOI", "type", "title", "subtitle", "short-title", "author", "editor", "container-title", "short-container-title", "issued"),
    *("published-print", "journal-issue", "volume", "issue", "page", "article-number", "ISBN", "ISSN", "updated-by", "update-to"),
    *("relation", "event", "institution", "standards-body", "version", "degree", "subtype", "language"),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.sampled_from(TEXTS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=8))
def test_no_record_makes_the_reader_raise(message):
    record = read_record(message, retrieved=None)
    assert read_record(kept(message), retrieved=None) == record


def test_a_value_that_stands_for_nothing_is_absent():
    """The volume "null" of some depositors is none; a person called Null keeps the name."""
    message = {"DOI": "10.1000/x", "type": "journal-article", "volume": "null", "issue": "3", "author": [{"family": "Null", "given": "N."}]}
    work = read_record(message, retrieved=None).reference
    assert (work.volume, work.issue, work.author[0].family) == (None, "3", "Null")


def test_what_looks_like_markup_in_a_doi_is_part_of_it():
    """Older DOIs of Wiley hold such; taken for another identifier they would be lost in the lock."""
    doi = "10.5555/(SICI)1234(1999)5:1<S1::AID-T1>3.0.CO;2-Y"
    notice = {"DOI": doi, "type": "correction"}
    record = read_record({"DOI": doi, "updated-by": [notice], "relation": {"has-review": [{"id": doi, "id-type": "doi"}]}}, retrieved=None)
    assert (record.identifier, str(record.reference.doi)) == (doi.lower(), doi)
    assert (record.updated_by[0].doi, record.relations[0].identifier) == (doi.lower(), doi)

from dataclasses import replace

import pytest

from refcheck.fixes import complete
from refcheck.fixes.completing import is_in_sentence_case
from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.records import RegistryRecord
from refcheck.model.references import Reference

WELLS = Reference(
    type="article-journal",
    title="Deep wells of the Atlantic coast",
    author=(Name(family="Lee", given="Jia"),),
    container_title="Water",
    volume="14",
    issue="2",
    page=Locator(article="105"),
    issued=Date(year=2020, month=3, day=1),
    doi=Doi("10.1000/wells"),
    issn=("1234-5678",),
    publisher="Well Press",
    language="en",
)


def completed(cited, registered=WELLS, **more):
    return complete(cited, RegistryRecord(registry="crossref", identifier="10.1000/wells", reference=registered, **more))


def test_absent_values_are_filled():
    got = completed(Reference(type="article-journal"))
    assert got == replace(WELLS, issued=Date(year=2020), publisher=None, language=None)


def test_the_publisher_of_a_journal_and_the_language_are_not_what_a_reader_expects():
    got = completed(Reference(type="article-journal", title="Deep wells"))
    assert (got.publisher, got.language) == (None, None)


def test_the_publisher_of_a_book_is():
    got = completed(
        Reference(type="book", title="On Wells"), Reference(type="book", title="On wells", publisher="Well Press", page=Locator(pages="1"))
    )
    assert (got.publisher, got.page) == ("Well Press", None)


def test_what_is_cited_stays_right_or_wrong():
    cited = Reference(
        type="article-journal",
        title="Shallow wells",
        author=(Name(family="Lee", given="J."),),
        container_title="Wat.",
        volume="15",
        issue="3",
        page=Locator(pages="1-2"),
        issued=Date(year=1999),
        doi="malformed",
        issn=("0000-0000",),
    )
    assert completed(cited) == cited


def test_pages_come_before_an_article_number_and_a_number_fills_the_slot():
    both = replace(WELLS, page=Locator(pages="1-12", article="105"))
    assert completed(Reference(), both).page == Locator(pages="1-12")
    assert completed(Reference(number="105")).page is None


@pytest.mark.parametrize(("literal", "year"), [("in press", 2020), ("n.d.", 2020), ("令和2年", None)])
def test_the_year_fills_what_is_no_date(literal, year):
    assert completed(Reference(issued=Date(literal=literal))).issued.year == year


def test_a_record_without_year_fills_none():
    assert completed(Reference(), replace(WELLS, issued=None)).issued is None
    assert completed(Reference(), replace(WELLS, issued=Date(literal="spring"))).issued is None


def test_a_title_takes_the_registered_capitals_where_they_tell_names():
    got = completed(Reference(title="Deep Wells Of The Atlantic Coast"))
    assert got.title == "Deep wells of the Atlantic coast"


@pytest.mark.parametrize(
    "registered", ["Deep Wells of the Atlantic Coast", "DEEP WELLS OF THE ATLANTIC COAST", "Shallow wells of the Atlantic coast"]
)
def test_a_title_is_left_alone_where_the_record_tells_nothing(registered):
    cited = Reference(title="DEEP wells Of The Atlantic Coast")
    assert completed(cited, replace(WELLS, title=registered)).title == cited.title


def test_a_record_without_title_leaves_the_cited_one():
    assert completed(Reference(title="Deep wells"), replace(WELLS, title=None)).title == "Deep wells"


@pytest.mark.parametrize(
    ("title", "is_so"),
    [
        ("Deep wells of the Atlantic coast", True),
        ("Über tiefe brunnen und quellen", True),
        ("DNA and RNA in wells", True),
        ("Deep Wells of the Atlantic Coast", False),
        ("WELLS AND SPRINGS", False),
        ("Wells", False),
        ("井について", False),
    ],
)
def test_sentence_case_is_told_by_its_small_letters(title, is_so):
    assert is_in_sentence_case(title) is is_so


def test_an_inferred_value_completes_a_place_that_is_begun():
    inferred = frozenset({"page", "article-number"})
    assert completed(Reference(volume="14"), inferred=inferred).page == Locator(article="105")
    assert completed(Reference(), inferred=inferred).page == Locator(article="105")


def test_a_place_that_is_inferred_as_a_whole_is_left_out():
    got = completed(Reference(), replace(WELLS, page=None), inferred=frozenset({"volume", "issue"}))
    assert (got.volume, got.issue) == (None, None)


def test_other_inferred_values_are_left_out():
    got = completed(Reference(), inferred=frozenset({"title", "published-print"}), issued_from="published-print")
    assert (got.title, got.issued) == (None, None)
    assert got.volume == "14"

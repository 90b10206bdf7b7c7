"""What stands in the text of a reference is cited, wherever its reader put it."""

from dataclasses import replace

import pytest

from refcheck.compare.printed import container_is_printed, names_are_printed, pages_are_printed, printed_names, text_of, title_is_printed
from refcheck.compare.records import compare_cited
from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import CitedReference, Origin, Reference, Span

RAW = "Lee, Jia, Maria Silva-Costa, et al. 2015. “Über slow <i>wells</i> & springs.” Water Letters 4(2): 258–87."
LEE, SILVA, BRANDT = Name(family="Lee", given="Jia"), Name(family="Silva-Costa", given="Maria"), Name(family="Brandt", given="Eva")


@pytest.mark.parametrize("title", ["Slow wells and springs", "Über slow wells"])
def test_a_title_is_printed_whatever_its_case_and_markup(title):
    assert title_is_printed("Über slow", RAW) is False, "two words may stand anywhere"
    assert title_is_printed("ÜBER SLOW WELLS", RAW.replace("<i>", "").replace("</i>", ""))


def test_a_container_is_printed_as_words_of_its_own():
    assert container_is_printed("Water letters", RAW)
    assert not container_is_printed("Ater Letters", RAW)
    assert not container_is_printed("W", RAW)


def test_names_are_printed_in_their_order_without_gaps():
    assert names_are_printed([LEE, SILVA], RAW)
    assert not names_are_printed([SILVA, LEE], RAW)
    assert printed_names([LEE, BRANDT, SILVA], RAW) == 1
    assert printed_names([Name(literal=""), LEE], RAW) == 0
    assert not names_are_printed([], RAW)


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        (Locator(pages="258-287"), True),
        (Locator(pages="258-87"), True),
        (Locator(pages="258-288"), False),
        (Locator(article="e104"), False),
        (Locator(pages="iv, 12"), False),
    ],
)
def test_pages_are_printed_with_the_last_one_whole_or_cut(locator, printed):
    assert pages_are_printed(locator, RAW) is printed


def test_an_article_number_is_printed():
    assert pages_are_printed(Locator(article="e104123"), "Water Letters 4, e104123.")


def test_a_value_that_was_misread_but_is_printed_is_no_difference():
    registered = Reference(title="Slow wells of the valleys", author=(LEE,), container_title="Water Letters")
    raw = "Lee, J. Slow wells of the valleys. Water Letters."
    misread = Reference(title="Lee, J", author=(BRANDT,), container_title="valleys. Water Letters")
    cited = CitedReference(reference=misread, id="1", kind="list", raw=raw)
    compared = compare_cited(cited, registered)
    assert {name: compared[name].why for name in ("title", "author", "container_title")} == dict.fromkeys(
        ("title", "author", "container_title"), "stands in the text"
    )
    structured = CitedReference(reference=misread, id="1", kind="structured", raw=raw)
    assert compare_cited(structured, registered)["title"].verdict == "different"
    untitled = CitedReference(reference=Reference(author=(LEE,)), id="1", kind="list", raw=raw)
    assert compare_cited(untitled, registered)["title"].agrees


def test_a_value_that_is_not_cited_is_absent_even_where_its_figures_are_printed():
    """The issue in "4(1)" is no article number."""
    cited = CitedReference(reference=Reference(title="On wells"), id="1", kind="list", raw="On wells. Water 4(1).")
    assert compare_cited(cited, Reference(title="On wells", page=Locator(article="1")))["page"].verdict == "registered-only"


def test_figures_of_an_address_cite_nothing():
    """Many DOIs hold volume, issue and page: they say what the work has, not what the author wrote."""
    raw = "Lee, J. On wells. Water 4, e104129. https://doi.org/10.1000/water.5.e104123"
    address = raw[raw.index("http") :]
    origins = {"doi": Origin(span=Span(raw.index(address), len(raw)), raw=address)}
    reference = Reference(title="On wells", page=Locator(article="e104129"))
    cited = CitedReference(reference=reference, id="1", kind="list", raw=raw, span=Span(0, len(raw)), origins=origins)
    assert text_of(cited).split() == ["Lee,", "J.", "On", "wells.", "Water", "4,", "e104129."]
    assert compare_cited(cited, Reference(title="On wells", page=Locator(article="e104123")))["page"].verdict == "different"


NUMBERED = "Lee, J. (2001). On wells. Water, 12(3), 45. Part 7 of 9."


@pytest.mark.parametrize(
    ("name", "read", "registered", "verdict"),
    [
        ("volume", "7", "12", "different"),  # 12 is what another variable was read from
        ("volume", "9", "7", "equivalent"),
        ("volume", "12", "45", "different"),  # the pages
        ("volume", "12", "200", "different"),  # within the year
        ("issue", "3", "9", "equivalent"),
        ("issue", "3", "4", "different"),  # printed nowhere: the author's mistake
    ],
)
def test_a_number_that_was_passed_over_is_the_readers_mistake(name, read, registered, verdict):
    """Only where no other variable was read: a wrong volume must not pass because the page has its number."""
    values = {"volume": "12", "issue": "3", "page": Locator(pages="45"), "issued": Date(year=2001), name: read}
    printed = {"issued": "2001", "page": "45", "container_title": "Water", "volume": "12", "issue": "3"} | {name: read}
    if name == "volume" and read == "7":
        printed["number"] = "12"
    origins = {
        path: Origin(span=Span(at + 5, at + 5 + len(text)), raw=text) for path, text in printed.items() if (at := NUMBERED.find(text)) >= 0
    }
    cited = CitedReference(
        reference=Reference(type="article-journal", **values), id="1", raw=NUMBERED, span=Span(5, 5 + len(NUMBERED)), origins=origins
    )
    assert compare_cited(cited, Reference(type="article-journal", **{name: registered}))[name].verdict == verdict
    marked = replace(cited, span=Span(5, 500))
    assert compare_cited(marked, Reference(type="article-journal", **{name: registered}))[name].verdict == "different"

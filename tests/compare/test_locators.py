import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.compare.locators import begins_within, compare_locators, is_reversed, turned
from refcheck.model.locators import Locator


def pages(text):
    return Locator(pages=text)


def article(text):
    return Locator(article=text)


@pytest.mark.parametrize(
    ("cited", "registered", "why"),
    [
        (pages("258–87"), pages("258-287"), "spelling"),
        (pages("pp. 258--287"), pages("258-287"), "spelling"),
        (pages("S. 258"), pages("258-287"), "first page"),
        (pages("258"), pages("258-287"), "first page"),
        (pages("e105"), article("e105"), "article number given as pages"),
        (pages("105"), article("Article 105"), "article number given as pages"),
        (pages("105-112"), article("e105"), "article number given as pages"),
        (article("e0105"), article("105"), "article number"),
        (pages("S12-S19"), pages("s12–s19"), "spelling"),
        (Locator(pages="1-12", article="105"), article("105"), "article number"),
    ],
)
def test_one_place_in_two_forms(cited, registered, why):
    for one, other in ((cited, registered), (registered, cited)):
        compared = compare_locators("page", one, other)
        assert compared.verdict == "equivalent"
        assert why in compared.why


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        (pages("258-287"), pages("301-320")),
        (pages("258-287"), pages("258-290")),
        (pages("12"), pages("258-287")),
        (article("105"), article("106")),
        (pages("345-353"), pages("1-12")),
    ],
)
def test_another_place(cited, registered):
    assert compare_locators("page", cited, registered).verdict == "different"


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        (pages("1-12"), article("105")),
        (pages("1-12"), pages("104512")),
        (pages("260"), pages("258-287")),
        (pages("1-8"), pages("1-9")),
        (pages("104123"), pages("258-287")),
        (pages("345-356"), pages("1-12")),
        (pages("258-287.e3"), pages("258-287")),
        (pages("12S-18S"), pages("12S-19S")),
        (pages("287-258"), pages("258-287")),
        (article("??"), article("105")),
        (pages("e12-e19"), pages("12-20")),
        (pages("12, 15–17"), pages("12-20")),
        (pages("xii–xv"), pages("12-20")),
        (Locator(pages="2-12", article="105"), pages("258-287")),
        (Locator(pages="2-12", article="105"), Locator(pages="258-287", article="106")),
    ],
)
def test_what_may_be_one_place_is_never_called_different(cited, registered):
    assert compare_locators("page", cited, registered).verdict == "not-comparable"
    assert compare_locators("page", registered, cited).verdict == "not-comparable"


@pytest.mark.parametrize("text", ["287-258", "pp. 287--258", "xix-xii", "2870-2580"])
def test_a_range_may_run_backwards(text):
    assert is_reversed(pages(text))


@pytest.mark.parametrize("text", ["258-287", "287-92", "1099-105", "3-1", "S12-S8", "c-a", "287", "", None])
def test_what_may_be_abbreviated_or_no_range_does_not_run_backwards(text):
    assert not is_reversed(pages(text))


def test_a_turned_range_keeps_its_dash():
    assert turned(pages("pp. 287–258")).pages == "pp. 258–287"
    assert turned(pages("287")).pages == "287"


def test_pages_of_an_issue_begin_behind_the_first():
    assert begins_within(pages("258-287"))
    assert not any(begins_within(place) for place in (pages("1-12"), pages("258"), pages("e12-e19"), pages("xx"), article("5")))


def test_equal_places_are_the_same():
    assert compare_locators("page", pages("1-2"), pages("1-2")).verdict == "same"


PLACE = st.builds(
    Locator,
    pages=st.none() | st.text(alphabet="0123e -–,S", max_size=8),
    article=st.none() | st.text(alphabet="0123e", max_size=4),
)


@given(PLACE, PLACE)
def test_comparison_is_symmetric(one, other):
    assert compare_locators("page", one, other).verdict == compare_locators("page", other, one).verdict

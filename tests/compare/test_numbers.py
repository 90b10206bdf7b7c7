import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.compare.numbers import compare_numbers, roman


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("23", "v. 23"),
        ("23", "Vol.23"),
        ("XXIII", "23"),
        ("xxiii", "23"),
        ("3", "03"),
        ("1-2", "1–2"),
        ("1/2", "1-2"),
        ("No. 4", "4"),
        ("Suppl. 1", "suppl 1"),
        ("№ 7", "7"),
        ("Bd. 12", "12"),
    ],
)
def test_one_number_in_two_spellings(cited, registered):
    assert compare_numbers("volume", cited, registered).verdict == "equivalent"
    assert compare_numbers("volume", registered, cited).verdict == "equivalent"


@pytest.mark.parametrize(
    ("cited", "registered"), [("23", "24"), ("12B", "13B"), ("IV 2", "3"), ("XXIII", "24"), ("2019", "2020"), ("11045", "8692")]
)
def test_another_number(cited, registered):
    assert compare_numbers("volume", cited, registered).verdict == "different"


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("23", "23 Suppl 1"),
        ("A", "12"),
        ("Spring", "1"),
        ("S1", "1"),
        ("S1", "3"),
        ("Pt 3", "2"),
        ("1-2", "2"),
        ("", "-"),
        ("3", "9054"),
        ("12", "2019"),
        ("40", "s2-20"),
        ("12", "ahead-of-print"),
        ("12", "null"),
        ("12", "0"),
        ("May", "5"),
        ("23(1)", "23"),
    ],
)
def test_what_may_be_a_part_is_never_called_different(cited, registered):
    assert compare_numbers("issue", cited, registered).verdict == "not-comparable"


def test_equal_text_is_the_same():
    assert compare_numbers("volume", "XII", "XII").verdict == "same"


@pytest.mark.parametrize(("text", "value"), [("IV", 4), ("mcmxcix", 1999), ("xiv", 14), ("iix", None), ("", None), ("12", None)])
def test_roman_numerals(text, value):
    assert roman(text) == value


@given(st.text(alphabet="0123456789ivxlS .-–", max_size=8), st.text(alphabet="0123456789ivxlS .-–", max_size=8))
def test_comparison_is_symmetric(one, other):
    assert compare_numbers("issue", one, other).verdict == compare_numbers("issue", other, one).verdict

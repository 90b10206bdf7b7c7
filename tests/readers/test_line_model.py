"""The line model sees where references begin in paragraphs that nothing but wording parts."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.readers.segmenting.layout import lines_of
from refcheck.readers.segmenting.line_model import begun

WORKS = (
    "Aas, B. (2011). The quiet road: Walking in the north and what was found there when it rained. Field Press.",
    "Bui, T. H., & Chen, L. (2016). Paths that last. Journal of Footways, 12(3), 45–67. https://doi.org/10.5555/jf.2016.12.45",
    "Dörfler, K. (2009). Gehen lernen: Ein langer Weg durch die Täler und über die Höhen des Landes. Wegverlag.",
    "Evans, M. (2018). Hedges and gates. In P. Quill (Ed.), Walking country (pp. 10–31). Lane University Press.",
    "Fuchs, R., Giraud, P., & Hollis, A. (2020). The ferry and its fog. Annals of Crossings, 4(1), 1–19.",
)


def wrapped(works, width):
    lines, firsts = [], []
    for work in works:
        firsts.append(len(lines))
        lines += textwrap.wrap(work, width, break_on_hyphens=False)
    return lines_of("\n".join(lines)), firsts


@pytest.mark.parametrize("width", range(46, 100, 6))
def test_lines_that_begin_references_are_seen_at_every_width(width):
    lines, firsts = wrapped(WORKS, width)
    assert begun(lines) == firsts


def test_an_address_on_its_own_line_begins_nothing():
    lines = lines_of("\n".join(f"{work}\nhttps://www.example.org/walks/{place}" for place, work in enumerate(WORKS[2:])))
    assert begun(lines) == [0, 2, 4]


def test_prose_before_the_references_stands_apart():
    lines, firsts = wrapped(["The road was mended when nobody looked, and this is what they found there when they came.", *WORKS], 60)
    assert begun(lines) == firsts


@given(st.lists(st.text(alphabet="aB1.,:()-/ é—", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=12))
def test_no_lines_make_it_raise_and_the_first_always_begins(texts):
    places = begun(lines_of("\n".join(texts)))
    assert places[0] == 0
    assert places == sorted(set(places))

"""--explain: every list, and everything like one, has a reason that a person can follow."""

import textwrap

import pytest

from refcheck.model.documents import Document
from refcheck.readers import article
from refcheck.readers import list as bare_list

ENTRIES = (
    "Aas, B. (2011). The quiet road: Walking in the north. Field Press.",
    "Bui, T. H., & Chen, L. (2016). Paths that last. Journal of Footways, 12(3), 45–67.",
    "Dörfler, K. (2009). Gehen lernen. Wegverlag.",
    "Evans, M. (2018). Hedges and gates. In P. Quill (Ed.), Walking country (pp. 10–31). Lane University Press.",
)
PROSE = "The road was built in 1998 and nobody liked it (Aas, 2011). It was mended in 2004.\n\n"


def explained(text, reader=article):
    reading = reader.read(Document(name="walk.txt", text=text))
    return [(one.taken, one.reason, text[one.span.start : one.span.end]) for one in reading.explanations]


def test_a_list_says_how_it_was_cut_and_under_which_heading():
    ((taken, reason, place),) = explained(PROSE + "Literatur\n\n" + "\n\n".join(ENTRIES) + "\n")
    assert taken
    assert reason.startswith("4 entries, cut at blank lines; under the heading 'Literatur'; 4 of 4 read as references, evidence ")
    assert "in the order of the alphabet" in reason
    assert place == "\n\n".join(ENTRIES)


@pytest.mark.parametrize(("numbers", "says"), [((1, 2, 3, 4), "numbers 1 to 4 complete"), ((1, 2, 4, 5), "numbers 1 to 5, missing 3")])
def test_the_numbers_of_a_list_are_checked(numbers, says):
    lines = "\n".join(f"{number}. {entry}" for number, entry in zip(numbers, ENTRIES, strict=True))
    ((taken, reason, _),) = explained(PROSE + lines + "\n")
    assert taken
    assert "cut at numbers that rise; without a heading" in reason
    assert says in reason


def test_a_list_cut_by_wording_says_so():
    ((_, reason, _),) = explained(PROSE + "\n".join(textwrap.fill(entry, 60) for entry in ENTRIES * 2) + "\n")
    assert "where the line model sees references begin" in reason


def test_a_heading_without_a_list_is_told():
    ((taken, reason, place),) = explained(PROSE + "References\n\nNone were used.\n")
    assert not taken
    assert reason == "no list found after the heading 'References': nothing there reads as references"
    assert place == "References"


def test_what_is_like_a_list_and_is_none_is_told():
    catalogue = "\n".join(f"{n}. Prior, C., The bridge in winter, 19{n}, oil on wood, 20 x 30 cm, Kiel." for n in range(31, 38))
    ((taken, reason, _),) = explained(PROSE + catalogue.replace("31.", "1.") + "\n")[-1:]
    assert not taken
    assert "say where a work is to be found" in reason


def test_too_few_entries_without_a_heading_are_told():
    pair = f"{PROSE}{ENTRIES[2]}\n\n{ENTRIES[0][:-13]}\n\n{PROSE}{PROSE}"
    assert all(not taken and "fewer than 3 entries without a heading" in reason for taken, reason, _ in explained(pair))


def test_a_bare_list_is_explained_too():
    ((taken, reason, _),) = explained("\n".join(ENTRIES), bare_list)
    assert taken
    assert reason.startswith("4 entries, cut one a line; without a heading")

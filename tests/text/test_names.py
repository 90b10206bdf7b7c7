"""Names as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.names import Name
from refcheck.text.names import cut_words, parse_name, part_particle

PRINTED = {
    "Christie, Dr. J.": Name(family="Christie", given="J.", honorific="Dr."),
    "Ivanova, Prof. Dr. A.": Name(family="Ivanova", given="A.", honorific="Prof. Dr."),
    "Prof. Adler, M.": Name(family="Adler", given="M.", honorific="Prof."),
    "Dr. med. Baum, K.": Name(family="Baum", given="K.", honorific="Dr. med."),
    "Dipl.-Ing. Baum, Karl": Name(family="Baum", given="Karl", honorific="Dipl.-Ing."),
    "Sir Dunstan, P.": Name(family="Dunstan", given="P.", honorific="Sir"),
    "Mr J. Carter": Name(family="Carter", given="J.", honorific="Mr"),
    "Dr. Baum K": Name(family="Baum", given="K", honorific="Dr."),
    "Adler, M., PhD": Name(family="Adler", given="M.", honorific="PhD"),
    "M. Adler, M.D., MPH": Name(family="Adler", given="M.", honorific="M.D., MPH"),
    "Adler, M., M.A.": Name(family="Adler", given="M.", honorific="M.A."),
    "Dr M Adler": Name(family="Adler", given="M", honorific="Dr"),
    "Herr, M.": Name(family="Herr", given="M."),
    "Dean, C.": Name(family="Dean", given="C."),
    "Phil Collins": Name(family="Collins", given="Phil"),
    "Collins, Phil": Name(family="Collins", given="Phil"),
    "Mag Uidhir, C.": Name(family="Mag Uidhir", given="C."),
    "King, M. L., Sr.": Name(family="King", given="M. L.", suffix="Sr."),
    "Lee MD": Name(family="Lee", given="MD"),
    "Smith, M.D.": Name(family="Smith", given="M.D."),
    "Rezaei Ashtiani, A.": Name(family="Rezaei Ashtiani", given="A."),
    "van den Berg SJP": Name(family="Berg", given="SJP", non_dropping_particle="van den"),
    "De Meeûs T": Name(family="De Meeûs", given="T"),
    "Larry D. Wittie": Name(family="Wittie", given="Larry D."),
    "J.-P. Serre": Name(family="Serre", given="J.-P."),
    "Beetz, Manfred": Name(family="Beetz", given="Manfred"),
    "DUCLERT V.": Name(family="DUCLERT", given="V."),
    "FERRIERES Madeleine": Name(family="FERRIERES", given="Madeleine"),
    "ALY (M.I.)": Name(family="ALY", given="M.I."),
    "Moreira Jr ED": Name(family="Moreira", given="ED", suffix="Jr"),
    "Wortman JR": Name(family="Wortman", given="JR"),
    "Eger EI 2nd": Name(family="Eger", given="EI", suffix="2nd"),
    "Yu. M. Sinyukov": Name(family="Sinyukov", given="Yu. M."),
    "O'Gorman GM": Name(family="O'Gorman", given="GM"),
    "J. Van Reenen": Name(family="Van Reenen", given="J."),
    "Martin Luther King, Jr.": Name(family="King", given="Martin Luther", suffix="Jr."),
    "Davis, S., III.": Name(family="Davis", given="S.", suffix="III"),
    "de Saussure, Ferdinand": Name(family="Saussure", given="Ferdinand", non_dropping_particle="de"),
    "Hoffmann, F. von": Name(family="Hoffmann", given="F.", non_dropping_particle="von"),
    "K. op't Hof": Name(family="Hof", given="K.", non_dropping_particle="op't"),
    "d'Arcy WT": Name(family="d'Arcy", given="WT"),
    "P. GRAY": Name(family="GRAY", given="P."),
    "Taylor, Ann.": Name(family="Taylor", given="Ann"),
    "Wu, Yu.": Name(family="Wu", given="Yu."),
    "李明": Name(literal="李明"),
}


@pytest.mark.parametrize(("printed", "wanted"), PRINTED.items())
def test_name_in_the_order_it_is_printed(printed, wanted):
    """A name is the same in every style, with particle, suffix and title apart."""
    assert parse_name(printed) == wanted


@pytest.mark.parametrize("printed", ["", "the history of tea", "12", "Iron for the treatment of legs", "(", "一二三四五六七"])
def test_what_is_no_name_gives_none(printed):
    """Words of a title are no person."""
    assert parse_name(printed) is None


def test_particle_alone_stays_the_family_name():
    """A name never loses its last word."""
    assert part_particle("de") == (None, "de")
    assert part_particle("von der Heide") == ("von der", "Heide")
    assert part_particle("Van Reenen") == (None, "Van Reenen")


@given(st.text(max_size=60))
def test_words_lie_in_the_text_in_order(text):
    """Every place points into the text, and none overlap."""
    words = cut_words(text)
    assert len(words.kinds) == len(words.spans)
    at = 0
    for start, end in words.spans:
        assert at <= start < end <= len(text)
        at = end
    parse_name(text)


def test_kinds_of_words():
    """The letters of the kinds are the ground that all styles stand on."""
    assert cut_words("Müller, J.-P. et al. (2001) “x” JR 2nd & Yu.").kinds == "W,D-DE(d)qlqBS&A"
    assert cut_words("Dr. Smith Jr. III KIM MÜLLER al-Haddad and vol.").kinds == "HWSSBCW&l."
    assert cut_words("Mrs Wu（李明）、ü").kinds == "HW(J),l"

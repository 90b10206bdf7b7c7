"""What punctuation says where the tagger is mistaken."""

from __future__ import annotations

from refcheck.model.locators import Locator
from refcheck.readers.labelling import label
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.mending import mend


def mended(raw, **fields):
    """Give the values after mending, where the tagger took these stretches for these variables."""
    draft = Draft(raw, 0)
    for name, text in fields.items():
        start = raw.index(text)
        draft.put(name, start, start + len(text), confidence=0.9)
    mend(draft)
    return draft


def test_a_title_ends_where_its_quotation_mark_is_closed():
    """What follows within the same stretch is what the work stands in."""
    values = mended("Roe, A. “Azelates.” Databook of Wells, 2023.", title="“Azelates.” Databook of Wells").values
    assert (values["title"], values["container_title"]) == ("Azelates", "Databook of Wells")
    raw = "Roe, A. “On Wells; the Effect of Rain.” Acta Testica 7."
    values = mended(raw, title="On Wells", container_title="the Effect of Rain.” Acta Testica").values
    assert (values["title"], values["container_title"]) == ("On Wells; the Effect of Rain", "Acta Testica")


def test_an_in_that_nothing_parts_from_the_title_is_its_own():
    """Titles in capitals have an "In" that announces no book."""
    values = mended("Roe A. Wells In Dry Plains. Acta Testica 7.", title="Wells", container_title="Dry Plains. Acta Testica").values
    assert (values["title"], values["container_title"]) == ("Wells In Dry Plains", "Acta Testica")


def test_title_and_journal_are_parted_at_the_full_stop_before_the_numbers():
    """A title of many words without abbreviations does not end in the middle of a journal's."""
    raw = "Roe A. Salts of the wells in the plain. acta testica, 7."
    values = mended(raw, title="Salts of the wells in the plain. acta testica", volume="7").values
    assert (values["title"], values["container_title"]) == ("Salts of the wells in the plain", "acta testica")


def test_a_mended_value_is_in_doubt():
    """No finding about it is more than a note."""
    draft = mended("Roe A. Wells. in Book of Rain (Press, 2012).", title="Wells. in Book of Rain")
    assert draft.values["container_title"] == "Book of Rain"
    assert draft.origins["title"].confidence < 0.5


def test_a_container_ends_before_a_bracket_it_does_not_close():
    """The publisher stands in it."""
    values = mended(
        "Roe A. Wells. in Wells Conference (WC) (Press, 2012).", title="Wells", container_title="Wells Conference (WC) (Press"
    ).values
    assert (values["container_title"], values["publisher"]) == ("Wells Conference (WC)", "Press")


def test_the_letter_of_a_series_belongs_to_the_journal():
    """The volume is a number."""
    values = mended("Roe A. Phys. Lett. B688 (2010) 50.", container_title="Phys. Lett.", volume="B688").values
    assert (values["container_title"], values["volume"]) == ("Phys. Lett. B", "688")


def test_what_is_left_over_beside_the_volume_has_its_place():
    """The journal before it, issue and page behind it."""
    values = mended("Roe A: Wells, AcT 7, no. 3, 45–67.", title="Wells", volume="7").values
    assert (values["container_title"], values["issue"], values["page"]) == ("AcT", "3", Locator(pages="45–67"))


def test_what_stands_alone_before_an_imprint_is_the_title():
    """Nothing says that a work stands in it."""
    values = mended("Roe A. Wells. London: Press.", container_title="Wells", publisher="Press").values
    assert values["title"] == "Wells"
    assert "container_title" in mended("Roe A, in: Wells. London: Press.", container_title="Wells", publisher="Press").values


def test_two_slashes_part_a_title_from_what_it_stands_in():
    """Lists of Eastern Europe write no "in"."""
    found = label("Иванов, И. И. Методы анализа почв // Вестник науки. 2015. № 3. С. 12–19.").reference
    assert (found.title, found.container_title) == ("Методы анализа почв", "Вестник науки")

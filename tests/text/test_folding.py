"""Forms of text in which benign variation vanishes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.text.folding import fold, squeeze, words
from refcheck.text.word_tables import phrase_set, word_set


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("ﬁne", "fine"),
        ("Ångström", "angstrom"),
        ("co\u00adoperate", "cooperate"),
        ("B₆", "b6"),
        ("tea", "tea"),
    ],
)
def test_spellings_of_one_word_fold_alike(printed, folded):
    """Accents, ligatures, capitals and soft hyphens tell no words apart."""
    assert fold(printed) == folded


def test_words_keep_their_order_and_lose_apostrophes():
    """The word "RDA’s" is one in either spelling, and a hyphen parts two."""
    assert words("The RDA’s of B-vitamins, 2nd") == ["the", "rdas", "of", "b", "vitamins", "2nd"]
    assert words("RDA's") == words("RDA’s")
    assert words("...") == []


def test_different_words_stay_different():
    """Folding must not make two works one."""
    assert squeeze("Vitamin B6") != squeeze("Vitamin B12")
    assert squeeze("Vitamin B-6: a review") == squeeze("vitamin b6 — A Review")


@given(st.text())
def test_folding_twice_changes_nothing(text):
    """What is folded once may be compared with what is folded again."""
    assert fold(fold(text)) == fold(text)
    assert squeeze(squeeze(text)) == squeeze(text)


def test_tables_written_as_running_text():
    """Blanks part words, bars part phrases."""
    assert word_set("of the") == {"of", "the"}
    assert phrase_set("new york|bonn") == {"new york", "bonn"}

"""How a reference begins decides where a wrapped list is cut."""

from __future__ import annotations

import pytest

from refcheck.readers.segmenting.starts import INITIALS, NAMES, strength


@pytest.mark.parametrize(
    "text",
    [
        "Adler, M. (2020). Tides.",
        "Prof. Adler, M. (2020). Tides.",
        "Adler, Dame M. (2020). Tides.",
        "Prof. Dr. Adler, M. & Lind, A. (2020).",
    ],
)
def test_a_title_with_a_name_begins_as_the_name_alone_does(text):
    """Every title that is read apart from a name is also seen where references are cut."""
    assert strength(text) == INITIALS


@pytest.mark.parametrize("text", ["Frau Adler, Maria. Gezeiten. Kiel, 2020.", "Adler, Mme Maria. Marées. Brest, 2020."])
def test_titles_of_other_languages_stand_with_full_names(text):
    assert strength(text) >= NAMES


@pytest.mark.parametrize("text", ["and the tides of the north.", "sir, we walked on.", "12, 345–350.", "(2020). Tides of the north."])
def test_the_middle_of_a_reference_is_no_beginning(text):
    assert strength(text) == 0

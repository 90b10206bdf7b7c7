"""Lists of names, in whichever style or mixture of styles they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.readers.labelling.people import read_names

LISTS = {
    "Goel, Suchi, Mia Palmkvist, Kirsten Moll, et al.": ["Goel, Suchi", "Palmkvist, Mia", "Moll, Kirsten", "et al."],
    "Xiao, Gang, Liang Yan, Mingjiang Ni, and Cheng Wang": ["Xiao, Gang", "Yan, Liang", "Ni, Mingjiang", "Wang, Cheng"],
    "Liang Yan, Mingjiang Ni, Wei Li": ["Yan, Liang", "Ni, Mingjiang", "Li, Wei"],
    "García Márquez, Gabriel José": ["García Márquez, Gabriel José"],
    "Carlin, W., A. Glyn, and J. Van Reenen": ["Carlin, W.", "Glyn, A.", "Van Reenen, J."],
    "Müller, Hans / Schmidt, Karl": ["Müller, Hans", "Schmidt, Karl"],
    "J-P. Sartre et S. de Beauvoir": ["Sartre, J-P.", "de Beauvoir, S."],
    "Smith J, WHO Study Group, Jones K": ["Smith, J", "WHO Study Group", "Jones, K"],
    "SmartSat Cooperative Research Centre": ["SmartSat Cooperative Research Centre"],
    "Australia. Department of Health and Aged Care": ["Australia. Department of Health and Aged Care"],
    "OECD": ["OECD"],
    "朱江, 이해나": ["朱江", "이해나"],
    "": [],
    "; ,": [],
}


@pytest.mark.parametrize("others", ["et al.", "e.a.", "u.a.", "m.fl.", "a kol.", "i in.", "y cols.", "и др."])
def test_a_list_cut_short_names_nobody_more_in_any_language(others):
    """An author called "a" would be accused of being no author of the work."""
    printed = f"Kim, Jane J. {others}"
    assert [str(found.name) for found in read_names(printed, 0, len(printed))] == ["Kim, Jane J.", "et al."]


@pytest.mark.parametrize(("printed", "wanted"), LISTS.items())
def test_a_list_is_read_in_the_likeliest_way(printed, wanted):
    """A comma parts family from given name or one person from the next: the whole list tells which."""
    assert [str(found.name) for found in read_names(printed, 0, len(printed))] == wanted


@given(st.text(alphabet="AbcÉé.,;&-/ '()1et", max_size=60))
def test_names_stand_in_order_within_their_stretch(printed):
    """A fix edits the file where a name is said to stand."""
    place = 0
    for found in read_names(printed, 0, len(printed)):
        assert place <= found.start < found.end <= len(printed)
        place = found.end

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.compare.title_changes import word_changes
from refcheck.compare.titles import plain


def changes(cited, registered):
    return [(each.degree, str(each)) for each in word_changes(cited, registered)]


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("Meta analysis of wells", "Metaanalysis of Wells"),
        ("Follow-up-study of wells", "Followup study of wells"),
        ("50% of wells", "50 per cent of wells"),
        ("Wells v. springs", "Wells versus springs"),
        ("Moeller's wells", "Möllers Wells"),
        ("The first 2 wells of World War II", "The 1st two wells of World War 2"),
        ("M?ller wells", "Müller wells"),
        ("M\ufffdller wells", "Müller wells"),
        ("Decay of B s 0 mesons", "Decay of B 0 s mesons"),
        ("Deep wells", "Deep wells1"),
        ("Deep wells of COVID 19", "Deep wells of COVID19"),
        ("Wells of the U. S. S. R. today", "Wells of the USSR today"),
        ("Deep wells", "Review: Deep wells"),
        ("Deep wells", "XII. Deep wells"),
        ("Deep wells", "Deep wells 2"),
        ("Deep wells", "Deep wells (in Russian)"),
        ("Deep wells of ...", "Deep wells of the north"),
        ("Deep wells", "Deep wells — a survey"),
        ("Wells (1946) of Peru", "Wells <No regret>(1946) of Peru"),
        ("Wells of Na2 Cl in Peru", "Wells of Na Cl2 in Peru"),
    ],
)
def test_what_is_printed_in_another_way_is_no_change(cited, registered):
    assert changes(cited, registered) == []


@pytest.mark.parametrize(
    ("cited", "registered", "expected"),
    [
        ("Deep wells in rats", "Deep wells in mice", [("word", "cited 'rats', registered 'mice'")]),
        ("Meta analysis in rats", "Metaanalysis in mice", [("word", "cited 'rats', registered 'mice'")]),
        ("Hypertension in rats", "Hypotension in rats", [("word", "cited 'Hypertension', registered 'Hypotension'")]),
        ("Part 1 of wells", "Part 2 of wells", [("word", "cited '1', registered '2'")]),
        ("Vitamin A in wells", "Vitamin D in wells", [("word", "cited 'A', registered 'D'")]),
        ("Vitamin B in wells", "Vitamin in wells", [("word", "'B' is not registered")]),
        ("Wells of CO2", "Wells of CO3", [("word", "cited 'CO2', registered 'CO3'")]),
        ("Deep cold wells", "Deep wells", [("word", "'cold' is not registered")]),
        ("Deep wells", "Deep cold wells", [("word", "cited without 'cold'")]),
        (
            "Deep old wells of Peru",
            "Dry new wells of Chile",
            [("word", "cited 'Deep old', registered 'Dry new'"), ("word", "cited 'Peru', registered 'Chile'")],
        ),
        ("Wells in rat brain", "Wells in rats brain", [("small", "cited 'rat', registered 'rats'")]),
        ("Wells of the north", "Wells from north", [("small", "cited 'of the', registered 'from'")]),
        ("Diagnois of wells", "Diagnosis of wells", [("slip", "cited 'Diagnois', registered 'Diagnosis'")]),
        ("Deep wells in rats", "Deep wells", [("small", "'in rats' is not registered")]),
        ("Wells 2019 2020 of Peru", "Wells 2018 2021 of Peru", [("word", "cited '2019 2020', registered '2018 2021'")]),
        ("Что такое колодец", "Что такое родник", [("word", "cited 'колодец', registered 'родник'")]),
        ("Wh? wells", "Which springs", [("word", "cited 'Wh? wells', registered 'Which springs'")]),
    ],
)
def test_other_words_are_named_as_each_side_prints_them(cited, registered, expected):
    assert changes(cited, registered) == expected


def test_a_change_tells_where_it_stands():
    (change,) = word_changes("Deep <i>wells</i> in rats &amp; men", "Deep wells in mice and men")
    assert plain("Deep <i>wells</i> in rats &amp; men")[change.start : change.end] == "rats"
    assert change.inside


def test_what_is_left_out_has_its_place_behind_the_word_before_it():
    (change,) = word_changes("Deep wells", "Deep cold wells")
    assert (change.start, change.end, change.inside) == (4, 4, True)
    (change,) = word_changes("wells and springs", "Cold deep wells and springs")
    assert (change.start, change.end, change.inside) == (0, 0, False)


TITLE = st.text(alphabet="abc ABé:α?1-", max_size=30)


@given(TITLE)
def test_a_title_differs_from_itself_in_nothing(title):
    assert word_changes(title, title) == ()


@given(TITLE, TITLE)
def test_places_are_within_the_title(cited, registered):
    for change in word_changes(cited, registered):
        assert plain(cited)[change.start : change.end] == change.cited

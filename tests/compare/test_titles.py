import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.compare.titles import behind, compare_titles, equal_titles, main_title, plain, similarity


@pytest.mark.parametrize(
    ("cited", "registered", "why"),
    [
        ("On Wells and Springs", "ON WELLS AND SPRINGS", "case"),
        ("Uber Brunnen & Quellen", "Über Brunnen and Quellen", "case"),
        ("Water in CO2-rich wells", "Water in CO<sub>2</sub>-rich wells", "case"),
        ("Water & wells", "Water &amp;amp; wells", "case"),
        ("The α-decay of wells", "The <i>alpha</i>-decay of wells", "case"),
        ("Wells in rural districts", "RETRACTED: Wells in rural districts", "case"),
        ("Organising the colour of centres", "Organizing the color of centers", "spelling"),
        ("Anaemia and tumours", "Anemia and tumors", "spelling"),
        ("On wells and springs", "On wells and springs: a survey", "subtitle left out"),
        ("On wells and springs: a survey", "On wells and springs", "subtitle not registered"),
        ("Do wells run dry?", "Do wells run dry? Evidence from the south", "subtitle left out"),
        ("Wells (and springs) of Peru", "Wells (and springs) of Peru? A survey: part 1", "subtitle left out"),
        ("О колодцах", "О КОЛОДЦАХ", "case"),
        ('Spectra of $H_2O$ in {\\"o}l', "Spectra of H<sub>2</sub>O in öl", "case"),
        ("MÃ¼ller cells", "Müller cells", "case"),
        ("[Retracted] On wells", "On wells", "case"),
    ],
)
def test_variation_that_means_nothing_is_equivalent(cited, registered, why):
    compared = compare_titles("title", cited, registered)
    assert compared.verdict == "equivalent"
    assert why in compared.why
    assert compared.similarity == 1.0


def test_the_title_in_the_original_language_is_a_title_of_the_work():
    compared = compare_titles("title", "Über Brunnen", "On wells", ("Über Brunnen",))
    assert (compared.verdict, compared.why) == ("equivalent", "another registered title")


@pytest.mark.parametrize(
    ("cited", "registered", "why"),
    [
        ("О колодцах и родниках", "On wells and springs", "script"),
        ("井について", "On wells", "script"),
        ("J. Lee, K. Ono. On wells and springs. Water", "On wells and springs", "within"),
        ("???", "On wells", "without words"),
        ("On roofs and tiles", "Book Reviews", "name of a section"),
        ("Letters to the Editor 2", "On roofs and tiles", "name of a section"),
        ("On wells and springs in the dee...", "On wells and springs in the deep south", "breaks off"),
    ],
)
def test_what_may_be_one_title_is_never_called_different(cited, registered, why):
    compared = compare_titles("title", cited, registered)
    assert compared.verdict == "not-comparable"
    assert why in compared.why


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("The treatment of hypertension in the elderly", "The treatment of hypotension in the elderly"),
        ("On the wells of Peru, part 1", "On the wells of Peru, part 2"),
        ("Vitamin A in deep wells", "Vitamin D in deep wells"),
        ("On wells", "On roofs"),
        ("On wells in Peru", "On wells in Chile"),
        ("On", "On wells: a survey"),
        ("Über Brunnen", "Über Dächer"),
    ],
)
def test_other_words_are_another_title(cited, registered):
    assert compare_titles("title", cited, registered).verdict == "different"


def test_equal_letters_are_the_same():
    assert compare_titles("title", "On wells", "On wells").verdict == "same"


def test_unrelated_titles_are_unlike():
    """The threshold for "another work" rests on this."""
    assert similarity("Immunoblot assay as an aid to diagnosis", "Captive broodstock program of the Snake River") < 0.55
    assert similarity("Wells and springs of the south", "Springs and wells of the South") > 0.9


def test_a_title_without_words_equals_nothing():
    assert equal_titles("...", "...") is None


def test_markup_is_taken_off_but_comparisons_in_titles_stay():
    assert plain("If <i>p</i> < 0.05 and  q > 1") == "If p < 0.05 and q > 1"
    assert main_title("(Re)building wells") == "(Re)building wells"


TITLE = st.text(alphabet="abcdefg éßΑα:?-&<>/i ", max_size=40)


@given(TITLE, TITLE)
def test_comparison_is_symmetric(one, other):
    assert compare_titles("title", one, other).verdict == compare_titles("title", other, one).verdict


@given(st.text(max_size=60))
def test_any_text_compares_with_itself_in_other_blanks(text):
    assert compare_titles("title", text, text).verdict == "same"
    assert compare_titles("title", text, f" {text}").verdict in {"equivalent", "not-comparable"}


def test_what_stands_behind_a_shorter_title_keeps_its_break():
    assert behind("On wells and springs", "On wells and springs: a survey") == ": a survey"
    assert behind("On wells and springs", "On wells and springs (a survey)") == " (a survey)"
    assert behind("On wells", "On wells: a survey") is None
    assert behind("On wells and roofs", "On wells and springs: a survey") is None

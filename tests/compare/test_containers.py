import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.compare.containers import abbreviates, compare_containers


def verdict(cited, registered, **more):
    return compare_containers("container_title", cited, registered, **more).verdict


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("Psychiatry Clin Neurosci", "Psychiatry and Clinical Neurosciences"),
        ("Proc. Natl. Acad. Sci. U.S.A.", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("N. Engl. J. Med.", "New England Journal of Medicine"),
        ("The Lancet", "Lancet"),
        ("Water & Wells", "Water and Wells"),
        ("Water &amp; Wells", "Water and Wells"),
        ("PNASUSA", "Proceedings of the National Academy of Sciences of the United States of America"),
        ("JACS", "Journal of the American Chemical Society"),
        ("PNAS", "Proceedings of the National Academy of Sciences"),
        ("BMJ", "British Medical Journal"),
        ("Nature (London)", "Nature"),
        ("Lancet", "The Lancet"),
        ("Geneeskd. Tijdschr.", "Geneeskunde Tijdschrift"),
        ("Z. Physik", "Zeitschrift für Physik"),
        ("Science", "Science (New York, N.Y.)"),
        ("Ann Trop Med Parasitol", "ANNALS OF TROPICAL MEDICINE AND PARASITOLOGY"),
        ("Gynécologie Obstétrique & Fertilité", "Gynecologie Obstetrique et Fertilite"),
    ],
)
def test_one_journal_under_two_names(cited, registered):
    assert verdict(cited, registered) == "equivalent"
    assert verdict(registered, cited) == "equivalent"


def test_the_registered_short_title_will_do():
    assert verdict("Phytomed.", "Zeitschrift der Kräuter", others=("Phytomed",)) == "equivalent"


def test_a_shared_serial_number_settles_it_and_another_says_nothing():
    assert verdict("Old Name", "New Title", issns=(("1234-567x",), ("0000-0000", "1234567X"))) == "equivalent"
    assert verdict("Water", "Water", issns=(("1111-1111",), ("2222-2222",))) == "same"


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("Journal of Wells", "Annals of Roofing"),
        ("Applied Wells Research", "Cochrane Reviews of Roofing Studies"),
        ("J. Am. Chem. Soc.", "Physical Review Letters"),
        ("J Am Chem Soc", "Journal of the American Medical Association"),
        ("Nature", "Annals of Roofing"),
        ("BMJ", "Physical Review Letters"),
        ("J Foo Bar", "Annals of Roofing Research"),
        ("Arch. Roof. Tile", "Water"),
        ("Procedia - Social and Behavioral Sciences", "Neuroscience & Biobehavioral Reviews"),
        ("Revue des puits", "Annalen der Dächer"),
    ],
)
def test_other_words_are_another_journal(cited, registered):
    assert verdict(cited, registered) == "different"


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        ("Физика", "Physics"),
        ("Physical Review", "Physical Review B"),
        ("Arch. Roof Baz", "Annals of Roofing Research Today"),
        ("Bulletin", "AAPG Bulletin"),
        ("ApJ", "The Astrophysical Journal"),
        ("JRSS-B", "Journal of the Royal Statistical Society: Series B"),
        ("Bull. AMS", "Bulletin of the American Mathematical Society"),
        ("AIChE Journal", "American Institute of Chemical Engineers Journal"),
        ("C. R. Acad. Sci. Paris", "Comptes Rendus de l'Académie des Sciences"),
        ("Wells Lett.", "WLett"),
        ("CoRR", "Journal of Machine Learning Research"),
        ("arXiv preprint arXiv:2001.00001", "Physical Review D"),
        ("Zh. Eksp. Teor. Fiz.", "Soviet Physics"),
        ("Phys. Rev. D Part. Fields", "Physical Review D"),
        ("JAMA Psychiatry", "Archives of General Psychiatry"),
        ("Journal of Wells Research Today", "Journal of Wells"),
        ("Journal of Deep Wells", "Journal of Dry Wells"),
        ("???", "Water"),
    ],
)
def test_what_may_be_a_short_form_is_never_called_different(cited, registered):
    assert verdict(cited, registered) == "not-comparable"


def test_an_abbreviation_keeps_the_order_of_words():
    assert abbreviates("J Wells Res", "Journal of Wells Research")
    assert not abbreviates("Wells J Res", "Journal of Wells Research")
    assert not abbreviates("JW", "Journal of Wells")


NAME = st.text(alphabet="abc ABC.&é", max_size=30)


@settings(deadline=None)
@given(NAME, NAME)
def test_comparison_is_symmetric(one, other):
    assert verdict(one, other) == verdict(other, one)

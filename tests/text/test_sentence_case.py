"""Sentence case: what is lowered, and what must stay as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.text.proper_names import proper_names
from refcheck.text.sentence_case import sentence_case


@pytest.mark.parametrize(
    ("title", "lowered"),
    [
        ("The Growth of Coral Reefs in Warm Water", "The growth of coral reefs in warm water"),
        ("Narrative Therapy", "Narrative therapy"),
        ("Coral Growth: A Field Study", "Coral growth: A field study"),
        ("Why Do Reefs Die? Some Causes", "Why do reefs die? Some causes"),
        ("Reefs in Danger — What Can Be Done", "Reefs in danger — What can be done"),
        ("Reefs in Danger – What Can Be Done", "Reefs in danger – What can be done"),
        ("Studies on Reefs. II. Growth of Polyps", "Studies on reefs. II. Growth of polyps"),
        ("Growth of E. Coli in Broth", "Growth of E. coli in broth"),
        ("7 Surprising Facts About Reef Fish", "7 surprising facts about reef fish"),
        ("Self-Report and Long-Term Follow-Up", "Self-report and long-term follow-up"),
        ("The Use of E-Books and E-Cadherin in Class", "The use of e-books and E-cadherin in class"),
        ("“Deep Water” and Its Meanings", "“Deep water” and its meanings"),
        ("Meta-Analysis of Sleep Studies", "Meta-analysis of sleep studies"),
    ],
)
def test_title_case_is_lowered_but_for_the_first_words(title: str, lowered: str) -> None:
    assert sentence_case(title) == lowered


@pytest.mark.parametrize(
    ("title", "lowered"),
    [
        ("Levels of COVID-19, mRNA, pH and DNA in Cells", "Levels of COVID-19, mRNA, pH and DNA in cells"),
        ("How GPs See Their RDA’s in Practice", "How GPs see their RDA’s in practice"),
        ("Use of the iPad and McDonald Criteria", "Use of the iPad and McDonald criteria"),
        ("Type II Errors and World War I Pilots", "Type II errors and World War I pilots"),
        ("Effects of Vitamin C and Plan B", "Effects of vitamin C and plan B"),
        ("Effects of Vitamin A Deficiency", "Effects of vitamin A deficiency"),
        ("Virus Strains A and B in Winter", "Virus strains A and B in winter"),
        ("Causes and Effects of Hepatitis A", "Causes and effects of hepatitis A"),
        ("How I Wrote A Paper in T-Shirts", "How I wrote a paper in T-shirts"),
        ("Conduction in Thin Al<sub>2</sub>O<sub>3</sub> Films", "Conduction in thin Al<sub>2</sub>O<sub>3</sub> films"),
        (
            "Nest Relocation in the Ant <i>Melophorus bagoti</i> of Deserts",
            "Nest relocation in the ant <i>Melophorus bagoti</i> of deserts",
        ),
    ],
)
def test_acronyms_letters_and_symbols_stay(title: str, lowered: str) -> None:
    """A capital that means something is no matter of style."""
    assert sentence_case(title) == lowered


@pytest.mark.parametrize(
    ("title", "lowered"),
    [
        ("Bayesian Methods in African and European Studies", "Bayesian methods in African and European studies"),
        ("Parkinson’s Disease and Alzheimer's Patients", "Parkinson’s disease and Alzheimer's patients"),
        ("Living With Crohn Disease Among Australians", "Living with Crohn disease among Australians"),
        ("Sleep in the James' House and the Canadians' Reply", "Sleep in the James' house and the Canadians' reply"),
        ("Afro-Caribbean-Style Cooking at Home", "Afro-Caribbean-style cooking at home"),
        ("The English Language in China and Japan", "The English language in China and Japan"),
        ("Life in New York and the United Kingdom", "Life in New York and the United Kingdom"),
        ("Farming in South Africa and North Yards", "Farming in South Africa and north yards"),
        ("Care of Children With Down Syndrome", "Care of children with Down syndrome"),
        ("Simpson's Paradox in Clinical Data", "Simpson's paradox in clinical data"),
        ("Growth of Escherichia Coli on Homo Sapiens Skin", "Growth of Escherichia coli on Homo sapiens skin"),
        ("Elections of May 2019 and What May Follow", "Elections of May 2019 and what may follow"),
        ("The Long March of 5 August", "The long march of 5 August"),
        ("Dental Care in Turkey: Trends", "Dental care in Turkey: Trends"),
        ("Bacteria in Turkey Meat", "Bacteria in turkey meat"),
        ("Work Among Polish Nurses and Nail Polish", "Work among Polish nurses and nail polish"),
        ("A Mark of Grace: Will Rose Prices Hold", "A mark of grace: Will rose prices hold"),
    ],
)
def test_names_stay_and_words_that_can_be_names_do_not(title: str, lowered: str) -> None:
    assert sentence_case(title) == lowered


@pytest.mark.parametrize(
    ("title", "lowered"),
    [
        ("EFFECTS OF DNA REPAIR ON CHILDREN'S SLEEP", "Effects of DNA repair on children's sleep"),
        ("SLEEP IN NEW YORK: A STUDY OF PARKINSON'S DISEASE", "Sleep in New York: A study of Parkinson's disease"),
        ("HPLC METHODS IN PART II: THE 20TH CENTURY", "HPLC methods in part II: The 20th century"),
        ("THE SPREAD OF COVID-19 AND VITAMIN B12 LEVELS", "The spread of COVID-19 and vitamin B12 levels"),
        ("UPTAKE OF α-IMINO ACIDS", "Uptake of α-imino acids"),
        ("WHAT I KNOW ABOUT A GOOD THING", "What I know about a good thing"),
    ],
)
def test_titles_in_capitals_are_lowered_but_for_what_is_known(title: str, lowered: str) -> None:
    assert sentence_case(title) == lowered


@pytest.mark.parametrize(
    "title",
    [
        "The complete works of Ulla Bergquist in three volumes",
        "Stress among nurses in Lagos: A survey",
        "U.S. and world population clock",
        "A short history of the Zorblatt method in practice",
        "NASA",
        "PISA 2018",
        "p53 and mRNA in tumours",
        "eHealth: iPads for all",
        "t tests for paired samples",
        "Being in Nigeria",
        "The crisis 1990 – present",
        "",
        "42",
        "???",
    ],
)
def test_a_title_in_sentence_case_keeps_its_letters(title: str) -> None:
    """Names that no list knows must survive in a title that is right already."""
    assert sentence_case(title) == title


@pytest.mark.parametrize(
    ("title", "raised"),
    [
        ("reef fish: a survey", "Reef fish: A survey"),
        ("who eats whom? an overview — and more", "Who eats whom? An overview — And more"),
        ("reefs: “a survey”", "Reefs: “A survey”"),
        ("<i>drosophila</i> and more: <i>an</i> outlook", "<i>Drosophila</i> and more: <i>An</i> outlook"),
        ("i and thou", "I and thou"),
    ],
)
def test_the_first_letters_of_title_and_subtitle_become_capitals(title: str, raised: str) -> None:
    assert sentence_case(title) == raised


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Die Entwicklung der Sprache bei Kindern", None),
        ("Grundzüge einer Theorie des Gedächtnisses", "de"),
        ("Allgemeine Psychologie", None),
        ("Histoire de la Folie à l’Âge Classique", None),
        ("Kleine Form", "German"),
        ("Cien Años de Soledad en el Aula", None),
        ("Schöne Dichtung", None),
    ],
)
def test_titles_in_other_languages_keep_their_capitals(title: str, language: str | None) -> None:
    """German nouns are no title case."""
    assert sentence_case(title, language) == title


def test_a_title_said_to_be_english_is_lowered_whatever_its_words() -> None:
    assert sentence_case("Los Angeles Gangs Today", "en-US") == "Los Angeles gangs today"
    assert sentence_case("Los Angeles Gangs Today") == "Los Angeles Gangs Today"


def test_other_languages_still_get_their_capital_after_a_colon() -> None:
    assert sentence_case("La memoria: una introducción", "es") == "La memoria: Una introducción"


def test_names_are_found_in_every_form() -> None:
    known = proper_names()
    assert known.find("KENYA") == "Kenya"
    assert known.find("Kenya's") == "Kenya's"
    assert known.find("Kenyans") == "Kenyans"
    assert known.find("Syndrome") is None
    assert known.find("Nurses") is None
    assert known.find("Nurse’s") is None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=80))
def test_only_the_case_of_letters_changes(title: str) -> None:
    assert sentence_case(title).casefold() == title.casefold()


PARTS = (
    "The",
    "Growth",
    "of",
    "Reefs",
    "in",
    "Kenya",
    "A",
    "Study:",
    "DNA",
    "i",
    "<i>",
    "</i>",
    "—",
    "Type",
    "?",
    "“Deep",
    "”",
    "May",
    "2019",
    "É.",
)


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_sentence_case_is_a_resting_place(parts: list[str]) -> None:
    """What was put into sentence case is in sentence case."""
    once = sentence_case(" ".join(parts))
    assert sentence_case(once) == once

import pytest

from refcheck.compare.contributors import compare_contributors, initials, is_others, same_person
from refcheck.model.names import ET_AL, Name

LEE = Name(family="Lee", given="Jia")
ONO = Name(family="Ono", given="Ken")
DIAZ = Name(family="Díaz", given="María José")


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        (Name(family="Lee", given="J."), LEE),
        (Name(family="LEE", given="JIA"), LEE),
        (Name(family="Jia", given="Lee"), LEE),
        (Name(literal="Jia Lee"), LEE),
        (Name(family="Diaz", given="MJ"), DIAZ),
        (Name(family="Diaz"), DIAZ),
        (Name(family="Mueller", given="K."), Name(family="Müller", given="Kai")),
        (Name(family="van Gogh", given="V."), Name(family="Gogh", given="Vincent", non_dropping_particle="van")),
        (Name(family="Berg", given="A. van den"), Name(family="van den Berg", given="Anna")),
        (Name(family="Ashtiani", given="A."), Name(family="Rezaei Ashtiani", given="Alireza")),
        (Name(family="Garcia-Lopez", given="P."), Name(family="García López", given="Pilar")),
        (Name(family="Kowalsky", given="J."), Name(family="Kowalski", given="Jan")),
        (Name(literal="World Health Organization"), Name(literal="World Health Organisation")),
        (Name(family="0001", given="Jia Lee"), LEE),
        (Name(family="Lee 0037", given="Jia"), LEE),
        (Name(literal="J. Lee"), Name(family="Lee", given="J. K.")),
        (Name(family="Ivanov", given="И."), Name(family="Ivanov", given="Ivan")),
    ],
)
def test_one_person_in_two_spellings(cited, registered):
    assert same_person(cited, registered)
    assert same_person(registered, cited)


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        (LEE, ONO),
        (Name(family="Lee", given="K."), LEE),
        (Name(literal="World Bank"), Name(literal="European Central Bank")),
        (Name(literal="World Bank"), LEE),
    ],
)
def test_two_persons(cited, registered):
    assert not same_person(cited, registered)


def test_initials_with_and_without_dots():
    assert [initials(Name(given=given)) for given in ("Jean-Paul", "J.-P.", "JP", "Jean", None)] == ["jp", "jp", "jp", "j", ""]


@pytest.mark.parametrize(
    "cited",
    [
        (Name(family="Lee", given="J."), Name(family="Ono", given="K."), Name(family="Diaz", given="M. J.")),
        (Name(family="Lee", given="J."), ET_AL),
        (Name(family="Lee"), Name(family="Ono"), Name(literal="and others")),
        (Name(family="Lee", given="J."), ET_AL, Name(family="Diaz", given="M. J.")),
    ],
)
def test_the_same_people_in_another_form_are_equivalent(cited):
    compared = compare_contributors("author", cited, (LEE, ONO, DIAZ))
    assert (compared.verdict, compared.similarity) == ("equivalent", 1.0)


def test_equal_lists_are_the_same():
    assert compare_contributors("author", (LEE, ONO), (LEE, ONO)).verdict == "same"


@pytest.mark.parametrize(
    ("cited", "alike"),
    [((ONO, LEE, DIAZ), 1.0), ((Name(family="Silva"), ONO, DIAZ), 2 / 3), ((Name(family="Silva"), Name(family="Roy")), 0.0)],
)
def test_how_many_are_shared_tells_lists_apart(cited, alike):
    """Who is missing or out of order is for an alignment to say."""
    compared = compare_contributors("author", cited, (LEE, ONO, DIAZ))
    assert compared.verdict == "different"
    assert compared.similarity == pytest.approx(alike)


def test_et_al_after_other_people_is_different():
    assert compare_contributors("author", (Name(family="Silva"), ET_AL), (LEE, ONO)).verdict == "different"
    assert compare_contributors("author", (LEE, ONO, ET_AL, DIAZ), (LEE, DIAZ)).verdict == "different"


@pytest.mark.parametrize(
    ("cited", "registered", "why"),
    [
        ((Name(literal="Silva Consortium"),), (LEE, ONO), "organisation"),
        ((Name(family="Ли", given="Ц."),), (LEE, ONO), "script"),
        ((LEE,), (LEE, ONO), "shorter"),
        ((ET_AL,), (ET_AL, LEE), "no names"),
        ((LEE,), (Name(literal="No authorship indicated"),), "no names"),
    ],
)
def test_what_cannot_be_told_is_never_called_different(cited, registered, why):
    compared = compare_contributors("author", cited, registered)
    assert compared.verdict == "not-comparable"
    assert why in compared.why


def test_et_al_is_known_in_its_spellings():
    assert all(is_others(Name(literal=text)) for text in ("et al.", "and others", "et al", "и др."))
    assert not is_others(Name(literal="Others of Leeds"))


@pytest.mark.parametrize(
    "cited",
    [
        (Name(family="Disease Control", given="Centers", non_dropping_particle="for"), Name(family="Prevention")),
        (Name(family="Prevention", given="Centers for Disease Control"),),
    ],
)
def test_an_organisation_read_as_persons_is_the_same_organisation(cited):
    compared = compare_contributors("author", cited, (Name(literal="Centers for Disease Control and Prevention"),))
    assert (compared.verdict, compared.why) == ("equivalent", "an organisation read as persons")


def test_a_list_of_other_people_is_no_shorter_list():
    """One of them may be read with family and given names exchanged, which proves nothing."""
    compared = compare_contributors("author", (Name(family="Jia", given="L."),), (LEE, ONO))
    assert (compared.verdict, compared.similarity) == ("different", 0.0)


def test_one_person_is_no_organisation_cut_in_two():
    assert compare_contributors("author", (LEE,), (Name(literal="Jia Lee"),)).why == "the way names are printed"

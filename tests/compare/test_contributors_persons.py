"""Whether two names can be of one person: the same in two prints, two spellings, a slip, or another person."""

import pytest

from refcheck.compare.contributors_forms import forms, is_nameless, is_organisation, is_others
from refcheck.compare.contributors_given import consonants, relate, sound
from refcheck.compare.contributors_persons import resemblance
from refcheck.model.names import ET_AL, Name


def person(family, given=None, **parts):
    return Name(family=family, given=given, **parts)


def body(text):
    return Name(literal=text)


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        (person("Müller", "K."), person("Mueller", "Kai")),
        (person("Muller", "K."), person("Müller", "Kai")),
        (person("O'Brien", "T."), person("O’Brien", "Tim")),
        (person("OBrien", "T."), person("O' Brien", "Tim")),
        (person("Bland", "J. M."), person("MartinBland", "J.")),
        (person("Ørsted", "H."), person("Orsted", "Hans")),
        (person("Yilmaz", "I."), person("Yılmaz", "İsmail")),
        (person("Dordevic", "A."), person("Djordjević", "Ana")),
        (person("Berg", "J. van den"), person("Berg", "Jan", non_dropping_particle="van den")),
        (person("de la Cruz", "P."), person("Cruz", "Pilar", dropping_particle="de la")),
        (person("López", "P."), person("García López", "Pilar")),
        (person("Souza", "A."), person("de Souza Lima", "Ana")),
        (person("Li", "Wei"), person("Wei", "Li")),
        (person("Nagy", "János"), person("János", "Nagy")),
        (person("Li", "Xiao-Ming"), person("Li", "Xiaoming")),
        (person("Li", "XM"), person("Li", "Xiao-Ming")),
        (person("Li", "Xm"), person("Li", "Xiao-ming")),
        (person("Souza", "MdM"), person("Souza", "Maria das Mercês")),
        (person("Gomes", "JANF"), person("Gomes", "José A. N. F.")),
        (person("Smith", "Gijs"), person("Smith", "Michael H. G.")),
        (person("St. John", "A."), person("Saint John", "Anna")),
        (person("El-Sayed", "A."), person("Al Sayed", "Ali")),
        (person("Aukai", "K."), person("ʻAukai", "Keoni")),
        (person("Hoff", "J. van 't"), person("van't Hoff", "Jacobus")),
        (person("Oppenheimer", "Robert"), person("Oppenheimer", "J. Robert")),
        (person("Smith", "Alex"), person("Smith", "Alexandra")),
        (person("King", "M. L.", suffix="Jr."), person("King Jr", "Martin Luther")),
        (person("King", "M. L."), person("King", "Martin Luther III")),
        (person("Smith", "J."), person("Smith MD", "Dr. Jane")),
        (person("Lee", "J."), person("Lee", "Jia 0001")),
        (person("Moradkhani", "A."), person("Amin Moradkhani")),
        (body("Jia Lee"), person("Lee", "Jia Min")),
        (person("Ch&apos;ng", "S."), person("Ch'ng", "Shin")),
        (person("IVANOV", "I．V．"), person("Ivanov", "Igor V.")),
        (person("-", "J. Lee"), person("Lee", "Jia")),
        (person("고광수"), person("고", "광수")),
        (person("al.", "Lee", non_dropping_particle="et"), person("Lee", "Jia")),
        (body("WHO"), body("World Health Organization")),
        (body("The ATLAS Collaboration"), body("ATLAS Collaboration")),
        (body("World Health Organisation"), body("World Health Organization")),
        (person("Organization", "World Health"), body("World Health Organization")),
    ],
)
def test_one_name_in_two_prints(cited, registered):
    assert resemblance(cited, registered) == "same"
    assert resemblance(registered, cited) == "same"


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        (person("Wei", "L."), person("Li", "Wei")),
        (person("García", "P."), person("López", "Pilar García")),
        (person("李", "伟"), person("Li", "Wei")),
        (person("M�ller", "K."), person("Müller", "Kai")),
        (person("Castaño", "G."), person("CastaÃ±o", "Gemma")),
        (person("Rodríguez", "A."), person("Rodrguez", "Ana")),
    ],
)
def test_what_is_one_name_where_both_stand_at_one_place(cited, registered):
    """Exchanged initials, other scripts and garbled letters say too little for more."""
    assert resemblance(cited, registered) == "likely"


@pytest.mark.parametrize(
    ("cited", "registered", "how"),
    [
        (person("Chaikovskii", "P."), person("Tchaikovsky", "Pyotr"), "variant"),
        (person("Ivanov", "Iurii"), person("Ivanov", "Yuri"), "variant"),
        (person("Ivanov", "I."), person("Ivanov", "Yuri"), "variant"),
        (person("Mukhamedov", "A."), person("Muhammadov", "Ali"), "variant"),
        (person("Ahmadi", "Mohammed"), person("Ahmadi", "Muhamad"), "variant"),
        (person("Smith", "Bill"), person("Smith", "William"), "variant"),
        (person("Elsayed", "A."), person("Al-Sayed", "Ali"), "variant"),
        (person("Itou", "K."), person("Itō", "Ken"), "variant"),
        (person("Aliyev", "R."), person("Əliyev", "Rəşad"), "variant"),
        (person("García Sánchez", "C."), person("Vargas García", "César"), "none"),
        (person("Smith", "Micheal"), person("Smith", "Michael"), "variant"),
        (person("Smtih", "J."), person("Smith", "Jane"), "misspelt"),
        (person("Zúñiga-Gonzáles", "G."), person("Zúñiga-González", "Gil"), "variant"),
        (person("Uribe-Tocil", "J."), person("Uribe-Toril", "Juan"), "misspelt"),
        (person("Paek", "P."), person("Panek", "Petr"), "misspelt"),
        (person("Ley", "J."), person("Leo", "Jia"), "misspelt"),
        (body("Jane Smtih"), person("Smith", "Jane"), "misspelt"),
        (person("Smith", "K."), person("Smith", "Jane"), "other-given"),
        (person("Xiong", "Rui"), person("Xiong", "Ting"), "other-given"),
        (person("Jones", "Mary Kay"), person("Smith", "Mary Kay"), "other-family"),
        (person("Ley"), person("Leo"), "none"),
        (person("Lee", "J."), person("Ono", "Jia"), "none"),
        (person("Swenotn", "John S."), person("Meyer", "John S."), "other-family"),
        (body("Kai Meyer"), person("Smith", "Jane"), "none"),
        (body("World Bank"), body("European Central Bank"), "none"),
        (body("CERN"), body("World Health Organization"), "none"),
        (body("Silva Consortium"), person("Silva", "Maria"), "none"),
        (body("..."), person("Silva", "Maria"), "none"),
        (person("�", "J."), person("Ono", "Jia"), "none"),
        (person("M?ller", "K."), person("Maier", "Kai"), "none"),
    ],
)
def test_how_far_two_names_are_one(cited, registered, how):
    assert resemblance(cited, registered) == how


@pytest.mark.parametrize(
    ("cited", "registered", "how"),
    [
        (("j",), ("jia", "min"), "agree"),
        (("min",), ("jia", "min"), "agree"),
        (("kirstie", "h"), ("ian", "c", "k"), "conflict"),
        (("al",), ("bo",), "conflict"),
        (("hr",), ("gi",), "conflict"),
        (("robert",), ("wolfgang",), "conflict"),
        (("j",), ("w",), "conflict"),
        ((), ("jia",), "agree"),
    ],
)
def test_given_names_of_one_person(cited, registered, how):
    assert relate(cited, registered) == how
    assert relate(registered, cited) == how


def test_transliterations_have_one_sound():
    for one, other in (("iurii", "yuri"), ("sergey", "sergei"), ("oxana", "oksana"), ("khaled", "haled"), ("yevgeny", "evgeni")):
        assert sound(one) == sound(other)
    assert consonants("mohammed") == consonants("muhamad") == "md"


def test_bodies_are_told_from_persons():
    assert all(map(is_organisation, (body("ATLAS Collaboration"), body("World Bank"), body("IPCC"), person("Group", "Wells Study"))))
    assert not any(map(is_organisation, (body("Jia Lee"), person("Bank", "Peter"), person("Press", "W. H."), person("LEE", "J."))))


def test_names_that_say_there_is_none():
    assert all(map(is_nameless, (body("Anonymous"), body("No authorship indicated"), person("—"), person("", ""))))
    assert not any(map(is_nameless, (person("Na", "H."), body("Anonymous of Leeds"))))


def test_et_al_is_taken_out_of_the_name_it_was_read_into():
    for name in (person("Lee", "J. et al."), body("Lee J, et al"), person("Lee", "J and others"), person("Lee", "et al.", suffix="J.")):
        assert forms(name).trails
        assert "al" not in forms(name).tokens
    assert not forms(person("Etal", "É.")).trails


def test_a_list_goes_on_in_many_languages():
    assert all(map(is_others, (ET_AL, person("al.", non_dropping_particle="et"), body("и др."), body("y otros"))))


@pytest.mark.parametrize(
    ("cited", "registered"),
    [(person("LF", "Stead"), person("Stead", "Lindsay F")), (person("K", "Ōno"), person("Ono", "Ken"))],
)
def test_initials_read_as_the_family_name_are_the_same_person_at_one_place(cited, registered):
    """Files made from PubMed hold "Stead LF", which BibTeX reads as a person of the family "LF"."""
    assert resemblance(cited, registered) == "likely"


@pytest.mark.parametrize(
    ("cited", "registered"),
    [
        (person("Junior", "E.F.O."), person("OLIVEIRA JÚNIOR", "E.F. de")),
        (person("Jr", "E. F."), person("Oliveira", "E.F.", suffix="Júnior")),
        (person("Oliveira Filho", "Edu"), person("Filho", "E. O.")),
    ],
)
def test_a_suffix_read_as_the_family_name_is_the_same_person_at_one_place(cited, registered):
    """Google Scholar lists "Oliveira Júnior, E. F." as "Junior, E. F. O."."""
    assert resemblance(cited, registered) in {"same", "likely"}


def test_a_suffix_with_other_initials_is_another_person():
    assert resemblance(person("Junior", "K."), person("Oliveira Júnior", "E. F.")) == "none"


def test_initials_of_another_person_are_no_family_name():
    """A family name in capitals, such as "NG", is not taken for initials that contradict."""
    assert resemblance(person("NG", "Stead"), person("Stead", "Lindsay F")) == "none"


@pytest.mark.parametrize("spelling", ["Lü", "Lu", "Lv", "Lyu", "LYU"])
def test_the_spellings_of_one_chinese_name_are_the_same(spelling):
    """Passports write "Lü" as "Lyu", keyboards as "Lv"."""
    assert resemblance(person(spelling, "Jianguo"), person("Lü", "Jian-Guo")) == "same"


def test_a_prefix_of_a_family_name_is_no_middle_name():
    """Only a whole name may be joined to the family name: "FitzGerald" is not "Gerald"."""
    assert resemblance(person("Gerald", "J."), person("FitzGerald", "J.")) != "same"

import pytest

from refcheck.model.names import ET_AL, Name
from refcheck.syntax.bibtex_names import names_of, parse, places_of, write


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lee", Name(family="Lee", given="Ann")),
        ("Lee, Ann", Name(family="Lee", given="Ann")),
        ("Lee,", Name(family="Lee")),
        ("Plato", Name(family="Plato")),
        ("Jean de La Fontaine", Name(family="La Fontaine", given="Jean", non_dropping_particle="de")),
        ("van der Berg, Jan", Name(family="Berg", given="Jan", non_dropping_particle="van der")),
        ("{van Gogh}, Vincent", Name(family="van Gogh", given="Vincent")),
        ("Jan {van Gogh}", Name(family="van Gogh", given="Jan")),
        ("King, Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("King, Martin Luther, Jr", Name(family="King", given="Martin Luther", suffix="Jr")),
        ("{World Health Organization}", Name(literal="World Health Organization")),
        ("{{Barnes and Noble}}", Name(literal="Barnes and Noble")),
        ("G{\\'o}mez, {\\'A}ngel", Name(family="Gómez", given="Ángel")),
        ("{\\O}ystein {\\AA}s", Name(family="Ås", given="Øystein")),
        ("Maria {\\uppercase{d}e la} Cruz", Name(family="Cruz", given="Maria", non_dropping_particle="de la")),
        (
            "given={Hans}, family={Harman}, prefix={von}, suffix={Jr.}",
            Name(family="Harman", given="Hans", non_dropping_particle="von", suffix="Jr."),
        ),
        ("Christie, Dr. J.", Name(family="Christie", given="J.", honorific="Dr.")),
        ("Prof. Dr. Hans Mey", Name(family="Mey", given="Hans", honorific="Prof. Dr.")),
        ("Drew, Ed", Name(family="Drew", given="Ed")),
        ("Miller, D., Firby, J.", Name(literal="Miller, D., Firby, J.")),
        ("Jan {\\o}de {Lee Roe}", Name(family="Lee Roe", given="Jan", non_dropping_particle="øde")),
        ("Vaughn, Steven\n    A.", Name(family="Vaughn", given="Steven A.")),
        ("de la Cruz Roe, Mar{\\'\\i}a", Name(family="Cruz Roe", given="María", non_dropping_particle="de la")),
        ("J{\\'e}r{\\^o}me de Roe", Name(family="Roe", given="Jérôme", non_dropping_particle="de")),
        ("Dr. Ann Lee", Name(family="Lee", given="Ann", honorific="Dr.")),
        ("{{Lee}", Name(family="Lee")),
        ("{de} Vries Smith", Name(family="Smith", given="de Vries")),
        ("Jan 3 Lee", Name(family="Lee", given="Jan 3")),
        ("王 小明", Name(family="小明", given="王")),
    ],
)
def test_names_are_parted_as_bibtex_parts_them(text, name):
    assert parse(text) == name


def test_a_list_is_parted_at_and_outside_of_braces_with_the_place_of_each():
    text = "Lee, Ann  AND {Barnes and Noble} and\nRoe, A. and others"
    assert names_of(text) == (Name(family="Lee", given="Ann"), Name(literal="Barnes and Noble"), Name(family="Roe", given="A."), ET_AL)
    assert [text[start:end] for start, end in places_of(text)] == ["Lee, Ann", "{Barnes and Noble}", "Roe, A.", "others"]


def test_a_list_without_a_name_is_empty_and_an_odd_name_stays_as_text():
    assert names_of("  ") == ()
    assert names_of(", and {}") == (Name(literal=","), Name(literal="{}"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (Name(family="Lee", given="Ann"), "Lee, Ann"),
        (Name(family="Lee"), "Lee"),
        (Name(family="Le Guin"), "Le{ }Guin"),
        (Name(family="Lee and Sons"), "{Lee and Sons}{}"),
        (Name(family="Berg", given="Jan", non_dropping_particle="van der"), "van der Berg, Jan"),
        (Name(family="Berg", non_dropping_particle="van der"), "van der Berg"),
        (Name(family="Berg", given="Jan", non_dropping_particle="Van Der"), "Van Der Berg, Jan"),
        (Name(family="Fontaine", given="J.", dropping_particle="de", non_dropping_particle="la"), "de la Fontaine, J."),
        (Name(family="King", given="M.", suffix="Jr."), "King, Jr., M."),
        (Name(family="King", suffix="Jr."), "King, Jr., {}"),
        (Name(family="King", given="M, L", suffix="Jr."), "{King, Jr., {M, L}}"),
        (Name(family="van Gogh", given="V."), "{van Gogh}, V."),
        (Name(literal="Simon & Co"), r"{Simon \& Co}"),
        (Name(given="Ann", suffix="II"), "{Ann II}"),
        (Name(family="Lind", given="B.", honorific="Dr."), "Lind, B."),
        (ET_AL, "others"),
    ],
)
def test_names_are_written_so_that_bibtex_parts_them_again(name, text):
    assert write(name) == text

"""Names in APA form."""

from __future__ import annotations

import pytest

from refcheck.model.names import ET_AL, Name
from refcheck.model.references import Reference
from refcheck.styles.apa.people import credits_of, initials, inverted, listed, natural


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("A. B.", "A. B."),
        ("Ada Mae", "A. M."),
        ("Jean-Paul", "J.-P."),
        ("J.-P.", "J.-P."),
        ("J.R.R.", "J. R. R."),
        ("JR", "J. R."),
        ("Ali", "A."),
        ("ALISTAIR", "A."),
        ("Ludwig van", "L. van"),
        ("Élodie", "É."),
        ("Robert (Bob) J.", "R. J."),
        ("“Mick”", "M."),
        ("伟", "伟"),
        ("Th. W.", "T. W."),
        ("", ""),
    ],
)
def test_given_names_become_initials(given: str, short: str) -> None:
    assert initials(given) == short


@pytest.mark.parametrize(
    ("name", "front", "inside"),
    [
        (Name(family="Ode", given="Ann"), "Ode, A.", "A. Ode"),
        (Name(family="Ode", given="Ann", honorific="Dr."), "Ode, A.", "A. Ode"),
        (Name(family="Berg", given="Ida", non_dropping_particle="van den"), "van den Berg, I.", "I. van den Berg"),
        (Name(family="Alba", given="Ugo", non_dropping_particle="d’"), "d’Alba, U.", "U. d’Alba"),
        (Name(family="Musset", given="Al", dropping_particle="de"), "Musset, A. de", "A. de Musset"),
        (Name(family="Stone", given="Roy", suffix="jr"), "Stone, R., Jr.", "R. Stone Jr."),
        (Name(family="Stone", given="Roy", suffix=", III"), "Stone, R., III", "R. Stone III"),
        (Name(family="Plato"), "Plato", "Plato"),
        (Name(literal="Ministry of Reefs"), "Ministry of Reefs", "Ministry of Reefs"),
    ],
)
def test_names_are_inverted_in_front_and_natural_in_brackets(name: Name, front: str, inside: str) -> None:
    """An honorific is no part of a name and never printed."""
    assert inverted(name) == front
    assert natural(name) == inside


def people(count: int) -> tuple[Name, ...]:
    return tuple(Name(family=f"Ode{place}") for place in range(1, count + 1))


def test_two_people_have_a_comma_and_two_organisations_have_none() -> None:
    assert listed((Name(family="Ode", given="A."), Name(family="Roe", given="B.")), inverted) == "Ode, A., & Roe, B."
    assert listed((Name(literal="Reef Trust"), Name(literal="Sea Board")), inverted) == "Reef Trust & Sea Board"
    assert listed((Name(family="Ode", given="A."), Name(literal="Sea Board")), inverted) == "Ode, A., & Sea Board"
    assert listed((Name(family="Ode", given="A."), Name(family="Roe", given="B.")), natural) == "A. Ode & B. Roe"


def test_twenty_authors_are_all_given_and_twenty_one_are_not() -> None:
    assert listed(people(20), inverted).endswith("Ode19, & Ode20")
    assert listed(people(21), inverted).endswith("Ode18, Ode19, . . . Ode21")


def test_et_al_of_the_source_stays_and_is_no_person() -> None:
    assert listed((Name(family="Ode", given="A."), ET_AL), inverted) == "Ode, A., et al."


def test_empty_names_are_passed_over() -> None:
    assert listed((Name(), Name(family="Ode", given="A.")), inverted) == "Ode, A."
    assert listed((), inverted) == ""


def test_one_person_who_edited_and_translated_is_named_once() -> None:
    reference = Reference(editor=people(1), translator=people(1))
    assert credits_of(reference, ("author",)) == ["Ode1, Ed. & Trans."]
    assert credits_of(reference, ("editor",)) == ["Ode1, Trans."]
    assert credits_of(reference, ("author",), without=frozenset({"editor"})) == ["Ode1, Trans."]


def test_contributors_without_a_name_leave_no_label() -> None:
    assert credits_of(Reference(illustrator=(Name(),)), ()) == []

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.names import Name
from refcheck.registries.display_names import display_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yoshua Bengio", Name(family="Bengio", given="Yoshua")),
        ("B. P. Abbott", Name(family="Abbott", given="B. P.")),
        ("Juan Carlos de la Cruz", Name(family="Cruz", given="Juan Carlos", non_dropping_particle="de la")),
        ("Maria del Carmen García López", Name(family="López", given="Maria del Carmen García")),
        ("Anna Maria Luisa Petra van den Berg", Name(literal="Anna Maria Luisa Petra van den Berg")),
        ("Pedro Luis Juan Ana da Silva", Name(family="Silva", given="Pedro Luis Juan Ana", non_dropping_particle="da")),
        ("E. Randolph Soo Hoo", Name(family="Hoo", given="E. Randolph Soo")),
        ("Karen De Clerck", Name(family="De Clerck", given="Karen")),
        ("Marleen Van den Broeck", Name(family="Van den Broeck", given="Marleen")),
        ("José Ortega y Gasset", Name(family="Ortega y Gasset", given="José")),
        ("Van Morrison", Name(family="Morrison", given="Van")),
        ("Thomas H. Giddings, Jr.", Name(family="Giddings", given="Thomas H.", suffix="Jr.")),
        ("Amee Patrawalla, M.D., PhD", Name(family="Patrawalla", given="Amee")),
        ("Dr. Ada Lovelace", Name(family="Lovelace", given="Ada", honorific="Dr.")),
        ("Sunset Seed and Plant Co.", Name(literal="Sunset Seed and Plant Co.")),
        ("Kim Min-su", Name(family="Min-su", given="Kim")),
        ("Robert Smith III", Name(family="Smith", given="Robert", suffix="III")),
        ("Smith, John", Name(family="Smith", given="John")),
        ("Sánchez  Pérez,\n Ana", Name(family="Sánchez Pérez", given="Ana")),
        ("اسم, أول", Name(family="اسم", given="أول")),
        ("a, b, c", Name(literal="a, b, c")),
        ("e. e. cummings", Name(family="cummings", given="e. e.")),
        ("ATLAS Collaboration", Name(literal="ATLAS Collaboration")),
        ("Max Planck Institute, Munich", Name(literal="Max Planck Institute, Munich")),
        ("Plato", Name(literal="Plato")),
        ("王小明", Name(literal="王小明")),
    ],
)
def test_a_name_in_one_piece_is_parted_where_that_is_certain(text, name):
    assert display_name(text) == name


@given(st.text(max_size=40))
def test_no_name_makes_the_reader_raise(text):
    assert isinstance(display_name(text), Name)

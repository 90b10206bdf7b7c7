import pytest

from refcheck.model.dates import Date
from refcheck.model.names import Name
from refcheck.model.references import CitedReference, Reference
from refcheck.text.keys import keys, make_key


def cite(reference, key=None):
    return CitedReference(reference=reference, id=key or "1", key=key)


def work(family="Lee", year=2020, title="The wells of iron"):
    return Reference(author=(Name(family=family),), issued=Date(year=year), title=title)


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (work(), "lee2020wells"),
        (work(family="Müller-Łoś"), "mullerlos2020wells"),
        (work(title="Über das Wasser"), "lee2020uber"),
        (Reference(author=(Name(literal="World Health Organization"),), issued=Date(year=2019)), "worldhealthorganization2019"),
        (Reference(editor=(Name(family="Roe"),), title="A garden"), "roendgarden"),
        (Reference(title="日本"), "untitled"),
        (Reference(issued=Date(literal="in press"), title="On the 3 seas"), "nd3"),
        (Reference(issued=Date(year=-44)), "44"),
        (Reference(), "untitled"),
    ],
)
def test_a_key_is_family_year_and_first_telling_word(reference, key):
    assert make_key(reference) == key


def test_collisions_are_lettered_in_input_order():
    assert keys([cite(work())] * 3) == ("lee2020wells", "lee2020wellsa", "lee2020wellsb")


def test_letters_go_on_after_z():
    assert keys([cite(work())] * 29)[-3:] == ("lee2020wellsz", "lee2020wellsaa", "lee2020wellsab")


def test_existing_keys_are_kept_and_never_taken_by_made_ones():
    assert keys([cite(work()), cite(work(), "Lee2020Wells")]) == ("lee2020wellsa", "Lee2020Wells")


def test_a_repeated_key_is_told_apart():
    assert keys([cite(work(), "x"), cite(work(), "X"), cite(work(), "xa")]) == ("x", "Xb", "xa")


def test_signs_bibtex_takes_for_its_own_leave_a_key():
    assert keys([cite(work(), "a, {b}"), cite(work(), "%")]) == ("a-b", "lee2020wells")


def test_the_cited_year_makes_the_key_and_the_same_list_the_same_keys():
    cited = [cite(work(year=2019)), cite(work(year=2021))]
    assert keys(cited) == keys(cited) == ("lee2019wells", "lee2021wells")

"""Who stands for whom in two lists of names."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.compare.contributors import compare_contributors
from refcheck.compare.contributors_alignment import align
from refcheck.model.comparisons import Alignment
from refcheck.model.names import ET_AL, Name
from refcheck.syntax.bibtex_names import names_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def aligned(cited, registered):
    return align(names_of(cited), names_of(registered))


RECORD = "Lee, Jia and Ono, Ken and Diaz, María and Meyer, Anna"


@pytest.mark.parametrize(
    ("cited", "alignment"),
    [
        ("Lee, J and Ono, K and Diaz, M and Meyer, A", Alignment(kept=((0, 0), (1, 1), (2, 2), (3, 3)))),
        ("Ono, K and Lee, J and Diaz, M and Meyer, A", Alignment(kept=((1, 0), (2, 2), (3, 3)), moved=((0, 1),))),
        ("Lee, J and Diaz, M and Meyer, A", Alignment(kept=((0, 0), (1, 2), (2, 3)), omitted=(1,))),
        ("Lee, J and Ono, K", Alignment(kept=((0, 0), (1, 1)), omitted=(2, 3))),
        ("Silva, R and Ono, K and Diaz, M and Meyer, A", Alignment(kept=((1, 1), (2, 2), (3, 3)), foreign=((0, 0),))),
        ("Lee, J and Silva, R and Meyer, A", Alignment(kept=((0, 0), (2, 3)), foreign=((1, 1),))),
        ("Lee, J and Ono, K and Silva, R and Diaz, M and Meyer, A", Alignment(kept=((0, 0), (1, 1), (3, 2), (4, 3)), foreign=((2, None),))),
        ("Lee, J and Ono, K and Daiz, M and Meyer, A", Alignment(kept=((0, 0), (1, 1), (3, 3)), misspelt=((2, 2),))),
        ("Lee, J and Ono, Ted and Diaz, M and Meyer, A", Alignment(kept=((0, 0), (2, 2), (3, 3)), misspelt=((1, 1),))),
        ("Lee, J and Ono, K and Diaz, M and Mayer, Anna", Alignment(kept=((0, 0), (1, 1), (2, 2)), misspelt=((3, 3),))),
        ("Lee, J and Ono, K and Diaz, M and Meier, Anna", Alignment(kept=((0, 0), (1, 1), (2, 2)), variants=((3, 3),))),
        ("Lee, J and Ono, K and Diaz, M and Silva, Anna", Alignment(kept=((0, 0), (1, 1), (2, 2)), variants=((3, 3),))),
        ("Lee, J and others", Alignment(kept=((0, 0),), shortened=True)),
        ("Lee, J and Diaz, M and others", Alignment(kept=((0, 0), (1, 2)), omitted=(1,), shortened=True)),
        ("Lee, J and others and Meyer, A", Alignment(kept=((0, 0), (2, 3)), shortened=True)),
        ("Lee, J. et al.", Alignment(kept=((0, 0),), shortened=True)),
        ("Lee, J and {Wells Study Group}", Alignment(kept=((0, 0),), shortened=True)),
        ("Silva, R and Roy, S", Alignment(foreign=((0, 0), (1, 1)))),
        ("Lee, J and Lee, J and Ono, K and Diaz, M and Meyer, A", Alignment(kept=((0, 0), (2, 1), (3, 2), (4, 3)))),
        ("Mayer, A and Lee, J and Ono, K and Diaz, M", Alignment(kept=((1, 0), (2, 1), (3, 2)), misspelt=((0, 3),))),
        ("Meyer, A and Silva, R and Lee, J", Alignment(kept=((2, 0),), moved=((0, 3),), foreign=((1, 1),))),
    ],
)
def test_each_way_to_differ_is_told_apart(cited, alignment):
    assert aligned(cited, RECORD) == alignment


def test_a_slip_elsewhere_frees_the_name_it_seemed_to_replace():
    """The foreign name faced Lee only because it stands there."""
    found = aligned("Silva, R and Mayer, A and Ono, K", "Lee, Jia and Ono, Ken and Meyer, Anna")
    assert found == Alignment(kept=((2, 1),), misspelt=((1, 2),), foreign=((0, 0),))
    found = aligned("Mayer, A and Ono, K", "Lee, Jia and Ono, Ken and Meyer, Anna")
    assert found == Alignment(kept=((1, 1),), misspelt=((0, 2),), omitted=(0,))


def test_names_alike_by_chance_are_foreign_where_nobody_is_shared():
    assert aligned("Lee, Q and Silva, Ken", "Lee, Jia and Ono, Ken") == Alignment(foreign=((0, 0), (1, 1)))
    assert aligned("Silva, Jia", "Lee, Jia") == Alignment(foreign=((0, 0),))
    assert aligned("Lee, Q", "Lee, Jia") == Alignment(misspelt=((0, 0),))


def test_namesakes_in_order_are_kept_in_order():
    found = aligned("Wang, J. and Li, X. and Wang, J.", "Wang, Jun and Li, Xia and Wang, Jing")
    assert found == Alignment(kept=((0, 0), (1, 1), (2, 2)))


def test_bodies_that_one_side_lists_are_nobody_left_out():
    assert aligned("Lee, J", "Lee, Jia and {on behalf of the Wells Study Group}") == Alignment(kept=((0, 0),))
    assert aligned("{World Bank}", "{European Central Bank}") == Alignment(foreign=((0, 0),), shortened=True)


def test_a_name_that_a_record_has_twice_is_not_left_out():
    assert aligned("Lee, J and Ono, K", "Lee, Jia and Ono, Ken and Lee, J.") == Alignment(kept=((0, 0), (1, 1)))


def test_what_a_record_says_of_others_is_no_name():
    found = align((Name(family="Lee"), Name(family="Ono")), (ET_AL, Name(family="Lee")))
    assert found == Alignment(kept=((0, 1),), foreign=((1, None),))


def many(count, start=0):
    return tuple(
        Name(family="".join(LETTERS[place // 26**power % 26] for power in range(4)).title() + "o", given=f"{LETTERS[place % 26]}a")
        for place in range(start, start + count)
    )


@pytest.mark.parametrize(
    "cited",
    [many(3000), many(3000, 5000), many(3000)[::2], tuple(reversed(many(3000))), (*many(3), ET_AL)],
    ids=["all", "foreign", "half", "reversed", "et al."],
)
def test_thousands_of_authors_take_no_minutes(cited):
    start = time.perf_counter()
    compare_contributors("author", cited, many(3000))
    assert time.perf_counter() - start < 20


def test_a_long_stretch_of_foreign_names_is_paired_place_by_place():
    record = many(30)
    cited = (record[0], *many(28, 900), record[-1])
    assert align(cited, record).foreign == tuple((place, place) for place in range(1, 29))


NAMES = st.lists(
    st.builds(
        Name,
        family=st.sampled_from(["Lee", "Ono", "Díaz", "Meyer", "van Gogh", "Wang", "O’Brien", "Müller"]),
        given=st.sampled_from(["Jia", "J.", "Ken", "María José", "K.", None]),
    ),
    min_size=1,
    max_size=8,
).map(tuple)


@given(NAMES, NAMES)
def test_every_name_is_accounted_for_once(cited, registered):
    """Nobody is both kept and foreign, or both left out and paired."""
    found = align(cited, registered)
    pairs = (*found.kept, *found.moved, *found.variants, *found.misspelt)
    ours = [one for one, _ in pairs] + [one for one, _ in found.foreign]
    theirs = [other for _, other in pairs] + [other for _, other in found.foreign if other is not None] + list(found.omitted)
    assert len(ours) == len(set(ours))
    assert len(theirs) == len(set(theirs))
    assert set(ours) <= set(range(len(cited)))


@given(NAMES)
def test_a_list_agrees_with_itself(names):
    assert align(names, names).agrees
    assert compare_contributors("author", names, names).verdict == "same"


@given(NAMES, NAMES)
def test_similarity_is_a_share(cited, registered):
    compared = compare_contributors("author", cited, registered)
    assert compared.similarity is None or 0 <= compared.similarity <= 1

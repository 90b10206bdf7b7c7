import time

import pytest

from refcheck.syntax.bibtex import parse
from refcheck.syntax.bibtex_reference import reference_of


def places(text):
    return reference_of(parse(text).entries[0])[1]


def test_places_are_told_in_the_order_of_reading_with_each_name_after_its_list():
    found = places("@book{k, author = {Lee, A and Roe, B}, title = {T}, editor = {Poe, C}}")
    assert list(found) == ["title", "author", "author[0]", "author[1]", "editor", "editor[0]"]
    assert len(found) == len(list(found))


@pytest.mark.parametrize("path", ["", "note", "author[2]", "author[01]", "author[-1]", "author[x]", "title[0]", "editor[0]"])
def test_a_path_without_a_value_has_no_place(path):
    found = places("@book{k, author = {Lee, A and Roe, B}, title = {T}}")
    assert path not in found
    with pytest.raises(KeyError):
        found[path]


def test_single_names_have_no_place_where_their_list_is_put_together_or_worked_out():
    assert list(places('@book{k, author = "Lee, A" # { and Roe, B}}')) == ["author"]
    found = places("@book{k, annotation = {illustrator: Lee, A and Roe, B}}")
    assert {path: (origin.raw, origin.via) for path, origin in found.items()} == {
        "illustrator": ("illustrator: Lee, A and Roe, B", "derived")
    }


def test_what_is_worked_out_from_a_string_names_no_parent():
    found = places("@string{s = {Main: }}\n@book{k, title = s, subtitle = {T}}")
    assert (found["title"].via, found["title"].parent) == ("derived", None)


def test_a_list_of_thousands_is_parted_once():
    found = places("@book{k, author = {" + " and ".join(["Lee, Ann"] * 5000) + "}}")
    start = time.process_time()
    assert {origin.raw for path, origin in found.items() if path != "author"} == {"Lee, Ann"}
    assert time.process_time() - start < 2

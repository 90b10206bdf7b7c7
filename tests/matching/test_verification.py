"""When the record of a DOI is another work: several signs, never one."""

from dataclasses import replace

import pytest

from refcheck.matching.verification import is_another_work
from refcheck.model.dates import Date
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.model.references import CitedReference, Reference

WELLS = Reference(
    type="article-journal",
    title="Deep wells of the southern coast: a survey",
    author=(Name(family="Lee", given="Jia"), Name(family="Ono", given="Ken")),
    container_title="Journal of Wells Research",
    volume="14",
    issue="2",
    page=Locator(pages="17-29"),
    issued=Date(year=2020),
)
ROOFS = Reference(
    type="article-journal",
    title="How tall houses keep their tiles",
    author=(Name(family="Silva", given="Maria"),),
    container_title="Annals of Roofing",
    volume="51",
    page=Locator(pages="301-320"),
    issued=Date(year=2011),
)


def another(cited, registered=WELLS, raw=""):
    return is_another_work(CitedReference(reference=cited, id="1", raw=raw), registered)


def test_a_work_that_differs_in_all_is_another():
    assert another(ROOFS)


def test_the_first_page_of_a_first_volume_proves_nothing():
    """Many works stand there: it may be the same by chance where nothing else is."""
    chance = replace(ROOFS, volume="1", page=Locator(pages="1-9"))
    assert another(chance, replace(WELLS, volume="1", page=Locator(pages="1-9")))
    assert not another(replace(chance, container_title=WELLS.container_title), replace(WELLS, volume="1", page=Locator(pages="1-9")))


def test_foreign_title_and_authors_are_enough():
    assert another(Reference(type="article-journal", title=ROOFS.title, author=ROOFS.author))


def test_other_works_of_the_same_group_in_other_places_are_others():
    assert another(replace(ROOFS, author=(Name(family="Lee", given="J."), ET_AL)))


def test_without_authors_title_and_two_places_are_enough():
    assert another(replace(ROOFS, author=()))
    assert not another(Reference(type="article-journal", title=ROOFS.title, volume="51"))


def test_a_similar_title_of_other_people_in_another_place_is_another():
    similar = replace(ROOFS, title="Dry wells of the northern hills: their history")
    assert another(similar)
    assert not another(Reference(type="article-journal", title=similar.title, author=ROOFS.author))
    assert not another(replace(similar, author=WELLS.author))


def test_without_title_authors_and_two_places_are_enough():
    assert another(replace(ROOFS, title=None))
    assert not another(Reference(type="article-journal", author=ROOFS.author, volume="51"))


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Tiefe Brunnen der Südküste"},
        {"title": "Глубокие колодцы южного берега"},
        {"title": ROOFS.title},
        {"title": ROOFS.title, "author": ()},
        {"title": ROOFS.title, "author": ROOFS.author},
        {"title": ROOFS.title, "container_title": ROOFS.container_title},
        {"title": ROOFS.title, "volume": "15", "page": Locator(pages="301-320")},
        {"author": ROOFS.author},
        {"author": ROOFS.author, "container_title": ROOFS.container_title, "volume": "51", "page": ROOFS.page, "issued": Date(year=1999)},
        {"author": (Name(literal="Survey of Wells"),)},
        {"title": "Deep wells"},
        {"title": "J. Lee, K. Ono, Deep wells of the southern coast: a survey. Journal"},
        {"title": None, "author": ROOFS.author},
        {"title": None, "author": ()},
    ],
)
def test_one_sign_or_two_are_not_enough(changes):
    assert not another(replace(WELLS, **changes))


def test_the_book_a_chapter_stands_in_is_no_other_work():
    chapter = replace(ROOFS, type="chapter", container_title="Deep Wells of the Southern Coast")
    assert not another(chapter, replace(WELLS, type="book"))
    assert not another(replace(WELLS, type="book"), chapter)


def test_a_title_misread_is_seen_in_the_text():
    """The reader took the authors for the title; the registered title is printed all the same."""
    misread = Reference(type="article-journal", title="Ken Ono, Maria Silva, et al", author=(Name(family="Jia", given="L."),), volume="51")
    assert another(misread)
    assert not another(misread, raw="Lee, Jia, Ken Ono, et al. 2020. “Deep Wells of the Southern Coast.” J Wells Res 14.")


def test_a_title_of_few_words_proves_nothing_in_the_text():
    assert another(ROOFS, replace(WELLS, title="On roofs"), raw="Silva M. How tall houses keep on roofs their tiles")


def test_years_that_one_side_lacks_say_nothing():
    assert another(replace(ROOFS, author=(), issued=None))
    assert another(replace(ROOFS, author=(), issued=Date(literal="n.d.")))
    assert not another(replace(ROOFS, author=(), issued=None, volume=None, page=None))

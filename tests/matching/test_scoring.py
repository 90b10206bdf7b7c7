"""Which of the works that a search gives is the cited one."""

import pytest

from refcheck.matching.questions import search, words_of
from refcheck.matching.scoring import choose, weigh
from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference

AUTHORS = (Name(family="Lee", given="Jia"), Name(family="Silva", given="Maria"), Name(family="Okafor", given="Ngozi"))
WORK = {
    "type": "article-journal",
    "title": "Slow wells of the northern valleys",
    "author": AUTHORS,
    "container_title": "Water Letters",
    "volume": "4",
    "page": Locator(pages="17-29"),
    "issued": Date(year=2015),
}
OTHERS = (Name(family="Brandt", given="Eva"), Name(family="Costa", given="Rui"))


def citing(kind="structured", raw="", **changes):
    return CitedReference(reference=Reference(**{**WORK, **changes}), id="1", kind=kind, raw=raw)


def record(identifier="10.1000/wells", crossref_type=None, **changes):
    values = {**WORK, "doi": Doi(identifier), **changes}
    return RegistryRecord(
        registry="crossref", identifier=identifier, reference=Reference(**values, extra={"type": crossref_type} if crossref_type else {})
    )


def fit(cited, **changes):
    return weigh(cited, record(**changes)).fit


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"issued": Date(year=2016)},
        {"issued": Date(year=2009)},
        {"title": "Slow wells of the southern valleys"},
        {"author": (OTHERS[0], *AUTHORS[1:])},
        {"author": AUTHORS[::-1]},
        {"author": OTHERS},
        {"author": ()},
        {"container_title": "Annals of Roofing"},
        {"container_title": None},
        {"volume": "9"},
        {"page": Locator(pages="401-413")},
        {"volume": None, "page": None},
        {"volume": None, "page": None, "issued": Date(year=2009)},
        {"title": "Slow wells of the northern valleys: a survey of forty years"},
    ],
)
def test_a_work_cited_with_one_thing_wrong_is_still_found(changes):
    """What is wrong about it is for the rules to say, once the record is there."""
    assert fit(citing(**changes)) == "work"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Fast roofs of the southern plains"},
        {"author": OTHERS, "page": Locator(pages="401-413"), "title": "Slow wells of northern valleys"},
        {"author": OTHERS, "container_title": "Annals of Roofing", "page": Locator(pages="401-413")},
        {"container_title": "Annals of Roofing", "volume": "9", "page": Locator(pages="401-413")},
        {"title": "Slow wells of the northern valleys: Part II", "page": Locator(pages="30-41")},
        {"title": "Wells, slow and northern", "page": Locator(pages="401-413")},
        {"author": OTHERS, "issued": Date(year=1980), "volume": None, "page": None},
    ],
)
def test_a_work_with_too_much_against_it_is_another(changes):
    assert fit(citing(**changes)) == "other"


@pytest.mark.parametrize(
    "title",
    [
        "Correction to: Slow wells of the northern valleys",
        "Erratum: Slow wells of the northern valleys",
        "Comment on “Slow wells of the northern valleys”",
        "Reply to comment on Slow wells of the northern valleys",
        "Retraction: Slow wells of the northern valleys",
    ],
)
def test_a_notice_on_a_work_is_not_the_work_unless_it_is_cited(title):
    assert fit(citing(), title=title) == "other"
    assert fit(citing(title=title), title=title) == "work"


@pytest.mark.parametrize("kind", ["component", "peer-review", "journal-issue", "grant"])
def test_what_cannot_be_cited_is_never_taken(kind):
    assert weigh(citing(), record(crossref_type=kind)).fit == "other"


def test_a_review_that_is_titled_like_the_book_is_not_the_book():
    book = citing(type="book", container_title=None, volume=None, page=None)
    assert fit(book, type="article-journal") == "other"
    assert fit(book, type="book", container_title=None, volume=None, page=None) == "work"


def test_a_preprint_is_kin_to_the_article_and_a_later_copy_is_nothing():
    posted = {"type": "article", "container_title": None, "volume": None, "page": None}
    assert fit(citing(), **posted, issued=Date(year=2014)) == "preprint"
    assert fit(citing(), **posted, issued=None) == "preprint"
    assert fit(citing(), **posted, issued=Date(year=2025)) == "other"
    assert fit(citing(), **posted, issued=Date(year=2014), author=OTHERS) == "other"
    assert fit(citing(**posted), **posted) == "work"


@pytest.mark.parametrize(
    ("changes", "registered", "wanted"),
    [
        ({"title": "Editorial"}, {"title": "Editorial"}, "work"),
        ({"title": "Editorial", "page": None, "volume": None}, {"title": "Editorial"}, "work"),
        ({"title": "Editorial", "page": Locator(pages="401")}, {"title": "Editorial"}, "other"),
        ({"title": "Editorial", "author": OTHERS, "page": None}, {"title": "Editorial"}, "other"),
        ({"title": "Editorial", "issued": Date(year=2001), "page": None, "volume": None}, {"title": "Editorial"}, "other"),
    ],
)
def test_a_title_of_many_works_needs_its_place(changes, registered, wanted):
    assert fit(citing(**changes), **registered) == wanted


def test_a_work_without_authors_needs_its_container_and_year():
    assert fit(citing(author=(), page=None, volume=None)) == "work"
    assert fit(citing(author=(), page=None, volume=None, container_title=None)) == "other"


def test_the_better_one_is_chosen_and_equals_are_a_tie():
    true, twin, younger = record(), record("10.1000/twin"), record("10.1000/later", issued=Date(year=2016), volume="5")
    assert [each.record for each in choose(citing(), [younger, true])] == [true]
    assert {each.record.identifier for each in choose(citing(), [true, twin, younger])} == {"10.1000/wells", "10.1000/twin"}
    assert choose(citing(), [record(title="Fast roofs of the southern plains")]) == ()
    assert choose(citing(), [record(title="Fast roofs of the southern plains", page=None)])[:1] == ()


def test_what_a_list_prints_counts_wherever_it_was_read():
    """The reader took the other authors for the title."""
    raw = "Lee, Jia, Maria Silva, et al. 2015. “Slow wells of the northern valleys.” Water Letters 4: 17–29."
    misread = citing("list", raw, title="Maria Silva, et al", author=AUTHORS[:1], container_title="Slow wells. Water Letters")
    assert weigh(misread, record()).fit == "work"
    unread = citing("list", raw, title=None, author=(), container_title="Water Letters")
    assert weigh(unread, record()).fit == "work"
    assert weigh(misread, record(title="Fast roofs of the southern plains", author=OTHERS, page=None)).fit == "other"


def test_a_printed_reference_is_searched_for_without_addresses_and_label():
    addresses = "https://doi.org/10.1000/wells doi:10.1000/wells Retrieved from http://a.example"
    raw = f"[12] Lee, J. (2015). Slow wells of the northern valleys. Water Letters. {addresses}"
    cited = CitedReference(reference=Reference(**WORK), id="1", kind="list", raw=raw, label="12")
    assert search(cited).query == "Lee, J. (2015). Slow wells of the northern valleys. Water Letters."
    assert words_of(cited).query == search(cited).query
    assert words_of(CitedReference(reference=Reference(), id="1", raw="x")) is None


def test_a_long_reference_is_cut_and_what_cannot_be_sent_is_left_out():
    cited = CitedReference(reference=Reference(**WORK), id="1", kind="list", raw="Ünïcödé " * 500 + "\ud800")
    assert len(search(cited).query) < 600
    search(cited).query.encode()
    assert search(citing(title="\ud800 wells of the valleys")).query


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Wells", "container_title": None},
        {"title": None},
        {"author": (), "container_title": None},
        {"type": "software"},
    ],
)
def test_what_says_too_little_is_not_searched_for(changes):
    assert search(citing(**changes)) is None


def test_the_question_is_named_after_the_work_and_not_after_its_year():
    assert search(citing()).identifier == search(citing(issued=Date(year=1999))).identifier
    assert search(citing()).query != search(citing(issued=Date(year=1999))).query
    assert search(citing()).identifier != search(citing(title="Fast roofs of the southern plains")).identifier


def test_a_title_in_a_script_without_blanks_is_as_long_as_its_signs():
    title = "基于深度学习的遥感图像分类方法研究"
    cited = citing(title=title, container_title="计算机学报", page=None, author=(Name(family="王", given="小明"),))
    held = record(title=title, container_title="计算机学报", author=(Name(family="王", given="小明"),))
    assert weigh(cited, held).fit == "work"
    assert search(citing(title=title, container_title=None)) is not None
    assert search(citing(title="前言", container_title=None)) is None


def test_a_record_without_authors_is_known_by_its_place():
    assert fit(citing(issued=Date(year=1990)), author=()) == "work"


def test_a_work_whose_title_differs_in_half_its_words_is_near_by_its_authors():
    """It may be the work, cited or registered wrongly: it is named, and nothing is claimed."""
    other = record(title="Slow springs of the southern hills", page=Locator(pages="401-413"), volume="9")
    assert (weigh(citing(), other).fit, weigh(citing(), other).near) == ("other", True)
    stranger = record(title="Slow springs of the southern hills", author=OTHERS, page=Locator(pages="401-413"))
    assert not weigh(citing(), stranger).near


def test_authors_in_another_script_count_neither_way():
    cited = citing(author=(Name(family="Чехов", given="Антон"),))
    assert weigh(cited, record()).fit == "work"
    assert weigh(citing(author=(Name(family="Чехов"),), volume=None, page=None, container_title=None), record()).fit == "other"

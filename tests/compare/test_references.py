from refcheck.compare import compare
from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Reference

WELLS = Reference(
    type="article-journal",
    author=(Name(family="Lee", given="Jia"),),
    issued=Date(year=2020, month=3),
    title="On wells",
    container_title="Journal of Wells Research",
    container_title_short="J Wells Res",
    volume="14",
    page=Locator(pages="17-29"),
    publisher="Well Press",
    doi=Doi("10.1000/Wells"),
    isbn=("978-3-16-148410-0",),
)


def verdicts(cited, registered):
    return {name: each.verdict for name, each in compare(cited, registered).items()}


def test_a_work_compared_with_itself_is_the_same_in_all_it_has():
    assert set(verdicts(WELLS, WELLS).values()) == {"same"}
    assert set(compare(WELLS, WELLS)) == set(WELLS.present())


def test_what_one_side_lacks_is_told_by_side():
    cited = Reference(title="On wells", issue="2")
    assert verdicts(cited, WELLS)["volume"] == "registered-only"
    assert verdicts(cited, WELLS)["issue"] == "cited-only"
    assert compare(cited, WELLS)["volume"].registered == "14"
    assert not compare(cited, WELLS)["volume"].agrees


def test_what_neither_side_has_is_left_out():
    assert "edition" not in compare(WELLS, WELLS)


def test_what_belongs_to_the_citation_alone_is_left_out():
    cited = Reference(accessed=Date(year=2026), note="seen", year_suffix="a")
    assert not compare(cited, WELLS).keys() & {"accessed", "note", "year_suffix"}


def test_each_kind_is_compared_in_its_own_way():
    cited = Reference(
        type="article-journal",
        author=(Name(family="LEE", given="J."),),
        issued=Date(year=2020),
        title="On Wells",
        container_title="J. Wells Res.",
        volume="XIV",
        page=Locator(pages="17"),
        publisher="WELL PRESS",
        doi=Doi("10.1000/wells"),
        isbn=("9783161484100",),
    )
    assert {name for name, verdict in verdicts(cited, WELLS).items() if verdict == "equivalent"} == set(cited.present())


def test_other_identifiers_and_free_text_say_nothing():
    """An unequal DOI may be an alias, another ISBN another edition, another publisher's name an imprint."""
    cited = Reference(doi="10.1000/alias", isbn=("9780000000000",), publisher="Imprint of Wells")
    assert {verdicts(cited, WELLS)[name] for name in ("doi", "isbn", "publisher")} == {"not-comparable"}


def test_years_are_compared_and_days_are_not():
    years = [(2020, "equivalent"), (2019, "different")]
    for year, verdict in years:
        assert verdicts(Reference(issued=Date(year=year, month=1)), WELLS)["issued"] == verdict
    assert verdicts(Reference(issued=Date(year=2018, end=Date(year=2021))), WELLS)["issued"] == "equivalent"
    assert verdicts(Reference(issued=Date(year=2021, end=Date(year=2019))), WELLS)["issued"] == "different"
    assert verdicts(Reference(issued=Date(year=2010, circa=True)), WELLS)["issued"] == "not-comparable"
    assert verdicts(Reference(issued=Date(literal="in press")), WELLS)["issued"] == "not-comparable"


def test_proceedings_and_books_go_by_many_names():
    """Only a journal has one name, so that another one is another journal."""
    cited = Reference(type="article-journal", container_title="Annals of Roofing")
    assert verdicts(cited, WELLS)["container_title"] == "different"
    paper = Reference(type="paper-conference", container_title="Annals of Roofing")
    assert verdicts(paper, WELLS)["container_title"] == "not-comparable"


def test_every_registered_title_of_the_container_counts():
    registered = Reference(
        type="chapter", container_title="Advances in Water", extra={"container-title": ["Advances in Water", "Lecture Notes in Wells", 3]}
    )
    assert verdicts(Reference(type="chapter", container_title="Lecture Notes in Wells"), registered)["container_title"] == "equivalent"

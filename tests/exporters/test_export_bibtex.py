import re
import shutil
import subprocess

import pytest
from generated import references
from hypothesis import given, settings

from refcheck.exporters.bibtex import export
from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.model.references import CitedReference, Reference
from refcheck.readers.bibtex import read


def cite(reference, key=None):
    return CitedReference(reference=reference, id=key or "1", key=key)


def written(reference, key="k"):
    return export([cite(reference, key)])


def read_back(text):
    reading = read(Document(name="x.bib", text=text))
    assert reading.unreadable == ()
    assert reading.notices == ()
    return reading.references


LEE = Name(family="Lee", given="Ann")


@given(references(without=frozenset({"year_suffix"})))
@settings(max_examples=400, deadline=None)
def test_reading_what_was_written_gives_the_same_reference(reference):
    (again,) = read_back(written(reference))
    assert again.reference == reference


def test_each_field_stands_on_a_line_of_its_own_in_a_fixed_order():
    reference = Reference(
        type="article-journal",
        doi=Doi("10.5555/a_b"),
        page=Locator(pages="12-19"),
        title="Iron in wells",
        container_title="Water & Soil",
        volume="4",
        issue="2",
        issued=Date(year=2020, month=2, day=5),
        author=(LEE, Name(family="Beethoven", given="L.", non_dropping_particle="van")),
    )
    assert export([cite(reference)]) == (
        "@article{lee2020iron,\n"
        "  author = {Lee, Ann and van Beethoven, L.},\n"
        "  title = {Iron in wells},\n"
        "  journal = {Water \\& Soil},\n"
        "  volume = {4},\n"
        "  number = {2},\n"
        "  pages = {12--19},\n"
        "  year = {2020},\n"
        "  month = feb,\n"
        "  day = {5},\n"
        "  doi = {10.5555/a_b},\n"
        "}\n"
    )


def test_a_web_page_has_its_dates_in_one_field_and_its_site_as_organization():
    reference = Reference(
        type="webpage",
        title="Soil",
        author=(LEE,),
        container_title="Farm Post",
        url="https://example.org/a_b",
        issued=Date(year=2023, month=9, day=11),
        accessed=Date(year=2024, month=1),
    )
    text = written(reference)
    assert text.startswith("@online{k,")
    for line in ("organization = {Farm Post}", "date = {2023-09-11}", "urldate = {2024-01}", "url = {https://example.org/a_b}"):
        assert line in text


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("The role of DNA in cells", "The role of {DNA} in cells"),
        ("Vitamin B6 and C", "Vitamin {B6} and {C}"),
        ("Use of mRNA by McDonald", "Use of {mRNA} by {McDonald}"),
        ("A study", "A study"),
        ("Plain words: A review", "Plain words: A review"),
        ("COVID-19: what now", "{COVID-19}: what now"),
        ("In the Alps", "In the Alps"),
    ],
)
def test_only_capitals_that_would_be_lost_are_protected(title, protected):
    assert f"  title = {{{protected}}},\n" in written(Reference(title=title))


def test_an_organisation_has_braces_of_its_own_and_titles_of_people_are_left_out():
    authors = (Name(literal="Ministry of Soil, Air and Water"), Name(family="Lind", given="B.", honorific="Dr."), ET_AL)
    assert "author = {{Ministry of Soil, Air and Water} and Lind, B. and others}" in written(Reference(author=authors))


def test_an_article_number_is_an_eid():
    text = written(Reference(type="article-journal", container_title="J", page=Locator(article="e17")))
    assert "eid = {e17}" in text
    assert "pages" not in text


def test_existing_keys_are_kept_and_a_repeated_one_is_told_apart():
    text = export([cite(Reference(title="A"), "Lee:2020+x"), cite(Reference(title="B"), "same"), cite(Reference(title="C"), "same")])
    assert re.findall(r"@\w+\{(.*),", text) == ["Lee:2020+x", "same", "samea"]


def test_a_preprint_keeps_its_arxiv_number():
    reference = Reference(type="article", title="T", arxiv="1706.03762", author=(LEE,), issued=Date(year=2017))
    text = written(reference)
    assert "eprint = {1706.03762}" in text
    assert "eprinttype = {arxiv}" in text


@pytest.mark.parametrize(
    ("genre", "entry", "type_line"),
    [
        ("PhD thesis", "phdthesis", None),
        ("Master's thesis", "mastersthesis", None),
        ("Doctoral dissertation", "phdthesis", "type = {Doctoral dissertation}"),
        (None, "phdthesis", "type = {Thesis}"),
    ],
)
def test_a_thesis_never_claims_another_degree(genre, entry, type_line):
    reference = Reference(type="thesis", title="T", author=(LEE,), publisher="U", genre=genre, issued=Date(year=2020))
    text = written(reference)
    assert text.startswith(f"@{entry}{{")
    assert ("type = " in text) == (type_line is not None)
    assert (type_line or "") in text
    assert read_back(text)[0].reference == reference


def test_what_no_field_can_hold_is_kept_in_the_annotation():
    reference = Reference(type="article-journal", title="T", container_title="J", publisher="P", pmid="12", pmcid="PMC1234")
    text = written(reference)
    assert "annotation = {publisher: P\nPMCID: PMC1234}" in text
    assert read_back(text)[0].reference == reference


@pytest.mark.parametrize(
    ("reference", "line"),
    [
        (Reference(issued=Date(year=12020, end=Date(year=12021))), "annotation = {issued: 12020/12021}"),
        (Reference(issued=Date(literal="in press")), "year = {in press}"),
        (Reference(issued=Date(year=12020)), "year = {12020}"),
        (Reference(type="article-journal", container_title="J", issn=("odd", "2049-3631")), "annotation = {ISSN: odd, 2049-3631}"),
        (Reference(extra={"file": "a_b.pdf"}), "file = {a_b.pdf}"),
        (Reference(extra={"file": "a{b.pdf"}), "annotation = {tex.file: a\\textbraceleft{}b.pdf}"),
        (Reference(extra={"options": "x", "two words": 3}), "annotation = {tex.options: x\ntex.two-words: 3}"),
        (Reference(extra={"empty": ""}), ""),
        (Reference(doi="10.5555/{a}", url="https://example.org/{a}\\"), "url = {https://example.org/%7Ba%7D%5C}"),
    ],
)
def test_odd_values_find_a_place_that_biber_takes(reference, line):
    assert line in written(reference)


def test_a_year_letter_is_left_to_the_style():
    assert "2023a" not in written(Reference(issued=Date(year=2023), year_suffix="a"))


def test_no_references_make_an_empty_file():
    assert export([]) == ""


WORKS = [
    Reference(type="article-journal", title="Iron & DNA", author=(LEE,), container_title="J", issued=Date(year=2020, month=2, day=5)),
    Reference(type="article-journal", title="T", author=(LEE,), container_title="J", issued=Date(year=2020, season=1), issn=("2049-3630",)),
    Reference(type="article-newspaper", title="T", author=(LEE,), container_title="Post", issued=Date(year=2020), publisher="P"),
    Reference(type="webpage", title="T", author=(LEE,), url="https://example.org/a_b%20c", container_title="S", issued=Date(year=2023)),
    Reference(type="webpage", title="No address", author=(LEE,), issued=Date(year=2023)),
    Reference(type="book", title="T", editor=(LEE,), publisher="P", issued=Date(year=2020), isbn=("9783161484100", "12")),
    Reference(type="chapter", title="T", author=(LEE,), container_title="B", issued=Date(year=2020), page=Locator(pages="1–9")),
    Reference(type="chapter", title="T", author=(LEE,), editor=(LEE,), container_title="B", issued=Date(year=2020), publisher="P"),
    Reference(type="entry-encyclopedia", title="T", author=(LEE,), container_title="B", issued=Date(year=2020)),
    Reference(type="paper-conference", title="T", author=(LEE,), event_title="Conf", issued=Date(year=2020)),
    Reference(type="report", title="T", author=(Name(literal="WHO, Geneva"),), number="4", publisher="WHO", issued=Date(year=2020)),
    Reference(type="report", title="T", author=(Name(literal="WHO"),), issued=Date(year=2020)),
    Reference(type="thesis", title="T", author=(LEE,), publisher="U", issued=Date(year=2020)),
    Reference(type="article", title="T", author=(LEE,), arxiv="1706.03762", container_title="bioRxiv", issued=Date(year=2017)),
    Reference(type="dataset", title="T", author=(LEE,), publisher="P", version="2", issued=Date(year=2020, month=3)),
    Reference(type="software", title="T", author=(LEE,), publisher="P", issued=Date(year=2020)),
    Reference(type="standard", title="T", author=(LEE,), number="ISO 9", publisher="ISO", issued=Date(year=2020)),
    Reference(type="motion_picture", title="T", director=(LEE,), publisher="P", issued=Date(year=1999)),
    Reference(type="patent", title="T", author=(LEE,), number="US 1", issued=Date(year=2001), language="en"),
    Reference(type="map", title="T", author=(LEE, ET_AL), translator=(LEE,), issued=Date(year=-200), scale="1:5"),
    Reference(type="legal_case", title="T", author=(LEE,), authority="Court", issued=Date(year=1900, circa=True)),
    Reference(type="post-weblog", title="T", author=(LEE,), doi=Doi("10.5555/x"), issued=Date(year=2020, end=Date(year=2021))),
]


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed")
def test_biber_finds_nothing_against_the_data_model(tmp_path):
    authors = (Name(family="Lee", given="A, B"), Name(family="Le Guin"), Name(family="de Vries, Inc", given="X", suffix="Jr., MD"))
    works = [*WORKS, Reference(type="book", title="T {x} \\ ~", author=authors, issued=Date(year=2020))]
    (tmp_path / "works.bib").write_text(export([cite(work) for work in works]), encoding="utf-8")
    biber = shutil.which("biber") or "biber"
    run = subprocess.run(
        [biber, "--tool", "--validate-datamodel", "works.bib"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0
    assert [line for line in run.stdout.splitlines() if line.startswith(("ERROR", "WARN"))] == []

"""Whole entries, by type of work."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.styles.apa import Apa
from refcheck.styles.apa.kinds import KINDS
from refcheck.styles.render import to_markdown, to_text
from refcheck.text.folding import squeeze

ODE = (Name(family="Ode", given="Ann"),)
ROE = (Name(family="Roe", given="Bo"),)
TRUST = (Name(literal="Reef Trust"),)
Y = Date(year=2001)
DAY = Date(year=2001, month=3, day=9)


def text(reference: Reference) -> str:
    return to_text([Apa().entry(reference)]).rstrip("\n")


def markdown(**values: Any) -> str:
    return to_markdown([Apa().entry(Reference(**values))]).rstrip("\n").replace("\\", "")


CASES = {
    "article": (
        {
            "type": "article-journal",
            "author": ODE,
            "issued": DAY,
            "title": "Reef Fish",
            "container_title": "Sea Life",
            "volume": "3",
            "issue": "2",
        }
        | {"page": Locator(pages="258-87"), "doi": Doi("10.5555/Ab1"), "url": "https://example.org"},
        "Ode, A. (2001). Reef fish. *Sea Life*, *3*(2), 258–287. <https://doi.org/10.5555/Ab1>",
    ),
    "article number": (
        {"type": "article-journal", "title": "Fish", "container_title": "Sea", "page": Locator(pages="1-9", article="Article 77")},
        "Fish. (n.d.). *Sea*, Article 77.",
    ),
    "e-locator": (
        {
            "type": "article-journal",
            "author": ODE,
            "issued": Y,
            "title": "Fish",
            "container_title": "Sea",
            "volume": "1",
            "page": Locator(pages="e0123"),
        },
        "Ode, A. (2001). Fish. *Sea*, *1*, Article e0123.",
    ),
    "newspaper page": (
        {
            "type": "article-newspaper",
            "author": ODE,
            "issued": DAY,
            "title": "Fish",
            "container_title": "The Bay",
            "page": Locator(pages="pp. B12"),
        },
        "Ode, A. (2001, March 9). Fish. *The Bay*, pp. B12.",
    ),
    "one page twice": (
        {
            "type": "article-journal",
            "author": ODE,
            "editor": ROE,
            "issued": Y,
            "title": "Fish",
            "container_title": "Sea",
            "page": Locator(pages="5-5"),
        },
        "Ode, A. (2001). Fish. *Sea*, 5.",
    ),
    "issue alone": (
        {"type": "article-journal", "author": ODE, "issued": Y, "title": "Fish", "container_title": "Sea", "issue": "4"},
        "Ode, A. (2001). Fish. *Sea*, (4).",
    ),
    "journal unknown": (
        {"type": "article-journal", "author": ODE, "issued": Y, "title": "Fish", "number": "9"},
        "Ode, A. (2001). Fish. Article 9.",
    ),
    "volume alone": ({"type": "article-journal", "author": ODE, "issued": Y, "title": "Fish", "volume": "9"}, "Ode, A. (2001). Fish. *9*."),
    "ahead of print": (
        {
            "type": "article-journal",
            "author": ODE,
            "issued": Y,
            "title": "Fish",
            "container_title": "Sea",
            "status": "Epub ahead of print.",
        },
        "Ode, A. (2001). Fish. *Sea*. Advance online publication.",
    ),
    "special issue": (
        {
            "type": "article-journal",
            "editor": (*ODE, *ROE),
            "issued": Y,
            "title": "Fish",
            "genre": "special issue",
            "container_title": "Sea",
        },
        "Ode, A., & Roe, B. (Eds.). (2001). Fish [Special issue]. *Sea*.",
    ),
    "book": (
        {
            "type": "book",
            "author": ODE,
            "editor": ROE,
            "issued": Y,
            "title": "Reef fish",
            "edition": "3rd edition",
            "volume": "1-2",
            "publisher": "Quay",
        },
        "Ode, A. (2001). *Reef fish* (B. Roe, Ed.; 3rd ed., Vols. 1–2). Quay.",
    ),
    "book in volumes": (
        {"type": "book", "author": ODE, "issued": Y, "title": "Reef fish", "number_of_volumes": "3", "publisher": "Quay"},
        "Ode, A. (2001). *Reef fish* (Vols. 1–3). Quay.",
    ),
    "titled volume": (
        {
            "type": "book",
            "author": ODE,
            "issued": Y,
            "title": "Reef fish",
            "volume": "2",
            "volume_title": "The Deep Sea",
            "original_date": Date(year=1950),
        },
        "Ode, A. (2001). *Reef fish: Vol. 2. The deep sea*. (Original work published 1950)",
    ),
    "volume with a title alone": ({"type": "book", "volume_title": "Deep", "issued": Y}, "*Deep*. (2001)."),
    "magazine as a whole": (
        {"type": "periodical", "editor": ODE, "issued": Y, "title": "Sea life", "volume": "vol. 5", "issue": "3"},
        "Ode, A. (Ed.). (2001). *Sea life* (Vol. 5, No. 3).",
    ),
    "issue as a whole": ({"type": "periodical", "title": "Sea life", "issued": Y, "issue": "3"}, "*Sea life* (No. 3). (2001)."),
    "first edition": ({"type": "book", "author": ODE, "issued": Y, "title": "Fish", "edition": "First"}, "Ode, A. (2001). *Fish*."),
    "first edition in digits": ({"type": "book", "author": ODE, "issued": Y, "title": "Fish", "edition": "1"}, "Ode, A. (2001). *Fish*."),
    "revised edition": (
        {"type": "book", "author": ODE, "issued": Y, "title": "Fish", "edition": "revised"},
        "Ode, A. (2001). *Fish* (Rev. ed.).",
    ),
    "edition in words": (
        {"type": "book", "author": ODE, "issued": Y, "title": "Fish", "edition": "Fifth edition"},
        "Ode, A. (2001). *Fish* (5th ed.).",
    ),
    "edition of its own": (
        {"type": "book", "author": ODE, "issued": Y, "title": "Fish", "edition": "Harbour"},
        "Ode, A. (2001). *Fish* (Harbour ed.).",
    ),
    "chapter": (
        {
            "type": "chapter",
            "author": ODE,
            "editor": ROE,
            "translator": ODE,
            "issued": Y,
            "title": "Reef fish",
            "container_title": "Life in the Deep Sea",
        }
        | {"page": Locator(pages="12"), "publisher": "Quay"},
        "Ode, A. (2001). Reef fish (A. Ode, Trans.). In B. Roe (Ed.), *Life in the deep sea* (p. 12). Quay.",
    ),
    "chapter of an author's book": (
        {
            "type": "chapter",
            "author": ODE,
            "container_author": ROE,
            "issued": Y,
            "title": "Fish",
            "container_title": "Deep",
            "page": Locator(article="7"),
        },
        "Ode, A. (2001). Fish. In B. Roe, *Deep* (Article 7).",
    ),
    "chapter of a book without title": ({"type": "chapter", "title": "Fish", "container_author": ROE}, "Fish. (n.d.). In B. Roe."),
    "chapter without book": (
        {"type": "chapter", "author": ODE, "issued": Y, "title": "Fish", "page": Locator(pages="3, 5"), "publisher": "Quay"},
        "Ode, A. (2001). *Fish* (pp. 3, 5). Quay.",
    ),
    "paper in proceedings": (
        {
            "type": "paper-conference",
            "author": ODE,
            "issued": Y,
            "title": "Fish",
            "container_title": "Proceedings of the Sea Days",
            "publisher": "Quay",
        },
        "Ode, A. (2001). Fish. In *Proceedings of the Sea Days*. Quay.",
    ),
    "paper in a serial": (
        {"type": "paper-conference", "author": ODE, "issued": Y, "title": "Fish", "container_title": "Sea Days", "volume": "7"},
        "Ode, A. (2001). Fish. *Sea Days*, *7*.",
    ),
    "talk": (
        {
            "type": "paper-conference",
            "author": ODE,
            "event_date": DAY,
            "title": "Fish",
            "event_title": "Sea Days",
            "event_place": "Hull",
            "publisher": "Quay",
        },
        "Ode, A. (2001, March 9). *Fish* [Conference presentation]. Sea Days, Hull. Quay.",
    ),
    "report": (
        {
            "type": "report",
            "author": TRUST,
            "issued": Y,
            "title": "Fish",
            "number": "12",
            "genre": "technical report",
            "publisher": "Reef Trust",
        },
        "Reef Trust. (2001). *Fish* (Technical Report No. 12).",
    ),
    "report of a series": (
        {
            "type": "report",
            "author": ODE,
            "issued": Y,
            "title": "Fish",
            "collection_title": "Sea Paper",
            "collection_number": "4",
            "publisher": "Quay",
        },
        "Ode, A. (2001). *Fish* (Sea Paper No. 4). Quay.",
    ),
    "report with number": (
        {"type": "report", "author": ODE, "title": "Fish", "number": "8", "genre": "Report"},
        "Ode, A. (n.d.). *Fish* (Report No. 8).",
    ),
    "report with No.": ({"type": "report", "title": "Fish", "number": "No. 8", "genre": "Brief"}, "*Fish* (Brief No. 8). (n.d.)."),
    "unpublished thesis": (
        {"type": "thesis", "author": ODE, "issued": Y, "title": "Fish", "genre": "Unpublished PhD thesis", "publisher": "Bay College"},
        "Ode, A. (2001). *Fish* [Unpublished doctoral dissertation]. Bay College.",
    ),
    "thesis online": (
        {
            "type": "thesis",
            "author": ODE,
            "issued": Y,
            "title": "Fish",
            "genre": "MSc thesis",
            "publisher": "Bay College",
            "url": "https://example.org/1",
        },
        "Ode, A. (2001). *Fish* [Master’s thesis, Bay College]. <https://example.org/1>",
    ),
    "preprint": (
        {"type": "article", "author": ODE, "issued": Y, "title": "Fish", "arxiv": "2001.01234", "genre": "preprint"},
        "Ode, A. (2001). *Fish* (arXiv:2001.01234). arXiv. <https://arxiv.org/abs/2001.01234>",
    ),
    "web page": (
        {
            "type": "webpage",
            "author": TRUST,
            "issued": DAY,
            "accessed": DAY,
            "title": "Fish",
            "container_title": "Reef Trust",
            "url": "https://example.org/a b",
        },
        "Reef Trust. (2001, March 9). *Fish*. <https://example.org/a%20b>",
    ),
    "undated web page": (
        {"type": "webpage", "author": TRUST, "accessed": DAY, "title": "Fish", "url": "https://example.org/"},
        "Reef Trust. (n.d.). *Fish*. Retrieved March 9, 2001, from <https://example.org/>",
    ),
    "undated web page read at no known time": (
        {"type": "webpage", "author": TRUST, "accessed": Date(), "title": "Fish", "url": "https://example.org/"},
        "Reef Trust. (n.d.). *Fish*. <https://example.org/>",
    ),
    "reference work that is kept up to date": (
        {
            "type": "article-journal",
            "author": ODE,
            "issued": Y,
            "accessed": DAY,
            "title": "Fish",
            "container_title": "Sea",
            "url": "https://example.org/",
        },
        "Ode, A. (2001). Fish. *Sea*. Retrieved March 9, 2001, from <https://example.org/>",
    ),
    "article read online": (
        {"type": "article-journal", "author": ODE, "issued": Y, "accessed": DAY, "title": "Fish", "container_title": "Sea", "volume": "1"}
        | {"url": "https://example.org/"},
        "Ode, A. (2001). Fish. *Sea*, *1*. <https://example.org/>",
    ),
    "post": (
        {
            "type": "post",
            "author": TRUST,
            "issued": DAY,
            "title": "Look At This Fish",
            "container_title": "Tootle",
            "medium": "image attached",
        },
        "Reef Trust. (2001, March 9). *Look At This Fish* [Post; image attached]. Tootle.",
    ),
    "data": (
        {
            "type": "dataset",
            "author": ODE,
            "issued": Y,
            "title": "Fish",
            "version": "2",
            "number": "D-1",
            "publisher": "Quay",
            "archive": "QUAY",
        },
        "Ode, A. (2001). *Fish* (D-1; Version 2) [Data set]. Quay.",
    ),
    "software": (
        {"type": "software", "author": ODE, "issued": Y, "title": "Fish", "version": "Version 2"},
        "Ode, A. (2001). *Fish* (Version 2) [Computer software].",
    ),
    "film": (
        {"type": "motion_picture", "director": ODE, "producer": ROE, "issued": Y, "title": "Fish", "publisher": "Quay"},
        "Ode, A. (Director). (2001). *Fish* (B. Roe, Producer) [Film]. Quay.",
    ),
    "episode": (
        {
            "type": "broadcast",
            "script_writer": ODE,
            "executive_producer": ROE,
            "issued": DAY,
            "title": "Fish",
            "container_title": "Deep Sea",
            "publisher": "Quay",
        },
        "Ode, A. (Writer). (2001, March 9). Fish. In B. Roe (Executive Producer), *Deep Sea*. Quay.",
    ),
    "series": (
        {"type": "broadcast", "executive_producer": ROE, "issued": Y, "title": "Fish"},
        "Roe, B. (Executive Producer). (2001). *Fish*.",
    ),
    "song": (
        {"type": "song", "composer": ODE, "issued": Y, "title": "Fish", "container_title": "Deep", "publisher": "Quay"},
        "Ode, A. (2001). Fish [Song]. On *Deep*. Quay.",
    ),
    "review": (
        {
            "type": "review-book",
            "author": ODE,
            "issued": Y,
            "reviewed_title": "Deep Sea",
            "reviewed_author": ROE,
            "container_title": "Sea",
            "volume": "1",
        },
        "Ode, A. (2001). [Review of the book *Deep sea*, by B. Roe]. *Sea*, *1*.",
    ),
    "film review": (
        {
            "type": "review",
            "author": ODE,
            "issued": Y,
            "title": "Wet",
            "reviewed_title": "Deep",
            "genre": "Film review",
            "container_title": "Sea",
        },
        "Ode, A. (2001). Wet [Review of the film *Deep*]. *Sea*.",
    ),
    "review of one unnamed": (
        {"type": "review", "author": ODE, "reviewed_author": ROE, "issued": Y},
        "Ode, A. (2001). [Review of by B. Roe].",
    ),
    "review of the unknown": ({"type": "review", "author": ODE, "issued": Y, "container_title": "Sea"}, "Ode, A. (2001). [Review]. *Sea*."),
    "review with title alone": ({"type": "review", "author": ODE, "issued": Y, "title": "Wet"}, "Ode, A. (2001). Wet."),
    "case": (
        {
            "type": "legal_case",
            "title": "Ode v. Roe",
            "volume": "9",
            "container_title": "F.2d",
            "page": Locator(pages="12"),
            "authority": "9th Cir.",
            "issued": DAY,
        },
        "Ode v. Roe, 9 F.2d 12 (9th Cir. 2001).",
    ),
    "law": (
        {
            "type": "legislation",
            "title": "Reef Act",
            "number": "Pub. L. No. 1-2",
            "container_title": "U.S.C.",
            "volume": "4",
            "section": "12",
            "issued": Y,
        },
        "Reef Act, Pub. L. No. 1-2, 4 U.S.C. § 12 (2001).",
    ),
    "patent": (
        {"type": "patent", "author": ODE, "issued": Y, "title": "Net", "number": "1,234", "authority": "Sea Office"},
        "Ode, A. (2001). *Net* (Patent No. 1,234). Sea Office.",
    ),
    "draft": (
        {"type": "manuscript", "author": ODE, "title": "Fish", "status": "Submitted"},
        "Ode, A. (n.d.). *Fish* [Manuscript submitted for publication].",
    ),
    "letter": (
        {
            "type": "personal_communication",
            "author": ODE,
            "issued": DAY,
            "title": "Fish",
            "archive": "Bay Library",
            "archive_location": "Box 3",
        },
        "Ode, A. (2001, March 9). *Fish* [Personal communication]. Box 3. Bay Library.",
    ),
    "unknown type in a journal": (
        {"type": "zine", "author": ODE, "issued": Y, "title": "Fish", "container_title": "Sea", "volume": "1"},
        "Ode, A. (2001). Fish. *Sea*, *1*.",
    ),
    "unknown type in a book": (
        {
            "type": "document",
            "author": ODE,
            "issued": Y,
            "title": "Fish",
            "container_title": "Sea",
            "page": Locator(pages="1-3"),
            "publisher": "Quay",
        },
        "Ode, A. (2001). Fish. In *Sea* (pp. 1–3). Quay.",
    ),
    "unknown type on a site": (
        {"type": "zine", "host": ODE, "title": "Fish", "container_title": "Sea"},
        "Ode, A. (Host). (n.d.). *Fish*. Sea.",
    ),
    "markup": (
        {"type": "book", "author": ODE, "issued": Y, "title": "On <i>Danio rerio</i>, H<sub>2</sub>O &amp; p < .05"},
        "Ode, A. (2001). *On* Danio rerio, *H2O & p < .05*.",
    ),
    "nothing": ({}, "(n.d.)."),
}


@pytest.mark.parametrize("case", CASES)
def test_entry(case: str) -> None:
    values, entry = CASES[case]
    assert markdown(**values) == entry


@pytest.mark.parametrize(
    ("doi", "url", "link"),
    [
        ("https://dx.doi.org/10.5555/Ab1", None, "https://doi.org/10.5555/Ab1"),
        (Doi("10.5555/Ab1"), "https://doi.org/10.5555/ab1", "https://doi.org/10.5555/Ab1"),
        (None, "http://dx.doi.org/10.5555/Ab1", "https://doi.org/10.5555/Ab1"),
        (None, "https://doi.org/nothing", "https://doi.org/nothing"),
        ("see the desk", None, "see the desk"),
        ("see the desk", "https://example.org", "https://example.org"),
    ],
)
def test_a_doi_is_printed_once_and_as_a_link(doi: Doi | str | None, url: str | None, link: str) -> None:
    """Whatever form it was stored in; what is no DOI is not made one."""
    reference = Reference(type="article-journal", title="Fish", container_title="Sea", doi=doi, url=url)
    assert text(reference) == f"Fish. (n.d.). Sea. {link}"


def test_a_stop_is_never_doubled() -> None:
    reference = Reference(
        type="book", author=TRUST, title="Who swims?", publisher="Quay Inc.", edition="Rev. ed.", issued=Date(literal="n.d.")
    )
    assert text(reference) == "Reef Trust. (n.d.). Who swims? (Rev. ed.). Quay Inc."
    assert text(Reference(type="book", title="The “deep.”", issued=Y)) == "The “deep.” (2001)."
    assert text(Reference(type="book", title="A long title.", medium="CD", issued=Y)) == "A long title [CD]. (2001)."


def listing(*references: Reference) -> list[str]:
    return to_text(entry for _, entry in Apa().bibliography(references)).splitlines()


def test_a_list_is_sorted_letter_by_letter_and_names_before_longer_lists_of_names() -> None:
    people = [
        (*ODE, *ROE),
        (Name(family="Odegaard", given="A"),),
        ODE,
        (Name(literal="The Odd Club"),),
        (Name(family="O’Day", given="C."),),
        (Name(family="Ode", given="B"),),
    ]
    lines = listing(*(Reference(type="book", author=names, title="T", issued=Y) for names in people))
    assert [line.partition(" (")[0] for line in lines] == [
        "O’Day, C.",
        "The Odd Club.",
        "Ode, A.",
        "Ode, A., & Roe, B.",
        "Ode, B.",
        "Odegaard, A.",
    ]


def test_works_without_author_sort_by_title_without_its_article() -> None:
    assert listing(*(Reference(type="book", title=title, issued=Y) for title in ("The quay", "A reef", "Pier"))) == [
        "Pier. (2001).",
        "The quay. (2001).",
        "A reef. (2001).",
    ]


def test_years_run_from_undated_to_in_press() -> None:
    dates = [Date(literal="in press"), Date(year=2001), None, Date(year=-20)]
    lines = listing(*(Reference(type="book", author=ODE, title="T", issued=date) for date in dates))
    assert [line[8:].split(")")[0] for line in lines] == ["(n.d.", "(20 B.C.E.", "(2001", "(in press"]


def test_letters_follow_the_dates_where_they_are_printed_and_else_the_titles() -> None:
    """The letters a source had are set anew, and an honorific makes no other author."""
    doctor = (Name(family="Ode", given="A.", honorific="Dr."),)
    pages = [
        Reference(type="webpage", author=who, title=title, issued=Date(year=2001, month=month), year_suffix="z")
        for who, title, month in ((ODE, "A", 9), (doctor, "B", 4))
    ]
    books = [
        Reference(type="book", author=ODE, title=title, issued=Date(year=2002, month=month))
        for title, month in (("Pier", 1), ("A net", 9), ("Quay", 2))
    ]
    undated = [Reference(type="book", author=ODE, title=title) for title in ("Y", "X")]
    assert listing(*pages, *books, *undated, Reference(type="book", author=ROE, title="Z", issued=Y, year_suffix="b")) == [
        "Ode, A. (n.d.-a). X.",
        "Ode, A. (n.d.-b). Y.",
        "Ode, A. (2001a, April). B.",
        "Ode, A. (2001b, September). A.",
        "Ode, A. (2002a). A net.",
        "Ode, A. (2002b). Pier.",
        "Ode, A. (2002c). Quay.",
        "Roe, B. (2001). Z.",
    ]


def test_letters_go_on_after_z() -> None:
    lines = listing(*(Reference(type="book", author=ODE, title="T", issued=Y) for _ in range(28)))
    assert [line[9:15] for line in lines[24:]] == ["2001y)", "2001z)", "2001aa", "2001ab"]


def test_a_list_says_where_each_entry_came_from() -> None:
    references = [Reference(title=title) for title in ("C", "A", "B")]
    assert [index for index, _ in Apa().bibliography(references)] == [1, 2, 0]


WORDS = st.text(alphabet="abcdeABC éÖ12", min_size=1, max_size=12).filter(str.strip)
RAW = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12)


def references(words: st.SearchStrategy[str]) -> st.SearchStrategy[Reference]:
    part = st.none() | words
    name = st.builds(Name, family=part, given=part, suffix=part, literal=part, dropping_particle=part, non_dropping_particle=part)
    number = st.none() | st.integers(-5, 40)
    day = st.builds(
        Date, year=st.none() | st.integers(-500, 2100), month=number, day=number, season=number, circa=st.booleans(), literal=part
    )
    date = st.none() | st.builds(
        lambda first, end: Date(year=first.year, month=first.month, day=first.day, season=first.season, end=end, literal=first.literal),
        day,
        st.none() | day,
    )
    kinds = {"names": st.lists(name, max_size=3).map(tuple), "date": date}
    special = {"type": st.sampled_from([*KINDS, "zine"]), "page": st.none() | st.builds(Locator, pages=part, article=part)}
    special |= {"doi": part | st.just(Doi("10.5555/x")), "isbn": st.just(()), "issn": st.just(()), "extra": st.just({})}
    values = {}
    for field in fields(Reference):
        kind = (
            "names"
            if field.default == ()
            else "date"
            if field.name in {"issued", "accessed", "original_date", "event_date", "submitted", "available_date"}
            else ""
        )
        values[field.name] = special.get(field.name, kinds.get(kind, part))
    return st.fixed_dictionaries({}, optional=values).map(lambda chosen: Reference(**chosen))


@settings(max_examples=150)
@given(st.lists(references(RAW), max_size=3))
def test_no_reference_makes_the_writer_raise_and_each_has_its_line(given_references: list[Reference]) -> None:
    lines = to_text(entry for _, entry in Apa().bibliography(given_references))
    assert lines.count("\n") == len(given_references)
    assert len(lines.splitlines()) == len(given_references)


@settings(max_examples=150)
@given(references(WORDS))
def test_an_entry_is_balanced_and_has_no_double_blanks_or_stops(reference: Reference) -> None:
    entry = Apa().entry(reference)
    written = "".join(run.text for run in entry)
    assert "  " not in written
    assert ".." not in written
    assert written == written.strip()
    assert all(written.count(left) == written.count(right) for left, right in ("()", "[]"))
    assert all(run.text for run in entry)


@settings(max_examples=100)
@given(references(WORDS))
def test_title_and_container_are_never_lost(reference: Reference) -> None:
    written = squeeze(text(reference))
    assert squeeze(reference.title or "") in written
    if KINDS.get(reference.type, KINDS["book"]).sources[0].startswith("container_title"):
        assert squeeze(reference.container_title or "") in written

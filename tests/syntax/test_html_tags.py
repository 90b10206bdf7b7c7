"""Pairs of name and value that pages give to search engines and reference managers."""

from __future__ import annotations

import pytest

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.syntax.html_tags import parse_highwire, parse_openurl

JOURNAL = "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:journal&"
BOOK = "ctx_ver=Z39.88-2004&rft_val_fmt=info:ofi/fmt:kev:mtx:book&"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("citation_title=A; B;citation_year=2020", {"title": "A; B", "issued": Date(year=2020), "type": "document"}),
        (
            "citation_author=J Smith; citation_author=A. Jones",
            {"author": (Name(family="Smith", given="J"), Name(family="Jones", given="A."))},
        ),
        ("citation_author=J Smith, A Jones", {"author": (Name(family="Smith", given="J"), Name(family="Jones", given="A"))}),
        ("citation_author=World Health Organization of all", {"author": (Name(literal="World Health Organization of all"),)}),
        ("citation_journal_title=J; citation_issue=; citation_volume=2", {"type": "article-journal", "issue": None, "volume": "2"}),
        ("citation_firstpage=3;citation_lastpage=5", {"page": Locator(pages="3-5")}),
        ("citation_firstpage=3", {"page": Locator(pages="3")}),
        (
            "citation_doi=10.5555/x;citation_pmid=12;citation_isbn=9783161484100",
            {"doi": Doi("10.5555/x"), "pmid": "12", "isbn": ("9783161484100",)},
        ),
        ("citation_doi=none;citation_publication_date=soon;citation_unheard=1", {"doi": "none", "issued": None}),
        ("citation_dissertation_institution=MIT;citation_title=T", {"type": "thesis", "publisher": "MIT"}),
        ("citation_inbook_title=B;citation_title=T", {"type": "chapter", "container_title": "B"}),
    ],
)
def test_tags_for_search_engines_have_their_variables(content: str, expected: dict[str, object]):
    """Their names are Google Scholar's."""
    reference = parse_highwire(content)
    assert {name: getattr(reference, name) for name in expected} == expected


def test_a_reference_as_text_has_no_tags():
    """Some publishers put the printed reference in."""
    assert parse_highwire("Smith J. Birds. Nature. 2020") is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            JOURNAL + "rft.genre=article&rft.atitle=T&rft.jtitle=J&rft.spage=1&rft.epage=3",
            {"type": "article-journal", "container_title": "J"},
        ),
        (JOURNAL + "rft.atitle=T&rft.title=J", {"type": "document", "title": "T", "container_title": "J"}),
        (
            BOOK + "rft.btitle=B&rft.pub=Sage&rft.place=London",
            {"type": "book", "title": "B", "publisher": "Sage", "publisher_place": "London"},
        ),
        (BOOK + "rft.genre=bookitem&rft.atitle=T&rft.btitle=B", {"type": "chapter", "title": "T", "container_title": "B"}),
        (
            "rft.title=T&rft.aulast=Smith&rft.aufirst=Jane&rft.au=Smith,+Jane&rft.au=Roe,+C.",
            {"author": (Name(family="Smith", given="Jane"), Name(family="Roe", given="C."))},
        ),
        ("rft.title=T&rft.aulast=Smith&rft.auinit=J", {"author": (Name(family="Smith", given="J"),)}),
        ("rft.title=T&rft.artnum=e17&rft_id=info:pmid/12", {"page": Locator(article="e17"), "pmid": "12"}),
        ("rft_id=info:doi/10.5555/x&rft_id=http://a.example", {"doi": Doi("10.5555/x"), "url": "http://a.example"}),
    ],
)
def test_context_objects_have_their_variables(query: str, expected: dict[str, object]):
    """Encyclopedias carry one behind each citation."""
    reference = parse_openurl(query)
    assert {name: getattr(reference, name) for name in expected} == expected


def test_a_context_object_without_a_work_gives_none():
    """Empty ones stand on pages of search results."""
    assert parse_openurl(JOURNAL) is None

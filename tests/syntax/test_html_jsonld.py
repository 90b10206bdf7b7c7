"""Works in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.syntax.html_jsonld import parse, reference_of, title_of

ISSUE = {
    "@type": "PublicationIssue",
    "issueNumber": "3",
    "isPartOf": {
        "@type": ["PublicationVolume", "Periodical"],
        "volumeNumber": 12,
        "isPartOf": [{"name": "J Birds", "issn": ["0028-0836"]}],
    },
}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"citation": ["a", {"name": "b"}]}, ("a", {"name": "b"})),
        (
            {"@graph": [{"schema:citation": "a"}, {"https://schema.org/citation": {"name": "b", "citation": "c"}}]},
            ("a", {"name": "b", "citation": "c"}),
        ),
        ([{"mainEntity": {"citation": [None, 5, "", {}, "a"]}}], ("a",)),
        ({"name": "no citation"}, ()),
        (5, ()),
    ],
)
def test_what_a_page_cites_is_found_wherever_it_stands(content: Any, expected: tuple[Any, ...]):
    """Sites nest their descriptions as they like."""
    assert parse(json.dumps(content)) == expected


def test_what_is_no_json_cites_nothing():
    """Scripts are broken on many pages."""
    assert parse("{") == parse("[" * 100_000) == ()


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (
            {"@type": "ScholarlyArticle", "headline": "H", "isPartOf": ISSUE},
            {"type": "article-journal", "title": "H", "volume": "12", "issue": "3"},
        ),
        ({"isPartOf": ISSUE}, {"container_title": "J Birds", "issn": ("0028-0836",)}),
        ({"isPartOf": "J Birds"}, {"container_title": "J Birds"}),
        ({"isPartOf": "https://a.example"}, {"container_title": None}),
        ({"isPartOf": []}, {"container_title": None}),
        (
            {"@type": ["Thing", "schema:Book"], "name": ["B"], "isbn": "978-3-16-148410-0"},
            {"type": "book", "title": "B", "isbn": ("978-3-16-148410-0",)},
        ),
        ({"@type": "Hologram", "name": "T", "headline": "H"}, {"type": "document", "title": "T"}),
        (
            {"author": [{"familyName": "Smith", "givenName": "Jane"}, {"name": "Ann Roe"}, "Kim Lee", {}]},
            {"author": ("Smith, Jane", "Roe, Ann", "Lee, Kim")},
        ),
        ({"author": {"@type": "Organization", "name": "Bird House"}}, {"author": ("Bird House",)}),
        ({"creator": "the whole staff", "editor": {"name": "Ann Roe"}}, {"author": ("the whole staff",), "editor": ("Roe, Ann",)}),
        ({"creator": "Kim Lee", "author": "Ann Roe"}, {"author": ("Roe, Ann",)}),
        ({"datePublished": "2020-05-03", "publisher": {"name": "Sage"}}, {"issued": Date(year=2020, month=5, day=3), "publisher": "Sage"}),
        ({"datePublished": "soon", "publisher": {"name": {"@value": "x"}}}, {"issued": None, "publisher": None}),
        ({"pageStart": 3, "pageEnd": "5"}, {"page": Locator(pages="3-5")}),
        ({"pagination": "3–5", "pageStart": 3}, {"page": Locator(pages="3–5")}),
        ({"identifier": {"propertyID": "doi", "value": "10.5555/x"}, "sameAs": ["https://doi.org/10.5555/y"]}, {"doi": Doi("10.5555/x")}),
        ({"@id": "https://doi.org/10.5555/x", "identifier": ["PMC12345", 7, True]}, {"doi": Doi("10.5555/x"), "pmcid": "PMC12345"}),
        ({"url": "https://arxiv.org/abs/1706.03762"}, {"arxiv": "1706.03762", "url": "https://arxiv.org/abs/1706.03762"}),
    ],
)
def test_each_property_has_its_variable(work: dict[str, Any], expected: dict[str, Any]):
    """The table of properties, tried one by one."""
    reference = reference_of(work)
    for name, value in expected.items():
        found = getattr(reference, name)
        is_name = bool(found) and isinstance(found, tuple) and isinstance(found[0], Name)
        assert (tuple(map(str, found)) if is_name else found) == value


def test_an_endless_chain_of_containers_ends():
    """A page may say that a work is part of anything."""
    around: Any = {"name": "deep"}
    for _ in range(20):
        around = {"isPartOf": around}
    assert reference_of(around).container_title is None


def test_the_title_is_the_name_or_the_headline():
    """It finds the place of the work in the script."""
    assert (title_of({"headline": "H"}), title_of({"name": "N", "headline": "H"}), title_of({})) == ("H", "N", "")

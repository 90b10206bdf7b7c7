import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.readers.csl_json import read
from refcheck.syntax.csl_variables import ATTRIBUTES


def reading(text):
    return read(Document(name="works.json", text=text))


def one(item):
    (cited,) = reading(json.dumps([item])).references
    return cited


def test_an_item_becomes_a_reference_with_its_place():
    text = '[\n {"id": "lee", "type": "book", "title": "T"},\n {"id": 7, "type": "book"}, {"type": "book"}\n]'
    first, second, third = reading(text).references
    assert (first.id, first.key, first.kind, first.file, first.line) == ("lee", "lee", "structured", "works.json", 2)
    assert first.raw == text[first.span.start : first.span.end] == '{"id": "lee", "type": "book", "title": "T"}'
    assert (second.id, second.key) == ("7", "7")
    assert (third.id, third.key) == ("3", None)


def test_values_know_their_places():
    text = (
        '[{"title": "T", "note": "a \\"b\\"", "issued": {"date-parts": [[2020, 5]]}, '
        '"accessed": {"date-parts": [[2021]]}, "author": [{"family": "Lee"}, {}, {"family": "Roe"}]}]'
    )
    origins = reading(text).references[0].origins
    assert {path: origin.raw for path, origin in origins.items()} == {
        "title": "T",
        "note": '"a \\"b\\""',
        "issued": '{"date-parts": [[2020, 5]]}',
        "accessed": '{"date-parts": [[2021]]}',
        "author": '[{"family": "Lee"}, {}, {"family": "Roe"}]',
        "author[0]": '{"family": "Lee"}',
        "author[1]": '{"family": "Roe"}',
    }
    assert (origins["issued"].via, origins["accessed"].via) == ("derived", "own")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"DOI": "https://doi.org/10.5555/X"}, {"doi": Doi("10.5555/X")}),
        ({"DOI": "none"}, {"doi": "none"}),
        ({"ISBN": "9783161484100, 0306406152"}, {"isbn": ("9783161484100", "0306406152")}),
        ({"ISSN": ["0028-0836", 14764687, None]}, {"issn": ("0028-0836", "14764687")}),
        ({"volume": 4, "edition": 2.5}, {"volume": "4", "edition": "2.5"}),
        (
            {"journalAbbreviation": "J", "shortTitle": "S", "event": "E"},
            {"container_title_short": "J", "title_short": "S", "event_title": "E"},
        ),
        ({"event": "E", "event-title": "F"}, {"event_title": "E", "extra": {"event-title": "F"}}),
        ({"page": "1-9"}, {"page": Locator(pages="1-9")}),
        ({"type": "article-journal", "number": "e17"}, {"page": Locator(article="e17"), "number": None}),
        ({"type": "article-journal", "page": "1", "number": "e17"}, {"page": Locator(pages="1", article="e17")}),
        ({"type": "report", "number": 17}, {"number": "17", "page": None}),
        (
            {"title": True, "note": {"a": 1}, "author": "Lee", "unheard-of": [1]},
            {"title": None, "extra": {"title": True, "note": {"a": 1}, "author": "Lee", "unheard-of": [1]}},
        ),
        ({"title": None, "note": "", "author": [], "issued": {}}, {"present": ()}),
        ({"title": " "}, {"title": None, "extra": {"title": " "}}),
        ({"author": [{}]}, {"author": (), "extra": {"author": [{}]}}),
        ({"issued": {"literal": "in press"}}, {"issued": Date(literal="in press")}),
        (
            {"custom": {"arxiv": "1706.03762", "number": "4", "other": 1}},
            {"arxiv": "1706.03762", "number": "4", "extra": {"custom": {"other": 1}}},
        ),
        (
            {"custom": {"arxiv": 5, "extra": {"a": 1}, "honorifics": 3}},
            {"arxiv": None, "extra": {"a": 1, "custom": {"arxiv": 5, "honorifics": 3}}},
        ),
        ({"custom": "odd"}, {"extra": {}}),
        ({"type": "report", "number": "e1", "custom": {"article-number": "e1"}}, {"number": None, "page": Locator(article="e1")}),
    ],
)
def test_values_are_typed_or_kept_as_they_are(item, expected):
    reference = one(item).reference
    found = {name: reference.present() if name == "present" else getattr(reference, name) for name in expected}
    assert found == expected


@pytest.mark.parametrize(
    ("named", "csl", "extra"),
    [
        ("book", "book", {}),
        ("journal-article", "article-journal", {}),
        ("hologram", "document", {"type": "hologram"}),
        (None, "document", {}),
        (3, "document", {"type": 3}),
    ],
)
def test_types_of_crossref_are_understood_and_unknown_ones_kept(named, csl, extra):
    reference = one({"type": named}).reference
    assert (reference.type, reference.extra) == (csl, extra)


def test_titles_before_names_are_given_back_to_them():
    honorifics = [
        {"variable": "author", "index": 1, "text": "Dr."},
        {"variable": "author", "index": 9, "text": "Dr."},
        {"variable": "title", "index": 0, "text": "Dr."},
        {"variable": "nobody", "index": 0, "text": "Dr."},
        {"variable": "author", "index": 0, "text": ""},
        "odd",
    ]
    cited = one({"author": [{"family": "Lee"}, {"family": "Roe"}], "custom": {"honorifics": honorifics}})
    assert cited.reference.author == (Name(family="Lee"), Name(family="Roe", honorific="Dr."))


def test_what_was_printed_is_the_raw_text():
    assert one({"id": "a", "custom": {"raw": "Lee 2020", "line": 4}}).raw == "Lee 2020"


def test_invalid_json_is_told_once_and_what_stands_before_it_is_read():
    found = reading('[{"id": "a"},\n {"id": }]')
    assert [cited.id for cited in found.references] == ["a"]
    (fault,) = found.unreadable
    assert fault.reason == "not valid JSON: expecting value at line 2, column 9"
    assert fault.raw == '{"id": }]'


def test_an_empty_array_is_no_fault():
    found = reading("[]")
    assert (found.references, found.unreadable) == ((), ())


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "date-parts", "literal", "raw", "season", "arxiv", "honorifics", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*ATTRIBUTES, "id", "type", "custom", "x"]), values, max_size=6))
def test_no_value_makes_the_reader_fail(item):
    cited = one(item)
    assert cited.id

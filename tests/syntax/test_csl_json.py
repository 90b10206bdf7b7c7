import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.references import Span
from refcheck.syntax.csl_json import Broken, Item, elements, parse


def reasons(text):
    return [one.reason for one in parse(text) if isinstance(one, Broken)]


def test_items_and_members_know_their_places():
    text = ' [ {"id": "a", "title": "T \\u00e9", "author": [{"family": "X"}, "Y"]} ,\n{}] '
    first, second = parse(text)
    assert isinstance(first, Item)
    assert text[first.span.start : first.span.end].startswith('{"id"')
    assert text[second.span.start : second.span.end] == "{}"
    title = first.members["title"]
    assert title.value == "T é"
    assert text[title.span.start : title.span.end] == '"T \\u00e9"'
    places = elements(text, first.members["author"].span.start)
    assert [text[place.start : place.end] for place in places] == ['{"family": "X"}', '"Y"']
    assert elements("[]", 0) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('[{"id": 1}, {"id": 2}]', 2),
        ('{"items": [{"id": 1}]}', 1),
        ('{"id": 1, "title": "T"}', 1),
        ("[]", 0),
        ("{}", 0),
        ('{"items": []}', 0),
    ],
)
def test_an_array_an_object_with_items_and_one_item_are_read(text, count):
    found = parse(text)
    assert len(found) == count
    assert all(isinstance(one, Item) for one in found)


@pytest.mark.parametrize(
    ("text", "reason", "items"),
    [
        ('[{"id": 1}, {"id": 2, }]', "not valid JSON: ", 1),
        ('[{"id": 1} {"id": 2}]', "not valid JSON: expecting ',' delimiter at line 1, column 12", 1),
        ('[{"id": 1},\n', "not valid JSON: expecting value at line 2, column 1", 1),
        ('{"id" 1}', "not valid JSON: expecting ':' delimiter at line 1, column 7", 0),
        ('{"id": 1 "b": 2}', "not valid JSON: expecting ',' delimiter at line 1, column 10", 0),
        ("{id: 1}", "not valid JSON: expecting property name enclosed in double quotes at line 1, column 2", 0),
        ('{"id": "x', "not valid JSON: unterminated string", 0),
        ("no json", "CSL-JSON is an array of objects; this is neither an array nor an object", 0),
        ("", "CSL-JSON is an array of objects; this is neither an array nor an object", 0),
        ('[1, {"id": 1}]', "an item of CSL-JSON is an object; this is none", 1),
        ('[{"id": 1}, {"x": ' + "[" * 600 + "]" * 600 + "}]", "the JSON is nested too deeply to be read", 1),
        ("[" * 100_000, "not valid JSON: nested too deeply", 0),
    ],
)
def test_a_fault_is_told_once_and_what_stands_before_it_is_read(text, reason, items):
    found = parse(text)
    assert len(reasons(text)) == 1
    assert reasons(text)[0].startswith(reason)
    assert sum(isinstance(one, Item) for one in found) == items


def test_halves_of_letters_are_replaced():
    (item,) = parse('{"title": "a\\ud800b", "author": [{"family": "\\udc00"}]}')
    assert item.members["title"].value == "a\ufffdb"
    assert item.members["author"].value == [{"family": "\ufffd"}]


@given(st.lists(st.sampled_from(["[", "]", "{", "}", '"id"', ":", ",", "1", '"', "null", " ", "\n"]), max_size=25).map("".join))
def test_no_text_makes_reading_fail(text):
    for one in parse(text):
        assert 0 <= one.span.start <= one.span.end <= len(text)


@given(
    st.lists(
        st.dictionaries(st.text(max_size=4), st.integers() | st.text(max_size=4) | st.lists(st.integers(), max_size=2), min_size=1),
        max_size=4,
    )
)
def test_valid_json_reads_as_json_reads_it(items):
    text = json.dumps(items, indent=1, ensure_ascii=False)
    found = parse(text)
    assert [{name: placed.value for name, placed in one.members.items()} for one in found] == items
    assert all(one.span == Span(one.span.start, one.span.end) for one in found)

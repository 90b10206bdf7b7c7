import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.syntax.bibtex import parse


def one(text):
    library = parse(text)
    assert len(library.entries) == 1, library
    return library.entries[0]


def values(text):
    return {name: value.text for name, value in one(text).fields.items()}


def faults(text):
    return [(block.reason, block.key) for block in parse(text).broken]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("@book{k, title = {T}, year = 2020}", {"title": "T", "year": "2020"}),
        ("@BOOK{k,TITLE={T},Year=2020,}", {"title": "T", "year": "2020"}),
        ('@book(k, title = "T (new)", year = {2020})', {"title": "T (new)", "year": "2020"}),
        ("@book{k,\n  title = {A {B {C {D {E}}}} F},\n}\n", {"title": "A {B {C {D {E}}}} F"}),
        ('@book{k, title = "A {"}B{"} C"}', {"title": 'A {"}B{"} C'}),
        ('@book{k, author = "Erd\\"os and M{\\"u}ller"}', {"author": 'Erd\\"os and M{\\"u}ller'}),
        ("@book{k, title = {a \\} b}}", {"title": "a \\} b"}),
        ("@book{k, file = {C:\\}, year = {2020}}", {"file": "C:\\", "year": "2020"}),
        ("@book{k, month = feb}", {"month": "feb"}),
        ('@book{k, month = "15~" # feb}', {"month": "15~feb"}),
        ("@book{k, % a remark\n title = {T}, % more\n year = 2020}", {"title": "T", "year": "2020"}),
        ("@book{k}", {}),
        ("@\n book\n {\n k\n ,\n title = {T} }", {"title": "T"}),
        ("@book{k,\rtitle = {T},\ryear = 2020\r}\r", {"title": "T", "year": "2020"}),
        ("@book{k, title = {mail a@b.org or\n@book{is no entry} here}}", {"title": "mail a@b.org or\n@book{is no entry} here"}),
        ("@odd_type{k, title = {T}}", {"title": "T"}),
        ("@book{k, author+an = {1=highlight}}", {"author+an": "1=highlight"}),
    ],
)
def test_valid_entries_are_read_with_every_field(text, fields):
    assert values(text) == fields
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("@book{Lee:2020+a/b, title={T}}", "Lee:2020+a/b"),
        ("@book{with blank , title={T}}", "with blank"),
        ("@book{, title={T}}", ""),
        ("@book{ title={T}}", ""),
        ('@book{"q", title={T}}', '"q"'),
        ("@book{müller, title={T}}", "müller"),
    ],
)
def test_keys_are_read_as_they_are_written(text, key):
    assert one(text).key == key
    assert faults(text) == []


def test_places_are_those_of_the_text_within_its_delimiters():
    text = 'x\n@book{k, title = {Über {B}}, note = "q", year = 2020, month = feb}'
    entry = one(text)
    assert text[entry.span.start : entry.span.end] == text[2:]
    for value in entry.fields.values():
        assert text[value.start : value.end] == value.text


def test_strings_are_resolved_and_say_where_they_are_defined():
    text = (
        '@string{pub = {A & B}}\n@STRING(pub2 = pub # " Ltd")\n'
        "@book{k, publisher = PUB, series = pub2, title = pub # { now}, note = nowhere}"
    )
    entry = parse(text).entries[0]
    publisher, series, title, note = (entry.fields[name] for name in ("publisher", "series", "title", "note"))
    assert (publisher.text, publisher.via, publisher.parent) == ("A & B", "string", "PUB")
    assert text[publisher.start : publisher.end] == "A & B"
    assert series.text == "A & B Ltd"
    assert (title.text, title.raw, title.via) == ("A & B now", "pub # { now}", "string")
    assert (note.text, note.via, note.parent) == ("nowhere", "string", "nowhere")
    assert text[note.start : note.end] == "nowhere"


def test_of_a_field_given_twice_the_first_is_read_and_the_second_is_noted():
    text = "@book{k, title = {A}, Title = {B}}"
    assert values(text) == {"title": "A"}
    ((name, span),) = one(text).duplicates
    assert (name, text[span.start : span.end]) == ("title", "B")


def test_entries_of_one_key_are_both_kept():
    assert [entry.key for entry in parse("@book{k, title={A}}\n@book{k, title={B}}").entries] == ["k", "k"]


@pytest.mark.parametrize(
    "text",
    [
        "@comment{@book{k, title={T}}}",
        "@comment{\n@book{k,\n title={T}}\n}",
        "% @book{k, title={T}}",
        "see @book{k in the text",
        "mail me@example.org {now}",
        '@preamble{ "\\def\\x{y}" }',
        "@string{a = {b}}",
        "",
        "@",
        "@{x}",
        "@string{@",
    ],
)
def test_what_is_no_entry_is_none(text):
    library = parse(text)
    assert library.entries == ()


@pytest.mark.parametrize("before", ["@string{", "@string{a = {b}, ", "@string{a = {b}\n", "see @string{", "@book{a, url = {x%20y}} "])
def test_an_entry_is_read_whatever_stands_before_it_on_its_line(before):
    assert [entry.key for entry in parse(f"{before}@book{{k, title={{T}}}}").entries][-1] == "k"


def test_an_unclosed_comment_does_not_hide_the_entry_after_it():
    assert one("@comment{ unbalanced {\n@book{k, title={T}}").key == "k"


@pytest.mark.parametrize(
    ("text", "fault", "fields"),
    [
        ("@book{k, title={A} year={2020}}", 'a comma is missing after the value of "title"', {"title": "A", "year": "2020"}),
        ("@book{k title={A}}", "a comma is missing after the key", {"title": "A"}),
        ("@book{k, title={A}, author 💯 {Lee}, year=2020}", '"author 💯 {Lee}" is no field (name = value)', {"title": "A", "year": "2020"}),
        ("@book{k, title={A}, stray\n year=2020}", '"stray" is no field (name = value)', {"title": "A", "year": "2020"}),
        ("@book{k, title={A}), year=2020}", '")" is no field (name = value)', {"title": "A", "year": "2020"}),
        (
            "@book{k, title = On wells,\n year=2020}",
            'the value of "title" stands in neither braces nor quotation marks',
            {"title": "On wells", "year": "2020"},
        ),
        ("@book{k, year = 2020a}", 'the value of "year" stands in neither braces nor quotation marks', {"year": "2020a"}),
        ("@book{k, title={A})", "the entry is opened with { and closed with )", {"title": "A"}),
        ("@book{k, title={A}", "the entry is never closed", {"title": "A"}),
    ],
)
def test_a_fault_that_leaves_the_fields_certain_is_told_and_the_entry_read(text, fault, fields):
    assert faults(text) == [(fault, "k")]
    assert values(text) == fields


@pytest.mark.parametrize(
    ("text", "fault", "key"),
    [
        ('@book{k, title = "A, year = 2020', 'the value of "title" is never closed', "k"),
        ("@book{k, title = {A, year = 2020}", 'the value of "title" runs over the fields after it: a brace is missing', "k"),
        ("@book{k,\n title = {A,\n year = {2020}\n}", 'the value of "title" runs over the fields after it: a brace is missing', "k"),
        ('@book{k, title = "a } b"', 'the value of "title" is never closed', "k"),
        ("@book{{}, x", "no key and no field follows the opening brace", None),
        ("@preamble{ never", "the preamble is never closed", None),
    ],
)
def test_an_entry_whose_fields_run_together_is_given_up_and_the_next_is_read(text, fault, key):
    for following in ("", "\n\n@book{next,\n title = {B},\n}"):
        library = parse(text + following)
        assert [(block.reason, block.key) for block in library.broken][:1] in (
            [(fault, key)],
            [('the value of "title" is never closed', key)],
        )
        assert [entry.key for entry in library.entries] == ["next"] * bool(following)
        assert not set(text[: library.broken[0].span.end].splitlines()[-1:]) & {"@book{next,"}


def test_an_entry_that_is_not_closed_ends_where_the_next_begins():
    library = parse("@book{a, title={A}\n\n@book{b, title={B}}")
    assert [entry.key for entry in library.entries] == ["a", "b"]
    assert [block.reason for block in library.broken] == ["the entry is never closed"]


def test_nothing_is_logged_about_broken_files(caplog):
    with caplog.at_level(logging.DEBUG):
        parse("@book{k, title = {A\n@book{l, title = B c}")
    assert caplog.records == []


SIGNS = [
    "@book{k,",
    "@string{",
    "@comment",
    "title",
    "year = 20",
    " = ",
    "{",
    "}",
    "(",
    ")",
    '"',
    "#",
    ",",
    "\\",
    "%",
    "\n",
    "\r",
    " ",
    "é",
    "@",
    "a and b",
]


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_no_text_makes_reading_fail_and_places_lie_within_it(text):
    library = parse(text)
    for entry in library.entries:
        assert 0 <= entry.span.start < entry.span.end <= len(text)
        for value in entry.fields.values():
            assert text[value.start : value.end] == (value.text if value.raw is None else value.raw)
    for block in library.broken:
        assert 0 <= block.span.start <= block.span.end <= len(text)

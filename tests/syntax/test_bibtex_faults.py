"""What a broken file must not do: hide an entry, move a place, take for ever."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.syntax.bibtex import parse
from refcheck.syntax.bibtex_inheritance import inherit

NEXT = "\n\n@misc{next,\n  title = {T},\n}\n"
WHOLE = """\
Some words; mail me@example.org {now}.
@comment{jabref-meta: databaseType:bibtex;}
@preamble{ "\\newcommand{\\noop}[1]{}" }
@string{nat = {Nature}}
@string(lee = "Lee, Ann" # { and })

% @book{off, title={Off}}
@article{a,
  author = lee # {Roe, Bo},
  title  = "A {"}quoted{"} word",
  journal = nat,
  year = 2020, month = "15~" # feb,
}
@book(b, title = {B (2nd)}, crossref = {p})
@proceedings{p,\r\n  title = {Wells},\r\n  publisher = {P}\r\n}
@misc{c, file = {C:\\}, note = {M{\\"u}ller \\& {Co}}}
"""
JUNK = [
    "@",
    "{",
    "}",
    '"',
    "#",
    ",",
    "=",
    "\\",
    "%",
    "(",
    ")",
    "\n",
    "\r\n",
    "@string{x=",
    "@comment{",
    "@book{k,",
    " a@b.org {",
    "\\}",
    "é",
]


def uncovered(text):
    """Give what stands outside of all blocks."""
    library = parse(text)
    rest = list(text)
    for block in (*library.entries, *library.broken, *library.others):
        rest[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    return "".join(rest).strip()


def assert_places_hold(text):
    library = parse(text)
    for entry in inherit(library.entries):
        for value in entry.fields.values():
            assert text[value.start : value.end] == (value.text if value.raw is None else value.raw)
            assert value.via != "own" or entry.span.start <= value.start <= value.end <= entry.span.end


def mutated(draw):
    text = WHOLE
    for _ in range(draw.randrange(1, 5)):
        at = draw.randrange(len(text) + 1)
        to = min(len(text), at + draw.randrange(60))
        text = draw.choice((text[:at], text[:at] + draw.choice(JUNK) + text[at:], text[:at] + text[to:], text[:to] + text[at:]))
    return text


@pytest.mark.parametrize(
    "before",
    [
        "@book{k, title =",
        "@book{k, title = {A} #",
        "@book{k,\n title = {A},\n ti",
        "@book{k,\n title = {A},\n journal {= {x",
        "@book{k, title = {A",
        '@book{k, title = "A',
        "@book{k,\n title = {A},\n year = 20",
        "@book{k",
        "@book{",
        "@string{",
        "@string{a = ",
        "@preamble{ {",
        "@comment{ {",
        "@comment",
        "@comment{jabref-meta: groups:\n1 Mine\\;0\\;;\n2 @string{x=3\\;;",
        "@",
    ],
)
def test_no_fault_hides_the_entry_after_it(before):
    last = parse(before + NEXT).entries[-1]
    assert (last.key, last.fields["title"].text) == ("next", "T")


def test_a_value_that_is_missing_is_empty_and_stands_after_its_sign():
    text = f"@book{{k, title =  {NEXT}"
    entry = parse(text).entries[0]
    title = entry.fields["title"]
    assert (title.text, text[: title.start]) == ("", "@book{k, title =")
    assert entry.span.end == title.end


def test_many_mutilated_files_lose_no_later_entry_and_no_place():
    draw = random.Random(1)  # noqa: S311 -- no secrets
    for _ in range(600):
        text = mutated(draw) + NEXT
        assert parse(text).entries[-1].key == "next", text
        assert uncovered(text) == "", text
        assert_places_hold(text)


SIGNS = [
    "@book{k,",
    "@string{",
    "@comment",
    "t",
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
]


@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_no_text_hides_the_entry_after_it_or_leaves_a_hole(text):
    assert_places_hold(text)
    assert uncovered(text) == ""
    assert parse(text + NEXT).entries[-1].key == "next"


def test_all_that_is_no_entry_is_kept():
    text = WHOLE
    library = parse(text)
    assert uncovered(text) == ""
    assert [(other.kind, text[other.span.start : other.span.end].split("\n")[0]) for other in library.others] == [
        ("text", "Some words; mail me@example.org {now}."),
        ("comment", "@comment{jabref-meta: databaseType:bibtex;}"),
        ("preamble", '@preamble{ "\\newcommand{\\noop}[1]{}" }'),
        ("string", "@string{nat = {Nature}}"),
        ("string", '@string(lee = "Lee, Ann" # { and })'),
        ("text", "% @book{off, title={Off}}"),
    ]
    assert {name: value.text for name, value in library.strings.items()} == {"nat": "Nature", "lee": "Lee, Ann and "}
    assert [entry.key for entry in library.entries] == ["a", "b", "p", "c"]
    assert library.broken == ()


def test_a_block_that_is_given_up_is_kept_with_its_place():
    text = "@book{a,\n title = {A,\n year = {2020}\n}\nwords" + NEXT
    (broken,) = parse(text).broken
    assert text[broken.span.start : broken.span.end].startswith("@book{a,")
    assert uncovered(text) == ""


LARGE = 100_000
SECONDS = 4
"""What is linear takes half a second of them, what is not takes many."""


@pytest.mark.parametrize(
    "unit",
    [
        "{",
        "@book{k, title = {",
        "@book{k, title = {A\n",
        '@book{k,\n title = "A\n',
        "@book{k,\n title = {A,\n year = {2020}\n}\n",
        "@book{k, title = {A}\n\n",
        "@comment{\n",
        "@preamble{\n",
        "@string{a = {x}\n",
        "@",
        "@ ",
        "@a",
        "me@example.org {x} ",
        "x @book{k, title={T}} ",
        "@book{k,\n title = {a \\{ b},\n}\n",
        " title = {x \\{ \\{ y} z},\n",
        " t = {a",
    ],
)
@pytest.mark.parametrize("lead", ["", "@book{k, "])
def test_bad_input_takes_time_in_proportion(unit, lead):
    text = lead + unit * (LARGE // len(unit))
    start = time.process_time()
    parse(text)
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("value", ["{" * LARGE + "}" * LARGE, "{" + "word " * LARGE + "}", '"' + "a" * LARGE + '"', "a # " * LARGE + "{b}"])
def test_one_huge_value_is_read(value):
    start = time.process_time()
    entry = parse(f"@book{{k, note = {value}, year = 2020}}").entries[0]
    assert (len(entry.fields["note"].text) >= LARGE, entry.fields["year"].text) == (True, "2020")
    assert time.process_time() - start < SECONDS


def test_after_many_faults_entries_still_end_where_the_next_begins():
    text = "@book{k, title = {A\n" * 150 + "@book{good,\n title = {B},\n}\n@book{holds,\n note = {x\n@book{k, y} z},\n}" + NEXT
    keys = [entry.key for entry in parse(text).entries]
    assert keys[0] == "good"
    assert keys[-1] == "next"


def test_strings_that_double_each_other_do_not_fill_the_memory():
    text = "@string{a0 = {xx}}\n" + "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(60)) + "@book{k, title = a60, note = a5}"
    fields = parse(text).entries[0].fields
    assert fields["note"].text == "xx" * 32
    assert len(fields["title"].text) < 100_000

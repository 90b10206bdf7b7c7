import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Span
from refcheck.readers.csl_yaml import read
from refcheck.syntax import csl_yaml
from refcheck.syntax.csl_json import Item
from refcheck.syntax.csl_yaml import parse


def reading(text):
    return read(Document(name="works.yaml", text=text))


def one(*members):
    (cited,) = reading("references:\n- " + "\n  ".join(members)).references
    return cited


PANDOC = """---
nocite: "@*"
references:
- id: lee2020
  type: article-journal
  author:
  - family: Müller
    given: Änne
  - literal: "WHO"
  title: 'Über "Gezeiten": eine Schau'
  container-title: >-
    Zeitschrift
    für Form

  issued: 2020-05-01
  volume: 012
  page: 12-19
  language: no
  DOI: 10.5555/form
  note: ~
- {id: roe, type: book, title: "Tides & \\"Time\\"", author: {family: Roe}}
...
references: [not, read]
"""


def test_items_become_references_with_their_places():
    found = reading(PANDOC)
    first, second = found.references
    assert found.unreadable == ()
    assert (first.id, first.key, first.kind, first.line) == ("lee2020", "lee2020", "structured", 4)
    assert first.raw.startswith("id: lee2020")
    assert first.raw.endswith("note: ~")
    assert (second.line, second.raw[:9], second.raw[-14:]) == (21, "{id: roe,", "{family: Roe}}")
    assert second.reference.author == (Name(family="Roe"),)
    assert second.reference.title == 'Tides & "Time"'


def test_scalars_are_the_text_that_is_written():
    """YAML 1.1 takes "no" for false, 012 for ten and 2020-05-01 for a date."""
    found = reading(PANDOC).references[0].reference
    assert (found.language, found.volume, found.issued) == ("no", "012", Date(year=2020, month=5, day=1))
    assert (found.title, found.container_title) == ('Über "Gezeiten": eine Schau', "Zeitschrift für Form")
    assert (found.page, found.doi, found.note) == (Locator(pages="12-19"), Doi("10.5555/form"), None)
    assert found.author == (Name(family="Müller", given="Änne"), Name(literal="WHO"))


def test_values_know_their_places():
    first, second = reading(PANDOC).references
    found = {path: (origin.raw, origin.via) for path, origin in first.origins.items()}
    assert found["title"] == ('Über "Gezeiten": eine Schau', "own")
    assert found["author[0]"] == ("family: Müller\n    given: Änne", "own")
    assert found["container_title"] == (">-\n    Zeitschrift\n    für Form", "derived")
    assert found["issued"] == ("2020-05-01", "own")
    assert second.origins["title"].raw == '"Tides & \\"Time\\""'
    assert second.origins["author[0]"].raw == "{family: Roe}"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("{year: 2020, month: 5, day: 1}", Date(year=2020, month=5, day=1)),
        ("[{year: 2020, month: 5}, {year: 2021}]", Date(year=2020, month=5, end=Date(year=2021))),
        ("[{year: 2020, season: 1}]", Date(year=2020, season=1)),
        ("{year: 2020, circa: true}", Date(year=2020, circa=True)),
        ("{date-parts: [[2020, 5]]}", Date(year=2020, month=5)),
        ("2018-11/2019-01", Date(year=2018, month=11, end=Date(year=2019, month=1))),
        ("in press", Date(literal="in press")),
    ],
)
def test_dates_are_read_in_the_forms_of_pandoc_and_of_csl(written, date):
    assert one(f"issued: {written}").reference.issued == date


@pytest.mark.parametrize("written", ["", "~", "null", "[]", "{}"])
def test_what_is_empty_is_absent(written):
    assert one("id: a", f"title: {written}").reference.title is None
    assert one("id: a", "title: 'null'").reference.title == "null"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", "\ufeff", "# Größe 𝔘\n"])
def test_places_are_right_behind_signs_of_several_bytes(head, end):
    text = (head + PANDOC).replace("\n", end)
    found = reading(text)
    assert [cited.id for cited in found.references] == ["lee2020", "roe"]
    for cited in found.references:
        assert all(text[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    assert found.references[0].origins["doi"].raw == "10.5555/form"


def test_a_bare_list_holds_items_too():
    assert [cited.id for cited in reading("- id: a\n- id: b\n").references] == ["a", "b"]


def test_an_item_without_a_key_is_known_by_its_place():
    assert [(cited.id, cited.key) for cited in reading("- id: a\n- type: book\n").references] == [("a", "a"), ("2", None)]


@pytest.mark.parametrize(
    ("text", "ids", "raw", "reason"),
    [
        ("title: x", [], "title: x", 'there is no list of references; CSL-YAML holds one under "references"'),
        ("references: x", [], "references: x", 'there is no list of references; CSL-YAML holds one under "references"'),
        ("references:\n- id: a\n- only text\n", ["a"], "only text", "an item of CSL-YAML is a mapping; this is none"),
        ("references:\n- id: a\n- id: b\n  title: [x\n...\n", ["a"], "- id: b\n  title: [x\n...\n", None),
        ("- id: a\n- id: @b\n", ["a"], "- id: @b\n", None),
        ("a: [b\nreferences: 3", [], "a: [b\nreferences: 3", None),
        ("@", [], "@", None),
    ],
)
def test_what_is_no_item_is_told_and_what_stands_before_a_fault_is_read(text, ids, raw, reason):
    found = reading(text)
    (fault,) = found.unreadable
    assert ([cited.id for cited in found.references], fault.raw) == (ids, raw)
    assert fault.reason == reason if reason else fault.reason.startswith("not valid YAML: ")


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_file_is_no_fault(text):
    assert (reading(text).references, reading(text).unreadable) == ((), ())


def test_a_header_without_references_holds_no_items_and_is_no_fault():
    assert parse("---\ntitle: My paper\ntype: post\n---\nText: [with, anything") == ()
    assert parse("# only a remark\n") == ()


def test_places_are_those_of_the_file_where_the_text_begins_later_in_it():
    file = "über\n---\nreferences:\n- id: a\n  author: [{family: Lee}]\n- x\n---\n"
    item, broken = parse(file[5:], 5)
    assert file[item.span.start : item.span.end] == "id: a\n  author: [{family: Lee}]"
    span, (part,) = item.members["author"].span, item.members["author"].parts
    assert (file[span.start : span.end], file[part.start : part.end]) == ("[{family: Lee}]", "{family: Lee}")
    assert file[broken.span.start : broken.span.end] == "x"
    (fault,) = parse("a: [b", 5)
    assert fault.span == Span(5, 10)


def test_aliases_give_the_value_they_stand_for():
    found = reading(
        "references:\n- &a {id: a, title: T, author: &who [{family: Lee}]}\n- {id: b, author: *who}\n- *a\n- title: *none\n"
    ).references
    assert [cited.reference.author for cited in found[:3]] == [(Name(family="Lee"),)] * 3
    assert found[3].reference.title == "*none"


def test_aliases_that_multiply_are_refused_in_one_line():
    """Each of twelve lists holds the one before nine times."""
    lists = ["&l0 [x,x,x,x,x,x,x,x,x]", *(f"&l{level} [{','.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 12))]
    (fault,) = reading("\n".join(f"a{place}: {each}" for place, each in enumerate([*lists, "[{id: *l11}]"]))).unreadable
    assert fault.reason == f"its aliases stand for more than {csl_yaml.MOST} values"


def test_an_alias_of_what_is_not_read_to_its_end_is_a_text():
    assert reading("- &a {title: *a}").references[0].reference.title == "*a"


def test_nesting_beyond_measure_ends_the_reading():
    """By our own bound, or by that of PyYAML from 6.0.4 on."""
    (fault,) = reading("references: " + "[" * 100_000).unreadable
    assert fault.reason in {"nested more than 100 levels deep", "not valid YAML: exceeded maximum nesting depth"}


def test_keys_that_are_no_text_are_kept():
    assert dict(one("? [a, b]", ": x", "~: y").reference.extra) == {"?": "x", "null": "y"}


def test_control_characters_are_read_as_blanks():
    assert one("title: a\x01b").reference.title == "a b"


def test_parse_gives_items():
    assert isinstance(parse("- id: a")[0], Item)


pieces = st.sampled_from(
    [
        *(
            "- ",
            "id: ",
            "title: ",
            "author:\n",
            "  - family: ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "&a ",
            "*a",
            "|\n   ",
            ">-\n ",
            "'",
            '"',
            "? ",
            ": ",
        ),
        *("#", "\n", "\n  ", "issued: {year: 2020}", "references:\n", "---\n", "!!int ", "ISBN: [1, 2]", "ü𝔘", "\r\n", "\t", "<<: *a"),
    ]
)


@given(st.lists(pieces | st.text(max_size=4), max_size=25).map("".join), st.sampled_from(["", "references:\n- id: a\n  "]))
def test_no_text_raises_and_every_place_holds_its_text(text, head):
    whole = f"{head}{text}"
    found = reading(whole)
    for cited in found.references:
        assert whole[cited.span.start : cited.span.end] == cited.raw or "custom" in cited.raw
        assert all(whole[origin.span.start : origin.span.end] == origin.raw for origin in cited.origins.values())
    assert all(whole[fault.span.start : fault.span.end] == fault.raw for fault in found.unreadable)

"""A page as browsers read it, with the way back to its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.syntax.html import DEEPEST, parse
from refcheck.syntax.xml_tree import Element, Stretch


def shown(text: str) -> list[tuple[str, str]]:
    """Each stretch of text, and what the source has at its place."""
    return [(stretch.text, text[stretch.start : stretch.end]) for stretch in parse(text).stretches()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Äa <b>b</b>", [("Äa ", "Äa "), ("b", "b")]),
        ("a &amp; b", [("a ", "a "), ("&", "&amp;"), (" b", " b")]),
        ("&#233;&eacute;&notit;", [("é", "&#233;"), ("é", "&eacute;"), ("¬it;", "&notit;")]),
        ("a & b < c &", [("a & b < c &", "a & b < c &")]),
        ("a\r\nb\rc", [("a", "a"), ("\n", "\r\n"), ("b", "b"), ("\n", "\r"), ("c", "c")]),
        ("a</i>b<!-- x -->c", [("a", "a"), ("b", "b"), ("c", "c")]),
        ("a\0b", [("a", "a"), ("b", "b")]),
        ("<table>x<tr><td>y", [("x", "x"), ("y", "y")]),
        ("<script>a<b</script>", [("a<b", "a<b")]),
        ("", []),
    ],
)
def test_every_text_is_found_again_in_the_source(text: str, expected: list[tuple[str, str]]):
    """Spans of findings are built on it."""
    assert shown(text) == expected


def test_what_browsers_put_in_stands_where_it_is_needed():
    """The elements `html`, `body` and `tbody` need not be written."""
    text = "<table id=a><tr><td>x</table>"
    found = {element.tag: element for element in parse(text).walk()}
    assert {"html", "body", "tbody"} <= set(found)
    assert (found["td"].start, found["table"].attributes) == (text.index("<td>"), {"id": "a"})


def test_deep_nesting_is_cut_off_and_nothing_is_lost():
    """No page of people is so deep; a reader that recurses would fall over it."""
    root = parse("<div>" * 5000 + "x")
    depth, element = 0, root
    while element is not None:
        depth, element = depth + 1, next((child for child in reversed(element.children) if isinstance(child, Element)), None)
    assert depth == DEEPEST
    assert root.text == "x"


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<table>",
            "<td>",
            "a",
            "é",
            "&amp;",
            "&amp",
            "&#0;",
            "&",
            "<",
            "\r\n",
            "\r",
            "\0",
            "<!--",
            "-->",
            " ",
        ),
        "</",
        "<a b='",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_letters_lead_back_to_the_same_letters(pieces: list[str]):
    """Where a text is as long as in the source, it is the text of the source."""
    text = "".join(pieces)
    places = [stretch for stretch in parse(text).stretches() if isinstance(stretch, Stretch)]
    for stretch in places:
        assert 0 <= stretch.start <= stretch.end <= len(text)
        if stretch.end - stretch.start == len(stretch.text) and "\n" not in stretch.text:
            assert text[stretch.start : stretch.end] == stretch.text

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.references import Span
from refcheck.syntax import xml_tree
from refcheck.syntax.xml_tree import Element, Stretch, parse


def pieces(text):
    """Give every stretch of text with what is written for it."""
    tree = parse(text)
    return [(stretch.text, text[stretch.start : stretch.end]) for stretch in tree.root.stretches()]


def test_elements_and_texts_know_their_places_after_signs_of_several_bytes():
    text = "<ä>𝔘ü<b>é</b>ß<c/><d></d></ä>"
    root = parse(text).root
    assert [(one.tag, text[one.start : one.end]) for one in root.walk()] == [
        ("ä", text),
        ("b", "<b>é</b>"),
        ("c", "<c/>"),
        ("d", "<d></d>"),
    ]
    assert pieces(text) == [("𝔘ü", "𝔘ü"), ("é", "é"), ("ß", "ß")]


def test_each_sign_that_is_written_otherwise_is_a_stretch_of_its_own():
    """A place within a value can only be told where the text is letter for letter what is written."""
    text = "<a>x&amp;y&#xe9;z&#10;\r\n\nq\rr<![CDATA[&<b>ü]]>s</a>"
    assert pieces(text) == [
        ("x", "x"),
        ("&", "&amp;"),
        ("y", "y"),
        ("é", "&#xe9;"),
        ("z", "z"),
        ("\n", "&#10;"),
        ("\n", "\r\n"),
        ("\nq", "\nq"),
        ("\n", "\r"),
        ("r", "r"),
        ("&<b>ü", "&<b>ü"),
        ("s", "s"),
    ]


def test_comments_and_instructions_part_text_and_are_no_text():
    assert pieces("<a>x<!-- no -->y<?no no?>z</a>") == [("x", "x"), ("y", "y"), ("z", "z")]


def test_an_empty_element_is_told_from_one_whose_text_looks_so():
    text = "<a><b/><c>/></c><d x='/'></d></a>"
    assert [text[one.start : one.end] for one in parse(text).root.elements()] == ["<b/>", "<c>/></c>", "<d x='/'></d>"]


def test_names_are_parted_from_their_namespaces():
    root = parse('<a xmlns="urn:a" xmlns:r="urn:r" r:x="2" x="3" y="4" r:y="5" r:z="6"><r:b/></a>').root
    assert (root.tag, root.space, dict(root.attributes)) == ("a", "urn:a", {"x": "3", "y": "4", "z": "6"})
    assert [(one.tag, one.space) for one in root.elements()] == [("b", "urn:r")]


def test_signs_that_html_names_are_known_without_a_declaration():
    text = "<a>x&nbsp;&ouml;&nosuch;y</a>"
    assert pieces(text) == [("x", "x"), ("\xa0", "&nbsp;"), ("ö", "&ouml;"), ("&nosuch;y", "&nosuch;y")]


@pytest.mark.parametrize(
    "head", ['<?xml version="1.1" encoding="UTF-16" standalone="yes"?>', "\n <?xml version='1.0'?>\r\n", "\ufeff", " \n"]
)
def test_what_stands_before_the_document_neither_stops_the_reading_nor_moves_places(head):
    """The text is decoded already, and programs write blank lines before the declaration."""
    text = f"{head}<a>ü&nbsp;</a>"
    tree = parse(text)
    assert (tree.fault, text[tree.root.start :]) == (None, "<a>ü&nbsp;</a>")


def test_control_characters_are_read_as_blanks():
    """Titles copied from PDF hold them; XML forbids them."""
    assert pieces("<a>x\x0by\ufffe</a>") == [("x y ", "x\x0by\ufffe")]


def test_children_are_found_by_their_path():
    root = parse("<a><b/><b><c>1</c></b><d><c>2</c></d></a>").root
    assert root.find("d", "c").text == "2"
    assert root.find("b", "c") is None
    assert root.find() is root
    assert [one.tag for one in root.elements("b", "d")] == ["b", "b", "d"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("<a> x y\n</a>", "x y"),
        ("<a>\n <i> x</i><b>y </b>\n</a>", "x</i><b>y"),
        ("<a>&amp; x &#38;</a>", "&amp; x &#38;"),
        ("<a> <b/> </a>", None),
        ("<a/>", None),
    ],
)
def test_the_content_is_the_text_without_blanks_around_it(text, content):
    span = parse(text).root.content
    assert (text[span.start : span.end] if span else None) == content


@pytest.mark.parametrize(
    ("text", "reason", "rest", "read"),
    [
        ("", "there is no XML element", "", None),
        ("<!-- x -->", "there is no XML element", "", None),
        ("no XML", "not valid XML: syntax error", "no XML", None),
        ("<a>ü<b>c", "not valid XML: <b> is not closed", "", "üc"),
        ("<a>ü<b>c</a>", "not valid XML: mismatched tag", "a>", "üc"),
        ("<a>ü</a><b/>", "not valid XML: junk after document element", "<b/>", "ü"),
        ("<a>ü & so</a>", "not valid XML: not well-formed (invalid token)", " so</a>", "ü "),
        ("<a>ü<q:b/></a>", "not valid XML: unbound prefix", "<q:b/></a>", "ü"),
    ],
)
def test_what_stands_before_a_fault_is_read_and_the_place_told(text, reason, rest, read):
    tree = parse(text)
    assert (tree.fault.reason, text[tree.fault.offset :]) == (reason, rest)
    assert (tree.root.text if tree.root else None) == read


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]>',
        '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;&x;&x;&x;">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>',
        '<!DOCTYPE a [<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "x.gif" NDATA n>]>',
    ],
)
def test_entities_are_refused_in_one_line(doctype):
    """Billion laughs, quadratic blow-up and files of the reader's machine all begin with a declaration."""
    tree = parse(f"{doctype}<a>&x;</a>")
    assert (tree.root, tree.fault.reason) == (None, "declares entities, which are not read")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a PUBLIC "-//NLM//DTD JATS (Z39.96)//EN" "http://127.0.0.1/JATS.dtd">',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE a [%unknown;]>",
        '<!DOCTYPE a [<!ATTLIST a q CDATA "a default">]>',
    ],
)
def test_a_document_type_alone_is_allowed_and_never_fetched(doctype):
    tree = parse(f"{doctype}<a>ü</a>")
    assert (tree.fault, tree.root.text, dict(tree.root.attributes)) == (None, "ü", {})


def test_nesting_beyond_measure_ends_the_reading():
    text = "<a>" * 100_000
    tree = parse(text)
    assert (tree.fault.reason, tree.fault.offset) == ("nested more than 256 levels deep", 3 * xml_tree.DEEPEST)
    assert sum(1 for _ in tree.root.walk()) == xml_tree.DEEPEST


@pytest.mark.parametrize("piece", ["<a/>", "&amp;"])
def test_more_elements_than_any_document_has_end_the_reading(monkeypatch, piece):
    monkeypatch.setattr(xml_tree, "MOST", 100)
    tree = parse(f"<r>{piece * 200}</r>")
    assert (tree.fault.reason, tree.fault.offset) == ("holds more than 100 elements", 3 + 99 * len(piece))


def test_spans_are_given_as_spans():
    root = parse("<a>b</a>").root
    assert (root.span, root.children[0].span) == (Span(0, 8), Span(3, 4))


markup = st.lists(
    st.sampled_from(
        ["<a>", "</a>", "<b x='ü'>", "</b>", "<c/>", "&amp;", "&#233;", "&nbsp;", "ü𝔘", "\r\n", "\n", "<![CDATA[", "]]>", "<!--", "-->"]
    )
    | st.text(max_size=4),
    max_size=30,
).map("".join)


@given(markup)
def test_no_text_raises_and_every_place_holds_its_text(text):
    tree = parse(text)
    if tree.fault:
        assert 0 <= tree.fault.offset <= len(text)
    for node in tree.root._nodes() if tree.root else ():
        assert 0 <= node.start <= node.end <= len(text)
        if isinstance(node, Element):
            ends = [child.end for child in node.children]
            assert all(before <= after.start for before, after in zip([node.start, *ends], node.children, strict=False))
        elif isinstance(node, Stretch) and len(node.text) == node.end - node.start > 1:
            assert xml_tree._FORBIDDEN.sub(" ", text[node.start : node.end]) == node.text


@given(st.text(alphabet=st.characters(exclude_characters="<&\r", exclude_categories=["Cc", "Cs"]), max_size=20), st.text(max_size=9))
def test_text_between_tags_is_read_letter_for_letter(text, rest):
    written = f"<a>{text.replace(']]>', '')}</a>"
    root = parse(f"{written}{rest}").root
    assert written[3:-4] == root.text.replace("\ufffe", " ")

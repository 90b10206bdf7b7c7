"""Markdown documents: text is read without its markup, and every sign points at its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.model.documents import Document, Reading
from refcheck.model.identifiers import Doi
from refcheck.readers.markdown import read
from refcheck.readers.markdown_flow import write_flow
from refcheck.syntax.markdown_citations import citations_in

SMITH = "Smith, J., & Jones, A. (2020). The theory of things. *Journal of Things*, **12**(3), 345--350."
BROWN = "Brown, B. (2018). *A book on things*. New York: Springer."
MILLER = "Müller, K. (2019). Another theory of things. *Journal of Things*, *11*(2), 45–50."


def reading_of(text: str) -> Reading:
    return read(Document(name="paper.md", text=text))


def blocks_of(text: str) -> list[tuple[str, str | None, str | None, str]]:
    flow, _ = write_flow(text)
    return [(block.kind, block.label, block.key, flow.text[block.span.start : block.span.end]) for block in flow.blocks]


def test_a_numbered_list_is_read_without_its_marks_and_points_at_the_source():
    """What a fix edits is the source: marks stay outside of the values."""
    text = (
        "# Paper\n\nSome text with mail me@example.org.\n\n## References {.unnumbered}\n\n"
        f"1. {SMITH} <https://doi.org/10.1000/xyz>\n2. Müller, K. (2019). *Another theory\n   of things* &amp; more. "
        "J. Things, 11(2), 45–50.\n"
        f"3. {BROWN} [Link](https://doi.org/10.1000/book)\n"
    )
    first, second, third = reading_of(text).references
    assert [cited.label for cited in (first, second, third)] == ["1", "2", "3"]
    assert [cited.line for cited in (first, second, third)] == [7, 8, 10]
    assert first.reference.doi == Doi("10.1000/xyz")
    assert first.origins["container_title"].raw == "Journal of Things"
    assert first.origins["volume"].raw == "12"
    assert second.reference.title == "Another theory of things & more"
    assert second.origins["title"].raw == "Another theory\n   of things* &amp; more"
    assert third.raw.endswith("Springer. Link")
    for cited in (first, second, third):
        for origin in cited.origins.values():
            assert text[origin.span.start : origin.span.end] == origin.raw


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_count_as_the_file_counts_them(line_end: str):
    """Files from other systems have other line ends."""
    text = line_end.join(["# References", "", f"> - {SMITH}", f"> - {BROWN}", f"> - {MILLER}", ""])
    reading = reading_of(text)
    assert [cited.line for cited in reading.references] == [3, 4, 5]
    assert [text[cited.origins["issued"].span.start :][:4] for cited in reading.references] == ["2020", "2018", "2019"]


def test_paragraphs_under_a_heading_are_cut_as_in_any_text():
    """Not everyone types lists as lists."""
    reading = reading_of(f"Text.\n\n# Literatur\n\n{SMITH}\n\n{BROWN}\n\n{MILLER}\n")
    assert [cited.reference.type for cited in reading.references] == ["article-journal", "book", "article-journal"]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("*a* **b** ***c*** _d_ snake_case_name 2*3", "a b c d snake_case_name 2*3"),
        ('[text](https://x.org/(a) "t") [*e*][r] [r] [no]', "text e r [no]"),
        ("<https://x.org/a_b_c> <b>bold</b>", "https://x.org/a_b_c bold"),
        ("\\*a\\* \\a &lt;&eacute; &#x41; &nothing;", "*a* \\a <é A &nothing;"),
        ("`co*de*` ``a`b`` `open", "co*de* a`b `open"),
        ("a ![*alt*](i.png) b[^1] c[^2]", "a  b c[^2]"),
        ("a  \nb\\\nc\n d<br>e", "a  \nb\nc\n d e"),
        ("[Smith]{.smallcaps} [u](v){.uri} {x} `a`{=html}", "Smith u {x} a"),
        ("a~b~ \\", "a~b~ \\"),
    ],
)
def test_markup_is_no_text(markdown: str, text: str):
    """Emphasis, links, escapes and attributes mean something else than they say."""
    (kind, _, _, read_as), *_ = blocks_of(f"{markdown}\n\n[r]: https://r.org\n[^1]: note\n")
    assert (kind, read_as) == ("prose", text)


def test_structure_becomes_blocks_and_code_and_tables_are_no_text():
    """What is no text of the article must not be taken for references."""
    text = (
        "Title\n=====\n\nOne ^[inline *note* ^[inner]] two.\n\n- a\n\n  more\n  - b\n\n  rest\n- c^[in a list]\n\n"
        "```python\n@code\n```\n\n    code\n\n"
        "| x | y |\n|---|---|\n| 1 | 2 |\n\n5. five\n6. six\n\n[^n]: Note *text*\n\n    and more\n\n***\n\n> quoted\n> on\n"
    )
    assert blocks_of(text) == [
        ("heading", None, None, "Title"),
        ("prose", None, None, "One  two."),
        ("note", None, None, "inline note"),
        ("note", None, None, "inner"),
        ("item", None, None, "a more"),
        ("item", None, None, "b"),
        ("prose", None, None, "rest"),
        ("item", None, None, "c"),
        ("note", None, None, "in a list"),
        ("item", "5", None, "five"),
        ("item", "6", None, "six"),
        ("note", "n", "n", "Note text and more"),
        ("prose", None, None, "quoted\non"),
    ]


def test_html_in_markdown_is_read_by_its_elements():
    """Lists of references are often pasted as HTML."""
    text = (
        '<!-- no -->\n<ol>\n<li id="a">Smith &amp; <i>Jones</i></li>\n<li>Brown<br>x</li>\n</ol>\n\n'
        "<script>\nvar x;\n</script>\n\n<p>One</p><p>Two</p>\n"
    )
    assert [(kind, " ".join(read_as.split())) for kind, _, _, read_as in blocks_of(text)] == [
        ("item", "Smith & Jones"),
        ("item", "Brownx"),
        ("prose", "One"),
        ("prose", "Two"),
    ]


def test_footnotes_are_the_list_where_there_is_no_other():
    """In the humanities they are."""
    text = f"Text[^1] and[^b] more[^c].\n\n[^1]: {SMITH}\n[^b]: {BROWN}\n[^c]: See above.\n"
    reading = reading_of(text)
    assert [(cited.key, cited.label) for cited in reading.references] == [("1", "1"), ("b", "b")]


def test_a_list_that_pandoc_wrote_is_declared():
    """Its entries keep their keys, however short they are."""
    text = (
        "# Bibliography\n\n::: {#refs .references .csl-bib-body}\n::: {#ref-smith2020 .csl-entry}\n"
        f"{SMITH}\n:::\n\n::: {{#ref-b .csl-entry}}\nBrown 2018.\n:::\n:::\n\n- {MILLER}\n"
    )
    reading = reading_of(text)
    assert [(cited.key, cited.raw[:5]) for cited in reading.references] == [("smith2020", "Smith"), ("b", "Brown")]
    as_html = '<div id="refs" class="references">\n\n<div id="ref-b" class="csl-entry">\n\nBrown 2018.\n\n</div>\n\n1. Other 2019.\n'
    assert blocks_of(as_html) == [("entry", None, "b", "Brown 2018."), ("entry", "1", None, "Other 2019.")]
    assert blocks_of(":::\n::: {.note}\nText.\n:::\n") == [("prose", None, None, "Text.")]


def test_the_header_names_bibliographies_and_keys():
    """The references of such a document stand elsewhere, and the text cites them by key."""
    text = (
        "---\ntitle: A\nbibliography: [a.bib, b.json, 'https://example.org/c.bib']\nnocite: |\n  @n1, @n2\n---\n\n"
        "As @k1 and [@k2; -@k3, p. 3; see @{https://x.org/k4}] say[^1], not \\@no, me@mail.org, @fig-x, [@tbl:y] or `@code`.\n\n"
        "```\n@code\n```\n\n| @k5 |\n|---|\n| [@k6] |\n\n{{< include _part.qmd >}}\n\n[^1]: Note @k7.\n\n"
        "---\nbibliography:\n  main: d.bib\n  none: ~\n---\n"
    )
    reading = reading_of(text)
    assert reading.bibliographies == ("a.bib", "b.json", "d.bib")
    assert reading.cited == {"n1", "n2", "k1", "k2", "k3", "https://x.org/k4", "k5", "k6", "k7"}
    assert reading.parts == ("_part.qmd",)
    assert reading.references == ()
    (notice,) = reading.notices
    assert "https://example.org/c.bib stands on the web" in notice.message


def test_names_of_people_on_the_web_are_no_keys_where_there_is_no_bibliography():
    """A README that thanks @somebody cites nothing."""
    assert reading_of("Thanks to @somebody.\n").cited is None
    assert reading_of("Thanks to @somebody, as [see @key].\n").cited == {"key"}


def test_a_list_typed_by_hand_is_read_where_nothing_is_cited_by_key():
    """Templates name a bibliography that nobody uses."""
    reading = reading_of(f"---\nbibliography: refs.bib\n---\n\n# References\n\n- {SMITH}\n- {BROWN}\n- {MILLER}\n")
    assert len(reading.references) == 3


def test_references_in_the_header_are_read_by_their_fields():
    """Pandoc takes CSL in the header."""
    text = (
        "---\nreferences:\n- id: doe2020\n  type: article-journal\n  title: A title\n  author:\n  - family: Doe\n    given: J.\n"
        "  issued: 2020-05-01\n- 7\n---\n\nText [@doe2020].\n"
    )
    reading = reading_of(text)
    (cited,) = reading.references
    assert (cited.key, cited.reference.title, cited.kind, cited.line) == ("doe2020", "A title", "structured", 3)
    assert text[cited.origins["title"].span.start :].startswith("A title")
    assert len(reading.unreadable) == 1


def test_a_broken_header_is_told_and_the_text_is_read():
    """One line says where."""
    reading = reading_of(f"---\ntitle: [a\nb: : c\n---\n\n# References\n\n1. {SMITH}\n2. {BROWN}\n3. {MILLER}\n")
    assert len(reading.references) == 3
    assert reading.notices[0].message.startswith("paper.md:3:")
    assert "no YAML" in reading.notices[0].message


def test_other_headers_and_rules_are_no_metadata():
    """A rule between paragraphs begins nothing; Hugo's header is TOML."""
    assert [each[3] for each in blocks_of("One.\n\n---\nTwo: three.\n")] == ["One.", "Two: three."]
    reading = reading_of(f"+++\ntitle = 'x'\n+++\n\n---\nno mapping\n---\n\n# References\n\n1. {SMITH}\n2. {BROWN}\n3. {MILLER}\n")
    assert len(reading.references) == 3


def test_a_key_ends_before_the_punctuation_of_its_sentence():
    """Source: pandoc, "Citation syntax"."""
    found = citations_in("@a.b, @c_d: @e/f. [@g]] [@h @i")
    assert list(found) == [("a.b", False), ("c_d", False), ("e/f", False), ("g", True), ("h", True), ("i", True)]


PARTS = st.lists(
    st.sampled_from(
        [
            *(
                "*",
                "_",
                "**",
                "`",
                "```\n",
                "[",
                "]",
                "](",
                ")",
                "![",
                "^[",
                "[^1]",
                "\n[^1]: ",
                "<",
                ">",
                "<br>",
                "<!--",
                "-->",
                "\\",
                "&amp;",
            ),
            *(
                "\n",
                "\n\n",
                "\r\n",
                "\t",
                "    ",
                "- ",
                "1. ",
                "# ",
                "> ",
                "---\n",
                "...\n",
                "+++\n",
                "::: {#refs}\n",
                "::: {#ref-a}\n",
                ":::\n",
            ),
            *(
                '<div id="refs">\n',
                "</div>\n",
                "<ol><li>",
                "</li>",
                "<table>",
                "|a|b|\n|-|-|\n",
                "bibliography: ",
                "references:\n",
                "- id: a\n",
            ),
            *(
                "@",
                "@key",
                "[@a; -@b]",
                "{.x}",
                "[a]{.b}",
                "Smith, J. (2020). A title. J, 1(2), 3-4.",
                "\0",
                "é",
                "𝛼",
                "a",
                " ",
                "[1]: x\n",
            ),
        ]
    ),
    max_size=60,
)


@given(PARTS.map("".join) | st.text(max_size=80))
def test_no_text_makes_the_reader_fail_and_origins_point_at_their_text(text: str):
    """Drafts are broken in every way."""
    reading = reading_of(text)
    for cited in reading.references:
        assert cited.span is not None
        assert 0 <= cited.span.start <= cited.span.end <= len(text)
        for origin in cited.origins.values():
            assert origin.via == "derived" or text[origin.span.start : origin.span.end] == origin.raw


@given(PARTS.map("".join))
def test_letters_of_the_flow_are_letters_of_the_source(text: str):
    """Offsets hold whatever stands between the lines."""
    flow, _ = write_flow(text)
    for stretch, following in zip(flow.stretches, [*flow.stretches[1:], None], strict=False):
        end = following.start if following else len(flow.text)
        if end - stretch.start == stretch.length:
            taken = text[stretch.source : stretch.source + stretch.length]
            assert all(shown == sign for shown, sign in zip(flow.text[stretch.start : end], taken, strict=True) if shown.isalnum())

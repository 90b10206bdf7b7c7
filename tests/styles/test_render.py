"""Entries as text, Markdown and HTML."""

from __future__ import annotations

from refcheck.styles.base import Run
from refcheck.styles.render import FORMS, to_html, to_markdown, to_text

ENTRY = (Run("Ode, A. (2001). "), Run("On * and _", italic=True), Run(" [Map]. https://example.org/a_b_(c)"))


def test_text_has_one_entry_a_line() -> None:
    assert to_text([ENTRY, (Run("Two."),)]) == "Ode, A. (2001). On * and _ [Map]. https://example.org/a_b_(c)\nTwo.\n"


def test_markdown_escapes_what_it_would_read_as_marks() -> None:
    assert to_markdown([ENTRY]) == "Ode, A. (2001). *On \\* and \\_* \\[Map\\]. <https://example.org/a_b_(c)>\n"


def test_asterisks_of_italics_never_stand_beside_a_blank() -> None:
    """CommonMark would show them as asterisks."""
    assert to_markdown([(Run("On the ", italic=True), Run("Danio rerio"), Run(", its fins", italic=True), Run(" . ", italic=True))]) == (
        "*On the* Danio rerio, *its fins* . \n"
    )


def test_markdown_sets_entries_apart() -> None:
    assert to_markdown([(Run("One."),), (Run("Two."),)]) == "One.\n\nTwo.\n"


def test_markdown_links_addresses_without_the_sentence_around_them() -> None:
    assert to_markdown([(Run("See https://example.org/x, or not."),)]) == "See <https://example.org/x>, or not.\n"


def test_an_address_that_holds_brackets_is_escaped_and_not_cut() -> None:
    """An old DOI may hold angle brackets; a link of half of it would lead elsewhere."""
    shown = to_markdown([(Run("https://doi.org/10.1175/1520<0437:T>2.0.CO;2"),)])
    assert shown == "https://doi.org/10.1175/1520\\<0437:T\\>2.0.CO;2\n"


def test_markdown_does_not_make_lists_headings_or_entities() -> None:
    assert to_markdown([(Run("12. Stock. AT&T &amp; B."),)]) == "12\\. Stock. AT&T \\&amp; B.\n"
    assert to_markdown([(Run("# One."),)]) == "\\# One.\n"


def test_html_escapes_and_sets_italics() -> None:
    assert to_html([(Run("A & B < C. "), Run("D", italic=True), Run("."))]) == "<p>A &amp; B &lt; C. <i>D</i>.</p>\n"


def test_nothing_gives_nothing_in_every_form() -> None:
    assert {form([]) for form in FORMS.values()} == {""}

"""Registered titles, numbers and pages in the place of cited ones, in the notation of their source."""

import pytest

from refcheck.fixes import plan_fix
from refcheck.fixes.rewriting import rewritten
from refcheck.model.diagnostics import Change, Diagnostic, Severity
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.readers import bibtex, csl_json, csl_yaml, endnote_xml, lines, nbib, ris

READERS = {
    "bib": bibtex.read,
    "json": csl_json.read,
    "yaml": csl_yaml.read,
    "xml": endnote_xml.read,
    "ris": ris.read,
    "nbib": nbib.read,
    "txt": lines.read,
}


def fixed(kind, text, path, registered, cited=None):
    """Give the text after the edits of a finding that proposes a value; None where it can only be shown."""
    document = Document(name=f"list.{kind}", text=text)
    (reference,) = READERS[kind](document).references
    old = cited or getattr(reference.reference, path)
    finding = Diagnostic(
        code="REF",
        name="x",
        severity=Severity.WARNING,
        message="",
        path=path,
        changes=(Change(path=path, cited=old, registered=registered),),
        applicability="unsafe",
    )
    fix = plan_fix(finding, reference, document)
    if not fix.edits:
        return None
    (edit,) = fix.edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


BIB = '@article{{k,\n  title = {{{title}}}, volume = 14, number = "2", pages = {{258--287}}\n}}\n'


@pytest.mark.parametrize(
    ("title", "registered", "after"),
    [
        ("Deep {W}ells in rats", "Deep Wells in mice", "Deep {W}ells in mice"),
        ('Deep wells in {\\"O}l', "Deep springs in Öl", 'Deep springs in {\\"O}l'),
        ("{Deep wells\n  of Peru}", "On roofs & tiles", "On roofs \\& tiles"),
        ("Rats and rats", "Rats and mice", "Rats and mice"),
        ("Deep wells", "Deep cold wells", "Deep cold wells"),
    ],
)
def test_exchanged_words_of_a_title_go_alone_and_the_whole_else(title, registered, after):
    assert fixed("bib", BIB.format(title=title), "title", registered) == BIB.format(title=after)


def test_numbers_without_braces_take_only_numbers():
    assert "volume = 15," in fixed("bib", BIB.format(title="x"), "volume", "15")
    assert fixed("bib", BIB.format(title="x"), "volume", "15a") is None
    assert 'number = "3"' in fixed("bib", BIB.format(title="x"), "issue", "3")


def test_quotation_marks_do_not_go_between_quotation_marks():
    assert fixed("bib", '@article{k, title = "On wells"}', "title", 'Of "roofs" today') is None
    assert fixed("bib", "@article{k, title = {On wells}}", "title", 'Of "roofs"') == '@article{k, title = {Of "roofs"}}'


def test_pages_keep_the_dash_of_their_source():
    assert "pages = {301--320}" in fixed("bib", BIB.format(title="x"), "page", Locator(pages="301-320"))
    assert fixed("bib", "@article{k, pages = {258}}", "page", Locator(pages="301-320")) == "@article{k, pages = {301--320}}"
    text = "Lee, J. (2020). On the wells of Peru. Journal of Water, 14(2), 258–287."
    assert fixed("txt", text, "page", Locator(pages="301-320")) == text.replace("258–287", "301–320")
    assert fixed("txt", text, "page", Locator(article="e105")) == text.replace("258–287", "e105")


def test_values_of_a_formatted_reference_are_replaced_where_they_stand():
    text = "Lee, J. (2020). On the wells of Peru. Journal of Water, 14(2), 258–287."
    assert fixed("txt", text, "container_title", "Annals of Roofing") == text.replace("Journal of Water", "Annals of Roofing")
    assert fixed("txt", text, "volume", "15") == text.replace("14", "15")
    assert fixed("txt", text, "title", "On the springs of Peru") == text.replace("wells", "springs")


def test_json_is_escaped_as_its_notation_wants():
    text = '[{"id": "a", "type": "article-journal", "title": "On wells", "page": "1-2", "volume": 14, "container-title": "\\u00dcber W"}]'
    assert '"title": "On \\"roofs\\""' in fixed("json", text, "title", 'On "roofs"')
    assert '"volume": 15' in fixed("json", text, "volume", "15")
    assert fixed("json", text, "volume", "15a") is None
    assert '"container-title": "Über X"' in fixed("json", text, "container_title", "Über X")


def test_a_value_that_is_not_what_was_read_is_only_shown():
    assert fixed("bib", BIB.format(title="On wells: a survey"), "title", "Of roofs", cited="On tiles") is None
    assert fixed("bib", BIB.format(title="x"), "page", None) is None
    assert fixed("bib", "@string{jw = {J. Wells}}\n@article{k, journal = jw}", "container_title", "Water") is None
    assert rewritten("On wells", "Of roofs", "On deep wells", "text") is None


def test_xml_is_escaped_and_what_is_escaped_is_only_shown():
    text = (
        "<xml><record><titles><title>On roofs</title><secondary-title>A &amp; B</secondary-title></titles><volume>4</volume></record></xml>"
    )
    assert "<title>On roofs &amp; &lt;tiles&gt;</title>" in fixed("xml", text, "title", "On roofs & <tiles>")
    assert "<volume>5</volume>" in fixed("xml", text, "volume", "5")
    doi = "<record><electronic-resource-num>10.5555/x</electronic-resource-num></record>"
    assert "10.5555/1::aid&lt;3" in fixed("xml", doi, "doi", Doi("10.5555/1::aid<3"))
    assert fixed("xml", text.replace("<record>", '<record><ref-type name="Journal Article"/>'), "container_title", "A & C") is None


@pytest.mark.parametrize(
    ("written", "registered", "after"),
    [
        ("On roofs", "On tiles", "On tiles"),
        ("On roofs", "On roofs: a view", None),
        ("'On roofs'", "On tiles", "'On tiles'"),
        ("'On roofs'", "On roof's tiles", None),
        ('"On roofs"', 'On "roofs": a view', '"On \\"roofs\\": a view"'),
        ('"On \\"roofs\\""', "On roofs: a view", '"On roofs: a view"'),
        ('"On \\\n  roofs"', "On tiles", None),
        (">-\n    On roofs", "On tiles", None),
    ],
)
def test_yaml_stays_yaml_or_is_only_shown(written, registered, after):
    text = "references:\n- id: a\n  title: {}\n  volume: 4\n"
    assert fixed("yaml", text.format(written), "title", registered) == (after and text.format(after))


def test_values_of_tagged_lines_are_replaced_where_they_stand():
    assert fixed("ris", "TY  - JOUR\nTI  - On roofs\nER  - ", "title", "On roofs & tiles") == "TY  - JOUR\nTI  - On roofs & tiles\nER  - "
    assert fixed("nbib", "PMID- 1\nTI  - On roofs.\nVI  - 4", "title", "On tiles") == "PMID- 1\nTI  - On tiles.\nVI  - 4"

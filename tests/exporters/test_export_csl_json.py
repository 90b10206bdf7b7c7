import json

import jsonschema
from generated import references
from hypothesis import given, settings

from refcheck.exporters.csl_json import export
from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.model.references import CitedReference, Reference
from refcheck.model.types import TYPES
from refcheck.model.variables import VARIABLES
from refcheck.readers.csl_json import read

_TEXT = {"type": "string", "minLength": 1}
_NAME = {
    "type": "object",
    "properties": dict.fromkeys(["family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"], _TEXT),
    "additionalProperties": False,
}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "number"}},
        },
        "season": {"type": "number"},
        "circa": {"type": "boolean"},
        "literal": _TEXT,
    },
    "additionalProperties": False,
}
_FORMS = {"names": {"type": "array", "minItems": 1, "items": _NAME}, "date": _DATE}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": _TEXT,
            "type": {"enum": sorted(TYPES)},
            "custom": {"type": "object", "minProperties": 1},
            **{row.name: _FORMS.get(row.kind, _TEXT) for row in VARIABLES.values() if row.name != "arxiv"},
        },
        "additionalProperties": False,
    },
}
"""What the csl-data schema of CSL 1.0.2 says about the names and forms written here."""

VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def cite(reference, **place):
    return CitedReference(reference=reference, id=place.pop("id", "1"), **place)


def item(reference, **place):
    return json.loads(export([cite(reference, **place)]))[0]


def read_back(text):
    return read(Document(name="x.json", text=text))


@given(references())
@settings(max_examples=150, deadline=None)
def test_reading_what_was_written_gives_the_same_reference(reference):
    written = export([cite(reference)])
    assert list(VALIDATOR.iter_errors(json.loads(written))) == []
    again = read_back(written)
    assert again.unreadable == ()
    assert again.references[0].reference == reference


def test_items_stand_in_input_order_with_their_ids():
    written = json.loads(export([cite(Reference(title="B"), id="b"), cite(Reference(title="A"), id="a")]))
    assert [one["id"] for one in written] == ["b", "a"]


def test_an_empty_list_is_an_empty_array():
    assert export([]) == "[]\n"


def test_custom_holds_what_was_printed_its_line_and_titles():
    names = (Name(family="Okoro", given="A."), Name(family="Lind", given="B.", honorific="Dr."))
    assert item(Reference(author=names), raw="Okoro & Dr. Lind", line=7) == {
        "id": "1",
        "type": "document",
        "author": [{"family": "Okoro", "given": "A."}, {"family": "Lind", "given": "B."}],
        "custom": {"raw": "Okoro & Dr. Lind", "line": 7, "honorifics": [{"variable": "author", "index": 1, "text": "Dr."}]},
    }


def test_nothing_empty_is_written():
    assert item(Reference(type="book", title="T")) == {"id": "1", "type": "book", "title": "T"}


def test_an_article_number_is_the_number_of_an_article_and_no_page():
    written = item(Reference(type="article-journal", page=Locator(article="e17")))
    assert written["number"] == "e17"
    assert "page" not in written


def test_an_article_number_beside_another_number_is_kept():
    reference = Reference(type="report", number="4", page=Locator(article="e17"))
    assert item(reference)["number"] == "4"
    assert read_back(export([cite(reference)])).references[0].reference == reference


def test_an_article_number_where_number_means_another_is_told_from_it():
    reference = Reference(type="report", page=Locator(article="e17"))
    assert item(reference)["number"] == "e17"
    assert read_back(export([cite(reference)])).references[0].reference == reference


def test_a_doi_is_bare_and_a_malformed_one_stays_as_text():
    assert item(Reference(doi=Doi("10.5555/AbC")))["DOI"] == "10.5555/AbC"
    assert item(Reference(doi="see website"))["DOI"] == "see website"


def test_what_the_schema_has_no_name_for_stands_in_custom():
    assert item(Reference(arxiv="1706.03762"))["custom"] == {"arxiv": "1706.03762"}


def test_a_type_csl_does_not_know_becomes_a_document():
    assert item(Reference(type="hologram"))["type"] == "document"


def test_and_others_is_no_person_and_is_not_lost():
    """Other programs would print a person called "et al."."""
    reference = Reference(author=(Name(family="Lind"), ET_AL), editor=(ET_AL,))
    written = item(reference)
    assert written["author"] == [{"family": "Lind"}]
    assert "editor" not in written
    assert written["custom"]["et-al"] == ["author", "editor"]
    assert read_back(export([cite(reference)])).references[0].reference == reference


def test_a_mark_of_others_on_what_is_no_list_of_names_is_passed_over():
    text = '[{"id": "a", "type": "book", "title": "Rain", "custom": {"et-al": ["title", "nothing", 3]}}]'
    assert read_back(text).references[0].reference.title == "Rain"


def test_letters_are_written_as_they_are_and_dates_as_precisely_as_known():
    written = export([cite(Reference(title="Über 日本", issued=Date(year=2020, month=5)))])
    assert "Über 日本" in written
    assert json.loads(written)[0]["issued"] == {"date-parts": [[2020, 5]]}


def test_custom_values_of_other_programs_are_kept():
    text = '[{"id": "a", "type": "book", "custom": {"raw": "printed", "shelf": 3}}]'
    assert json.loads(export(read_back(text).references))[0]["custom"] == {"shelf": 3, "raw": "printed", "line": 1}

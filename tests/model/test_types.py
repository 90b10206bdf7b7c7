import pytest

from refcheck.model.types import CROSSREF_TYPES, ENTRY_TYPES, SUBTYPES, TYPES, of_entry


def test_every_csl_type_comes_back_from_the_entry_it_is_written_as():
    for csl, row in TYPES.items():
        assert of_entry(row.entry, row.subtype) == csl


def test_every_csl_type_is_in_the_table_once():
    assert len(TYPES) == 45
    assert set(ENTRY_TYPES.values()) <= set(TYPES)
    assert set(SUBTYPES.values()) == set(TYPES)
    assert set(CROSSREF_TYPES.values()) <= set(TYPES)


@pytest.mark.parametrize(
    ("entry", "subtype", "csl"),
    [
        ("Article", None, "article-journal"),
        ("article", " Newspaper ", "article-newspaper"),
        ("inbook", None, "chapter"),
        ("mastersthesis", None, "thesis"),
        ("article", "unheard of", "article-journal"),
        ("hologram", None, "document"),
    ],
)
def test_entry_types_are_read_without_regard_to_case(entry, subtype, csl):
    assert of_entry(entry, subtype) == csl


def test_a_posted_content_is_no_journal_article():
    assert CROSSREF_TYPES["posted-content"] == "article"

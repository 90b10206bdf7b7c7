"""Identifiers in the spellings they are printed in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcheck.text.identifiers import isbn13, parse_arxiv, parse_doi, parse_isbn, parse_pmcid, parse_pmid, trim_tail

DOIS = {
    "10.1000/182": "10.1000/182",
    "doi:10.1000/182": "10.1000/182",
    "DOI 10.1000/182.": "10.1000/182",
    "https://doi.org/10.1000/182": "10.1000/182",
    "http://dx.doi.org/10.1000/182": "10.1000/182",
    "info:doi/10.1000/182": "10.1000/182",
    "urn:doi:10.1000/182": "10.1000/182",
    "https://doi-org.proxy.example/10.1000/182": "10.1000/182",
    "https://publisher.example/doi/abs/10.1000/182": "10.1000/182",
    "https://publisher.example/articles/10.1000/182/full?query=1": "10.1000/182",
    "10.1000%2F182": "10.1000/182",
    "10.1002/a&lt;b&gt;c": "10.1002/a<b>c",
    r"10.1000/a\_b": "10.1000/a_b",
    r"10.1000/a{\_}b": "10.1000/a_b",
    "10.1000/a{_}b": "10.1000/a_b",
    "10.1000/a\u2010b": "10.1000/a-b",
    "10.1000/a\u00adb": "10.1000/ab",
    "(10.1000/a(b))": None,
    "10.1000/a(b)).": "10.1000/a(b)",
    "https://example.org/page": None,
    "10.1/x": None,
    "": None,
}


@pytest.mark.parametrize(("printed", "wanted"), DOIS.items())
def test_doi_out_of_every_spelling(printed, wanted):
    """All of these are one DOI to a registry."""
    found = parse_doi(printed)
    assert (found.text if found else None) == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("0-306-40615-2", "0306406152"),
        ("0-8044-2957-X", "080442957X"),
        ("978-3-16-148410-0", "9783161484100"),
        ("978 3 16 148410 1", None),
        ("0-306-40615-3", None),
        ("12345", None),
    ],
)
def test_isbn_needs_its_check_digit(printed, wanted):
    """A wrong figure makes it the number of no book."""
    assert parse_isbn(printed) == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("arXiv:2005.14165v2", "2005.14165v2"),
        ("https://arxiv.org/abs/hep-th/9711200", "hep-th/9711200"),
        ("https://arxiv.org/pdf/2005.14165.pdf", "2005.14165"),
        ("arXiv :0912.3457[ nucl-th]", "0912.3457"),
        ("math.GT/0309136", "math.GT/0309136"),
        ("tea", None),
    ],
)
def test_arxiv_identifier_old_and_new(printed, wanted):
    """The version stays: it is another text."""
    assert parse_arxiv(printed) == wanted


def test_pubmed_numbers():
    """Prefix, address and leading zeros are no part of them."""
    assert [parse_pmid(text) for text in ("12345678", "PMID: 0123", "https://pubmed.ncbi.nlm.nih.gov/12345/", "x")] == [
        "12345678",
        "123",
        "12345",
        None,
    ]
    assert [parse_pmcid(text) for text in ("PMC123456", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", "123")] == [
        "PMC123456",
        "PMC123456",
        None,
    ]


def test_punctuation_of_the_sentence_goes_and_brackets_of_the_address_stay():
    """A bracket belongs to an address that opens it."""
    assert trim_tail("https://a.example/b_(c).") == "https://a.example/b_(c)"
    assert trim_tail("https://a.example/b).") == "https://a.example/b"
    assert trim_tail("...") == ""


@given(st.text(max_size=40))
def test_no_text_makes_a_parser_raise_and_what_is_taken_is_taken_again(text):
    """What is no identifier is None; one that was read is read as itself."""
    for parse in (parse_doi, parse_isbn, parse_arxiv, parse_pmid, parse_pmcid):
        found = parse(text)
        assert found is None or parse(str(found)) == found


@pytest.mark.parametrize(
    ("text", "figures"), [("0-306-40615-2", "9780306406157"), ("978-0-306-40615-7", "9780306406157"), ("0-306-40615-3", None), ("", None)]
)
def test_an_isbn_of_either_length_is_one_number(text, figures):
    assert isbn13(text) == figures

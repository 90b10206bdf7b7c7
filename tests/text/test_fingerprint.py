"""The identity of a cited work survives what a fix changes."""

from __future__ import annotations

from dataclasses import replace

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.text.fingerprint import fingerprint

WORK = Reference(title="Über das Wetter", author=(Name(family="Müller", given="A."),), issued=Date(year=2020), volume="3")


def test_a_corrected_year_or_volume_is_the_same_work():
    assert fingerprint(WORK) == fingerprint(replace(WORK, issued=Date(year=2021), volume="4")) == "title:uberdaswetter by:muller"


def test_identifiers_come_before_words():
    with_all = replace(WORK, doi=Doi("10.1000/ABC"), pmid="123", pmcid="PMC9", arxiv="2001.00001v2", isbn=("978-3-16-148410-0",))
    assert fingerprint(with_all) == "doi:10.1000/abc pmid:123 pmcid:pmc9 arxiv:2001.00001v2 isbn:9783161484100"


def test_a_malformed_doi_is_no_identity():
    assert fingerprint(replace(WORK, doi="10.x")) == fingerprint(WORK)


def test_a_work_without_title_and_identifier_has_none():
    assert fingerprint(Reference(author=WORK.author)) == ""
    assert fingerprint(Reference(title="Rain")) == "title:rain by:"
    assert fingerprint(Reference(title="Rain", author=(Name(literal="WHO"),))) == "title:rain by:who"

"""The path of a DOI through the registries, answer by answer."""

import pytest

from refcheck.matching import decide, plan
from refcheck.model.answers import Absent, Alias, Elsewhere, Failed, Question, Record
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Found, NotFound, Skipped, Unreachable
from refcheck.model.names import Name
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference

DOI = "10.1000/wells"
LIST, AGENCY, ALONE = Question("crossref", DOI), Question("doi", DOI), Question("crossref", DOI, alone=True)
WELLS = Reference(type="article-journal", title="On wells and springs", author=(Name(family="Lee", given="Jia"),), doi=Doi(DOI))
ROOFS = Reference(type="article-journal", title="Roofing of tall houses", author=(Name(family="Silva", given="Maria"),), doi=Doi(DOI))


def citing(**values):
    return CitedReference(reference=Reference(**{"type": "article-journal", "title": "On wells and springs", **values}), id="1")


CITED = citing(doi=Doi("10.1000/Wells"), author=(Name(family="Lee", given="J."),))


def record(reference=WELLS):
    return RegistryRecord(registry="crossref", identifier=DOI, reference=reference)


def answer(kind, registry="crossref", **more):
    return kind(registry=registry, question=DOI, date="2026-11-24", **more)


MISSING = answer(Absent, final=False)
BY_CROSSREF = answer(Elsewhere, "doi", agency="Crossref")


def test_a_doi_is_first_asked_of_crossref_in_a_list():
    assert plan(CITED) == (LIST,)
    assert decide(CITED, {}) == (LIST,)


def test_a_record_of_the_work_is_a_match_that_keeps_its_answers():
    given = answer(Record, record=record())
    assert decide(CITED, {LIST: given}) == Found(records=(record(),), by="doi", answers=(given,))


def test_what_the_list_lacks_is_asked_of_doi_org():
    assert decide(CITED, {LIST: MISSING}) == (AGENCY,)


def test_a_doi_that_no_agency_knows_is_not_found():
    given = answer(Absent, "doi")
    assert decide(CITED, {LIST: MISSING, AGENCY: given}) == NotFound(answers=(MISSING, given))


@pytest.mark.parametrize("agency", ["DataCite", "mEDRA", "JaLC"])
def test_a_doi_of_another_agency_is_skipped_with_its_name(agency):
    match = decide(CITED, {LIST: MISSING, AGENCY: answer(Elsewhere, "doi", agency=agency)})
    assert isinstance(match, Skipped)
    assert match.reason == f"registered with {agency}, metadata not checked"
    assert len(match.answers) == 2


def test_a_doi_of_crossref_that_its_list_lacks_is_asked_for_alone():
    assert decide(CITED, {LIST: MISSING, AGENCY: BY_CROSSREF}) == (ALONE,)


def test_an_alias_is_found_with_the_record_of_its_prime():
    given = answer(Alias, of="10.1000/prime", record=record())
    match = decide(CITED, {LIST: MISSING, AGENCY: BY_CROSSREF, ALONE: given})
    assert match == Found(records=(record(),), by="doi", answers=(MISSING, BY_CROSSREF, given))


def test_a_fresh_deposit_is_found():
    assert isinstance(decide(CITED, {LIST: MISSING, AGENCY: BY_CROSSREF, ALONE: answer(Record, record=record())}), Found)


def test_registries_that_contradict_each_other_prove_nothing():
    """doi.org gives the DOI to Crossref, and Crossref does not have it: it may be too new."""
    match = decide(CITED, {LIST: MISSING, AGENCY: BY_CROSSREF, ALONE: answer(Absent)})
    assert isinstance(match, Unreachable)
    assert "Crossref has no record" in match.reason


@pytest.mark.parametrize(
    ("cause", "detail", "said"),
    [
        ("network", "timed out", "doi.org could not be reached: timed out"),
        ("refused", "", "doi.org turned the question away"),
        ("broken", "", "doi.org gave an answer that could not be read"),
        ("offline", "", "offline, and no earlier answer of doi.org is at hand"),
        ("not-locked", "", "not in the lock"),
    ],
)
def test_a_failure_after_the_list_lacked_it_is_never_not_found(cause, detail, said):
    match = decide(CITED, {LIST: MISSING, AGENCY: answer(Failed, "doi", cause=cause, detail=detail)})
    assert isinstance(match, Unreachable)
    assert match.reason == said


@pytest.mark.parametrize("question", [LIST, ALONE])
def test_a_failure_of_crossref_is_unreachable(question):
    answers = {LIST: MISSING, AGENCY: BY_CROSSREF, question: answer(Failed, cause="network")}
    match = decide(CITED, answers)
    assert isinstance(match, Unreachable)
    assert match.reason == "Crossref could not be reached"


def test_a_record_of_another_work_is_not_found_and_kept_as_evidence():
    given = answer(Record, record=record(ROOFS))
    assert decide(CITED, {LIST: given}) == NotFound(answers=(given,))


def test_with_nothing_to_compare_the_record_is_believed():
    bare = CitedReference(reference=Reference(doi=Doi(DOI)), id="1")
    assert isinstance(decide(bare, {LIST: answer(Record, record=record(ROOFS))}), Found)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"type": "webpage", "url": "https://example.org/wells"}, "web page"),
        ({"type": "post-weblog", "url": "https://example.org/wells"}, "web page"),
        ({"type": "webpage"}, "no identifier"),
        ({"type": "webpage", "url": "https://example.org/wells", "pmid": "123"}, "no identifier"),
        ({"type": "article-journal", "url": "https://example.org/wells"}, "no identifier"),
        ({"type": "webpage", "url": "https://example.org/wells", "doi": "wells"}, "malformed DOI"),
    ],
)
def test_what_has_no_doi_is_not_looked_for_and_asks_nothing(values, reason):
    cited = citing(**values)
    assert plan(cited) == ()
    assert decide(cited, {}) == Skipped(reason=reason)


def test_a_web_page_with_a_doi_is_looked_up():
    assert plan(citing(type="webpage", url="https://example.org", doi=Doi(DOI))) == (LIST,)

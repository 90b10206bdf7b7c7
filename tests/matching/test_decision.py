"""The way of a reference through the registries, answer by answer."""

from dataclasses import replace

import pytest

from refcheck.matching import decide, is_open, plan, venues
from refcheck.matching.questions import search
from refcheck.model.answers import Absent, Alias, Candidates, Elsewhere, Failed, Question, Record
from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.matches import Ambiguous, Found, NotFound, Skipped, Unreachable
from refcheck.model.names import Name
from refcheck.model.records import RegistryRecord, Relation, Update
from refcheck.model.references import CitedReference, Reference

DOI = "10.1000/wells"
LIST, AGENCY, ALONE = Question("crossref", DOI), Question("doi", DOI), Question("crossref", DOI, alone=True)
WELLS = Reference(type="article-journal", title="On wells and springs", author=(Name(family="Lee", given="Jia"),), doi=Doi(DOI))
ROOFS = Reference(type="article-journal", title="Roofing of tall houses", author=(Name(family="Silva", given="Maria"),), doi=Doi(DOI))


def citing(**values):
    return CitedReference(reference=Reference(**{"type": "article-journal", "title": "On wells and springs", **values}), id="1")


CITED = citing(doi=Doi("10.1000/Wells"), author=(Name(family="Lee", given="J."),))


def record(reference=WELLS, identifier=DOI, registry="crossref", **more):
    return RegistryRecord(registry=registry, identifier=identifier, reference=reference, **more)


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


def test_a_doi_that_no_agency_knows_has_its_work_searched_for():
    nowhere = {LIST: MISSING, AGENCY: answer(Absent, "doi")}
    assert decide(CITED, nowhere) == (search(CITED),)


def test_a_doi_that_no_agency_knows_without_more_to_search_for_is_not_found():
    bare = CitedReference(reference=Reference(doi=Doi(DOI)), id="1")
    given = answer(Absent, "doi")
    assert decide(bare, {LIST: MISSING, AGENCY: given}) == NotFound(answers=(MISSING, given))


def test_a_work_that_neither_its_dead_doi_nor_a_search_finds_is_not_found():
    given, none = answer(Absent, "doi"), candidates(CITED)
    assert decide(CITED, {LIST: MISSING, AGENCY: given, search(CITED): none}) == NotFound(answers=(MISSING, given, none))


@pytest.mark.parametrize("agency", ["mEDRA", "JaLC"])
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


def test_a_record_of_another_work_is_kept_as_evidence_and_the_work_searched_for():
    given = answer(Record, record=record(ROOFS))
    assert decide(CITED, {LIST: given}) == (search(CITED),)
    assert decide(CITED, {LIST: given, search(CITED): candidates(CITED)}) == NotFound(answers=(given, candidates(CITED)))


def test_with_nothing_to_compare_the_record_is_believed():
    bare = CitedReference(reference=Reference(doi=Doi(DOI)), id="1")
    assert isinstance(decide(bare, {LIST: answer(Record, record=record(ROOFS))}), Found)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"type": "webpage", "url": "https://example.org/wells"}, "web page"),
        ({"type": "post-weblog", "url": "https://example.org/wells"}, "web page"),
        ({"type": "webpage"}, "no registry asked holds works of this kind (webpage)"),
        ({"type": "software", "author": (Name(family="Lee"),)}, "no registry asked holds works of this kind (software)"),
        ({"type": "personal_communication"}, "no registry asked holds works of this kind (personal communication)"),
        ({"title": "..."}, "no identifier, and too little to search for"),
        ({"title": "Wells"}, "no identifier, and too little to search for"),
        ({"title": None, "doi": "wells"}, "malformed DOI"),
    ],
)
def test_what_cannot_be_found_is_skipped_and_asks_nothing(values, reason):
    cited = citing(**values)
    assert plan(cited) == ()
    assert decide(cited, {}) == Skipped(reason=reason)


def test_a_web_page_with_a_doi_is_looked_up():
    assert plan(citing(type="webpage", url="https://example.org", doi=Doi(DOI))) == (LIST,)


AUTHORS = (Name(family="Lee", given="Jia"), Name(family="Silva", given="Maria"))
FULL = {
    "title": "On wells and springs in dry valleys",
    "author": AUTHORS,
    "container_title": "Water",
    "volume": "4",
    "page": Locator(pages="17-29"),
    "issued": Date(year=2020),
}
UNNAMED = citing(**FULL)
PAPER = record(Reference(type="article-journal", doi=Doi(DOI), **FULL))


def candidates(cited, *records):
    return Candidates(registry="crossref", question=search(cited).identifier, date="2026-11-24", records=records)


def registered(identifier=DOI, **values):
    return record(Reference(type=values.pop("type", "article-journal"), doi=Doi(identifier), **{**FULL, **values}), identifier)


def test_a_work_without_identifier_is_searched_for_once():
    (question,) = plan(UNNAMED)
    assert question.query == "Lee Silva On wells and springs in dry valleys Water 4 17-29 2020"
    assert question.registry == "crossref"


def test_the_whole_record_of_the_candidate_is_asked_for_with_others():
    """A search gives only what is compared, without the dates of the issue."""
    assert decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, PAPER)}) == (LIST,)
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, PAPER), LIST: answer(Record, record=PAPER)})
    assert isinstance(match, Found)
    assert (match.by, match.score, match.record) == ("search", 1.0, PAPER)


def test_only_the_candidates_that_matter_are_kept():
    other = registered("10.1000/roofs", title="Roofing of tall houses in the north", author=(Name(family="Okafor"),))
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, other, PAPER), LIST: answer(Record, record=PAPER)})
    assert match.answers == (candidates(UNNAMED, PAPER), answer(Record, record=PAPER))


def test_two_that_fit_equally_well_are_ambiguous():
    twin = registered("10.1000/wells-again")
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, PAPER, twin)})
    assert isinstance(match, Ambiguous)
    assert match.candidates == (PAPER, twin)


@pytest.mark.parametrize("cause", ["network", "refused", "broken", "offline", "not-locked"])
def test_a_search_that_fails_says_nothing_about_the_work(cause):
    failed = Failed(registry="crossref", question="x", date="2026-11-24", cause=cause)
    assert isinstance(decide(UNNAMED, {search(UNNAMED): failed}), Unreachable)
    assert isinstance(decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, PAPER), LIST: answer(Failed, cause=cause)}), Unreachable)


NEIGHBOUR = registered(
    "10.1000/roofs", title="Roofing of tall houses in the north", author=(Name(family="Okafor"),), page=Locator(pages="1")
)
JOURNAL = Question("crossref", "journal:water", alone=True)


def test_a_registry_that_gives_another_work_of_the_journal_should_know_the_cited_one():
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, NEIGHBOUR)})
    assert match == NotFound(answers=(candidates(UNNAMED, NEIGHBOUR),), covered_by=NEIGHBOUR)


def test_a_younger_work_of_the_journal_proves_nothing_about_older_ones():
    younger = registered(
        "10.1000/roofs", title="Roofing of tall houses", author=(Name(family="Okafor"),), page=Locator(pages="1"), issued=Date(year=2024)
    )
    assert decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, younger)}) == (JOURNAL,)


@pytest.mark.parametrize(("years", "known"), [([], True), ([2019, 2020], True), ([2021, 2022], False)])
def test_a_journal_that_registers_works_of_the_year_should_know_the_cited_one(years, known):
    held = record(Reference(type="periodical", title="Water", extra={"years": years}), "journal:water")
    given = Record(registry="crossref", question="journal:water", date="2026-11-24", record=held)
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED), JOURNAL: given})
    assert isinstance(match, NotFound if known else Skipped)


def test_a_journal_that_no_registry_knows_says_nothing_about_its_works():
    none = Absent(registry="crossref", question="journal:water", date="2026-11-24")
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED), JOURNAL: none})
    assert match == Skipped(reason="no registry asked covers this venue", answers=(candidates(UNNAMED), none))


def test_a_journal_that_could_not_be_asked_for_says_nothing():
    failed = Failed(registry="crossref", question="journal:water", date="2026-11-24", cause="network")
    assert isinstance(decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED), JOURNAL: failed}), Unreachable)


@pytest.mark.parametrize(
    "values", [{"type": "report"}, {"type": "thesis"}, {"type": "book", "container_title": None}, {"title": "On wells"}]
)
def test_reports_theses_books_and_short_titles_are_not_accused(values):
    cited = citing(**{**FULL, **values})
    match = decide(cited, {search(cited): candidates(cited)})
    assert match == Skipped(reason="no registry asked covers this venue", answers=(candidates(cited),))


def test_proceedings_that_no_candidate_stands_in_are_not_looked_up_as_a_journal():
    cited = citing(**{**FULL, "type": "paper-conference"})
    assert isinstance(decide(cited, {search(cited): candidates(cited)}), Skipped)


PUBMED = Question("pubmed", "pmid:123")


def test_all_identifiers_are_asked_in_the_first_round():
    cited = citing(doi=Doi(DOI), pmid="123", pmcid="PMC123", arxiv="2101.00001v2")
    assert plan(cited) == (LIST, PUBMED, Question("pubmed", "pmcid:pmc123"), Question("arxiv", "2101.00001v2"))


def test_a_work_found_by_its_pmid_is_compared_with_the_record_of_its_doi():
    cited = citing(**FULL, pmid="123")
    summary = record(Reference(type="article-journal", doi=Doi(DOI), pmid="123", **FULL), "pmid:123", "pubmed")
    told = Record(registry="pubmed", question="pmid:123", date="2026-11-24", record=summary)
    assert decide(cited, {PUBMED: told}) == (LIST,)
    match = decide(cited, {PUBMED: told, LIST: answer(Record, record=PAPER)})
    assert (match.records, match.by) == ((PAPER, summary), "pmid")
    alone = decide(cited, {PUBMED: told, LIST: answer(Failed, cause="network")})
    assert alone.records == (summary,)


def test_a_dead_pmid_beside_a_live_doi_leaves_the_work_found():
    cited = citing(**FULL, doi=Doi(DOI), pmid="123")
    dead = Absent(registry="pubmed", question="pmid:123", date="2026-11-24")
    match = decide(cited, {LIST: answer(Record, record=PAPER), PUBMED: dead})
    assert isinstance(match, Found)
    assert dead in match.answers


def test_an_isbn_is_asked_for_where_nothing_else_leads_to_the_book():
    book = citing(type="book", title="Wells of the dry valleys", author=AUTHORS, isbn=("0-306-40615-2",))
    question = Question("openlibrary", "9780306406157")
    assert plan(book) == (question,)
    held = record(Reference(type="book", title="Wells of the dry valleys", author=AUTHORS), "9780306406157", "openlibrary")
    match = decide(book, {question: Record(registry="openlibrary", question="9780306406157", date="2026-11-24", record=held)})
    assert (match.records, match.by) == ((held,), "isbn")
    none = Absent(registry="openlibrary", question="9780306406157", date="2026-11-24")
    assert decide(book, {question: none}) == (search(book),)
    failed = Failed(registry="openlibrary", question="9780306406157", date="2026-11-24", cause="network")
    assert decide(book, {question: failed}) == (search(book),)


DATACITE = Question("datacite", DOI)
BY_DATACITE = answer(Elsewhere, "doi", agency="DataCite")


def test_a_doi_of_datacite_is_asked_for_there_in_a_list_and_then_alone():
    assert decide(CITED, {LIST: MISSING, AGENCY: BY_DATACITE}) == (DATACITE,)
    left_out = answer(Absent, "datacite", final=False)
    alone = Question("datacite", DOI, alone=True)
    assert decide(CITED, {LIST: MISSING, AGENCY: BY_DATACITE, DATACITE: left_out}) == (alone,)
    held = answer(Record, "datacite", record=record(registry="datacite"))
    match = decide(CITED, {LIST: MISSING, AGENCY: BY_DATACITE, DATACITE: left_out, alone: held})
    assert isinstance(match, Found)
    gone = decide(CITED, {LIST: MISSING, AGENCY: BY_DATACITE, DATACITE: left_out, alone: answer(Absent, "datacite")})
    assert isinstance(gone, Unreachable)


def test_what_doi_org_does_not_know_how_to_answer_in_a_list_is_asked_of_it_alone():
    broken = answer(Failed, "doi", cause="broken")
    alone = Question("doi", DOI, alone=True)
    assert decide(CITED, {LIST: MISSING, AGENCY: broken}) == (alone,)
    assert decide(CITED, {LIST: MISSING, AGENCY: broken, alone: answer(Absent, "doi")}) == (search(CITED),)
    assert isinstance(decide(CITED, {LIST: MISSING, AGENCY: broken, alone: broken}), Unreachable)


def test_a_preprint_cited_as_published_is_compared_with_what_it_became():
    preprint = record(
        Reference(type="article", doi=Doi(DOI), title=FULL["title"], author=AUTHORS, issued=Date(year=2019)),
        relations=(Relation(name="is-preprint-of", kind="doi", identifier="10.1000/published"),),
    )
    cited, published = citing(**FULL, doi=Doi(DOI)), Question("crossref", "10.1000/published")
    first = answer(Record, record=preprint)
    assert decide(cited, {LIST: first}) == (published,)
    paper = registered("10.1000/published")
    told = Record(registry="crossref", question="10.1000/published", date="2026-11-24", record=paper)
    match = decide(cited, {LIST: first, published: told})
    assert (match.records, match.kin) == ((paper, preprint), "preprint")


def test_a_preprint_cited_as_published_without_a_tie_is_found_as_kin():
    preprint = record(Reference(type="article", doi=Doi(DOI), title=FULL["title"], author=AUTHORS))
    match = decide(citing(**FULL, doi=Doi(DOI)), {LIST: answer(Record, record=preprint)})
    assert match.kin == "preprint"
    unpublished = decide(citing(type="article", title=FULL["title"], author=AUTHORS, doi=Doi(DOI)), {LIST: answer(Record, record=preprint)})
    assert unpublished.kin is None


def test_the_publisher_of_a_preprint_is_no_place_where_it_was_published():
    """Styles print the publisher of what has no journal where others have the journal; the date behind it looks like a volume."""
    preprint = record(Reference(type="article", doi=Doi(DOI), title=FULL["title"], author=AUTHORS, publisher="Centre of Wells"))
    cited = citing(**{**FULL, "container_title": "Centre of Wells, December"}, doi=Doi(DOI))
    assert decide(cited, {LIST: answer(Record, record=preprint)}).kin is None


def test_the_preprint_stands_in_where_a_search_finds_nothing_else():
    preprint = record(Reference(type="article", doi=Doi(DOI), title=FULL["title"], author=AUTHORS, issued=Date(year=2019)))
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, preprint), LIST: answer(Record, record=preprint)})
    assert (match.kin, match.by) == ("preprint", "search")
    both = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, preprint, registered("10.1000/published"))})
    assert both == (Question("crossref", "10.1000/published"),)


def test_other_works_of_the_list_show_that_a_venue_is_registered():
    """Proceedings cannot be looked up as a journal, but what stands in them was found."""
    cited = citing(**{**FULL, "type": "paper-conference"})
    given = {search(cited): candidates(cited)}
    older = registered("10.1000/older", title="Another paper", issued=Date(year=2011))
    younger = registered("10.1000/younger", issued=Date(year=2024))
    found = [Found(records=(younger,), by="doi"), Skipped(reason="web page"), Found(records=(older,), by="doi")]
    assert venues(found) == (older,)
    assert venues(found[:1]) == (younger,)
    uncovered = decide(cited, given, venues(found[:1]))
    assert uncovered == Skipped(reason="no registry asked covers this venue", answers=(candidates(cited),))
    assert is_open(uncovered)
    assert decide(cited, given, venues(found)) == NotFound(answers=(candidates(cited),), covered_by=older)
    thesis = citing(**{**FULL, "type": "thesis"})
    assert is_open(decide(thesis, {search(thesis): candidates(thesis)}, venues(found)))


def test_other_works_of_the_list_spare_the_look_for_a_journal():
    older = registered("10.1000/older", title="Another paper", issued=Date(year=2011))
    given = {search(UNNAMED): candidates(UNNAMED)}
    assert decide(UNNAMED, given) == (JOURNAL,)
    assert decide(UNNAMED, given, (older,)) == NotFound(answers=(candidates(UNNAMED),), covered_by=older)


OPENALEX = Question("openalex", DOI)


def test_openalex_is_asked_only_where_the_user_wishes_it_and_for_notices_only():
    """Its other values are worked out from those of others, and its days are invented."""
    first = answer(Record, record=record())
    assert isinstance(decide(CITED, {LIST: first}), Found)
    assert decide(CITED, {LIST: first}, also={"openalex"}) == (OPENALEX,)
    notice = Update(type="retraction", doi=DOI, source="openalex")
    held = record(ROOFS, registry="openalex", updated_by=(notice,), dates={"publication_year": Date(year=1999)})
    match = decide(CITED, {LIST: first, OPENALEX: answer(Record, "openalex", record=held)}, also={"openalex"})
    assert (match.record, match.records[1].updated_by) == (record(), (notice,))
    assert (match.records[1].reference.title, match.records[1].dates) == (None, {})
    for other in (answer(Failed, "openalex", cause="network"), answer(Absent, "openalex", final=False)):
        assert decide(CITED, {LIST: first, OPENALEX: other}, also={"openalex"}) == decide(CITED, {LIST: first})


@pytest.mark.parametrize(
    ("values", "question", "left_out"),
    [
        ({"type": "book", "isbn": ("978-0-306-40615-7",)}, Question("openlibrary", "9780306406157"), {"final": True}),
        ({"pmcid": "PMC123"}, Question("pubmed", "pmcid:pmc123"), {"final": False}),
    ],
)
def test_a_registry_that_need_not_know_a_work_is_no_ground_to_accuse_it(values, question, left_out):
    """Open Library lacks many books, and PubMed lists not all of its central archive."""
    cited = citing(**{**FULL, "container_title": "Unregistered Letters", **values})
    none = Absent(registry=question.registry, question=question.identifier, date="2026-11-24", **left_out)
    given = {question: none, search(cited): candidates(cited)}
    given[Question("crossref", "journal:unregistered letters", alone=True)] = Absent(registry="crossref", question="j", date="2026-11-24")
    match = decide(cited, given)
    assert isinstance(match, Skipped)
    assert none in match.answers


def test_a_work_that_is_nearly_cited_is_named_and_not_accused():
    sibling = registered("10.1000/roofs", title="On wells and pumps of wet hills", page=Locator(pages="90-99"))
    match = decide(UNNAMED, {search(UNNAMED): candidates(UNNAMED, sibling)})
    assert isinstance(match, Ambiguous)
    assert match.candidates == (sibling,)


def test_what_the_document_knows_finds_the_work_before_a_search():
    """A reference manager's data spare a search, and its DOI is not held for cited."""
    bare = replace(citing(doi=None), known=Reference(doi=Doi(DOI)))
    question = LIST
    assert decide(bare, {}) == (question,)
    found = decide(bare, {question: answer(Record, record=record())})
    assert isinstance(found, Found)
    assert found.by == "doi"


def test_what_the_document_knows_accuses_nobody():
    """A wrong DOI in a hidden field is not in the list that is checked: the work is searched for."""
    bare = replace(citing(author=(Name(family="Lee", given="J."),), container_title="Water Notes"), known=Reference(doi=Doi(DOI)))
    other = record(Reference(title="Something else entirely", author=(Name(family="Nobody"),)))
    outcome = decide(bare, {LIST: answer(Record, record=other)})
    assert outcome == (search(bare),)

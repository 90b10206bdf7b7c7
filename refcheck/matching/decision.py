"""What became of a cited work, as far as the answers tell.

First by its identifiers, each verified against the citation; where none leads to the work, by the identifiers that the
document knows beside what it prints, which accuse nobody; then by one search for its description.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from refcheck.compare.records import is_preprint
from refcheck.matching.coverage import UNCOVERED, covering, is_accusable
from refcheck.matching.questions import CONTAINED, UNSEARCHED, WEB_PAGES, in_list, journal, search
from refcheck.matching.scoring import Candidate, choose, weigh
from refcheck.matching.trails import Answers, Trail, of_isbn, trails
from refcheck.matching.verification import is_another_work
from refcheck.model.answers import Alias, Answer, Candidates, Failed, Question, Record
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Ambiguous, Found, Match, NotFound, Skipped, Unreachable
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference
from refcheck.text.folding import squeeze
from refcheck.text.registry_names import registry_name

Outcome = Match | tuple[Question, ...]
"""The match, or what must be asked before it can be told."""

_CAUSES: Mapping[str, str] = {
    "network": "{registry} could not be reached",
    "refused": "{registry} turned the question away",
    "broken": "{registry} gave an answer that could not be read",
    "offline": "offline, and no earlier answer of {registry} is at hand",
    "interrupted": "interrupted before {registry} answered",
    "out-of-time": "the time budget was used up before {registry} answered",
    "not-locked": "not in the lock",
}
_RANK = ("crossref", "datacite", "pubmed", "arxiv", "openlibrary")
"""Registries, the one whose record is compared with first."""


def plan(cited: CitedReference) -> tuple[Question, ...]:
    """List the first questions about a reference; empty when there is nothing to ask a registry."""
    outcome = decide(cited, {})
    return outcome if isinstance(outcome, tuple) else ()


def decide(cited: CitedReference, answers: Answers, known: Sequence[RegistryRecord] = (), *, also: Collection[str] = ()) -> Outcome:
    """Give the match, or the questions that must be answered before it can be told.

    Args:
        cited: the reference.
        answers: the answers had so far to the questions about it.
        known: records of other works of the list, which show what containers their registry holds.
        also: registries that are asked only where the user wishes it, for what they know of a work that was found.
    """
    led = trails(cited.reference, answers)
    pending = tuple(trail.question for trail in led if trail.question is not None)
    if pending:
        return pending
    had = tuple(answer for trail in led for answer in trail.answers)
    right = _of_the_work(cited, led)
    if right:
        return _with_notices(_found(cited, right, had, answers), answers, also)
    stopped = _stopped(led, had)
    if stopped is not None:
        return stopped
    dead = any(trail.absent or trail.record is not None for trail in led)
    led = of_isbn(cited.reference, answers)
    pending = tuple(trail.question for trail in led if trail.question is not None)
    if pending:
        return pending
    had += tuple(answer for trail in led for answer in trail.answers if not isinstance(answer, Failed))
    right = _of_the_work(cited, led)
    if right:
        return Found(records=tuple(trail.record for trail in right if trail.record is not None), by=right[0].by, answers=had)
    hinted = trails(cited.known, answers) if cited.known else ()
    pending = tuple(trail.question for trail in hinted if trail.question is not None)
    if pending:
        return pending
    if right := _of_the_work(cited, hinted):
        had += tuple(answer for trail in right for answer in trail.answers)
        return Found(records=tuple(trail.record for trail in right if trail.record is not None), by=right[0].by, answers=had)
    outcome = _searched(cited, answers, known, dead=dead)
    return outcome if isinstance(outcome, tuple) else replace(outcome, answers=(*had, *outcome.answers))


def _of_the_work(cited: CitedReference, led: Sequence[Trail]) -> list[Trail]:
    """List the trails that led to the cited work, the record to compare with first."""
    right = [trail for trail in led if trail.record is not None and not is_another_work(cited, trail.record.reference)]
    return sorted(
        right, key=lambda trail: _RANK.index(trail.record.registry) if trail.record and trail.record.registry in _RANK else len(_RANK)
    )


def _stopped(led: Sequence[Trail], had: tuple[Answer, ...]) -> Match | None:
    """Give the match where a search would not do: an answer is lacking, or the work stands where it cannot be asked for."""
    failed = next((trail.failed for trail in led if trail.failed is not None), None)
    if failed is not None:
        return Unreachable(reason=_reason(failed), answers=had)
    for trail in led:
        if trail.agency is not None:
            if squeeze(trail.agency) in {"crossref", "datacite"}:
                reason = f"doi.org says that {trail.agency} registered it, but {trail.agency} has no record of it"
                return Unreachable(reason=reason, answers=had)
            return Skipped(reason=f"registered with {trail.agency}, metadata not checked", answers=had)
    return None


def _found(cited: CitedReference, right: Sequence[Trail], had: tuple[Answer, ...], answers: Answers) -> Outcome:
    """Complete a match by identifier: with the record of a DOI that was not cited, and the published version of a preprint."""
    records = tuple(trail.record for trail in right if trail.record is not None)
    first, kin = records[0], None
    published = _published_version(cited.reference, first)
    other = published or (first.reference.doi if cited.reference.doi is None and first.registry in {"pubmed", "openlibrary"} else None)
    if isinstance(other, Doi):
        question = in_list(other)
        if question not in answers:
            return (question,)
        answer = answers[question]
        had += (answer,)
        if isinstance(answer, Record | Alias) and not is_another_work(cited, answer.record.reference):
            records, kin = (answer.record, *records), "preprint" if published else None
    elif is_preprint(first) and _is_published(cited.reference, first):
        kin = "preprint"
    return Found(records=records, by=right[0].by, kin=kin, answers=had)


def _with_notices(outcome: Outcome, answers: Answers, also: Collection[str]) -> Outcome:
    """Add what OpenAlex knows of retractions. The rest of its records is worked out from others', and compared with nothing."""
    doi = outcome.record.reference.doi if isinstance(outcome, Found) else None
    if not isinstance(outcome, Found) or not isinstance(doi, Doi) or "openalex" not in also:
        return outcome
    question = Question("openalex", doi.folded)
    answer = answers.get(question)
    if answer is None:
        return (question,)
    if not isinstance(answer, Record):
        return outcome
    told = replace(answer.record, reference=Reference(type=answer.record.reference.type, doi=doi), dates={}, issued_from=None)
    return replace(outcome, records=(*outcome.records, told), answers=(*outcome.answers, answer))


def _is_published(cited: Reference, preprint: RegistryRecord) -> bool:
    """Tell whether a citation claims a place in a journal, proceedings or a book; the publisher of the preprint is none."""
    if cited.type not in CONTAINED or not (cited.volume or cited.page or cited.issue):
        return False
    container, publisher = squeeze(cited.container_title or ""), squeeze(preprint.reference.publisher or "")
    return bool(container) and not (publisher and container.startswith(publisher))


def _published_version(cited: Reference, record: RegistryRecord) -> Doi | None:
    """Give the DOI of what a preprint became, where the citation claims to be of that."""
    if not is_preprint(record) or not _is_published(cited, record):
        return None
    ties = (Doi.parse(tie.identifier) for tie in record.relations if tie.name == "is-preprint-of" and tie.kind == "doi")
    return next((doi for doi in ties if doi is not None), None)


def _searched(cited: CitedReference, answers: Answers, known: Sequence[RegistryRecord], *, dead: bool) -> Outcome:
    """Look for the work by its description; `dead` tells that a cited identifier is registered nowhere, or for another work."""
    question = search(cited)
    if question is None:
        return NotFound() if dead else Skipped(reason=_unsearched(cited.reference))
    answer = answers.get(question)
    if answer is None:
        return (question,)
    if not isinstance(answer, Candidates):
        failed = answer if isinstance(answer, Failed) else None
        return Unreachable(reason=_reason(failed) if failed else "the search gave no list", answers=(answer,))
    chosen = choose(cited, answer.records)
    if len(chosen) > 1:
        records = tuple(each.record for each in chosen)
        return Ambiguous(candidates=records, answers=(replace(answer, records=records),))
    if chosen:
        return _chosen(chosen[0], (replace(answer, records=(chosen[0].record,)),), answers)
    if dead:
        return NotFound(answers=(replace(answer, records=()),))
    return _unknown(cited, answer, answers, known)


def _chosen(candidate: Candidate, had: tuple[Answer, ...], answers: Answers) -> Outcome:
    """Take the whole record of a candidate, of which a search gives only a part."""
    question = Question("crossref", candidate.record.identifier)
    answer = answers.get(question)
    if answer is None:
        return (question,)
    if isinstance(answer, Failed):
        return Unreachable(reason=_reason(answer), answers=(*had, answer))
    record = answer.record if isinstance(answer, Record | Alias) else candidate.record
    kin = "preprint" if candidate.fit == "preprint" else None
    return Found(records=(record,), by="search", score=round(candidate.score, 3), kin=kin, answers=(*had, answer))


def _unknown(cited: CitedReference, answer: Candidates, answers: Answers, known: Sequence[RegistryRecord]) -> Outcome:
    """Decide whether a work that was not found should have been: where its registry holds works of the same container."""
    near = tuple(record for record in answer.records if weigh(cited, record).near)
    if near:
        return Ambiguous(candidates=near, answers=(replace(answer, records=near),))
    accusable, bare = is_accusable(cited), replace(answer, records=())
    evidence = covering(cited, answer.records) if accusable else None
    if evidence is not None:
        return NotFound(answers=(replace(answer, records=(evidence,)),), covered_by=evidence)
    evidence = covering(cited, known) if accusable else None
    if evidence is not None:
        return NotFound(answers=(bare,), covered_by=evidence)
    question = journal(cited.reference) if accusable else None
    if question is None:
        return Skipped(reason=UNCOVERED, answers=(bare,))
    held = answers.get(question)
    return (question,) if held is None else _by_journal(cited, (bare, held), held)


def _by_journal(cited: CitedReference, had: tuple[Answer, ...], held: Answer) -> Match:
    """Decide by whether the registry has the journal."""
    if isinstance(held, Failed):
        return Unreachable(reason=_reason(held), answers=had)
    if isinstance(held, Record) and _registers(held.record, cited.reference):
        return NotFound(answers=had, covered_by=held.record)
    return Skipped(reason=UNCOVERED, answers=had)


def _registers(journal: RegistryRecord, cited: Reference) -> bool:
    """Tell whether a journal has registered works of the cited year; where the registry does not say, it has."""
    years = journal.reference.extra.get("years")
    year = cited.issued.year if cited.issued else None
    return not years or year is None or year in years


def _unsearched(reference: Reference) -> str:
    """Say why a work is not looked for."""
    if reference.type in WEB_PAGES and reference.url:
        return "web page"
    if reference.type in UNSEARCHED:
        return f"no registry asked holds works of this kind ({reference.type.replace('_', ' ')})"
    return "malformed DOI" if isinstance(reference.doi, str) else "no identifier, and too little to search for"


def _reason(answer: Failed) -> str:
    said = _CAUSES[answer.cause].format(registry=registry_name(answer.registry))
    return f"{said}: {answer.detail}" if answer.detail else said

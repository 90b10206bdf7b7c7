"""What became of a cited work, as far as the answers tell.

A DOI is asked of Crossref in a list. What the list lacks may be unregistered, registered with another agency, or an
alias: doi.org tells which, and only what it gives to Crossref is asked for alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from refcheck.matching.questions import by_itself, in_list, registered_where, skipped
from refcheck.matching.verification import is_another_work
from refcheck.model.answers import Absent, Alias, Answer, Elsewhere, Failed, Question, Record
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Found, Match, NotFound, Skipped, Unreachable
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference
from refcheck.text.folding import fold
from refcheck.text.registry_names import registry_name

_CAUSES: Mapping[str, str] = {
    "network": "{registry} could not be reached",
    "refused": "{registry} turned the question away",
    "broken": "{registry} gave an answer that could not be read",
    "offline": "offline, and no earlier answer of {registry} is at hand",
    "interrupted": "interrupted before {registry} answered",
    "not-locked": "not in the lock",
}


def decide(cited: CitedReference, answers: Mapping[Question, Answer]) -> Match | tuple[Question, ...]:
    """Give the match, or the questions that must be answered before it can be told.

    Args:
        cited: the reference.
        answers: the answers had so far to the questions about it.
    """
    doi = cited.reference.doi
    if not isinstance(doi, Doi):
        return skipped(cited.reference)
    had: list[Answer] = []
    for question in (in_list(doi), registered_where(doi), by_itself(doi)):
        answer = answers.get(question)
        if answer is None:
            return (question,)
        had.append(answer)
        outcome = _outcome(cited, question, answer, tuple(had))
        if outcome is not None:
            return outcome
    return Unreachable(reason="doi.org says that Crossref registered it, but Crossref has no record of it", answers=tuple(had))


def _outcome(cited: CitedReference, question: Question, answer: Answer, had: tuple[Answer, ...]) -> Match | None:
    """Read the latest answer; None when the next question must be asked."""
    match answer:
        case Record() | Alias():
            return _verified(cited, answer.record, had)
        case Failed():
            return Unreachable(reason=_reason(answer), answers=had)
        case Absent():
            return NotFound(answers=had) if question.registry == "doi" else None
        case Elsewhere():
            if fold(answer.agency) == "crossref":
                return None
            return Skipped(reason=f"registered with {answer.agency}, metadata not checked", answers=had)
        case _:
            assert_never(answer)


def _verified(cited: CitedReference, record: RegistryRecord, had: tuple[Answer, ...]) -> Match:
    if is_another_work(cited, record.reference):
        return NotFound(answers=had)
    return Found(records=(record,), by="doi", answers=had)


def _reason(answer: Failed) -> str:
    said = _CAUSES[answer.cause].format(registry=registry_name(answer.registry))
    return f"{said}: {answer.detail}" if answer.detail else said

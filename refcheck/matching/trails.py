"""What each cited identifier leads to, answer by answer.

A DOI is asked of Crossref in a list. What the list lacks may be unregistered, registered with another agency, or an
alias: doi.org tells which; what it gives to Crossref is asked for alone, what it gives to DataCite there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from refcheck.matching.questions import by_itself, in_list, registered_where
from refcheck.model.answers import Absent, Alias, Answer, Candidates, Elsewhere, Failed, Question, Record
from refcheck.model.identifiers import Doi
from refcheck.model.records import RegistryRecord
from refcheck.model.references import Reference
from refcheck.text.folding import fold
from refcheck.text.identifiers import isbn13, parse_arxiv, parse_pmcid, parse_pmid

Answers = Mapping[Question, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """How far one identifier has led."""

    by: str
    """Kind of the identifier: "doi", "pmid", ..."""
    answers: tuple[Answer, ...] = ()
    """Those had on the way, in the order they were asked for."""
    question: Question | None = None
    """What must be asked before the trail goes on."""
    record: RegistryRecord | None = None
    absent: bool = False
    """It is registered nowhere."""
    agency: str | None = None
    """Who registered it, where that agency cannot be asked."""
    failed: Failed | None = None


def trails(reference: Reference, answers: Answers) -> tuple[Trail, ...]:
    """Follow every identifier of a reference as far as the answers go, the strongest first."""
    found: list[Trail] = []
    if isinstance(reference.doi, Doi):
        found.append(_of_doi(reference.doi, answers))
    pmid, pmcid, arxiv = parse_pmid(reference.pmid or ""), parse_pmcid(reference.pmcid or ""), parse_arxiv(reference.arxiv or "")
    if pmid:
        found.append(_of_one("pmid", Question("pubmed", f"pmid:{pmid}"), answers))
    if pmcid:
        found.append(_of_one("pmcid", Question("pubmed", f"pmcid:{pmcid.lower()}"), answers))
    if arxiv:
        found.append(_of_one("arxiv", Question("arxiv", arxiv.lower()), answers))
    return tuple(found)


def of_isbn(reference: Reference, answers: Answers) -> tuple[Trail, ...]:
    """Follow the ISBN of a book. Its registry knows little: what it lacks may be registered all the same."""
    if reference.type not in {"book", "chapter", "entry-encyclopedia", "entry-dictionary", "classic"}:
        return ()
    number = next((number for each in reference.isbn if (number := isbn13(each)) is not None), None)
    return () if number is None else (_of_one("isbn", Question("openlibrary", number), answers),)


def _of_one(by: str, question: Question, answers: Answers) -> Trail:
    """Follow an identifier that one registry alone knows."""
    answer = answers.get(question)
    if answer is None:
        return Trail(by=by, question=question)
    return _ended(by, answer, (answer,)) or Trail(by=by, answers=(answer,))


def _ended(by: str, answer: Answer, had: tuple[Answer, ...]) -> Trail | None:
    """Read an answer that ends a trail; None where another registry may know more."""
    match answer:
        case Record(record=record) | Alias(record=record):
            return Trail(by=by, answers=had, record=record)
        case Failed():
            return Trail(by=by, answers=had, failed=answer)
        case Absent(final=final):
            return Trail(by=by, answers=had, absent=True) if final else None
        case Elsewhere() | Candidates():
            return None
        case _:
            assert_never(answer)


def _of_doi(doi: Doi, answers: Answers) -> Trail:
    """Go from Crossref's list to doi.org, and from there to who registered the DOI."""
    had: list[Answer] = []
    step = in_list(doi)
    while True:
        answer = answers.get(step)
        if answer is None:
            return Trail(by="doi", answers=tuple(had), question=step)
        had.append(answer)
        following = _NEXT[step.registry, step.alone](doi, answer)
        if following is None:
            agency = next((each.agency for each in had if isinstance(each, Elsewhere)), None)
            ended = _ended("doi", answer, tuple(had))
            return ended if ended is not None and not (ended.absent and agency) else Trail(by="doi", answers=tuple(had), agency=agency)
        step = following


def _after_list(doi: Doi, answer: Answer) -> Question | None:
    return registered_where(doi) if isinstance(answer, Absent) else None


def _after_agency(doi: Doi, answer: Answer) -> Question | None:
    if isinstance(answer, Failed) and answer.cause == "broken":
        return Question("doi", doi.folded, alone=True)
    if not isinstance(answer, Elsewhere):
        return None
    return {"crossref": by_itself(doi), "datacite": Question("datacite", doi.folded)}.get(fold(answer.agency))


def _after_datacite(doi: Doi, answer: Answer) -> Question | None:
    return Question("datacite", doi.folded, alone=True) if isinstance(answer, Absent) and not answer.final else None


def _end(_: Doi, __: Answer) -> None:
    return None


_NEXT: Mapping[tuple[str, bool], Callable[[Doi, Answer], Question | None]] = {
    ("crossref", False): _after_list,
    ("doi", False): _after_agency,
    ("doi", True): _end,
    ("crossref", True): _end,
    ("datacite", False): _after_datacite,
    ("datacite", True): _end,
}
"""Registry, and whether the DOI was asked for alone -> what to ask after its answer; None ends the trail."""

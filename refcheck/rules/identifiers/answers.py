"""Find what the registries answered about the identifiers that are cited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.answers import Absent, Alias, Record
from refcheck.model.diagnostics import Change
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Found
from refcheck.model.records import RegistryRecord
from refcheck.model.references import Reference
from refcheck.rules.base import Subject
from refcheck.text.identifiers import isbn13, parse_arxiv, parse_pmcid, parse_pmid
from refcheck.text.registry_names import registry_name


def _doi(work: Reference) -> tuple[str, ...]:
    return (work.doi.folded,) if isinstance(work.doi, Doi) else ()


def _pmid(work: Reference) -> tuple[str, ...]:
    number = parse_pmid(work.pmid or "")
    return (f"pmid:{number}",) if number else ()


def _pmcid(work: Reference) -> tuple[str, ...]:
    number = parse_pmcid(work.pmcid or "")
    return (f"pmcid:{number.lower()}",) if number else ()


def _arxiv(work: Reference) -> tuple[str, ...]:
    number = parse_arxiv(work.arxiv or "")
    return (number.lower(),) if number else ()


def _isbn(work: Reference) -> tuple[str, ...]:
    return tuple(number for each in work.isbn if (number := isbn13(each)) is not None)


_QUESTIONS: Mapping[str, Callable[[Reference], tuple[str, ...]]] = MappingProxyType(
    {"doi": _doi, "pmid": _pmid, "pmcid": _pmcid, "arxiv": _arxiv, "isbn": _isbn}
)
"""Attribute of an identifier -> what registries are asked for it; nothing where it is malformed."""
_ONLY: Mapping[str, str] = MappingProxyType({"doi": "doi", "pmid": "pubmed", "arxiv": "arxiv"})
"""Attribute of an identifier -> the registry that knows all of its kind."""


def unregistered(subject: Subject, attribute: str = "doi") -> Absent | None:
    """Give the answer of the registry that knows all identifiers of a kind that it does not know the cited one."""
    questions = _QUESTIONS[attribute](subject.cited.reference)
    for answer in subject.match.answers:
        if isinstance(answer, Absent) and answer.final and answer.registry == _ONLY[attribute] and answer.question.lower() in questions:
            return answer
    return None


def led_to(subject: Subject, attribute: str = "doi") -> Record | Alias | None:
    """Give the answer with the record that a cited identifier leads to, whether or not it is the cited work."""
    questions = _QUESTIONS[attribute](subject.cited.reference)
    for answer in subject.match.answers:
        if isinstance(answer, Record | Alias) and answer.question.lower() in questions:
            return answer
    return None


def to_another_work(subject: Subject, attribute: str) -> Record | Alias | None:
    """Give the answer with the record that a cited identifier leads to, where that is not the cited work nor a notice on it."""
    answer = led_to(subject, attribute)
    if answer is None or is_cited_work(subject, answer) or is_notice_on_it(subject, answer.record):
        return None
    return answer


def is_cited_work(subject: Subject, answer: Record | Alias) -> bool:
    """Tell whether the record an answer holds is one of the cited work."""
    match = subject.match
    return isinstance(match, Found) and any(answer.record.identifier == record.identifier for record in match.records)


def is_notice_on_it(subject: Subject, record: RegistryRecord) -> bool:
    """Tell whether a record is registered as a notice on the work that was found."""
    records = subject.match.records if isinstance(subject.match, Found) else ()
    works = {found.identifier for found in records} | {str(found.reference.doi).lower() for found in records}
    works |= {f"pmid:{found.reference.pmid}" for found in records}
    return any(update.doi.lower() in works for update in record.update_to)


def described(work: Reference) -> str:
    """Give title, first author and year, as far as a record has them."""
    first = work.author[0] if work.author else None
    title = f'"{work.title}"' if work.title else "a work without title"
    by = f" by {first.family or first}" if first else ""
    return f"{title}{by}{f' ({work.issued.year})' if work.issued and work.issued.year else ''}"


def held_for(answer: Record | Alias) -> str:
    """Say who holds an identifier for which work: "PubMed holds for "On roofs" by Silva (2011)"."""
    return f"{registry_name(answer.registry)} holds for {described(answer.record.reference)}"


def proposed_doi(subject: Subject) -> Doi | None:
    """Give the DOI of the cited work where it was found although its cited DOI does not lead to it."""
    match, record = subject.match, subject.record
    if not isinstance(match, Found) or record is None or match.kin is not None:
        return None
    doi = record.reference.doi
    return doi if isinstance(doi, Doi) and doi != subject.cited.reference.doi else None


def replacement(subject: Subject) -> dict[str, Any]:
    """Give the parts of a finding that propose the DOI of the cited work; none where it is not known."""
    doi = proposed_doi(subject)
    if doi is None:
        return {}
    change = Change(path="doi", cited=subject.cited.reference.doi, registered=doi)
    return {"changes": (change,), "title": f"replace the DOI by {doi}", "applicability": "unsafe"}

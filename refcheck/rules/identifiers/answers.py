"""Find what the registries answered about a cited DOI."""

from __future__ import annotations

from refcheck.model.answers import Absent, Alias, Record
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Found
from refcheck.model.records import RegistryRecord
from refcheck.rules.base import Subject


def cited_doi(subject: Subject) -> Doi | None:
    """Give the cited DOI where it is well-formed."""
    doi = subject.cited.reference.doi
    return doi if isinstance(doi, Doi) else None


def unregistered(subject: Subject) -> Absent | None:
    """Give the answer of doi.org that the cited DOI is not registered."""
    doi = cited_doi(subject)
    for answer in subject.match.answers:
        if doi and isinstance(answer, Absent) and answer.registry == "doi" and answer.question.lower() == doi.folded:
            return answer
    return None


def led_to(subject: Subject) -> Record | Alias | None:
    """Give the answer with the record that the cited DOI leads to, whether or not it is the cited work."""
    doi = cited_doi(subject)
    for answer in subject.match.answers:
        if doi and isinstance(answer, Record | Alias) and answer.question.lower() == doi.folded:
            return answer
    return None


def is_cited_work(subject: Subject, answer: Record | Alias) -> bool:
    """Tell whether the record an answer holds is one of the cited work."""
    match = subject.match
    return isinstance(match, Found) and any(answer.record.identifier == record.identifier for record in match.records)


def is_notice_on_it(subject: Subject, record: RegistryRecord) -> bool:
    """Tell whether a record is registered as a notice on the work that was found."""
    match = subject.match
    works = {found.identifier for found in match.records} if isinstance(match, Found) else set[str]()
    return any(update.doi.lower() in works for update in record.update_to)

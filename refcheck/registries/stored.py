"""How answers are written down, in the cache and in the lock, and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, assert_never

from refcheck.model.answers import Absent, Alias, Answer, Candidates, Elsewhere, Failed, Record
from refcheck.model.records import RegistryRecord
from refcheck.registries import (
    arxiv_record,
    crossref_kept,
    crossref_record,
    datacite_record,
    openalex_record,
    openlibrary_record,
    pubmed_record,
)

READERS: Mapping[str, Callable[..., RegistryRecord]] = MappingProxyType(
    {
        "arxiv": arxiv_record.read_record,
        "crossref": crossref_record.read_record,
        "datacite": datacite_record.read_record,
        "openalex": openalex_record.read_record,
        "openlibrary": openlibrary_record.read_record,
        "pubmed": pubmed_record.read_record,
    }
)
"""Registry -> the reader of its answers, the same for live and stored ones."""
KEPT: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = MappingProxyType(
    {
        "arxiv": arxiv_record.kept,
        "crossref": crossref_kept.kept,
        "datacite": datacite_record.kept,
        "openalex": openalex_record.kept,
        "openlibrary": openlibrary_record.kept,
        "pubmed": pubmed_record.kept,
    }
)
"""Registry -> what a lock keeps of its answers."""


def status_of(answer: Answer) -> dict[str, Any] | None:
    """Write down what an answer says, without the record; None for a failure, which is never kept."""
    match answer:
        case Record():
            return {"status": "record"}
        case Alias(of=of):
            return {"status": "alias", "of": of}
        case Elsewhere(agency=agency):
            return {"status": "elsewhere", "agency": agency}
        case Absent(final=final):
            return {"status": "absent"} if final else {"status": "absent", "final": False}
        case Candidates(records=records):
            return {"status": "candidates", "of": [record.identifier for record in records]}
        case Failed():
            return None
        case _:
            assert_never(answer)


def records_of(answer: Answer) -> tuple[RegistryRecord, ...]:
    """List the records that came with an answer."""
    match answer:
        case Record() | Alias():
            return (answer.record,)
        case Candidates():
            return answer.records
    return ()


def answer_of(told: Mapping[str, Any], *, registry: str, question: str, date: str, records: Sequence[RegistryRecord]) -> Answer | None:
    """Read an answer back; None when it needs a record that is not there, or says nothing known."""
    match told:
        case {"status": "record"} if records:
            return Record(registry=registry, question=question, date=date, record=records[0])
        case {"status": "alias", "of": str(of)} if records:
            return Alias(registry=registry, question=question, date=date, of=of, record=records[0])
        case {"status": "candidates", "of": list(of)} if len(of) == len(records):
            return Candidates(registry=registry, question=question, date=date, records=tuple(records))
        case {"status": "elsewhere", "agency": str(agency)}:
            return Elsewhere(registry=registry, question=question, date=date, agency=agency)
        case {"status": "absent"}:
            return Absent(registry=registry, question=question, date=date, final=told.get("final", True) is True)
    return None


def serves(answer: Answer, *, alone: bool) -> bool:
    """Tell whether a stored answer serves: left out of a list is no answer to a question asked alone."""
    return not (alone and isinstance(answer, Absent) and not answer.final)

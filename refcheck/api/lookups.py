"""Look up one work, by any identifier or by a description of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from refcheck import catalog
from refcheck.api.runs import dated, lock_path
from refcheck.config.schema import Config
from refcheck.engine.desk import open_desk
from refcheck.engine.rounds import Inquiry, match_all
from refcheck.errors import UsageError
from refcheck.matching.questions import search, words_of
from refcheck.model.answers import Candidates
from refcheck.model.documents import Document, Notice
from refcheck.model.matches import Match, Unreachable
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference
from refcheck.readers.base import Reader
from refcheck.text.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_pmcid, parse_pmid


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """What was found under an identifier, or for a description."""

    match: Match
    candidates: tuple[RegistryRecord, ...] = ()
    """What a search gave, the best first as the registry ranks it; empty where an identifier was given."""
    notices: tuple[Notice, ...] = ()


def lookup(wanted: str, *, config: Config | None = None, lock_file: Path | None = None) -> Lookup:
    """Ask for one work by DOI, PMID, PMCID, arXiv identifier or ISBN, else by a description of it.

    Raises:
        UsageError: the text holds neither an identifier nor enough words to search for.
        LockError: the lock is damaged.
        KeyboardInterrupt: Ctrl-C, and there is no answer to show.
    """
    from refcheck.registries.lock import read_lock

    config, today = dated(config)
    cited = _cited(wanted)
    question = search(cited) or words_of(cited)
    if question is None and not _is_identified(cited):
        raise UsageError(f"{wanted}: no identifier, and too little to search for; a DOI looks like 10.1000/xyz123")
    with open_desk(config, read_lock(lock_file or lock_path(()))) as desk:
        inquiry = Inquiry(desk.chains, today.isoformat())
        match = match_all([cited], inquiry)[0]
        answer = None
        if question is not None and not _is_identified(cited):
            inquiry.ask([question])
            answer = inquiry.answers[question]
        if isinstance(match, Unreachable) and (inquiry.interrupted or desk.interrupted):
            raise KeyboardInterrupt
        candidates = answer.records if isinstance(answer, Candidates) else ()
        return Lookup(match=match, candidates=candidates, notices=desk.notices())


_PARSERS: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {"doi": parse_doi, "arxiv": parse_arxiv, "pmcid": parse_pmcid, "isbn": parse_isbn, "pmid": parse_pmid}
)
"""Attribute of an identifier -> who reads it, in the order in which a text is tried."""


def _cited(wanted: str) -> CitedReference:
    """Read a text as an identifier, else as a reference."""
    text = wanted.strip()
    alone = " " not in text or text.upper().startswith(("ISBN", "PMID", "DOI", "ARXIV"))
    for attribute, parse in _PARSERS.items() if alone else ():
        found = parse(text.upper().removeprefix("ISBN").lstrip(": ") if attribute == "isbn" else text)
        if found is not None:
            values: dict[str, Any] = {attribute: (found,) if attribute == "isbn" else found}
            return CitedReference(
                reference=Reference(type="book" if attribute == "isbn" else "document", **values), id="1", kind="structured"
            )
    reader: Reader = catalog.load(catalog.READERS, "lines")
    read = reader(Document(name="-", text=f"{' '.join(text.split())}\n")).references
    return read[0] if read else CitedReference(reference=Reference(), id="1")


def _is_identified(cited: CitedReference) -> bool:
    return any(getattr(cited.reference, attribute) for attribute in _PARSERS)

"""What to ask about a cited reference before anything is known of it."""

from __future__ import annotations

from refcheck.model.answers import Question
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Skipped
from refcheck.model.references import CitedReference, Reference

WEB_PAGES = frozenset({"webpage", "post", "post-weblog"})
"""Types of work that no registry of scholarly works holds."""


def plan(cited: CitedReference) -> tuple[Question, ...]:
    """List the first questions about a reference; empty when there is nothing to ask a registry."""
    doi = cited.reference.doi
    return (in_list(doi),) if isinstance(doi, Doi) else ()


def in_list(doi: Doi) -> Question:
    """Ask Crossref for a DOI together with others."""
    return Question("crossref", doi.folded)


def registered_where(doi: Doi) -> Question:
    """Ask doi.org whether a DOI is registered, and with which agency."""
    return Question("doi", doi.folded)


def by_itself(doi: Doi) -> Question:
    """Ask Crossref for a DOI alone, which follows aliases."""
    return Question("crossref", doi.folded, alone=True)


def skipped(reference: Reference) -> Skipped:
    """Say why a reference without a well-formed DOI is not looked for."""
    if isinstance(reference.doi, str):
        return Skipped(reason="malformed DOI")
    scholarly = reference.pmid or reference.pmcid or reference.arxiv or reference.isbn
    if reference.type in WEB_PAGES and reference.url and not scholarly:
        return Skipped(reason="web page")
    return Skipped(reason="no identifier")

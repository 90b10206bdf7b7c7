"""REF105."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from refcheck.model.diagnostics import Change, Severity
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Found
from refcheck.rules.base import Finding, Subject, rule
from refcheck.text.registry_names import registry_name

_KINDS: Mapping[str, str] = MappingProxyType({"pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv identifier", "isbn": "ISBN"})


@rule("REF105", "doi-missing", severity=Severity.INFO, needs="record")
def doi_missing(subject: Subject) -> Iterator[Finding]:
    """A cited work has a DOI that the citation leaves out.

    ## What it does
    Proposes the registered DOI of a work that was found by another identifier or by a search for its description, and
    says what the match rests on. A work that was matched as the preprint of the cited one gives none.

    ## Why it matters
    A DOI leads to the work for good, and makes the next check of the list one request instead of a search.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17-29.`

    Registered: `10.1000/wells`

    ## Use instead
    `Lee, J. (2020). On wells. Water, 4, 17-29. https://doi.org/10.1000/wells`

    ## Fix safety
    Unsafe: the work was found by its description, which may be of another one.

    ## Sources
    APA 7, 9.34; Crossref, "Reference matching".
    """
    match, record = subject.match, subject.record
    doi = record.reference.doi if record else None
    if subject.cited.reference.doi is None and isinstance(doi, Doi) and isinstance(match, Found) and match.kin is None and record:
        yield Finding(
            path="doi",
            registered=str(doi),
            message=f"no DOI cited; {registry_name(record.registry)} has {doi} {_grounds(match)}",
            evidence=record.reference.title,
            changes=(Change(path="doi", cited=None, registered=doi),),
            title=f"add the DOI {doi}",
            applicability="unsafe",
        )


def _grounds(match: Found) -> str:
    """Say what a match rests on."""
    if match.score is None:
        return f"for this {_KINDS.get(match.by, match.by)}"
    return f"for a work of this description (certainty {match.score:.2f})"

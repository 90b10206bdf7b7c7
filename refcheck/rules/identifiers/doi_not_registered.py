"""REF102."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import proposed_doi, replacement, unregistered


@rule("REF102", "doi-not-registered", severity=Severity.ERROR, needs="match")
def doi_not_registered(subject: Subject) -> Iterator[Finding]:
    """A cited DOI is not registered with any agency.

    ## What it does
    Reports a DOI that Crossref does not hold and that doi.org, which knows the DOIs of all agencies, says does not
    exist. A registry that could not be asked is never taken for this answer.

    ## Why it matters
    The link leads nowhere. The DOI has a slip of a letter, was never deposited, or was made up together with the
    reference.

    ## Example
    Cited: `10.1000/wells.2020.17`

    Registered: nothing; doi.org says that it does not exist.

    ## Use instead
    The DOI on the first page of the article or on the publisher's page; no DOI where there is none.

    ## Fix safety
    Unsafe: the DOI proposed is that of the work which a search found for the rest of the citation.

    ## Sources
    DOI Handbook, section 3; doi.org, "Which registration agency".
    """
    answer = unregistered(subject)
    if answer is not None:
        doi = str(subject.cited.reference.doi)
        meant = proposed_doi(subject)
        yield Finding(
            path="doi",
            cited=doi,
            registered=str(meant) if meant else None,
            message=f"cited as {doi}, which is not registered with any agency (doi.org, {answer.date})"
            + (f"; the work described has {meant}" if meant else ""),
            **replacement(subject),
        )

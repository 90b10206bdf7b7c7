"""REF103."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import described, held_for, proposed_doi, replacement, to_another_work


@rule("REF103", "doi-of-another-work", severity=Severity.ERROR, needs="match")
def doi_of_another_work(subject: Subject) -> Iterator[Finding]:
    """A cited DOI is registered, but for another work.

    ## What it does
    Reports a DOI whose record differs from the citation in several ways at once: title and authors, or title,
    container, volume, pages and year. A changed or translated title alone is not enough, nor are other authors alone.
    Nothing else of that record is held against the citation. A notice on the cited work is told by `cites-the-notice`.

    ## Why it matters
    Readers land on a paper that does not say what it is cited for. Such a DOI was copied from the neighbouring
    reference, or belongs to a reference that was made up.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17. https://doi.org/10.1000/roofs`

    Registered: `10.1000/roofs` is "On roofs" by Silva (2011)

    ## Use instead
    The DOI of the work that is meant.

    ## Fix safety
    Unsafe: the DOI proposed is that of the work which a search found for the rest of the citation.

    ## Sources
    Crossref, "Reference matching": which values must agree before two descriptions are of one work.
    """
    answer = to_another_work(subject, "doi")
    if answer is not None:
        doi, meant = str(subject.cited.reference.doi), proposed_doi(subject)
        yield Finding(
            path="doi",
            cited=doi,
            registered=described(answer.record.reference),
            message=f"cited as {doi}, which {held_for(answer)}" + (f"; the work described has {meant}" if meant else ""),
            evidence=answer.record.reference.title,
            **replacement(subject),
        )

"""REF114."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import described, held_for, to_another_work


@rule("REF114", "pmid-of-another-work", severity=Severity.ERROR, needs="match")
def pmid_of_another_work(subject: Subject) -> Iterator[Finding]:
    """A cited PubMed number is that of another work.

    ## What it does
    Reports a PMID, or a number of PubMed Central, whose record in PubMed is plainly not the cited work: title and
    authors differ, or title, container, volume, pages and year. Nothing else of that record is held against the
    citation.

    ## Why it matters
    Readers land on a paper that does not say what it is cited for.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17. PMID: 12345678`

    Registered: 12345678 is "On roofs" by Silva (2011)

    ## Use instead
    The number of the work that is meant.

    ## Sources
    NCBI, "PubMed help", on PMID and PMCID.
    """
    for attribute, name in (("pmid", "PMID "), ("pmcid", "")):
        answer = to_another_work(subject, attribute)
        if answer is not None:
            number = getattr(subject.cited.reference, attribute)
            yield Finding(
                path=attribute,
                cited=number,
                registered=described(answer.record.reference),
                message=f"cited as {name}{number}, which {held_for(answer)}",
                evidence=answer.record.reference.title,
            )

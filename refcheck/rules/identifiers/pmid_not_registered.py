"""REF112."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import unregistered


@rule("REF112", "pmid-not-registered", severity=Severity.ERROR, needs="match")
def pmid_not_registered(subject: Subject) -> Iterator[Finding]:
    """A cited PubMed number is not in PubMed.

    ## What it does
    Reports a PMID that PubMed says it does not hold. A number of PubMed Central is not reported: PubMed, which is
    asked, does not list everything that stands there. A registry that could not be asked is never taken for this
    answer.

    ## Why it matters
    The link leads nowhere: the number has a slip of a figure, or was made up together with the reference.

    ## Example
    Cited: `PMID: 99999999`

    Registered: nothing; PubMed does not hold it.

    ## Use instead
    The number on the work's page in PubMed; no number where it has none.

    ## Sources
    NCBI, "E-utilities".
    """
    answer = unregistered(subject, "pmid")
    if answer is not None:
        number = subject.cited.reference.pmid
        yield Finding(path="pmid", cited=number, message=f"cited as PMID {number}, which PubMed does not hold ({answer.date})")

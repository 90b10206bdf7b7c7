"""REF702."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, ListSubject, rule
from refcheck.rules.status.notices import of_verdict
from refcheck.rules.status.taken_back import findings, titled


@rule("REF702", "withdrawn", severity=Severity.ERROR, needs="list")
def withdrawn(subject: ListSubject) -> Iterator[Finding]:
    """A cited work has been withdrawn or removed.

    ## What it does
    Reports a work whose withdrawal or removal is on record, and one whose registered title says so ("WITHDRAWN: ...").
    A removal for a time is a warning. Nothing is said of a work that was retracted besides, or where the citation
    itself says that the work was withdrawn.

    ## Why it matters
    A withdrawn work is no longer there to be read, and its authors or publisher do not stand by it.

    ## Example
    Cited: `Lee, J. (2020). On wells. https://doi.org/10.1000/preprint`

    Registered: a withdrawal of 2021-03-05, listed by the publisher

    ## Use instead
    A source that stands. Of a withdrawn systematic review, the version that replaced it.

    ## Sources
    Crossref, `updated-by` of types "withdrawal" and "removal"; Elsevier, "Article withdrawal"; Cochrane, "Withdrawn reviews".
    """
    retracted = {
        index for index, each in enumerate(subject.subjects) if of_verdict(each, "retracted") or titled(each, "retracted") is not None
    }
    found = [*findings(subject, "withdrawn", "withdrawn")]
    told = retracted | {finding.index for finding in found}
    yield from (finding for finding in found if finding.index not in retracted)
    for finding in findings(subject, "withdrawn", "removed for a time", milder=Severity.WARNING):
        if finding.index not in told:
            yield finding

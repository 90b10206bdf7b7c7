"""REF706."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.status.notices import of_verdict, told
from refcheck.rules.status.taken_back import says


@rule("REF706", "corrected", severity=Severity.INFO, needs="record")
def corrected(subject: Subject) -> Iterator[Finding]:
    """A correction of a cited work is on record.

    ## What it does
    Lists the corrections, errata, addenda and clarifications of a work, and notices of any type that is not known.
    Those that the citation names itself are left out, and nothing is said where it says that the work was retracted.

    ## Why it matters
    What is taken from the work may be what was corrected.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17.`

    Registered: an erratum, 10.1000/erratum, of 2021-03-05, listed by the publisher

    ## Use instead
    The same citation, once the correction has been read.

    ## Sources
    Crossref, `updated-by`: types "addendum", "clarification", "correction", "corrigendum", "erratum".
    """
    raw = subject.cited.raw.lower()
    notices = tuple(notice for notice in of_verdict(subject, "corrected") if notice.doi is None or notice.doi not in raw)
    if notices and not says(subject, "retracted"):
        yield Finding(message=told(notices))

"""REF701."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, ListSubject, rule
from refcheck.rules.status.taken_back import findings, is_taken_back


@rule("REF701", "retracted", severity=Severity.ERROR, needs="list")
def retracted(subject: ListSubject) -> Iterator[Finding]:
    """A cited work has been retracted.

    ## What it does
    Reports a work on which a retraction notice is on record, whoever put it there: its publisher, Retraction Watch,
    PubMed; and a work whose registered title says that it was retracted. Every notice is named once, with all who list
    it and its day. Where dates of the list tell, it is said whether the notice was known when the work was cited: by
    the day the work was accessed, or by the newest work of the same list. A retraction of a part is a warning.

    Nothing is said where the citation itself says that the work was retracted, where one entry of a source gives two
    verdicts (`contradictory-notices`), or where a notice is cited (`cites-the-notice`).

    ## Why it matters
    What a retracted work reports must not be relied on. Registries do not take a retraction back when a work is
    reinstated, so that the notice is to be read.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17.`

    Registered: a retraction, 10.1000/notice, of 2021-03-05, listed by Retraction Watch

    ## Use instead
    Another source; or, where the retraction is the subject, `Lee, J. (2020). On wells (Retraction published 2021).
    Water, 4, 17.`

    ## Sources
    Crossref, "Retraction Watch" and `updated-by`; APA 7, section 10.1, example 16; COPE, "Retraction guidelines".
    """
    yield from findings(subject, "retracted", "retracted")
    whole = {index for index, each in enumerate(subject.subjects) if is_taken_back(each)}
    for finding in findings(subject, "partly retracted", None, milder=Severity.WARNING):
        if finding.index not in whole:
            yield finding

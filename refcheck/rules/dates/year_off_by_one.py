"""REF302."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.dates.policy import finding_of


@rule("REF302", "year-off-by-one", severity=Severity.WARNING, needs="record")
def year_off_by_one(subject: Subject) -> Iterator[Finding]:
    """A cited year is one off a registered one, and is none of them.

    ## What it does
    Reports a year next to a registered date of publication that is itself no such date. For books and their chapters
    this is a note: they bear the year of their copyright, which is often the one before or after.

    ## Why it matters
    Most such years were copied from another citation, or are the year in which the author read the manuscript.

    ## Example
    Cited: `Lee, J. (2021). On wells. Water, 14(2), 17–29.`

    Registered: published-print 2020-03, published-online 2019-12-30

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim.

    ## Sources
    Crossref REST API format, "Work"; Chicago Manual of Style Q&A, faq0387.
    """
    finding = finding_of(subject, "year-off-by-one")
    if finding is not None:
        yield finding

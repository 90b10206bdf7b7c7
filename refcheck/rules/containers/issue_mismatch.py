"""REF507."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.containers.numbering import exchanged, number_mismatch


@rule("REF507", "issue-mismatch", severity=Severity.WARNING, needs="record")
def issue_mismatch(subject: Subject) -> Iterator[Finding]:
    """A cited issue is another one than the registered one.

    ## What it does
    Reports the issue of an article that is plainly another number than the registered one. Months, seasons, supplements,
    double issues that share a number, and issues counted through all volumes are left alone. Where volume and issue
    stand in each other's places, only volume-mismatch speaks.

    ## Why it matters
    Where each issue begins with page 1, only the issue leads to the article.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 14(5), 17–29.`

    Registered: issue 2

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim.

    ## Sources
    Crossref REST API format, `issue` and `journal-issue`.
    """
    finding = None if exchanged(subject) else number_mismatch(subject, "issue", "issue")
    if finding is not None:
        yield finding

"""REF502."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.containers.absent import absent, is_in_periodical, only_registered


@rule("REF502", "issue-missing", severity=Severity.INFO, needs="record")
def issue_missing(subject: Subject) -> Iterator[Finding]:
    """An issue is registered, but not cited.

    ## What it does
    Proposes the registered issue where the citation of an article in a periodical gives none. Some styles leave the issue
    out on purpose; select or ignore the rule accordingly.

    ## Why it matters
    In volumes whose issues are each paginated from 1, the issue is needed to find the pages.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 14, 17–29.`

    Registered: issue 2

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it adds a claim that the citation did not make.

    ## Sources
    APA 7, section 9.25; ISO 690.
    """
    record = subject.record
    if record is not None and record.reference.issue and is_in_periodical(subject) and only_registered(subject, "issue"):
        finding = absent(subject, "issue", "issue", record.reference.issue, record.reference.issue, inferred=frozenset({"issue"}))
        if finding is not None:
            yield finding

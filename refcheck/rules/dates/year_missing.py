"""REF304."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.dates import Date
from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.dates.registered import cited_from, inferred, told
from refcheck.text.undated import is_unpublished


@rule("REF304", "year-missing", severity=Severity.INFO, needs="record")
def year_missing(subject: Subject) -> Iterator[Finding]:
    """A reference has no date, but its record has one.

    ## What it does
    Proposes the registered year where a reference gives no date at all. "n.d." and "in press" are dates of their own
    kind and have their own rule.

    ## Why it matters
    Without a year the work cannot be cited by author and year, and one of several works of an author cannot be told.

    ## Example
    Cited: `Lee, J. On wells. Water, 14(2), 17–29.`

    Registered: published-print 2020-03

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it adds a claim.

    ## Sources
    Crossref REST API format, "Work".
    """
    record, reference = subject.record, subject.cited.reference
    issued = record.reference.issued if record else None
    if record is None or issued is None or issued.year is None or reference.issued is not None or is_unpublished(reference.status or ""):
        return
    name = cited_from(record)
    yield Finding(
        path="issued",
        registered=str(issued.year),
        message=f"cited without a date; registered as {issued.year} ({told(record, name)}){inferred(record, name)}",
        changes=(Change(path="issued", cited=None, registered=Date(year=issued.year)),),
        title=f"add the year {issued.year}",
        applicability="unsafe",
    )

"""REF307."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.dates import Date
from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.dates.registered import cited_from, inferred, told
from refcheck.text.undated import is_undated, is_unpublished


@rule("REF307", "in-press-but-published", severity=Severity.WARNING, needs="record")
def in_press_but_published(subject: Subject) -> Iterator[Finding]:
    """A work cited as in press or without date has been published.

    ## What it does
    Reports "in press", "forthcoming", "accepted", "n.d." and the like, in some twenty languages, where the record of the
    work has a year, and proposes it.

    ## Why it matters
    Readers look for a year, and a work that is cited as in press is taken for one that cannot be read yet.

    ## Example
    Cited: `Lee, J. (in press). On wells. Water.`

    Registered: published-print 2020-03, volume 14

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim. Volume and pages are proposed by their own rules.

    ## Sources
    APA 7, section 9.14.
    """
    record, reference = subject.record, subject.cited.reference
    issued = record.reference.issued if record else None
    if record is None or issued is None or issued.year is None:
        return
    literal = reference.issued.literal or "" if reference.issued and reference.issued.year is None else ""
    status = reference.status or ""
    dated = reference.issued is not None and reference.issued.year is not None
    if is_unpublished(literal) or is_undated(literal):
        path, said = "issued", literal
    elif is_unpublished(status) and (not dated or record.reference.volume or record.reference.page):
        path, said = "status", status
    else:
        return
    name = cited_from(record)
    year = Change(path="issued", cited=reference.issued, registered=Date(year=issued.year))
    yield Finding(
        path=path,
        cited=said,
        registered=str(issued.year),
        message=f"cited as {said}; published in {issued.year} ({told(record, name)}){inferred(record, name)}",
        changes=(*(() if dated else (year,)), *((Change(path="status", cited=said, registered=None),) if path == "status" else ())),
        title=f'replace "{said}" by {issued.year}' if not dated else f'remove "{said}"',
        applicability="unsafe",
    )

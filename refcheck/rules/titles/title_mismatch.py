"""REF401."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.comparing import told
from refcheck.rules.titles.judging import judge


@rule("REF401", "title-mismatch", severity=Severity.ERROR, needs="record")
def title_mismatch(subject: Subject) -> Iterator[Finding]:
    """A cited title is another one than that of the registered work.

    ## What it does
    Reports a title that shares less than half of its words with the registered one, although authors, year or place say
    that it is the same work. Titles in another language or script, names of sections ("Editorial") and titles that any
    record of the work has are left alone, and so is a chapter cited with the DOI of the book it stands in.
    Where hardly anything else agrees either, the identifier is of another work, and only that is reported.

    ## Why it matters
    Readers search by the title. A title that nobody published is the mark of a reference that was put together from
    others.

    ## Example
    Cited: `Lee, J. (2020). A survey of roofs. Water, 14(2), 17–29.`

    Registered: "On wells"

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim, and the wrong title may be a sign that another work is meant.

    ## Sources
    Crossref REST API format, `title`, `subtitle`, `original-title`, `short-title`.
    """
    verdict, record, cited = judge(subject), subject.record, subject.cited.reference.title
    if verdict is None or verdict.fault != "title-mismatch" or record is None:
        return
    registered = record.reference.title
    yield Finding(
        path="title",
        cited=cited,
        registered=registered,
        message=f"cited as '{cited}'; {told(record, 'title', registered)}",
        changes=(Change(path="title", cited=cited, registered=registered),),
        title="replace the title by the registered one",
        applicability="unsafe",
        severity=verdict.severity,
    )

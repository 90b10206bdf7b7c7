"""REF703."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.status.notices import of_verdict, told
from refcheck.rules.status.taken_back import is_of_published_version, is_taken_back, says, titled
from refcheck.text.registry_names import registry_name


@rule("REF703", "expression-of-concern", severity=Severity.WARNING, needs="record")
def expression_of_concern(subject: Subject) -> Iterator[Finding]:
    """The editors of a cited work have published their concern about it.

    ## What it does
    Reports a work on which an expression of concern is on record, and one whose registered title carries a notice of
    misconduct. Where the work was retracted or withdrawn as well, the concern is only mentioned, as superseded. Nothing
    is said where the citation itself speaks of the concern.

    ## Why it matters
    The work may turn out to be unreliable; editors warn of it while they look into it.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17.`

    Registered: an expression of concern, 10.1000/concern, of 2021-03-05, listed by the publisher

    ## Use instead
    The same citation once the notice has been read and the work can still be relied on; else another source.

    ## Sources
    Crossref, `updated-by` of type "expression_of_concern"; COPE, "Expressions of concern".
    """
    notices, record = of_verdict(subject, "concern"), titled(subject, "in doubt")
    if (not notices and record is None) or says(subject, "concern") or says(subject, "retracted"):
        return
    by_title = f"titled with a notice of misconduct ({registry_name(record.registry)})" if record else ""
    superseded = is_taken_back(subject)
    yield Finding(
        message="; ".join(part for part in (told(notices) if notices else "", by_title) if part)
        + (", superseded by the retraction or withdrawal" if superseded else ""),
        evidence=record.reference.title if record else None,
        severity=Severity.INFO if superseded or is_of_published_version(subject) else None,
    )

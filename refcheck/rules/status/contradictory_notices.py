"""REF704."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.status.notices import Listed, contradictions
from refcheck.rules.status.taken_back import says
from refcheck.rules.status.verdicts import gravity, kind_of, named


@rule("REF704", "contradictory-notices", severity=Severity.WARNING, needs="record")
def contradictory_notices(subject: Subject) -> Iterator[Finding]:
    """The notices on a cited work contradict each other.

    ## What it does
    Reports a work of which one entry of one source says two things, such as "retraction" and "expression of concern",
    and a work that was retracted and reinstated. None of these notices counts for any other rule. Nothing is said
    where the citation itself says that the work was retracted.

    ## Why it matters
    A verdict that was superseded stayed in the registry; which one holds, only the notices themselves tell.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17.`

    Registered: entry 4711 of Retraction Watch as "retraction" and as "correction"

    ## Use instead
    The same citation if the notices show that the work stands; else another source.

    ## Sources
    Crossref, "Retraction Watch", on `record-id`.
    """
    if says(subject, "retracted"):
        return
    for group in contradictions(subject):
        yield Finding(message=f"contradictory notices on record: {' against '.join(_said(each) for each in sorted(group, key=_rank))}")


def _rank(listed: Listed) -> tuple[int, str]:
    return gravity(listed.update), listed.update.doi


def _said(listed: Listed) -> str:
    update = listed.update
    entry = f" entry {update.record_id}" if update.record_id else ""
    return f"{named(kind_of(update))} {update.doi} ({listed.source}{entry}{f', {update.date}' if update.date else ''})"

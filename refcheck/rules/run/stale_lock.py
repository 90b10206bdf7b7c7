"""REF901."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.run.failures import is_unlocked


@rule("REF901", "stale-lock", severity=Severity.ERROR, needs="match")
def stale_lock(subject: Subject) -> Iterator[Finding]:
    """A reference has no line in the lock that the run is held to.

    ## What it does
    With `--locked`, reports each reference whose identifier the lock says nothing about. A corrected year, volume or
    page does not make a line stale: it stands for the work, not for its wording.

    ## Why it matters
    A locked run asks no registry. What was added to the list after locking would pass unseen.

    ## Example
    Cited: a reference with `10.1000/wells`, added today

    Registered: the lock has no line for `10.1000/wells`.

    ## Use instead
    Run `refcheck lock` and commit the lock together with the list.

    ## Sources
    refcheck, "Evidence: cache and lock".
    """
    if is_unlocked(subject.match):
        doi = subject.cited.reference.doi
        subject_of = f"cited as {doi}, which" if doi else "a reference that"
        yield Finding(
            path="doi" if doi else None, cited=str(doi) if doi else None, message=f"{subject_of} has no line in the lock; run refcheck lock"
        )

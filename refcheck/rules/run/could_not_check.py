"""REF902."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.matches import Unreachable
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.run.failures import is_unlocked


@rule("REF902", "could-not-check", severity=Severity.INFO, needs="match")
def could_not_check(subject: Subject) -> Iterator[Finding]:
    """A registry that knows the work could not be asked.

    ## What it does
    Says for each reference that was to be looked up, but could not be, what stood in the way: no network, a registry
    that turned the question away, an answer that could not be read. It is said once for a reference.

    ## Why it matters
    A reference that was not checked is neither right nor wrong. The run ends with exit status 3 where nothing worse
    was found.

    ## Example
    Cited: a reference with `10.1000/wells`

    Registered: unknown; Crossref could not be reached.

    ## Use instead
    Run the check again later, or with a lock: `refcheck lock` keeps the answers once they are had.

    ## Sources
    refcheck, "Evidence: cache and lock".
    """
    if isinstance(subject.match, Unreachable) and not is_unlocked(subject.match):
        yield Finding(message=f"could not be checked: {subject.match.reason}")

"""REF902."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.answers import Failed
from refcheck.model.diagnostics import Severity
from refcheck.model.matches import Found, Unreachable
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.run.failures import is_unlocked
from refcheck.text.registry_names import registry_name


@rule("REF902", "could-not-check", severity=Severity.INFO, needs="match")
def could_not_check(subject: Subject) -> Iterator[Finding]:
    """A registry that knows the work could not be asked.

    ## What it does
    Says for each reference that was to be looked up, but could not be, what stood in the way: no network, a registry
    that turned the question away, an answer that could not be read. It is said once for a reference. Where the work was
    found by one of its identifiers, it names each other one that could not be checked.

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
    match = subject.match
    if isinstance(match, Unreachable) and not is_unlocked(match):
        yield Finding(message=f"could not be checked: {match.reason}")
    for answer in match.answers if isinstance(match, Found) else ():
        if isinstance(answer, Failed) and answer.cause != "not-locked":
            where = f"{registry_name(answer.registry)} did not answer{f': {answer.detail}' if answer.detail else ''}"
            yield Finding(message=f"{answer.question} could not be checked: {where}")

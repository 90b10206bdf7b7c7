"""REF108."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.check_digits import issn_fault


@rule("REF108", "issn-invalid", severity=Severity.WARNING, needs="reference")
def issn_invalid(subject: Subject) -> Iterator[Finding]:
    """A cited ISSN cannot be one.

    ## What it does
    Reports an ISSN with a wrong check digit or with too many or too few figures, and an ISBN in its place. The hyphen
    and remarks in brackets do not matter.

    ## Why it matters
    No catalogue finds the journal by it, and programs that tell journals apart by ISSN take it for an unknown one.

    ## Example
    Cited: `ISSN 0028-0837`

    Registered: the check digit of 0028-083 is 6.

    ## Use instead
    The ISSN in the journal's imprint.

    ## Sources
    ISO 3297; ISSN International Centre, "ISSN Manual".
    """
    for number in subject.cited.reference.issn:
        fault = issn_fault(number)
        if fault is not None:
            yield Finding(path="issn", cited=number, message=f"cited as ISSN {number}, which {fault}")

"""REF107."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.check_digits import isbn_fault


@rule("REF107", "isbn-invalid", severity=Severity.WARNING, needs="reference")
def isbn_invalid(subject: Subject) -> Iterator[Finding]:
    """A cited ISBN cannot be one.

    ## What it does
    Reports an ISBN with a wrong check digit, with too many or too few figures, or without the prefix 978 or 979, and an
    ISSN in its place. Hyphens, blanks and remarks in brackets do not matter.

    ## Why it matters
    No catalogue finds the book by it: a figure is wrong, missing, or exchanged with its neighbour.

    ## Example
    Cited: `ISBN 978-3-16-148410-1`

    Registered: the check digit of 978-3-16-148410 is 0.

    ## Use instead
    The ISBN on the back of the title page.

    ## Sources
    ISO 2108; International ISBN Agency, "ISBN Users' Manual".
    """
    for number in subject.cited.reference.isbn:
        fault = isbn_fault(number)
        if fault is not None:
            yield Finding(path="isbn", cited=number, message=f"cited as ISBN {number}, which {fault}")

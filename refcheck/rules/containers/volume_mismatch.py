"""REF506."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.containers.numbering import exchanged, number_mismatch


@rule("REF506", "volume-mismatch", severity=Severity.WARNING, needs="record")
def volume_mismatch(subject: Subject) -> Iterator[Finding]:
    """A cited volume is another one than the registered one.

    ## What it does
    Reports the volume of an article that is plainly another number than the registered one. Roman figures, "vol.",
    volume and issue in one ("23(1)"), parts and supplements, and a year in the place of the volume, also with the issue
    in one ("1207"), are left alone, and so are the two volumes a year of weeklies that are now counted through.
    Volume and issue that stand in each other's places are one finding.

    ## Why it matters
    Volume and page lead to the article in print, and link resolvers ask for nothing else.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 19(2), 17–29.`

    Registered: volume 14

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim.

    ## Sources
    Crossref REST API format, `volume` and `journal-issue`.
    """
    finding = exchanged(subject) or number_mismatch(subject, "volume", "volume")
    if finding is not None:
        yield finding

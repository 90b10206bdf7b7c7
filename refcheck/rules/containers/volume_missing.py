"""REF501."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.containers.absent import absent, is_in_periodical, only_registered


@rule("REF501", "volume-missing", severity=Severity.INFO, needs="record")
def volume_missing(subject: Subject) -> Iterator[Finding]:
    """A volume is registered, but not cited.

    ## What it does
    Proposes the registered volume where the citation of an article in a periodical gives none.

    ## Why it matters
    Pages without a volume do not lead to an article, and many styles print the volume before anything else.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 17–29.`

    Registered: volume 14

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it adds a claim that the citation did not make.

    ## Sources
    APA 7, section 9.25.
    """
    record = subject.record
    if record is not None and record.reference.volume and is_in_periodical(subject) and only_registered(subject, "volume"):
        finding = absent(subject, "volume", "volume", record.reference.volume, record.reference.volume, inferred=frozenset({"volume"}))
        if finding is not None:
            yield finding

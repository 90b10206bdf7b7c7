"""REF708."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.matches import Found
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.status.versions import published
from refcheck.text.folding import fold
from refcheck.text.registry_names import registry_name


@rule("REF708", "published-version-exists", severity=Severity.INFO, needs="record")
def published_version_exists(subject: Subject) -> Iterator[Finding]:
    """A cited preprint has been published since.

    ## What it does
    Names what a preprint was published as, where its record says so. Nothing is said where the citation names the
    published version too.

    ## Why it matters
    The published version was reviewed, may differ from the preprint, and is the one that readers and indexes count.

    ## Example
    Cited: `Lee, J. (2020). On wells [Preprint]. https://doi.org/10.1000/preprint`

    Registered: 10.1000/preprint is the preprint of 10.1000/wells

    ## Use instead
    The published version, unless it is the preprint that is meant.

    ## Sources
    Crossref, `relation`: "is-preprint-of"; APA 7, section 10.1, example 8, on citing the version that was used.
    """
    match = subject.match
    if not isinstance(match, Found) or match.kin is not None:
        return
    named = {record.identifier for record in match.records}
    cited = fold(f"{subject.cited.raw} {subject.cited.reference.note or ''} {subject.cited.reference.doi or ''}")
    for record in match.records:
        for identifier in published(record):
            if identifier.lower() not in named and fold(identifier) not in cited:
                yield Finding(
                    path="doi" if subject.cited.reference.doi is not None else None,
                    registered=identifier,
                    message=f"a preprint that was published as {identifier} ({registry_name(record.registry)})",
                )
                return

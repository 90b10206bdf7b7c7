"""REF709."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.variables import csl_name
from refcheck.rules.base import Finding, Subject, rule
from refcheck.text.registry_names import registry_name


@rule("REF709", "registries-disagree", severity=Severity.INFO, needs="record")
def registries_disagree(subject: Subject) -> Iterator[Finding]:
    """A cited value is registered with one registry, and another value with another.

    ## What it does
    Says where the first record of a work has something else than is cited, and another record of the same work has just
    what is cited. No other finding about that value is more than a note then.

    ## Why it matters
    One of the registries is wrong, and the citation may well be right.

    ## Example
    Cited: `Water, 4, 17-29`

    Registered: volume 5 with Crossref, volume 4 with PubMed

    ## Use instead
    What stands on the article itself.

    ## Sources
    Crossref and PubMed describe the same articles, from different deposits.
    """
    record = subject.record
    for name, compared in subject.comparisons.items():
        if record is not None and compared.registry is not None:
            variable, one, other = csl_name(name), registry_name(record.registry), registry_name(compared.registry)
            yield Finding(
                path=name,
                cited=str(compared.cited),
                registered=str(compared.registered),
                message=f"{variable} cited as {_shown(compared.cited)}, as {other} has it; {one} has {_shown(compared.registered)}",
            )


def _shown(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)

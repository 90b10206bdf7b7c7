"""REF104."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.answers import Alias
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.identifiers import Doi
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import is_cited_work, led_to
from refcheck.text.registry_names import registry_name


@rule("REF104", "doi-alias", severity=Severity.INFO, needs="match")
def doi_alias(subject: Subject) -> Iterator[Finding]:
    """A cited DOI is another name of a work that has a main one.

    ## What it does
    Names the prime DOI where the cited one is registered as its alias. The work is found all the same.

    ## Why it matters
    Both links work, but indexes count citations of the prime DOI, and lists of works do not return the alias.

    ## Example
    Cited: `10.1000/old-wells`

    Registered: `10.1000/wells`, of which the cited DOI is an alias

    ## Use instead
    `10.1000/wells`

    ## Fix safety
    Unsafe: the work is the same, but the DOI is the one its author chose.

    ## Sources
    Crossref, "Tips for using the Crossref REST API", on alias DOIs.
    """
    answer = led_to(subject)
    if isinstance(answer, Alias) and is_cited_work(subject, answer):
        cited = subject.cited.reference.doi
        prime = Doi.parse(answer.of)
        yield Finding(
            path="doi",
            cited=str(cited),
            registered=answer.of,
            message=f"cited as {cited}, an alias of {answer.of} ({registry_name(answer.registry)})",
            changes=(Change(path="doi", cited=cited, registered=prime),) if prime else (),
            title=f"replace the DOI by {answer.of}" if prime else None,
            applicability="unsafe" if prime else "display",
        )

"""REF710."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.compare.records import is_preprint
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Found
from refcheck.rules.base import Finding, Subject, rule


@rule("REF710", "preprint-cited-as-published", severity=Severity.WARNING, needs="record")
def preprint_cited_as_published(subject: Subject) -> Iterator[Finding]:
    """A work is cited with its place in a journal, and with the DOI of its preprint.

    ## What it does
    Reports a citation that gives container and volume, issue or pages, but whose DOI is registered as a preprint. Where
    the registry ties the preprint to the published work and that one fits the citation, its DOI is proposed, and the rest
    of the citation is compared with it.

    ## Why it matters
    Readers who follow the DOI get a text that was not reviewed and may differ from the one that is named.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17-29. https://doi.org/10.1101/2019.12.01`

    Registered: `10.1101/2019.12.01` is a preprint of `10.1000/wells`

    ## Use instead
    `https://doi.org/10.1000/wells`, or the preprint cited as what it is.

    ## Fix safety
    Unsafe: the author may have read the preprint.

    ## Sources
    Crossref, "Posted content" and the relation `is-preprint-of`; APA 7, 10.8.
    """
    match, cited = subject.match, subject.cited.reference
    if not isinstance(match, Found) or match.kin != "preprint" or not isinstance(cited.doi, Doi):
        return
    published = None if is_preprint(match.record) else match.record.reference.doi
    known = isinstance(published, Doi)
    yield Finding(
        path="doi",
        cited=str(cited.doi),
        registered=str(published) if known else None,
        message=f"cited as published in {cited.container_title}, with {cited.doi}, the DOI of the preprint"
        + (f"; the published work has {published}" if known else ""),
        changes=(Change(path="doi", cited=cited.doi, registered=published),) if known else (),
        title=f"replace the DOI by {published}, of the published work" if known else None,
        applicability="unsafe" if known else "display",
    )

"""REF103."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.references import Reference
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import is_cited_work, is_notice_on_it, led_to
from refcheck.text.registry_names import registry_name


@rule("REF103", "doi-of-another-work", severity=Severity.ERROR, needs="match")
def doi_of_another_work(subject: Subject) -> Iterator[Finding]:
    """A cited DOI is registered, but for another work.

    ## What it does
    Reports a DOI whose record differs from the citation in several ways at once: title and authors, or title,
    container, volume, pages and year. A changed or translated title alone is not enough, nor are other authors alone.
    Nothing else of that record is held against the citation. A notice on the cited work is told by `cites-the-notice`.

    ## Why it matters
    Readers land on a paper that does not say what it is cited for. Such a DOI was copied from the neighbouring
    reference, or belongs to a reference that was made up.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17. https://doi.org/10.1000/roofs`

    Registered: `10.1000/roofs` is "On roofs" by Silva (2011)

    ## Use instead
    The DOI of the work that is meant.

    ## Sources
    Crossref, "Reference matching": which values must agree before two descriptions are of one work.
    """
    answer = led_to(subject)
    if answer is not None and not is_cited_work(subject, answer) and not is_notice_on_it(subject, answer.record):
        work, doi = answer.record.reference, str(subject.cited.reference.doi)
        yield Finding(
            path="doi",
            cited=doi,
            registered=_described(work),
            message=f"cited as {doi}, which {registry_name(answer.registry)} holds for {_described(work)}",
            evidence=work.title,
        )


def _described(work: Reference) -> str:
    """Give title, first author and year, as far as the record has them."""
    first = work.author[0] if work.author else None
    title = f'"{work.title}"' if work.title else "a work without title"
    by = f" by {first.family or first}" if first else ""
    return f"{title}{by}{f' ({work.issued.year})' if work.issued and work.issued.year else ''}"

"""REF115."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import described, held_for, to_another_work


@rule("REF115", "arxiv-id-of-another-work", severity=Severity.ERROR, needs="match")
def arxiv_id_of_another_work(subject: Subject) -> Iterator[Finding]:
    """A cited arXiv identifier is that of another work.

    ## What it does
    Reports an arXiv identifier whose preprint is plainly not the cited work nor a version of it: title and authors
    differ, or title and year. Nothing else of that record is held against the citation.

    ## Why it matters
    Readers land on a preprint that does not say what it is cited for.

    ## Example
    Cited: `Lee, J. (2020). On wells. arXiv:2001.00001`

    Registered: 2001.00001 is "On roofs" by Silva (2020)

    ## Use instead
    The identifier of the preprint that is meant.

    ## Sources
    arXiv, "Understanding the arXiv identifier".
    """
    answer = to_another_work(subject, "arxiv")
    if answer is not None:
        number = subject.cited.reference.arxiv
        yield Finding(
            path="arxiv",
            cited=number,
            registered=described(answer.record.reference),
            message=f"cited as arXiv:{number}, which {held_for(answer)}",
            evidence=answer.record.reference.title,
        )

"""REF113."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import unregistered


@rule("REF113", "arxiv-id-not-registered", severity=Severity.ERROR, needs="match")
def arxiv_id_not_registered(subject: Subject) -> Iterator[Finding]:
    """A cited arXiv identifier is not on arXiv.

    ## What it does
    Reports a well-formed arXiv identifier that arXiv says it does not hold, or not in the version that is cited. A
    registry that could not be asked is never taken for this answer.

    ## Why it matters
    The link leads nowhere: the identifier has a slip of a figure, or was made up together with the reference.

    ## Example
    Cited: `arXiv:2101.99999`

    Registered: nothing; arXiv does not hold it.

    ## Use instead
    The identifier on the preprint's page.

    ## Sources
    arXiv, "API user's manual", `id_list`.
    """
    answer = unregistered(subject, "arxiv")
    if answer is not None:
        number = subject.cited.reference.arxiv
        yield Finding(path="arxiv", cited=number, message=f"cited as arXiv:{number}, which arXiv does not hold ({answer.date})")

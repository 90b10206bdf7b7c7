"""REF503."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.locators import Locator
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.containers.absent import PERIODICALS, absent, only_registered

PAGINATED = PERIODICALS | {"chapter", "paper-conference", "article-newspaper", "entry-encyclopedia"}
"""Works that pages within another lead to."""


@rule("REF503", "pages-missing", severity=Severity.INFO, needs="record")
def pages_missing(subject: Subject) -> Iterator[Finding]:
    """Pages are registered, but not cited.

    ## What it does
    Proposes the registered pages where the citation of an article, chapter or paper gives neither pages nor an article
    number. Pages and article number fill one slot: with either there is no finding.

    ## Why it matters
    Pages lead to the article in print, and many styles and journals require them.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 14(2).`

    Registered: pages 17–29

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it adds a claim that the citation did not make.

    ## Sources
    APA 7, section 9.25; Crossref, `page` and `article-number`.
    """
    record = subject.record
    locator = record.reference.page if record else None
    if record is None or locator is None or not locator.pages or subject.cited.reference.number:
        return
    if record.reference.type in PAGINATED and only_registered(subject, "page"):
        finding = absent(subject, "page", "pages", locator.pages, Locator(pages=locator.pages), inferred=frozenset({"page"}))
        if finding is not None:
            yield finding

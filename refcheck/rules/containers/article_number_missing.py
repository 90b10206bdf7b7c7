"""REF504."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.locators import Locator
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.containers.absent import absent, is_in_periodical, only_registered


@rule("REF504", "article-number-missing", severity=Severity.INFO, needs="record")
def article_number_missing(subject: Subject) -> Iterator[Finding]:
    """An article number is registered, but not cited.

    ## What it does
    Proposes the registered article number where the citation gives neither it nor pages, and no pages are registered.

    ## Why it matters
    In journals without pages through the volume, the article number is what leads to the article.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 14(2).`

    Registered: article number 105

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), Article 105.`

    ## Fix safety
    Unsafe: it adds a claim that the citation did not make.

    ## Sources
    APA 7, section 9.27; Crossref, `article-number`.
    """
    record = subject.record
    locator = record.reference.page if record else None
    if record is None or locator is None or not locator.article or locator.pages or subject.cited.reference.number:
        return
    if is_in_periodical(subject) and only_registered(subject, "page"):
        names = frozenset({"page", "article-number"})
        finding = absent(subject, "page", "article number", locator.article, Locator(article=locator.article), inferred=names)
        if finding is not None:
            yield finding

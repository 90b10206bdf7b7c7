"""REF508."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from refcheck.compare.locators import AGAINST_ARTICLE, WITHIN_ARTICLE, begins_within, compare_locators, is_reversed, turned
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.locators import Locator
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.comparing import compared, differs, is_known_elsewhere, stands_in, told
from refcheck.rules.containers.pages_missing import PAGINATED


@rule("REF508", "pages-mismatch", severity=Severity.WARNING, needs="record")
def pages_mismatch(subject: Subject) -> Iterator[Finding]:
    """Cited pages, or an article number, are other ones than the registered ones.

    ## What it does
    Reports pages of an article, chapter or paper that begin elsewhere than the registered ones, or end elsewhere where
    both are plain ranges, and another article number. Pages and article number are one slot: an article number for
    registered pages, pages counted from 1, the first page alone, "258–87" for 258–287, one page of the range, and pages
    that run to the end of a discussion which the title names are left alone.

    ## Why it matters
    Pages lead to the article in print, and link resolvers find it by volume and first page.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 14(2), 101–113.`

    Registered: pages 17–29

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim.

    ## Sources
    Crossref REST API format, `page` and `article-number`.
    """
    record, cited = subject.record, subject.cited.reference
    registered = record.reference.page if record else None
    if record is None or registered is None or cited.page is None or record.reference.type not in PAGINATED:
        return
    if not (differs(subject, "page") or _is_in_an_issue(subject, cited.page)) or _is_known(subject, cited.page, registered):
        return
    value = str(registered)
    slot = Locator(pages=value) if registered.pages else Locator(article=value)
    yield Finding(
        path="page",
        cited=str(cited.page),
        registered=value,
        message=f"cited as {cited.page}; {told(record, 'page', value)}",
        changes=(Change(path="page", cited=cited.page, registered=slot),),
        title=f"replace {cited.page} by {value}",
        applicability="unsafe",
    )


def _is_in_an_issue(subject: Subject, cited: Locator) -> bool:
    """Tell whether pages of an issue are cited for an article that has only a number, or whose pages begin with 1.

    An article that has a volume by now has its last pages, too.
    """
    found, record = compared(subject, "page"), subject.record
    registered = record.reference.page if record else None
    if found is None or record is None or registered is None or subject.cited.kind == "list" or is_known_elsewhere(subject, "page"):
        return False
    numbered = found.why == AGAINST_ARTICLE and (registered.pages is None or registered.range is None)
    counted = found.why == WITHIN_ARTICLE and registered.range is not None and not (registered.article or cited.article)
    return (numbered or (counted and bool(record.reference.volume))) and begins_within(cited)


def _is_known(subject: Subject, cited: Locator, registered: Locator) -> bool:
    """Tell whether the registered place is cited all the same: as number, backwards, or where its reader did not look."""
    first = Locator(pages=cited.range[0]) if cited.range else cited
    if _DISCUSSED.search(subject.cited.reference.title or "") and compare_locators("page", first, registered).agrees:
        return True
    number = subject.cited.reference.number
    if number and compare_locators("page", replace(cited, article=number), registered).agrees:
        return True
    if is_reversed(cited) and compare_locators("page", turned(cited), registered).agrees:
        return True
    return stands_in(subject.cited, registered.range[0] if registered.range else str(registered))


_DISCUSSED = re.compile(r"\bwith (?:a )?discussions?\b|\bavec discussion\b|\bmit diskussion\b", re.IGNORECASE)
"""What a title says whose pages run to the end of the discussion, which is registered apart."""

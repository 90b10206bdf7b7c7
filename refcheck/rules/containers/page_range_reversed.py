"""REF509."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.compare.locators import is_reversed, turned
from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule


@rule("REF509", "page-range-reversed", severity=Severity.WARNING, needs="reference")
def page_range_reversed(subject: Subject) -> Iterator[Finding]:
    """A page range ends before it begins.

    ## What it does
    Reports a range whose last page comes before its first. Abbreviated ranges such as 287–92 and pages with letters
    are left alone.

    ## Why it matters
    One of the two pages is wrong, or they stand in the wrong order; programs that abbreviate ranges make it worse.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 14(2), 29–17.`

    Registered: no work has such pages.

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: a figure may be wrong rather than the order.

    ## Sources
    BibTeX, "Btxdoc", `pages`; Chicago Manual of Style, section 9.61.
    """
    locator = subject.cited.reference.page
    if locator is None or not is_reversed(locator):
        return
    right = turned(locator)
    yield Finding(
        path="page",
        cited=str(locator),
        message=f"cited as pages {locator}, which end before they begin",
        changes=(Change(path="page", cited=locator, registered=right),),
        title=f"write {right}",
        applicability="unsafe",
    )

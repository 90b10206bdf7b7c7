"""REF301."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.dates.policy import finding_of


@rule("REF301", "year-mismatch", severity=Severity.ERROR, needs="record")
def year_mismatch(subject: Subject) -> Iterator[Finding]:
    """A cited year is two or more years off every registered one.

    ## What it does
    Compares the cited year with all registered dates of publication: print, online, issue, posted. Reports a year that
    is at least two years off each of them; the year in which an old work was digitised, where it was printed two or
    more years before; and the year of the preprint where the published version is cited. The year of acceptance, or
    the one in which the record was made, is named as such and is a warning. Of the editions and printings of a book
    often the latest alone is registered: an earlier year, or one beside an edition, is info, any other a warning. The
    year in which a thesis was approved, or a conference held, may be cited.

    ## Why it matters
    The year is half of an author-year citation. A reader who looks for the paper in the wrong volume does not find it.

    ## Example
    Cited: `Lee, J. (2016). On wells. Water, 14(2), 17–29.`

    Registered: published-print 2020-03, published-online 2019-12-30

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim, and the wrong year may be a sign that another work is meant.

    ## Sources
    Crossref REST API format, "Work"; Chicago Manual of Style Q&A, faq0387.
    """
    finding = finding_of(subject, "year-mismatch")
    if finding is not None:
        yield finding

"""REF303."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.dates.policy import finding_of


@rule("REF303", "year-online-first", severity=Severity.WARNING, needs="record")
def year_online_first(subject: Subject) -> Iterator[Finding]:
    """A cited year is the one online, but the cited volume is dated otherwise.

    ## What it does
    A paper that went online in December and stands in the volume of the next year has two true years. Where the cited
    year is one of a first appearance, and the citation also gives volume, issue or pages, both dates are shown under
    their registered names, and the year of the volume is proposed. It is a note where the citation gives no place in a
    volume, for books, which are dated ahead, and in lists in the form of NLM, which counts electronic publication.
    Silent where the record itself has no volume, issue or pages, and where the printed date is yet to come.

    ## Why it matters
    "2022, volume 23" points to a volume of another year. Neither year is invented, and only the two dates side by side
    tell what happened.

    ## Example
    Cited: `Lee, J. (2019). On wells. Water, 14(2), 17–29.`

    Registered: published-online 2019-12-30, published-print 2020-03

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim that is true in its way.

    ## Options
    `year-policy = "volume"` (the default) takes the year of the volume. With `"any"`, each registered year will do, and
    this finding is a note.

    ## Sources
    Chicago Manual of Style Q&A, faq0387 (the date of the numbered issue); APA 7, section 9.14; NLM, "Journal source
    information"; the "Cite this article" of publishers.
    """
    finding = finding_of(subject, "year-online-first")
    if finding is not None:
        yield finding

"""REF403."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.compare.titles import behind, plain
from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.comparing import compared, is_known_elsewhere, stands_in, told

_APPARATUS = re.compile(r"^\W*[(\[]|^\W*(?:\d|[ivx]+\b|part\b|teil\b|book review|review of|letter|reply)|\bet al\.?$", re.IGNORECASE)
"""What stands behind a title and is no subtitle: remarks in brackets, numbers of parts, running heads."""
_LEAST = 3
"""Letters of a subtitle."""


@rule("REF403", "subtitle-missing", severity=Severity.INFO, needs="record")
def subtitle_missing(subject: Subject) -> Iterator[Finding]:
    """A subtitle is registered, but not cited.

    ## What it does
    Reports a title that is cited up to its subtitle only. Remarks in brackets, numbers of parts and a subtitle that
    stands elsewhere in the reference are left alone.

    ## Why it matters
    Most styles want the whole title, and titles of one series often differ in nothing but their subtitles.

    ## Example
    Cited: `Lee, J. (2020). On wells and springs. Water, 14(2), 17–29.`

    Registered: "On wells and springs: A survey of the south"

    ## Use instead
    `Lee, J. (2020). On wells and springs: A survey of the south. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it adds a claim that the citation did not make. What is cited keeps its casing.

    ## Sources
    APA 7, section 9.19; Crossref, `title` and `subtitle`.
    """
    found, record = compared(subject, "title"), subject.record
    if found is None or record is None or found.why != "subtitle left out" or is_known_elsewhere(subject, "title"):
        return
    cited, rest = found.cited, behind(found.cited, found.registered) or ""
    subtitle = rest.lstrip(" :.?!;–—-")
    letters = sum(sign.isalpha() for sign in subtitle)
    if letters < _LEAST or _APPARATUS.search(subtitle) or stands_in(subject.cited, subtitle):
        return
    whole = plain(cited).rstrip(" :.?!;–—-") + (rest.upper() if cited.isupper() else rest)
    yield Finding(
        path="title",
        cited=cited,
        registered=found.registered,
        message=f"cited without the subtitle; {told(record, 'title', subtitle)}",
        changes=(Change(path="title", cited=cited, registered=whole),),
        title="add the subtitle",
        applicability="unsafe",
    )

"""REF404."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.compare.titles import equal_titles, plain
from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.comparing import compared

_WORDS, _LETTERS = 3, 12
"""A title of fewer words or letters may be an acronym or a name."""


@rule("REF404", "title-in-capitals", severity=Severity.INFO, needs="reference")
def title_in_capitals(subject: Subject) -> Iterator[Finding]:
    """A title is written in capitals throughout.

    ## What it does
    Reports a title of three or more words without any small letter. Where the same title is registered in mixed case,
    that is proposed.

    ## Why it matters
    No style prints titles so, and no program can tell afterwards which words were names.

    ## Example
    Cited: `Lee, J. (2020). ON THE WELLS OF PERU. Water, 14(2), 17–29.`

    Registered: "On the wells of Peru"

    ## Use instead
    `Lee, J. (2020). On the wells of Peru. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: the registered casing may not be the one that the style asks for.

    ## Sources
    APA 7, section 6.17.
    """
    title = subject.cited.reference.title
    if title is None or not title.isupper():
        return
    text = plain(title)
    words = [word for word in text.split() if any(sign.isalpha() for sign in word)]
    if len(words) < _WORDS or sum(sign.isalpha() for sign in text) < _LETTERS or not text.isupper():
        return
    found = compared(subject, "title")
    better = plain(found.registered) if found is not None else ""
    known = bool(better) and not better.isupper() and equal_titles(title, better) in {"case, accents or punctuation", "spelling"}
    yield Finding(
        path="title",
        cited=title,
        registered=better if known else None,
        message="the title is cited in capitals" + (f"; registered as '{better}'" if known else ""),
        changes=(Change(path="title", cited=title, registered=better),) if known else (),
        title="write the title as it is registered" if known else None,
        applicability="unsafe" if known else "display",
    )

"""REF116."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.compare.contributors import compare_contributors
from refcheck.compare.titles import compare_titles
from refcheck.model.diagnostics import Severity
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import described, held_for, led_to, to_another_work

_PARTS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
"""Works whose ISBN is that of the book they stand in."""
_UNLIKE = 0.55
"""Titles less alike than this are of two works."""


@rule("REF116", "isbn-of-another-work", severity=Severity.ERROR, needs="match")
def isbn_of_another_work(subject: Subject) -> Iterator[Finding]:
    """A cited ISBN is that of another book.

    ## What it does
    Reports an ISBN whose record differs from the cited book in its title and in all of its authors and editors. Of a
    chapter the book it stands in is compared. Where one of the two is not registered, or could be the same in another
    language or edition, nothing is said.

    ## Why it matters
    Who orders or looks up the book by its ISBN gets another one.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water Press. ISBN 978-3-16-148410-0`

    Registered: 9783161484100 is "On roofs" by Silva (2011)

    ## Use instead
    The ISBN on the back of the title page.

    ## Sources
    ISO 2108; Open Library, "Books API".
    """
    answer = led_to(subject, "isbn")
    if answer is None or answer is not to_another_work(subject, "isbn"):
        return
    if _is_another_book(subject.cited.reference, answer.record.reference):
        yield Finding(
            path="isbn",
            cited=answer.question,
            registered=described(answer.record.reference),
            message=f"cited with ISBN {answer.question}, which {held_for(answer)}",
            evidence=answer.record.reference.title,
        )


def _is_another_book(cited: Reference, registered: Reference) -> bool:
    """Tell whether neither title nor any name of the two books agree; in doubt it is not another."""
    title = cited.container_title if cited.type in _PARTS else cited.title
    names, theirs = (*cited.container_author, *cited.editor, *cited.author), (*registered.author, *registered.editor)
    if not title or not registered.title or not names or not theirs:
        return False
    compared = compare_titles("title", title, registered.title)
    return compared.verdict == "different" and (compared.similarity or 0) < _UNLIKE and _are_others(names, theirs)


def _are_others(names: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    compared = compare_contributors("author", names, theirs)
    return compared.verdict == "different" and not compared.similarity

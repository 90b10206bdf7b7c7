"""REF002."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Place, Severity
from refcheck.rules.base import Finding, ListSubject, rule
from refcheck.rules.reading.syntax import excerpt, is_entry


@rule("REF002", "unreadable-reference", severity=Severity.WARNING, needs="list")
def unreadable_reference(subject: ListSubject) -> Iterator[Finding]:
    """A stretch of a reference list cannot be read as a reference.

    ## What it does
    Reports each part of a list that stands where a reference should, but shows neither author, title, date nor
    identifier that could be told apart.

    ## Why it matters
    What is not read is not checked. It may be a reference cut in two by a page break, or a line that is no reference.

    ## Example
    Cited: `ibid., pp. 3 ff.`

    Registered: nothing is looked up for it.

    ## Use instead
    Write the reference out, or take the line out of the list.

    ## Sources
    ISO 690, on what a reference must let a reader find.
    """
    for source, block in subject.unreadable:
        if not is_entry(source, block):
            yield Finding(message=f"{excerpt(block)}: {block.reason}", cited=block.raw, place=Place(file=source, span=block.span))

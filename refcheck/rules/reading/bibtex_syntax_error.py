"""REF001."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Place, Severity
from refcheck.rules.base import Finding, ListSubject, rule
from refcheck.rules.reading.syntax import excerpt, is_entry


@rule("REF001", "bibtex-syntax-error", severity=Severity.ERROR, needs="list")
def bibtex_syntax_error(subject: ListSubject) -> Iterator[Finding]:
    """An entry of a bibliography file breaks the rules of its format.

    ## What it does
    Reports each block of a bibliography file that cannot be read as an entry, with its line and what is wrong. The
    entries before and after it are checked.

    ## Why it matters
    BibTeX and biber drop such an entry or swallow the ones after it, often with a message far from the fault, and the
    citation comes out as a question mark.

    ## Example
    Cited: `@article{lee2020, title = {On wells, year = {2020}}` (a brace is never closed)

    Registered: nothing is looked up for an entry that cannot be read.

    ## Use instead
    `@article{lee2020, title = {On wells}, year = {2020}}`

    ## Sources
    BibTeX, "BibTeXing" section 3; biblatex manual section 2.
    """
    for source, block in subject.unreadable:
        if is_entry(source, block):
            yield Finding(message=f"{excerpt(block)}: {block.reason}", cited=block.raw, place=Place(file=source, span=block.span))

"""REF402."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcheck.compare.title_changes import WordChange
from refcheck.compare.titles import plain
from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.comparing import inferred, name_in
from refcheck.rules.titles.judging import judge
from refcheck.rules.titles.rewording import reworded
from refcheck.text.registry_names import registry_name

_TOLD = 3
"""How many changes are told in words."""


@rule("REF402", "title-word-changed", severity=Severity.WARNING, needs="record")
def title_word_changed(subject: Subject) -> Iterator[Finding]:
    """A word of a title is another one than in the registered title.

    ## What it does
    Compares the titles word by word and names the words that differ, however alike the rest is. No difference are case,
    accents, markup, LaTeX and MathML, dashes, hyphens and quotes, numerals ("II", "2", "two"), Greek letters, British
    and American spelling, articles, "RETRACTED:", the name of a section before the title and a mark of a footnote
    behind it. An ending, or one letter of a long word, is info, and so are the same words in another order, and the
    title of a review, which whoever cites it makes up. In formatted lists the first and last words count only where
    punctuation parts them from what stands beside, for else they may belong to another field.

    ## Why it matters
    One word makes another finding: "in rats" is not "in mice". Such words are changed by citing from memory, by
    optical character recognition, and by programs that make references up.

    ## Example
    Cited: `Lee, J. (2020). Deep wells in rats of Peru. Water, 14(2), 17–29.`

    Registered: "Deep wells in mice of Peru"

    ## Use instead
    `Lee, J. (2020). Deep wells in mice of Peru. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim. Where single words are exchanged, the rest of the title keeps its casing.

    ## Sources
    Crossref REST API format, `title`, `subtitle`, `original-title`, `short-title`.
    """
    verdict, record, cited = judge(subject), subject.record, subject.cited.reference.title
    if verdict is None or verdict.fault != "title-word-changed" or record is None or cited is None:
        return
    registered = record.reference.title or ""
    more = f"; {len(verdict.changes) - _TOLD} more" if len(verdict.changes) > _TOLD else ""
    named = "; ".join(map(str, verdict.changes[:_TOLD]))
    yield Finding(
        path="title",
        cited=cited,
        registered=registered,
        message=f"{named}{more} ({registry_name(record.registry)} {name_in(record, 'title')}){inferred(record, 'title')}",
        evidence=plain(registered),
        changes=(Change(path="title", cited=cited, registered=reworded(cited, registered, verdict.changes)),),
        title=_command(verdict.changes),
        applicability="unsafe",
        severity=verdict.severity,
    )


def _command(changes: Sequence[WordChange]) -> str:
    """Say what the fix does."""
    first = changes[0]
    if len(changes) == 1 and first.cited and first.registered:
        return f"replace '{first.cited}' by '{first.registered}'"
    return "put the registered words into the title"

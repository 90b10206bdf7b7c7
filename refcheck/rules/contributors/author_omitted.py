"""REF203."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.contributors.judgement import Judgement, judge
from refcheck.rules.contributors.mending import change
from refcheck.rules.contributors.showing import listed
from refcheck.text.names import OTHERS

_SHORTENED = re.compile(rf"(?<!\w){OTHERS}|(?i:\bet\.?\s?al\b|\bothers\b|\bu\.\s?a\.|\bи\s+др|等|\.\.\.|…|\bcolleagues\b|\bmore authors\b)")
"""Words by which a printed list says that it goes on."""
_ELLIPSES = frozenset({"...", "…"})
"""Those behind which the last name follows."""


@rule("REF203", "author-omitted", severity=Severity.WARNING, needs="record")
def author_omitted(subject: Subject) -> Iterator[Finding]:
    """A registered author is left out of a citation.

    ## What it does
    Reports registered authors who are missing in the middle of a cited list, or at its end without "et al." or "and
    others"; all of them in one finding. Names that an ellipsis or "et al." stands for, study groups beside persons, and
    authors cited as editors are not missing. Editors, and authors of a preprint, are a note.

    ## Why it matters
    An author gets no credit, and styles that shorten long lists print "et al." after the wrong number of names.

    ## Example
    Cited: `Lee, J., & Diaz, M. (2020). On wells. Water, 14(2), 17–29.`

    Registered: Jia Lee, Ken Ono, María Diaz

    ## Use instead
    `Lee, J., Ono, K., & Diaz, M. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim. More than twenty missing names are replaced by "et al.".

    ## Sources
    APA 7, section 9.8.
    """
    for judgement in judge(subject):
        if judgement.alignment.omitted and not _are_cut_off(subject, judgement):
            yield _finding(judgement)


def _finding(judgement: Judgement) -> Finding:
    omitted, total = judgement.alignment.omitted, len(judgement.registered)
    names = [judgement.registered[theirs] for theirs in omitted]
    which = f"{judgement.variable} {omitted[0] + 1} of {total}" if len(omitted) == 1 else f"{len(omitted)} of {total} {judgement.variable}s"
    changes = change(judgement)
    return Finding(
        path=judgement.variable,
        cited="; ".join(map(str, judgement.cited[:_SHOWN])),
        registered="; ".join(map(str, names[:_SHOWN])),
        message=f"cited without {listed(names)}, {which} at {judgement.registry}{judgement.note}",
        evidence=judgement.evidence,
        changes=changes,
        title=f"insert {listed(names)}" if changes else None,
        applicability="unsafe",
        severity=judgement.severity(Severity.WARNING) if judgement.variable == "author" else Severity.INFO,
    )


_SHOWN = 12


def _are_cut_off(subject: Subject, judgement: Judgement) -> bool:
    """Tell whether the missing names are those of a formatted list that says somewhere that there are more."""
    said = _SHORTENED.search(subject.cited.raw) if subject.cited.kind == "list" else None
    at_end = judgement.alignment.omitted[-1] == len(judgement.registered) - 1
    return said is not None and (at_end or judgement.doubtful or said[0] in _ELLIPSES)

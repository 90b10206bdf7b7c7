"""REF205."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.comparisons import Pair
from refcheck.model.diagnostics import Change, Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.contributors.judgement import Judgement, judge
from refcheck.rules.contributors.mending import change
from refcheck.rules.contributors.showing import shown
from refcheck.text.folding import words


@rule("REF205", "author-misspelt", severity=Severity.WARNING, needs="record")
def author_misspelt(subject: Subject) -> Iterator[Finding]:
    """The name of an author is spelt in another way than it is registered.

    ## What it does
    Reports a family name that is a letter or two off the registered one at its place ("Smtih"), and given names or
    initials that contradict the registered ones beside the same family name. Two transliterations of one name, short
    forms of given names, and another family name after the same given names, as after a marriage, are a note.

    ## Why it matters
    A misspelt author is credited under no name that an index knows, and the work is not found by it.

    ## Example
    Cited: `Smtih, J. (2020). On wells. Water, 14(2), 17–29.`

    Registered: Jane Smith

    ## Use instead
    `Smith, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim. Where both spellings may be right nothing is proposed.

    ## Sources
    APA 7, section 9.8.
    """
    for judgement in judge(subject):
        changes = change(judgement)
        for pair in judgement.alignment.misspelt:
            yield _finding(judgement, pair, changes, judgement.severity(Severity.WARNING, of_versions=Severity.WARNING))
        for pair in judgement.alignment.variants:
            yield _finding(judgement, pair, (), Severity.INFO)


def _finding(judgement: Judgement, pair: Pair, changes: tuple[Change, ...], severity: Severity) -> Finding:
    cited, registered = judgement.cited[pair[0]], judgement.registered[pair[1]]
    same_family = bool(cited.family) and words(cited.family or "") == words(registered.family or "")
    part = "" if cited.literal else ".given" if same_family else ".family"
    return Finding(
        path=f"{judgement.variable}[{pair[0]}]{part}",
        cited=str(cited),
        registered=str(registered),
        message=f"cited as {shown(cited)}, {judgement.registry} has {shown(registered)}{judgement.note}",
        evidence=judgement.evidence,
        changes=changes,
        title=f"spell {shown(cited)} as {shown(registered)}" if changes else None,
        applicability="unsafe",
        severity=severity,
    )

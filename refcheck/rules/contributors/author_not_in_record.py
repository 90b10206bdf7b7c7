"""REF202."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.contributors.judgement import Judgement, judge
from refcheck.rules.contributors.mending import change
from refcheck.rules.contributors.showing import listed, shown


@rule("REF202", "author-not-in-record", severity=Severity.ERROR, needs="record")
def author_not_in_record(subject: Subject) -> Iterator[Finding]:
    """A cited author is not among the registered ones.

    ## What it does
    Reports the cited authors whom the record has under no spelling and in no role, all of them in one finding. Initials,
    accents, particles, half of a double name, exchanged family and given names, transliterations, organisations and
    study groups are no reason. Foreign editors are a warning. Where the record may list but the first of the authors,
    where it is of a review, or of the book around a cited chapter, it is a note.

    ## Why it matters
    A foreign name credits the work to someone who did not write it. It is the commonest mark of a reference that was
    made up, or put together from two.

    ## Example
    Cited: `Silva, M., & Ono, K. (2020). On wells. Water, 14(2), 17–29.`

    Registered: Jia Lee, Ken Ono

    ## Use instead
    `Lee, J., & Ono, K. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim, and the foreign name may be a sign that another work is meant. Where no cited author is
    in the record nothing is proposed.

    ## Sources
    APA 7, section 9.8; Crossref REST API format, "Contributor".
    """
    for judgement in judge(subject):
        if judgement.alignment.foreign:
            yield _finding(judgement)


def _finding(judgement: Judgement) -> Finding:
    foreign = judgement.alignment.foreign
    cited = [judgement.cited[ours] for ours, _ in foreign]
    facing = [judgement.registered[theirs] for _, theirs in foreign if theirs is not None]
    changes = change(judgement) if facing else ()
    return Finding(
        path=f"{judgement.variable}[{foreign[0][0]}]" if len(foreign) == 1 else judgement.variable,
        cited="; ".join(map(str, cited)),
        registered="; ".join(map(str, facing)) or None,
        message=f"{_message(judgement)}{judgement.note}",
        evidence=judgement.evidence,
        changes=changes,
        title=f"replace {listed(cited)} by {listed(facing)}" if changes else None,
        applicability="unsafe",
        severity=_severity(judgement),
    )


def _message(judgement: Judgement) -> str:
    foreign, registry = judgement.alignment.foreign, judgement.registry
    names = [judgement.cited[ours] for ours, _ in foreign]
    facing = [judgement.registered[theirs] for _, theirs in foreign if theirs is not None]
    if judgement.strangers:
        return f"cited as by {listed(names)}; {registry} has {listed(judgement.registered)}"
    if len(foreign) == 1 and facing:
        return f"cited with {listed(names)} as {judgement.variable} {foreign[0][0] + 1}, where {registry} has {shown(facing[0])}"
    return f"cited with {listed(names)}, whom {registry} does not list{f'; it has {listed(facing)} there' if facing else ''}"


def _severity(judgement: Judgement) -> Severity:
    """Soften what a record that was cut short explains: it has all but the last cited names."""
    aligned = judgement.alignment
    severity = judgement.severity(Severity.ERROR, of_versions=Severity.WARNING)
    if any(judgement.cited[ours].literal for ours, _ in aligned.foreign) and judgement.strangers:
        return Severity.INFO
    after = max((ours for ours, _ in (*aligned.kept, *aligned.moved, *aligned.variants, *aligned.misspelt)), default=len(judgement.cited))
    if all(theirs is None and ours > after for ours, theirs in aligned.foreign):
        one_of_several = len(aligned.foreign) == 1 and len(judgement.registered) > 1
        return min(severity, Severity.WARNING if one_of_several else Severity.INFO)
    return severity

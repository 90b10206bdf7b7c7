"""REF204."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.contributors.judgement import Judgement, judge
from refcheck.rules.contributors.mending import change
from refcheck.rules.contributors.showing import listed


@rule("REF204", "authors-reordered", severity=Severity.WARNING, needs="record")
def authors_reordered(subject: Subject) -> Iterator[Finding]:
    """The authors are cited in another order than they are registered in.

    ## What it does
    Reports authors who stand in another order in the citation than in the record, with the stretch of the list in which
    they do. Bodies may be named before or behind the persons. Editors, and authors of a preprint, are a note.

    ## Why it matters
    The order of authors says who did what, the first name is the one the work is cited and found by.

    ## Example
    Cited: `Ono, K., & Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    Registered: Jia Lee, Ken Ono

    ## Use instead
    `Lee, J., & Ono, K. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim.

    ## Sources
    APA 7, section 9.8: authors are listed in the order in which they stand on the work.
    """
    for judgement in judge(subject):
        if judgement.alignment.moved:
            yield _finding(judgement)


def _finding(judgement: Judgement) -> Finding:
    pairs = sorted((*judgement.alignment.kept, *judgement.alignment.moved))
    in_order = sorted(theirs for _, theirs in pairs)
    wrong = [place for place, (_, theirs) in enumerate(pairs) if theirs != in_order[place]]
    stretch = range(wrong[0], wrong[-1] + 1)
    cited = [judgement.cited[pairs[place][0]] for place in stretch]
    registered = [judgement.registered[in_order[place]] for place in stretch]
    changes = change(judgement)
    return Finding(
        path=judgement.variable,
        cited="; ".join(map(str, cited)),
        registered="; ".join(map(str, registered)),
        message=f"cited in the order {listed(cited)}; {judgement.registry} has {listed(registered)}{judgement.note}",
        evidence=judgement.evidence,
        changes=changes,
        title="put the names in the registered order" if changes else None,
        applicability="unsafe",
        severity=judgement.severity(Severity.WARNING) if judgement.variable == "author" else Severity.INFO,
    )

"""REF201."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Change, Severity
from refcheck.model.variables import VARIABLES
from refcheck.rules.base import Finding, Subject, rule

_NAMES = tuple(attribute for attribute, row in VARIABLES.items() if row.kind == "names")


@rule("REF201", "honorific-in-name", severity=Severity.WARNING, needs="reference")
def honorific_in_name(subject: Subject) -> Iterator[Finding]:
    """A title such as "Dr." is printed as part of a name.

    ## What it does
    Reports each academic or courtesy title printed with the name of a contributor ("Dr.", "Prof.", "Mme"), and each
    degree behind one ("PhD", "MD"). Generational suffixes ("Jr.", "III") are part of a name and stay. A title that the
    record has too is a note.

    ## Why it matters
    Citation styles print names without titles. One kept in the name is sorted and indexed with it, so that one person
    becomes two, and two works of one year do not get the letters that tell them apart.

    ## Example
    Cited: `Okafor, Dr. N. (2021)`

    Registered: authors are registered without titles.

    ## Use instead
    `Okafor, N. (2021)`

    ## Fix safety
    Safe: the person named stays the same.

    ## Sources
    APA 7, section 9.8: omit titles, positions, ranks and academic credentials from author names.
    """
    for attribute in _NAMES:
        for place, name in enumerate(getattr(subject.cited.reference, attribute)):
            if name.honorific:
                path = f"{attribute}[{place}].honorific"
                is_registered = name.honorific in _registered(subject, attribute)
                yield Finding(
                    path=path,
                    cited=name.honorific,
                    message=f'"{name.honorific}" stands with the name {name.family or name}; titles are no part of a name',
                    changes=(Change(path=path, cited=name.honorific, registered=None),),
                    title=f'remove "{name.honorific}"',
                    applicability="safe",
                    severity=Severity.INFO if is_registered else None,
                )


def _registered(subject: Subject, attribute: str) -> str:
    """Give all given names of the record, where some registries keep titles."""
    names = getattr(subject.record.reference, attribute) if subject.record else ()
    return " ".join(f"{name.honorific or ''} {name.given or ''} {name.literal or ''}" for name in names)

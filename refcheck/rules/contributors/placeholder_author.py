"""REF206."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.names import Name
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.contributors.placeholders import is_placeholder
from refcheck.rules.contributors.showing import shown
from refcheck.text.registry_names import registry_name


@rule("REF206", "placeholder-author", severity=Severity.WARNING, needs="reference")
def placeholder_author(subject: Subject) -> Iterator[Finding]:
    """An author is a name that only holds the place of one.

    ## What it does
    Reports names such as "John Doe", "Firstname Lastname" and "Author One" among authors and editors, where the record of
    the work, if one was found, does not have them. "Anonymous" is no placeholder.

    ## Why it matters
    Such a name was left over from a template, or comes from a text that was made up.

    ## Example
    Cited: `Doe, John, & Ono, K. (2020). On wells. Water, 14(2), 17–29.`

    Registered: Jia Lee, Ken Ono

    ## Use instead
    `Lee, J., & Ono, K. (2020). On wells. Water, 14(2), 17–29.`

    ## Sources
    BibTeX, "BibTeXing", 4: what the fields of an entry hold.
    """
    for variable in ("author", "editor"):
        for place, name in enumerate(getattr(subject.cited.reference, variable)):
            if is_placeholder(name) and not _is_registered(subject, variable, place):
                facing = _facing(subject, variable, place)
                registry = registry_name(subject.record.registry) if subject.record else ""
                yield Finding(
                    path=f"{variable}[{place}]",
                    cited=str(name),
                    registered=str(facing) if facing else None,
                    message=f"{shown(name)} is a placeholder for a name{f'; {registry} has {shown(facing)}' if facing else ''}",
                )


def _is_registered(subject: Subject, variable: str, place: int) -> bool:
    """Tell whether the record has a person of that name after all."""
    compared = subject.comparisons.get(variable)
    if compared is None or compared.alignment is None:
        return False
    return place in {ours for ours, _ in (*compared.alignment.kept, *compared.alignment.moved)}


def _facing(subject: Subject, variable: str, place: int) -> Name | None:
    """Give the registered name in the place of a cited one."""
    compared = subject.comparisons.get(variable)
    if compared is None or compared.alignment is None:
        return None
    theirs = dict(compared.alignment.foreign).get(place)
    return None if theirs is None else compared.registered[theirs]

"""REF208."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from refcheck.model.diagnostics import Change, Severity
from refcheck.model.names import Name
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.contributors.showing import listed
from refcheck.text.folding import words

_SHORTEST = 3
"""Letters of a name that tells of capitals; shorter ones may be initials."""


@rule("REF208", "name-in-capitals", severity=Severity.INFO, needs="reference")
def name_in_capitals(subject: Subject) -> Iterator[Finding]:
    """A family name is written in capitals throughout.

    ## What it does
    Reports family names in capitals in files with named fields, all those of a list in one finding. Where the record has
    them in ordinary letters, its spelling is proposed. Formatted lists are passed over: some styles print names so.

    ## Why it matters
    No style can make ordinary letters of them: whether "MCDONALD" is "McDonald" or "Mcdonald" is lost.

    ## Example
    Cited: `author = {LEE, Jia and ONO, Ken}`

    Registered: Jia Lee, Ken Ono

    ## Use instead
    `author = {Lee, Jia and Ono, Ken}`

    ## Fix safety
    Safe: the letters stay the same.

    ## Sources
    CSL 1.0.2, "text-case": styles turn letters into capitals themselves.
    """
    if subject.cited.kind != "structured":
        return
    for variable in ("author", "editor"):
        cited: tuple[Name, ...] = getattr(subject.cited.reference, variable)
        places = [place for place, name in enumerate(cited) if _is_in_capitals(name)]
        if places:
            lowered = _lowered(subject, variable, cited, places)
            yield Finding(
                path=f"{variable}[{places[0]}]" if len(places) == 1 else variable,
                cited="; ".join(str(cited[place]) for place in places),
                registered="; ".join(str(lowered[place]) for place in places) if lowered else None,
                message=f"{listed([cited[place] for place in places])}: family names in capitals",
                changes=(Change(path=variable, cited=cited, registered=lowered),) if lowered else (),
                title="write the names in ordinary letters" if lowered else None,
                applicability="safe",
            )


def _is_in_capitals(name: Name) -> bool:
    letters = [sign for sign in name.family or "" if sign.isalpha()]
    return len(letters) >= _SHORTEST and bool(name.given) and all(sign.isupper() for sign in letters)


def _lowered(subject: Subject, variable: str, cited: tuple[Name, ...], places: list[int]) -> tuple[Name, ...]:
    """Give the list with the registered spelling of names in capitals; nothing where the record lacks one of them."""
    compared = subject.comparisons.get(variable)
    pairs = dict(compared.alignment.kept) if compared is not None and compared.alignment is not None else {}
    names = list(cited)
    for place in places:
        registered = compared.registered[pairs[place]] if compared is not None and place in pairs else Name()
        if _is_in_capitals(registered) or words(registered.family or "") != words(cited[place].family or ""):
            return ()
        given = cited[place].given or ""
        same_given = given.isupper() and words(given) == words(registered.given or "")
        names[place] = replace(cited[place], family=registered.family, given=registered.given if same_given else given)
    return tuple(names)

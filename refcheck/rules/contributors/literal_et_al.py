"""REF209."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from refcheck.model.diagnostics import Change, Severity
from refcheck.model.names import ET_AL, Name
from refcheck.rules.base import Finding, Subject, rule

_ET_AL = re.compile(r",?\s*\bet(?:\.\s*|\s+)al\b\.?|,?\s+and others\b", re.IGNORECASE)


@rule("REF209", "literal-et-al", severity=Severity.INFO, needs="reference")
def literal_et_al(subject: Subject) -> Iterator[Finding]:
    """A list of names says "et al." in words.

    ## What it does
    Reports "et al." as a name, or as a part of one, in files with named fields.

    ## Why it matters
    It is read as a person whose family name is "al.". What ends a list early is the keyword "and others", which each
    style prints in its own way.

    ## Example
    Cited: `author = {Lee, Jia and Ono, Ken and et al.}`

    Registered: the further authors by their names.

    ## Use instead
    `author = {Lee, Jia and Ono, Ken and others}`

    ## Fix safety
    Safe: it says the same.

    ## Sources
    BibTeX, "BibTeXing", 4: "and others".
    """
    if subject.cited.kind != "structured":
        return
    for variable in ("author", "editor"):
        cited: tuple[Name, ...] = getattr(subject.cited.reference, variable)
        for place, name in enumerate(cited):
            rest = _without(name)
            if name == ET_AL or rest is None:
                continue
            names = (*cited[:place], *((rest,) if rest.family or rest.literal else ()), ET_AL, *cited[place + 1 :])
            yield Finding(
                path=f"{variable}[{place}]",
                cited=str(name),
                message=f'"et al." stands in the list as "{name}"; the keyword is "and others"',
                changes=(Change(path=variable, cited=cited, registered=names),),
                title='replace "et al." by "and others"',
                applicability="safe",
            )
            break


def _without(name: Name) -> Name | None:
    """Give a name without the "et al." in it, which may leave nothing of it; None where it has none."""
    if name.family and f"{name.non_dropping_particle} {name.family}".lower().rstrip(".") == "et al":
        return Name(family=name.given)
    parts = {part: getattr(name, part) or "" for part in ("family", "given", "literal")}
    if not any(_ET_AL.search(f" {text}") for text in parts.values()):
        return None
    left = {part: _ET_AL.sub("", f" {text}").strip() or None for part, text in parts.items()}
    if left["given"] is None and name.suffix:
        return replace(name, **left | {"given": name.suffix}, suffix=None)
    return replace(name, **left)

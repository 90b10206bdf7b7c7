"""REF207."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from refcheck.compare.contributors import is_organisation, is_others
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.names import Name
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.contributors.showing import shown
from refcheck.text.folding import words
from refcheck.text.word_tables import word_set

_BODIES = word_set(
    "organization organisation university institute association society committee consortium collaboration foundation ministry "
    "department commission agency council federation group network nations corporation gmbh inc ltd llc administration team "
    "gesellschaft universitat institut ministerium universite societe universidad instituto ministerio universidade"
)
"""Last words of names of bodies, folded, which are no family names."""
_LINKS = word_set("of for on the")
"""Words within names of bodies that are no particles of family names."""


@rule("REF207", "group-author-split", severity=Severity.WARNING, needs="reference")
def group_author_split(subject: Subject) -> Iterator[Finding]:
    """The name of an organisation is parted as if it were a person's.

    ## What it does
    Reports organisations in files with named fields whose name was not kept whole, so that its last word is read as a
    family name: those that are registered as one name, and those that end in a word for a body ("Organization") or hold
    an "of" or "for". A name cut in two at its "and" is one finding.

    ## Why it matters
    "World Health Organization" without braces prints as "Organization, W. H." and is sorted under O.

    ## Example
    Cited: `author = {World Health Organization}`

    Registered: the organisation "World Health Organization"

    ## Use instead
    `author = {{World Health Organization}}`

    ## Fix safety
    Unsafe: it is then no person any more.

    ## Sources
    BibTeX, "BibTeXing", 4, on braces around names; biblatex manual, section 3.4, on corporate authors.
    """
    if subject.cited.kind != "structured":
        return
    for variable in ("author", "editor"):
        cited: tuple[Name, ...] = getattr(subject.cited.reference, variable)
        whole, split = _joined(cited, _registered(subject, variable))
        if not split:
            continue
        first = split[0]
        shape = str(replace(cited[first], dropping_particle=None, non_dropping_particle=None))
        yield Finding(
            path=f"{variable}[{first}]" if len(split) == 1 else variable,
            cited=str(cited[first]),
            registered=shown(whole[first]),
            message=f'the organisation "{shown(whole[first])}" is read as the person "{shape}"',
            changes=(Change(path=variable, cited=cited, registered=whole),),
            title=f'keep "{shown(whole[first])}" together',
            applicability="unsafe",
        )


def _registered(subject: Subject, variable: str) -> tuple[Name, ...]:
    return getattr(subject.record.reference, variable) if subject.record else ()


def _joined(cited: Sequence[Name], registered: Sequence[Name]) -> tuple[tuple[Name, ...], list[int]]:
    """Put names together that are pieces of organisations; give the new list and the places of the first pieces."""
    bodies = {_letters(name.literal): name.literal for name in registered if name.literal and is_organisation(name)}
    persons = {_letters(shown(name)) for name in registered if not name.literal}
    found: list[Name] = []
    split: list[int] = []
    place = 0
    while place < len(cited):
        pieces = next((count for count in (2, 1) if _are_pieces(cited[place : place + count], count, bodies, persons)), 0)
        whole = " and ".join(shown(replace(name, honorific=None)) for name in cited[place : place + pieces])
        found.append(Name(literal=bodies.get(_letters(whole), whole)) if pieces else cited[place])
        split += [place] if pieces else []
        place += pieces or 1
    return tuple(found), split


def _are_pieces(names: Sequence[Name], count: int, bodies: Collection[tuple[str, ...]], persons: Collection[tuple[str, ...]]) -> bool:
    """Tell whether names are pieces of one organisation: registered as such, or plainly one."""
    if len(names) < count or any(map(is_others, names)):
        return False
    letters = _letters(" and ".join(map(shown, names)))
    first, *rest = names
    if rest:
        return letters in bodies or (_is_body(first) and _is_rest(rest[0]))
    is_parted = first.literal is None and bool(first.given or first.non_dropping_particle)
    return is_parted and (letters in bodies or (_is_body(first) and letters not in persons))


def _letters(text: str) -> tuple[str, ...]:
    return tuple(words(text))


def _is_body(name: Name) -> bool:
    """Tell whether a name read as a person's is plainly none."""
    given, family = words(name.given or ""), words(name.family or "")
    if name.literal is not None or not given or not family or min(map(len, given)) == 1:
        return False
    links = (name.non_dropping_particle or "").lower().split()
    return family[-1] in _BODIES or not _LINKS.isdisjoint(links)


def _is_rest(name: Name) -> bool:
    """Tell whether a name is a single word, as what stands behind the "and" of an organisation is read."""
    return name.literal is None and not name.given and not name.non_dropping_particle and len(words(name.family or "")) == 1

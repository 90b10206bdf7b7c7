"""REF207."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from refcheck.compare.contributors import is_others
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
    bodies = {_letters(name.literal): name.literal for name in registered if name.literal}
    found: list[Name] = []
    split: list[int] = []
    place = 0
    while place < len(cited):
        name = cited[place]
        pair = f"{shown(name)} and {shown(cited[place + 1])}" if place + 1 < len(cited) and not is_others(cited[place + 1]) else ""
        if pair and (_letters(pair) in bodies or (_is_body(name) and _is_rest(cited[place + 1]))):
            found.append(Name(literal=bodies.get(_letters(pair), pair)))
            split.append(place)
            place += 2
            continue
        if name.literal is None and (name.given or name.non_dropping_particle) and (_letters(shown(name)) in bodies or _is_body(name)):
            literal = shown(replace(name, honorific=None))
            found.append(Name(literal=bodies.get(_letters(literal), literal)))
            split.append(place)
        else:
            found.append(name)
        place += 1
    return tuple(found), split


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

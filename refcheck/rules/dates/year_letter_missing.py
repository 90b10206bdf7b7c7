"""REF308."""

from __future__ import annotations

import string
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from refcheck.model.diagnostics import Change, Place, Severity
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.rules.base import Finding, ListSubject, Subject, place_of, rule
from refcheck.text.folding import squeeze, words

_Printed = tuple[tuple[str, str], ...]
_Group = tuple[str, _Printed, int]
_ARTICLES = frozenset({"a", "an", "the"})


@rule("REF308", "year-letter-missing", severity=Severity.WARNING, needs="list")
def year_letter_missing(subject: ListSubject) -> Iterator[Finding]:
    """Works of the same authors and year have no letter to tell them apart.

    ## What it does
    In a formatted list that is told apart by author and year, reports each work without a letter after its year where
    another work of the same authors has the same year. Names are the same when family name and initials are, whatever
    title stands with them. The letters are proposed in the order of the list: works with the year alone first, then
    by date, then by title. The same work listed twice needs no letter.

    ## Why it matters
    "(Okafor, 2021)" in the text points to two entries, and readers cannot tell which one is meant.

    ## Example
    Cited: `Okafor, N. (2021, May 4). On wells.` and `Okafor, N. (2021, June 1). On roofs.`

    Registered: letters belong to a list and are not registered.

    ## Use instead
    `Okafor, N. (2021a, May 4). On wells.` and `Okafor, N. (2021b, June 1). On roofs.`

    ## Fix safety
    Unsafe: the citations in the text need the same letters.

    ## Sources
    APA 7, sections 8.19 and 9.47.
    """
    groups: dict[_Group, list[int]] = defaultdict(list)
    for index, each in enumerate(subject.subjects):
        group = _group(each)
        if group is not None:
            groups[group].append(index)
    for members in groups.values():
        titles = {squeeze(subject.subjects[index].cited.reference.title or "") for index in members}
        if len(titles) > 1:
            yield from _findings(subject.subjects, members)


def _group(subject: Subject) -> _Group | None:
    reference = subject.cited.reference
    year = reference.issued.year if reference.issued else None
    if not subject.author_year or year is None or not reference.author or not reference.title:
        return None
    return subject.cited.file, tuple(_printed(name) for name in reference.author), year


def _printed(name: Name) -> tuple[str, str]:
    """Give a name as a list in this style tells it from others: family name and initials, without title."""
    family = " ".join(part for part in (name.non_dropping_particle, name.family, name.literal, name.suffix) if part)
    given = "".join(word[0] for word in words((name.given or "").replace("-", " ").replace(".", " ")))
    return squeeze(family), given


def _findings(subjects: Sequence[Subject], members: list[int]) -> Iterator[Finding]:
    letters = _letters({index: subjects[index].cited.reference for index in members})
    for index in members:
        cited = subjects[index].cited
        if cited.reference.year_suffix:
            continue
        others = (place_of(subjects[other].cited, "issued") for other in members if other != index)
        year = cited.reference.issued.year if cited.reference.issued else None
        letter = letters.get(index)
        yield Finding(
            index=index,
            path="issued",
            cited=str(year),
            message=f"cited as {year} beside another work of {_people(cited.reference.author)} of that year; no letter tells them apart",
            changes=(Change(path="year_suffix", cited=None, registered=letter),) if letter else (),
            title=f'add the letter "{letter}" after the year' if letter else None,
            applicability="unsafe" if letter else "display",
            related=tuple(place for place in others if isinstance(place, Place)),
        )


def _people(authors: tuple[Name, ...]) -> str:
    first = authors[0].family or str(authors[0])
    return f"{first} et al." if len(authors) > 2 else " and ".join(name.family or str(name) for name in authors)  # noqa: PLR2004 - two are both named


def _letters(members: Mapping[int, Reference]) -> dict[int, str]:
    """Give each work without a letter the next free one, in the order of the list; none beyond "z"."""
    taken = {reference.year_suffix for reference in members.values() if reference.year_suffix}
    free = [letter for letter in string.ascii_lowercase if letter not in taken]
    order = sorted((index for index in members if not members[index].year_suffix), key=lambda index: (*_place(members[index]), index))
    return dict(zip(order, free, strict=False))


def _place(reference: Reference) -> tuple[tuple[int, ...], list[str]]:
    title = words(reference.title or "")
    return reference.issued.parts if reference.issued else (), title[1:] if title and title[0] in _ARTICLES else title

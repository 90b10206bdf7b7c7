"""The order of a list, and the letters that tell works of one author and year apart.

Source: APA 7, 9.44 to 9.49 (order), 9.47 (letters: by date, else by title).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.styles.apa.dates import IN_PRESS, place_in_year, year_of
from refcheck.styles.apa.kinds import Kind, kind_of
from refcheck.styles.apa.people import initials, suffix, surname
from refcheck.styles.apa.pieces import clean
from refcheck.text.folding import squeeze

_ARTICLE = re.compile(r"(?i)^\W*(?:a|an|the)\s+(?=\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one reference stands in a list."""

    index: int
    """Place of the reference in the input."""
    kind: Kind
    letter: str
    """Letter after its year; empty where it needs none."""


def arranged(references: Sequence[Reference]) -> list[Place]:
    """Sort references and give them letters; equal ones keep the order of the input."""
    keyed = []
    for index, reference in enumerate(references):
        kind = kind_of(reference)
        keyed.append((_key(reference, kind), index, kind, year_of(reference, date_of(reference))))
    keyed.sort(key=lambda row: (row[0], row[1]))
    same: dict[Any, list[int]] = {}
    for place, (key, _, _, year) in enumerate(keyed):
        same.setdefault((key[0], year), []).append(place)
    letters = {place: _letter(count) for places in same.values() if len(places) > 1 for count, place in enumerate(places)}
    return [Place(index=index, kind=kind, letter=letters.get(place, "")) for place, (_, index, kind, _) in enumerate(keyed)]


def date_of(reference: Reference) -> Any:
    """Give the date that is printed: that of publication, else of the event."""
    return reference.issued if reference.issued is not None else reference.event_date


def _letter(count: int) -> str:
    """Count in letters: a to z, then aa."""
    return (_letter(count // 26 - 1) if count >= 26 else "") + chr(ord("a") + count % 26)  # noqa: PLR2004 - letters of the alphabet


def _key(reference: Reference, kind: Kind) -> tuple[Any, ...]:
    """Sort by authors letter by letter, year (none first, in press last), day where it is printed, title."""
    title = squeeze(_ARTICLE.sub("", clean(reference.title) or clean(reference.container_title)))
    names: tuple[Name, ...] = next((found for role in kind.leads if (found := getattr(reference, role))), ())
    people = tuple(_person(name) for name in names) or ((title, "", ""),)
    date = date_of(reference)
    printed = year_of(reference, date)
    if date is not None and date.year is not None:
        when: tuple[Any, ...] = (1, date.year, place_in_year(date) if kind.dated else ())
    else:
        when = (2 if printed == IN_PRESS else 0, 0, ())
    return (people, when, title)


def _person(name: Name) -> tuple[str, str, str]:
    if name.literal is not None:
        return (squeeze(_ARTICLE.sub("", name.literal)), "", "")
    return (squeeze(surname(name)), squeeze(initials(clean(name.given))), suffix(name))

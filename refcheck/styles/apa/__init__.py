"""The style of the American Psychological Association, seventh edition.

Source: Publication Manual of the American Psychological Association, 7th edition (APA 7), chapters 9 to 11.
"""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.model.references import Reference
from refcheck.styles.apa.dates import day_of, lettered, year_of, years
from refcheck.styles.apa.kinds import Kind, Place, kind_of
from refcheck.styles.apa.order import arranged, date_of
from refcheck.styles.apa.people import UNLABELLED, inverted, label, listed
from refcheck.styles.apa.pieces import joined, plain, stopped
from refcheck.styles.apa.sources import address, law_element, source_elements
from refcheck.styles.apa.titles import title_element
from refcheck.styles.base import Entry


class Apa:
    """Formats references as APA 7 asks.

    Not printed, for APA has no place for it: the publisher's place, series of books, ISBN, databases, abstracts, notes.
    A reference of which nothing is known gives "(n.d.).": every reference has its line.
    """

    def entry(self, reference: Reference) -> Entry:
        """Format one reference alone: its year has no letter."""
        return _entry(reference, kind_of(reference), "")

    def bibliography(self, references: Sequence[Reference]) -> Sequence[tuple[int, Entry]]:
        """Format one list: sorted, and lettered anew; each entry with the place of its reference in the input."""
        return [(place.index, _entry(references[place.index], place.kind, place.letter)) for place in arranged(references)]


def _entry(reference: Reference, kind: Kind, letter: str) -> Entry:
    date = date_of(reference)
    year = lettered(year_of(reference, date), letter)
    day = day_of(date) if kind.dated else ""
    when = f"{year}, {day}" if day else year
    lead = plain(_lead(reference, kind))
    if kind.place is Place.LAW:
        elements = [lead, law_element(reference, when)]
    else:
        title, dated = title_element(reference, kind), plain(f"({when})")
        head = [lead, dated, title] if lead else [title, dated]
        elements = [*head, *source_elements(reference, kind)]
    closing = [plain(address(reference, kind)), plain(_original(reference))]
    return joined([*(stopped(element) for element in elements if element), *(element for element in closing if element)])


def _lead(reference: Reference, kind: Kind) -> str:
    """Give those in the place of the author, with their role where they are not its authors."""
    for role in kind.leads:
        names = getattr(reference, role)
        people = listed(names, inverted) if names else ""
        if people:
            return people if role in UNLABELLED else f"{people} ({label(role, names)})"
    return ""


def _original(reference: Reference) -> str:
    date = reference.original_date
    when = years(date) if date is not None and date.year is not None else (date.literal or "") if date is not None else ""
    return f"(Original work published {' '.join(when.split())})" if when.strip() else ""

"""REF510."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from refcheck.compare.container_words import GENERIC, GENERIC_SHORT, container_words
from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, ListSubject, Subject, place_of, rule
from refcheck.rules.containers.absent import PERIODICALS

_FEWEST = 3
"""Journals of either form from which on a list has a habit."""
_DOTTED = re.compile(r"(?<![A-Z.])[A-Z]?[a-z]{2,}\.(?=\s|$)|(?<!\w)J\.")
_SHORTENED = frozenset({"abbreviated", "ISO 4 abbreviation"})


@rule("REF510", "journal-abbreviation-mixed", severity=Severity.INFO, needs="list")
def journal_abbreviation_mixed(given: ListSubject) -> Iterator[Finding]:
    """A list abbreviates some journals and writes others out.

    ## What it does
    Counts, source by source, the journals that are abbreviated and those that are written out, and points at the first
    of the fewer. Names that have no abbreviation ("Nature") count for neither.

    ## Why it matters
    Journals ask for one form throughout, and a list in two looks put together from two places.

    ## Example
    Cited: `J. Wells Res.` beside `Journal of Roofing` and `Annals of Water`

    Registered: "Journal of Wells Research"

    ## Use instead
    `Journal of Wells Research` beside `Journal of Roofing` and `Annals of Water`

    ## Sources
    APA 7, section 9.25 (written out); NLM, Citing Medicine, chapter 1 (abbreviated).
    """
    forms: dict[str, dict[str, list[int]]] = {}
    for index, subject in enumerate(given.subjects):
        form = _form(subject)
        if form is not None:
            forms.setdefault(subject.cited.file, {"short": [], "full": []})[form].append(index)
    for both in forms.values():
        if all(both.values()) and len(both["short"]) + len(both["full"]) >= _FEWEST:
            yield _finding(given, both["short"], both["full"])


def _finding(given: ListSubject, short: list[int], full: list[int]) -> Finding:
    fewer, says, rest, other = (
        (short, "abbreviated", full, "written out") if len(short) <= len(full) else (full, "written out", short, "abbreviated")
    )
    first, name = given.subjects[fewer[0]], str(given.subjects[fewer[0]].cited.reference.container_title)
    more = f" ({len(fewer) - 1} more)" if len(fewer) > 1 else ""
    places = (place_of(given.subjects[at].cited, "container_title") for at in fewer[1:])
    return Finding(
        path="container_title",
        cited=name,
        message=f"'{name}' is {says}{more}; {len(rest)} other journals of the list are {other}",
        index=fewer[0],
        place=place_of(first.cited, "container_title"),
        related=tuple(place for place in places if place is not None),
    )


def _form(subject: Subject) -> Literal["short", "full"] | None:
    """Say in which form a journal is cited; None where its name has only one, or it is no journal."""
    cited = subject.cited.reference
    if cited.container_title is None or cited.type not in PERIODICALS:
        return None
    compared = subject.comparisons.get("container_title")
    words = container_words(cited.container_title)
    if compared is not None and compared.why in _SHORTENED and len(words) > 1:
        return "short"
    if _DOTTED.search(cited.container_title) or (len(words) > 1 and any(word in GENERIC_SHORT for word in words)):
        return "short"
    return "full" if len(words) > 1 and any(word in GENERIC for word in words) else None

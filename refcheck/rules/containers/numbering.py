"""Judge cited volumes and issues together: each may have been put in the place of the other."""

from __future__ import annotations

import re
from typing import Any

from refcheck.compare.numbers import WITHIN, bare_number, equal_numbers, is_year, roman
from refcheck.model.diagnostics import Change
from refcheck.model.references import CitedReference, Reference
from refcheck.rules.base import Finding, Subject
from refcheck.rules.comparing import differs, stands_in, told
from refcheck.rules.containers.absent import is_in_periodical

_NEAR = 20
"""Code points between a volume and its issue, at most."""


def number_mismatch(subject: Subject, attribute: str, called: str) -> Finding | None:
    """Make the finding that a number is another than the registered one; None where it may be the same.

    Args:
        subject: the reference.
        attribute: "volume" or "issue".
        called: what the number is called in a sentence.
    """
    record, cited = subject.record, getattr(subject.cited.reference, attribute)
    registered = getattr(record.reference, attribute) if record else None
    if record is None or not registered or not is_in_periodical(subject) or not differs(subject, attribute):
        return None
    if stands_in(subject.cited, registered) or (attribute == "issue" and _is_apart(subject.cited)):
        return None
    if attribute == "volume" and (_is_year_and_issue(cited, record.reference) or _is_of_the_year(subject, cited, record.reference)):
        return None
    return Finding(
        path=attribute,
        cited=cited,
        registered=registered,
        message=f"cited as {called} {cited}; {told(record, attribute, registered)}",
        changes=(Change(path=attribute, cited=cited, registered=registered),),
        title=f"replace {called} {cited} by {registered}",
        applicability="unsafe",
    )


def _is_year_and_issue(volume: str, registered: Reference) -> bool:
    """Tell whether a volume is made of the registered year and issue, as INSPIRE cites JHEP: "1207" for 2012, issue 7."""
    found = re.fullmatch(r"(\d\d)(\d\d)", volume)
    if found is None or not is_year(registered.volume or "") or registered.issue is None:
        return False
    return (registered.volume or "").endswith(found[1]) and equal_numbers(found[2], registered.issue)


def _is_of_the_year(subject: Subject, volume: str, registered: Reference) -> bool:
    """Tell whether a volume is counted anew every year, as weeklies once did whose issues are counted through: "Lancet 1986; 1: 307"."""
    page, issue = subject.comparisons.get("page"), bare_number(registered.issue or "")
    number = roman(bare_number(volume)) or bare_number(volume)
    return str(number) in _OF_A_YEAR and issue.isdigit() and int(issue) > WITHIN and page is not None and page.agrees


_OF_A_YEAR = frozenset("1234")
"""Volumes that a year has at most."""


def _is_apart(cited: CitedReference) -> bool:
    """Tell whether what was read as the issue of a formatted reference stands nowhere near its volume."""
    volume, issue = cited.origins.get("volume"), cited.origins.get("issue")
    if cited.kind != "list" or issue is None:
        return False
    return volume is None or not 0 <= issue.span.start - volume.span.end <= _NEAR


def exchanged(subject: Subject) -> Finding | None:
    """Make the one finding that volume and issue stand in each other's places; None where they do not."""
    record, cited = subject.record, subject.cited.reference
    numbers = _pairs(subject)
    if record is None or numbers is None or not is_in_periodical(subject) or not differs(subject, "volume"):
        return None
    volume, issue = numbers
    if not (equal_numbers(volume[0], issue[1]) and equal_numbers(issue[0], volume[1])):
        return None
    return Finding(
        path="volume",
        cited=f"{cited.volume}({cited.issue})",
        registered=f"{volume[1]}({issue[1]})",
        message=f"cited as volume {cited.volume}, issue {cited.issue}, the wrong way round; "
        f"{told(record, 'volume', volume[1])} and {issue[1]} (issue)",
        changes=(
            Change(path="volume", cited=cited.volume, registered=volume[1]),
            Change(path="issue", cited=cited.issue, registered=issue[1]),
        ),
        title=f"exchange volume {cited.volume} and issue {cited.issue}",
        applicability="unsafe",
    )


def _pairs(subject: Subject) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Give cited and registered volume and issue; None where one of the four is absent."""
    record, cited = subject.record, subject.cited.reference
    values: tuple[Any, ...] = (cited.volume, record and record.reference.volume, cited.issue, record and record.reference.issue)
    return ((values[0], values[1]), (values[2], values[3])) if all(values) else None

"""Whether a registry should know a work that it does not find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refcheck.compare.containers import equal_containers
from refcheck.matching.questions import CONTAINED, length
from refcheck.model.matches import Found, Match, Skipped
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference

UNCOVERED = "no registry asked covers this venue"
"""Why a work that a search does not find is not held against the citation."""
_ENOUGH = 4
"""Words of a title that name a work."""
_SURE = 0.6
"""A title, author or container read with less confidence may be misread, and is no ground for a search that finds nothing."""


def is_accusable(cited: CitedReference) -> bool:
    """Tell whether it means something that a search does not find a work."""
    reference = cited.reference
    described = length(reference.title or "") >= _ENOUGH and reference.author and reference.container_title
    sure = all(cited.origins[name].confidence >= _SURE for name in ("title", "author", "container_title") if name in cited.origins)
    return reference.type in CONTAINED and bool(described) and sure


def covering(cited: CitedReference, records: Sequence[RegistryRecord]) -> RegistryRecord | None:
    """Give a record of the same container that is no younger than the cited work: what came after it is registered too."""
    return next((record for record in records if _same_container(cited.reference, record.reference)), None)


def _same_container(cited: Reference, registered: Reference) -> bool:
    titles = (registered.container_title, registered.container_title_short)
    if not any(title and equal_containers(cited.container_title or "", title) for title in titles):
        return False
    ours, theirs = cited.issued, registered.issued
    return ours is None or theirs is None or ours.year is None or theirs.year is None or theirs.year <= ours.year


def venues(matches: Iterable[Match]) -> tuple[RegistryRecord, ...]:
    """List what shows which containers Crossref holds: of each the oldest work that was found."""
    oldest: dict[str, RegistryRecord] = {}
    for match in matches:
        record = match.record if isinstance(match, Found) else None
        if record is not None and record.registry == "crossref" and record.reference.container_title:
            known = oldest.setdefault(record.reference.container_title, record)
            if _year(record.reference) < _year(known.reference):
                oldest[record.reference.container_title] = record
    return tuple(oldest.values())


def is_open(match: Match) -> bool:
    """Tell whether other works of the list may show that the cited one should have been found."""
    return isinstance(match, Skipped) and match.reason == UNCOVERED


def _year(reference: Reference) -> int:
    return reference.issued.year if reference.issued and reference.issued.year else 0

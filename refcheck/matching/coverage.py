"""Whether a registry should know a work that it does not find."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.compare import compare
from refcheck.model.matches import Found, Match, NotFound, Skipped
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference
from refcheck.text.folding import words

UNCOVERED = "no registry asked covers this venue"
"""Why a work that a search does not find is not held against the citation."""
_ACCUSABLE = frozenset({"article-journal", "paper-conference", "chapter", "review", "review-book"})
"""Types of works whose containers registries hold as a whole; books, reports, theses and data may stand anywhere."""
_ENOUGH = 4
"""Words of a title that name a work."""
_SURE = 0.6
"""A title, author or container read with less confidence may be misread, and is no ground for a search that finds nothing."""


def is_accusable(cited: CitedReference) -> bool:
    """Tell whether it means something that a search does not find a work."""
    reference = cited.reference
    described = len(words(reference.title or "")) >= _ENOUGH and reference.author and reference.container_title
    sure = all(cited.origins[name].confidence >= _SURE for name in ("title", "author", "container_title") if name in cited.origins)
    return reference.type in _ACCUSABLE and bool(described) and sure


def covering(cited: CitedReference, records: Sequence[RegistryRecord]) -> RegistryRecord | None:
    """Give a record of the same container that is no younger than the cited work: what came after it is registered too."""
    return next((record for record in records if _same_container(cited.reference, record.reference)), None)


def _same_container(cited: Reference, registered: Reference) -> bool:
    container = compare(cited, registered, ("container_title",)).get("container_title")
    if container is None or not container.agrees:
        return False
    ours, theirs = cited.issued, registered.issued
    return ours is None or theirs is None or ours.year is None or theirs.year is None or theirs.year <= ours.year


def reconsider(references: Sequence[CitedReference], matches: Sequence[Match]) -> list[Match]:
    """Hold a work that was not found against its citation where other works of the list stand in the same container.

    Args:
        references: all references of the run.
        matches: what became of each, in the same order.
    """
    known: dict[str, RegistryRecord] = {}
    for match in matches:
        record = match.record if isinstance(match, Found) else None
        if record is not None and record.registry == "crossref" and record.reference.container_title:
            held = known.setdefault(record.reference.container_title, record)
            if _year(record.reference) < _year(held.reference):
                known[record.reference.container_title] = record
    return [_reconsidered(cited, match, tuple(known.values())) for cited, match in zip(references, matches, strict=True)]


def _reconsidered(cited: CitedReference, match: Match, known: Sequence[RegistryRecord]) -> Match:
    if not isinstance(match, Skipped) or match.reason != UNCOVERED or not is_accusable(cited):
        return match
    evidence = covering(cited, known)
    return match if evidence is None else NotFound(answers=match.answers, covered_by=evidence)


def _year(reference: Reference) -> int:
    return reference.issued.year if reference.issued and reference.issued.year else 0

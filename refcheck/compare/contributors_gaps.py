"""Pair what is left between two names that were kept, by likeness and place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from refcheck.compare.contributors_persons import RANK, Resemblance
from refcheck.model.comparisons import Pair

_LARGE = 12
"""Names on one side of a gap beyond which only those at one place are compared."""
_BY_PLACE = frozenset({"other-given", "other-family"})
"""Likenesses that tell of one person only where both stand at one place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch between kept names."""

    cited: Sequence[int]
    registered: Sequence[int]
    is_open: bool
    """"And others" or a body stands there or beside it, which covers whoever is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """What became of a gap."""

    pairs: tuple[tuple[Pair, Resemblance], ...]
    foreign: tuple[tuple[int, int | None], ...]
    omitted: tuple[int, ...]


def pair_within(gap: Gap, like: Callable[[int, int], Resemblance]) -> Paired:
    """Pair the names of a gap, the likest first; whoever is left is foreign, left out, or covered.

    Where a foreign name stands in a gap, the registered names left there count as replaced by it.
    """
    pairs = _likest(gap, like)
    taken = {ours: theirs for (ours, theirs), _ in pairs}
    free = [place for place in gap.registered if place not in taken.values()]
    foreign: list[tuple[int, int | None]] = []
    for place, ours in enumerate(gap.cited):
        if ours in taken:
            continue
        facing = gap.registered[place] if place < len(gap.registered) else None
        theirs = facing if facing in free else next(iter(free), None)
        if theirs is not None:
            free.remove(theirs)
        foreign.append((ours, theirs))
    return Paired(pairs=pairs, foreign=tuple(foreign), omitted=() if gap.is_open or foreign else tuple(free))


def _likest(gap: Gap, like: Callable[[int, int], Resemblance]) -> tuple[tuple[Pair, Resemblance], ...]:
    us, them = len(gap.cited), len(gap.registered)
    is_large = max(us, them) > _LARGE
    found: list[tuple[int, int, int, int, Resemblance]] = []
    for place, ours in enumerate(gap.cited):
        for other in {place, place + them - us} & set(range(them)) if is_large else range(them):
            resemblance = like(ours, gap.registered[other])
            faces = place == other or us - place == them - other
            if resemblance != "none" and (faces or resemblance not in _BY_PLACE):
                found.append((RANK.index(resemblance), abs(place - other), ours, gap.registered[other], resemblance))
    pairs: dict[int, tuple[int, Resemblance]] = {}
    used: set[int] = set()
    for _, _, ours, theirs, resemblance in sorted(found):
        if ours not in pairs and theirs not in used:
            pairs[ours] = theirs, resemblance
            used.add(theirs)
    return tuple(((ours, theirs), resemblance) for ours, (theirs, resemblance) in sorted(pairs.items()))

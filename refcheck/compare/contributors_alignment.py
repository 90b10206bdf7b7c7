"""Align two lists of names: who stands for whom, who is foreign, who is left out.

The same names are paired first, wherever they stand, and the longest run of pairs in one order is what was kept; the
others moved. What is left between two kept names is paired by likeness and place. Work grows with the length of the
lists: only names that share a word are compared, and few of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from refcheck.compare.contributors_forms import forms, is_nameless, is_others
from refcheck.compare.contributors_gaps import Gap, pair_within
from refcheck.compare.contributors_persons import Resemblance, resemblance
from refcheck.model.comparisons import Alignment, Pair
from refcheck.model.names import Name

_CANDIDATES = 24
"""Registered names that one cited name is compared with at most, the nearest first."""
_REST = 40
"""Names left over that are compared with each other wherever they stand."""


def align(cited: Sequence[Name], registered: Sequence[Name]) -> Alignment:
    """Align a cited list of names with the registered one."""
    index = _index(registered)
    same = _pair_same(cited, registered, index)
    kept = _longest_order(same)
    aside = {} if len(kept) == len(same) else _bodies_among(same, registered)
    if aside:
        kept = _longest_order({ours: theirs for ours, theirs in same.items() if ours not in aside})
    found: dict[Pair, Resemblance] = {}
    foreign: list[tuple[int, int | None]] = []
    omitted: list[int] = []
    for gap in _gaps(cited, registered, same, kept):
        paired = pair_within(gap, lambda ours, theirs: resemblance(cited[ours], registered[theirs]))
        found |= dict(paired.pairs)
        foreign += paired.foreign
        omitted += paired.omitted
    foreign = [pair for pair in foreign if pair[1] is not None or not _is_repeated(cited, pair[0], registered, index)]
    _pair_anywhere(cited, registered, found, foreign, omitted)
    if not kept:
        _part_strangers(found, foreign)
    if len(same) > len(kept) + len(aside) and foreign:
        foreign, omitted = _faced(foreign, omitted), []
    used = {theirs for _, theirs in (*same.items(), *found)}
    return Alignment(
        kept=tuple(sorted((*kept, *aside.items(), *(pair for pair, how in found.items() if how in {"same", "likely"})))),
        moved=tuple(sorted(set(same.items()) - set(kept) - set(aside.items()))),
        variants=tuple(sorted(pair for pair, how in found.items() if how in {"variant", "other-family"})),
        misspelt=tuple(sorted(pair for pair, how in found.items() if how in {"misspelt", "other-given"})),
        foreign=tuple(sorted(foreign)),
        omitted=tuple(theirs for theirs in sorted(omitted) if not _is_twice(registered, theirs, index, used)),
        shortened=any(forms(name).trails or (place not in same and _is_open(name)) for place, name in enumerate(cited)),
    )


def _keys(name: Name, *, given: bool) -> set[str]:
    """Give the words by which a name is found; the given names among them where they are wanted or not told apart."""
    known = forms(name)
    return {key for key in (*known.family, *known.joined, *(known.tokens if given or known.unparted else ())) if len(key) > 1}


def _index(names: Sequence[Name]) -> Mapping[str, list[int]]:
    """Give the places of names by each of their words."""
    index: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        if not is_others(name):
            for key in _keys(name, given=True):
                index.setdefault(key, []).append(place)
    return index


def _near(name: Name, index: Mapping[str, list[int]], expected: int) -> list[int]:
    """List the places of names that have the family name of a name among their words, the nearest first."""
    places = {place for key in _keys(name, given=False) for place in index.get(key, ())}
    return sorted(places, key=lambda place: (abs(place - expected), place))[:_CANDIDATES]


def _pair_same(cited: Sequence[Name], registered: Sequence[Name], index: Mapping[str, list[int]]) -> dict[int, int]:
    """Pair the names that are the same, each once: with the one expected next if it will do, else with the nearest."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    expected = 0
    for ours, name in enumerate(cited):
        if is_others(name):
            continue
        match = expected if expected < len(registered) and _fits(name, registered[expected]) and expected not in taken else None
        if match is None:
            near = (place for place in _near(name, index, expected) if place not in taken)
            match = next((place for place in near if _fits(name, registered[place])), None)
        if match is not None:
            taken.add(match)
            pairs[ours] = match
        expected = expected + 1 if match is None else match + 1
    return pairs


def _fits(cited: Name, registered: Name) -> bool:
    return not is_others(registered) and resemblance(cited, registered) == "same"


def _longest_order(pairs: Mapping[int, int]) -> tuple[Pair, ...]:
    """Give the longest run of pairs that rises on both sides.

    Source: longest increasing subsequence by patience sorting (C. Schensted, 1961).
    """
    tails: list[int] = []
    ends: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(pairs.items()):
        place = bisect_left(tails, pair[1])
        before[pair] = ends[place - 1] if place else None
        tails[place : place + 1], ends[place : place + 1] = [pair[1]], [pair]
    run: list[Pair] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(last)
        last = before[last]
    return tuple(reversed(run))


def _bodies_among(pairs: Mapping[int, int], registered: Sequence[Name]) -> dict[int, int]:
    """Give the pairs of bodies among persons, before or behind whom they are named at will; none where there are only bodies."""
    bodies = {ours: theirs for ours, theirs in pairs.items() if forms(registered[theirs]).organisation}
    return bodies if len(bodies) < len(pairs) else {}


def _gaps(cited: Sequence[Name], registered: Sequence[Name], same: Mapping[int, int], kept: Sequence[Pair]) -> Iterator[Gap]:
    """List what is left between kept pairs. Bodies that only one side names are passed over, unless there is nobody else."""
    bodies = not any(map(_is_person, (*cited, *registered)))
    takes_part = (lambda name: not is_others(name)) if bodies else _is_person
    used = set(same.values())
    ours, theirs = -1, -1
    for end, last in (*kept, (len(cited), len(registered))):
        us, them = range(ours + 1, end), range(theirs + 1, last)
        left = [place for place in us if place not in same]
        yield Gap(
            cited=[place for place in left if takes_part(cited[place])],
            registered=[place for place in them if place not in used and takes_part(registered[place])],
            is_open=any(map(_is_open, (*(cited[place] for place in left), *cited[max(ours, 0) : ours + 1], *cited[end : end + 1]))),
        )
        ours, theirs = end, last


def _is_person(name: Name) -> bool:
    return not is_others(name) and not forms(name).organisation and not is_nameless(name)


def _is_open(name: Name) -> bool:
    """Tell whether an element of a list stands for more persons than it names, of those beside it."""
    return not _is_person(name) or forms(name).trails


def _pair_anywhere(
    cited: Sequence[Name],
    registered: Sequence[Name],
    found: dict[Pair, Resemblance],
    foreign: list[tuple[int, int | None]],
    omitted: list[int],
) -> None:
    """Pair a foreign name with one left out elsewhere that it is a misspelling of."""
    for ours, facing in foreign[:_REST]:
        for theirs in omitted[:_REST]:
            if resemblance(cited[ours], registered[theirs]) in {"variant", "misspelt"}:
                found[ours, theirs] = "misspelt"
                omitted.remove(theirs)
                foreign.remove((ours, facing))
                omitted.extend(() if facing is None else (facing,))
                break


def _part_strangers(found: dict[Pair, Resemblance], foreign: list[tuple[int, int | None]]) -> None:
    """Where nobody was kept, a name in common is chance: such pairs are foreign names, each with the one in its place."""
    strangers = [pair for pair, how in found.items() if how == "other-family"]
    if strangers or foreign:
        strangers += [pair for pair, how in found.items() if how in {"other-given", "misspelt"}]
    for pair in strangers:
        del found[pair]
        foreign.append(pair)


def _faced(foreign: Sequence[tuple[int, int | None]], omitted: Sequence[int]) -> list[tuple[int, int | None]]:
    """Give foreign names that face nobody those who were left out, in order, where the order of the others is lost too."""
    free = iter(sorted(omitted))
    return [(ours, next(free, None) if theirs is None else theirs) for ours, theirs in sorted(foreign)]


def _is_repeated(cited: Sequence[Name], ours: int, registered: Sequence[Name], index: Mapping[str, list[int]]) -> bool:
    """Tell whether a cited name is one of the record's, though another cited name stands for it already."""
    return any(_fits(cited[ours], registered[place]) for place in _near(cited[ours], index, ours))


def _is_twice(registered: Sequence[Name], theirs: int, index: Mapping[str, list[int]], used: set[int]) -> bool:
    """Tell whether a registered name that nobody stands for is in the record a second time."""
    near = _near(registered[theirs], index, theirs)
    return any(place in used and _fits(registered[theirs], registered[place]) for place in near if place != theirs)

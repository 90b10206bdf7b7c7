"""Read a stretch that is a list of names: who is in it, in whichever style or mixture of styles it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refcheck.model.names import ET_AL, Name
from refcheck.readers.labelling.groups import names_a_group
from refcheck.text.names import WITH_INITIALS, FoundName, Words, cut_words, name_at

_SEPARATOR = re.compile(r"[,;.]{0,5}&+|[,;.x]+|(?=[E(])")
_OTHERS = re.compile(r"[,;.&(]*E[.)]?")
_LONGEST = 5000
"""Signs of a list of names that are read."""
_INVERTED, _FIRST, _BARE = "inverted", "first", "bare"
_COST = {
    "inverted initials": (0.5, _INVERTED),
    "initials first": (0.5, _FIRST),
    "family initials": (0.5, _BARE),
    "family bracketed": (0.5, _INVERTED),
    "han": (0.5, _FIRST),
    "family one initial": (0.6, _BARE),
    "family dotted": (0.6, _BARE),
    "capitals given": (0.8, _INVERTED),
    "initials bare first": (0.8, _FIRST),
    "given first": (1.0, _FIRST),
    "inverted given": (1.1, _INVERTED),
    "given first short": (1.2, _FIRST),
    "family alone": (1.6, _BARE),
}
"""Way to print a name -> how unlikely it is, and the order it is of; the likeliest first."""
_SURE = 0.6
"""A name that is read with no more cost than this is not read in less likely ways."""
_GROUP_KNOWN, _GROUP_UNKNOWN, _SKIPPED, _SIGN_SKIPPED = 1.0, 2.6, 3.0, 0.3
"""The same of an organisation named by words that only they have, of one without, and of a word or sign that is left out."""
_ENDED = 1.2
"""The same where a list ends with an initial's full stop before the stretch does, whose rest is no name."""
_LONG_BOTH = 1.5
"""The same of a comma between several words and several words: rather two names than one."""
_CHANGED, _AFTER_FIRST = 0.8, 0.2
"""The same of names of another order than those before; of those behind a first that alone is inverted."""


@dataclass(frozen=True, slots=True)
class _Reading:
    cost: float
    names: tuple[FoundName, ...]
    order: str


def read_names(text: str, start: int, end: int) -> tuple[FoundName, ...]:
    """Read the names that a stretch holds and nothing else: the likeliest way to part it.

    The last one is `ET_AL` where the list is cut short.
    """
    words = cut_words(text, start, min(end, start + _LONGEST))
    kinds = words.kinds
    best: list[dict[str, _Reading]] = [{} for _ in range(len(kinds) + 1)]
    best[0][""] = _Reading(0.0, (), "")
    for place in range(len(kinds)):
        if not best[place]:
            continue
        steps = _steps(text, words, place)
        for reading in best[place].values():
            for cost, order, name, after in steps:
                changed = 0.0
                if order and reading.order and order != reading.order:
                    changed = _AFTER_FIRST if len(reading.names) == 1 and reading.order == _INVERTED else _CHANGED
                total = reading.cost + cost + changed
                known = best[after].get(order or reading.order)
                if known is None or total < known.cost:
                    names = (*reading.names, name) if name else reading.names
                    best[after][order or reading.order] = _Reading(total, names, order or reading.order)
    return min(best[-1].values(), key=lambda reading: reading.cost).names if best[-1] else ()


def _steps(text: str, words: Words, place: int) -> list[tuple[float, str, FoundName | None, int]]:
    """List what may stand at a word: cost, order, name, and the word after it and what parts it from the next."""
    kinds = words.kinds
    if others := _OTHERS.match(kinds, place):
        at = kinds.index("E", place)
        cut = FoundName(name=ET_AL, style="others", start=words.spans[at][0], end=words.spans[others.end() - 1][1], next=others.end())
        return [(0.0, "", cut, others.end())]
    steps: list[tuple[float, str, FoundName | None, int]] = []
    for style, (usual, order) in _COST.items():
        found = name_at(text, words, place, (style,))
        if found is None:
            continue
        after = _after(kinds, found.next)
        if after is None and kinds[found.next - 1] == "D" and kinds[found.next] not in "ABDI":
            steps.append((usual + _ENDED, order, found, len(kinds)))
        if after is None:
            continue
        cost = usual + _oddity(text, style, found, alone=not place and found.next >= len(kinds.rstrip(".")))
        steps.append((cost, order, found, after))
        if cost <= _SURE:
            return steps
    if (group := _group(text, words, place)) is not None:
        known = names_a_group(group.name.literal or "")
        group_after = _after(kinds, group.next)
        steps.append((_GROUP_KNOWN if known else _GROUP_UNKNOWN, "", group, group.next if group_after is None else group_after))
    steps.append((_SKIPPED if kinds[place].isalpha() else _SIGN_SKIPPED, "", None, place + 1))
    return steps


def _after(kinds: str, place: int) -> int | None:
    """Find where the next name begins behind a name; None where a name cannot end."""
    if place >= len(kinds):
        return place
    separator = _SEPARATOR.match(kinds, place)
    return separator.end() if separator else None


def _oddity(text: str, style: str, found: FoundName, *, alone: bool) -> float:
    """Tell what makes one way to read a name unlikely: words of organisations; a long family name before long given names."""
    odd = _GROUP_UNKNOWN if style not in WITH_INITIALS and names_a_group(text[found.start : found.end]) else 0.0
    if style == "inverted given" and not alone:
        family, given = (found.name.family or "").split(), (found.name.given or "").split()
        odd += _LONG_BOTH if len(family) > 1 and len(given) > 1 and all(len(word.strip(".")) > 1 for word in given) else 0.0
    return odd


def _group(text: str, words: Words, place: int) -> FoundName | None:
    """Take all up to the next semicolon, comma or end for the name of an organisation."""
    kinds = words.kinds
    if not kinds[place].isalpha():
        return None
    stop = next((k for k in range(place, len(kinds)) if kinds[k] in ",;E" and kinds[k : k + 2] != ",&"), len(kinds))
    if names_a_group(text[words.spans[place][0] : words.spans[-1][1]]) and not re.search(r"[ABDI]", kinds[place:]):
        stop = len(kinds)
    start, end = words.spans[place][0], words.spans[stop - 1][1]
    literal = " ".join(text[start:end].split()).rstrip(" .:")
    return (
        FoundName(name=Name(literal=literal), style="group", start=start, end=start + len(text[start:end].rstrip(" .:")), next=stop)
        if literal
        else None
    )

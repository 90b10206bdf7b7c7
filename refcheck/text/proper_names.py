"""The word list of proper names, read when a title must first be lowered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word with its inner apostrophes; compounds are several."""
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProperNames:
    """Names, and words that are names in some surroundings; all keys are lower-case."""

    names: Mapping[str, str]
    """A name in lower case -> as it is written; plurals that follow from their singular are left out."""
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word of a phrase -> the phrases word by word as they are written, the longest first."""
    designators: frozenset[str]
    """Words after which a single "A" is no article."""
    months: frozenset[str]
    """Names beside a number."""
    places: frozenset[str]
    """Names after a preposition, where no other word follows on them."""
    adjectives: frozenset[str]
    """Names before another word."""
    directions: frozenset[str]
    """Part of the name before which they stand."""
    electronic: frozenset[str]
    """Words before which "E-" is lower-case."""

    def find(self, word: str) -> str | None:
        """Give a word as it is written if it is a name, a name's plural or possessive; else None."""
        lower = word.lower()
        name = self.names.get(lower)
        if name is None and lower[-1:] == "s":
            stem = _POSSESSIVE.sub("", lower)
            if stem == lower:
                name = self.names.get(lower[:-1])
                return name and name + "s"
            name = self.names.get(stem)
            return name and name + lower[len(stem) :]
        return name


@cache
def proper_names() -> ProperNames:
    """Read the list from the package, once."""
    import gzip
    from importlib.resources import files

    packed = files("refcheck.data").joinpath("names.txt.gz").read_bytes()
    names, phrases, *rest = (block.split("\n") for block in gzip.decompress(packed).decode("utf-8").split("\n\n"))
    designators, months, places, adjectives, directions, electronic = (frozenset(map(str.lower, block)) for block in rest)
    return ProperNames(
        names={name.lower(): name for name in names},
        phrases=_by_first_word(phrases),
        designators=designators,
        months=months,
        places=places,
        adjectives=adjectives,
        directions=directions,
        electronic=electronic,
    )


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        parts = tuple(WORD.findall(phrase))
        table[parts[0].lower()] = (*table.get(parts[0].lower(), ()), parts)
    return table

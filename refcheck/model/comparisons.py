"""The outcome of comparing one variable of a cited work with the registered one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["same", "equivalent", "different", "cited-only", "registered-only", "not-comparable"]


Pair = tuple[int, int]
"""Index of a cited name, and of the registered one it stands for; "and others" counts as an element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Who stands for whom in two lists of names. Each sequence is in the order of the cited list, `omitted` of the record."""

    kept: tuple[Pair, ...] = ()
    """The same person, in the same order as the others."""
    moved: tuple[Pair, ...] = ()
    """The same person, out of order."""
    variants: tuple[Pair, ...] = ()
    """One person under two spellings or names, most likely: transliterations, short forms, another family name."""
    misspelt: tuple[Pair, ...] = ()
    """One person with a slip in the family name, or with given names that contradict."""
    foreign: tuple[tuple[int, int | None], ...] = ()
    """Cited persons that the record does not have, each with the index of the registered one in its place, if any."""
    omitted: tuple[int, ...] = ()
    """Registered persons that nobody stands for or in the place of, and that no "and others" covers."""
    shortened: bool = False
    """The cited list says "and others", or an organisation stands for more persons."""

    @property
    def agrees(self) -> bool:
        """Whether nothing is wrong, and nothing doubtful beyond the spelling."""
        return not (self.moved or self.misspelt or self.foreign or self.omitted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the cited and the registered value of one variable stand to each other."""

    variable: str
    """Attribute of `Reference`."""
    verdict: Verdict
    cited: Any = None
    registered: Any = None
    why: str | None = None
    """For "equivalent" and "not-comparable": the reason, in a few words."""
    similarity: float | None = None
    """From 0 to 1, where the variable is text or a list of names and both sides are there."""
    alignment: Alignment | None = None
    """For lists of names that can be compared: who stands for whom."""
    registry: str | None = None
    """Name of another registry that has what is cited, where the first record has something else."""

    @property
    def agrees(self) -> bool:
        """Whether both sides are there and say the same."""
        return self.verdict in {"same", "equivalent"}

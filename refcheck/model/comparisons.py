"""The outcome of comparing one variable of a cited work with the registered one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Verdict = Literal["same", "equivalent", "different", "cited-only", "registered-only", "not-comparable"]


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

    @property
    def agrees(self) -> bool:
        """Whether both sides are there and say the same."""
        return self.verdict in {"same", "equivalent"}

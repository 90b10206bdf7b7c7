"""Short makers of comparisons."""

from __future__ import annotations

from typing import Any

from refcheck.model.comparisons import Comparison, Verdict


def judged(
    variable: str, verdict: Verdict, cited: Any, registered: Any, why: str | None = None, *, similarity: float | None = None
) -> Comparison:
    """Make a comparison in one line."""
    return Comparison(variable=variable, verdict=verdict, cited=cited, registered=registered, why=why, similarity=similarity)


def one_sided(variable: str, cited: Any, registered: Any) -> Comparison | None:
    """Give the comparison where one side has no value; None where both have one."""
    if cited in (None, (), ""):
        return judged(variable, "registered-only", None, registered)
    if registered in (None, (), ""):
        return judged(variable, "cited-only", cited, None)
    return None

"""Read from a match why a work could not be checked."""

from __future__ import annotations

from refcheck.model.answers import Failed
from refcheck.model.matches import Match, Unreachable


def is_unlocked(match: Match) -> bool:
    """Tell whether a work could not be checked because the lock, which alone may be asked, has no line for it."""
    return isinstance(match, Unreachable) and any(isinstance(each, Failed) and each.cause == "not-locked" for each in match.answers)

"""When to ask again, and how long to wait before."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC
from email.utils import parsedate_to_datetime

AGAIN = frozenset({429, 500, 502, 503, 504})
"""Statuses that may be another at the next try."""

_FIRST = 0.5
_LONGEST = 8.0
PATIENCE = 60.0
"""Seconds that a service may ask to wait, in all between two answers; one that wants more is not asked again."""


def back_off(attempt: int, random: Callable[[], float]) -> float:
    """Give the seconds to wait after a failed try, counted from 0: doubled each time, capped, half of it by chance."""
    longest = min(_LONGEST, _FIRST * 2.0**attempt)
    return float(longest * (0.5 + 0.5 * random()))


def retry_after(value: str | None, wall: float) -> float | None:
    """Read a `Retry-After` header as seconds from `wall` on; None when it is absent or no such header.

    Source: RFC 9110, 10.2.3.
    """
    if value is None:
        return None
    if re.fullmatch(r"\s*\d{1,9}\s*", value):
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, when.timestamp() - wall)

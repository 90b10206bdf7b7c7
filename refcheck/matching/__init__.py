"""Plan the questions that find a cited work, and decide on the answers."""

from refcheck.matching.coverage import is_open, venues
from refcheck.matching.decision import decide, plan
from refcheck.matching.questions import is_last_resort

__all__ = ["decide", "is_last_resort", "is_open", "plan", "venues"]

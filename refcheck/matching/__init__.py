"""Plan the questions that find a cited work, and decide on the answers."""

from refcheck.matching.coverage import reconsider
from refcheck.matching.decision import decide, plan

__all__ = ["decide", "plan", "reconsider"]

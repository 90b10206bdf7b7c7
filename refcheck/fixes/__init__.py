"""Changes to a new reference, or to edits of text."""

from refcheck.fixes.completing import complete
from refcheck.fixes.correcting import apply, correct
from refcheck.fixes.planning import plan_fix

__all__ = ["apply", "complete", "correct", "plan_fix"]

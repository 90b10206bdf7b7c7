"""Comparison of the cited and the registered value of one variable."""

from refcheck.compare.references import compare

__all__ = ["compare"]

"""References to formatted entries."""

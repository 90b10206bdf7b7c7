"""References to files."""

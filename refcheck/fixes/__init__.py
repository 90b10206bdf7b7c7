"""Proposed changes to text edits, or to a corrected reference."""

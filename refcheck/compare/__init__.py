"""Comparison of a cited and a registered value of one variable."""

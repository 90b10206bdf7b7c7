"""Titles of works."""

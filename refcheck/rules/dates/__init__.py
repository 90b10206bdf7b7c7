"""Dates of publication."""

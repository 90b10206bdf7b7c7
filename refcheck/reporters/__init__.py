"""A report to text, for people and machines."""

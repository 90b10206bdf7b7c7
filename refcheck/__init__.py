"""Check, mend and write out reference lists against their registered records."""

__version__ = "0.1.0"

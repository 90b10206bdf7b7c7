"""PDF: words with their places, rows, columns, lines, what repeats on every page, to a text that reads on."""

from refcheck.readers.pdf.reading import read

__all__ = ["read"]

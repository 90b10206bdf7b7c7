"""Journals and books, and the place of a work in them."""

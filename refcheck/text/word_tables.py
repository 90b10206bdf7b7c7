"""Write tables of words as running text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text that are parted by blanks."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Give the phrases of a text that are parted by "|"."""
    return frozenset(text.split("|"))

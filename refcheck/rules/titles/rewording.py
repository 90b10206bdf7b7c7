"""Put registered words into a cited title without changing the rest of it."""

from __future__ import annotations

from collections.abc import Sequence

from refcheck.compare.title_changes import WordChange
from refcheck.compare.titles import plain

_MOSTLY = 0.5


def reworded(cited: str, registered: str, changes: Sequence[WordChange]) -> str:
    """Give the cited title with the registered words in their places, in the casing of the cited title.

    Args:
        cited: title in the citation.
        registered: title in the record.
        changes: where they differ, in the order of the title.

    Returns:
        The registered title as a whole where the cited one holds markup, or where words were added or left out.
    """
    if plain(cited) != cited or not all(change.cited and change.registered for change in changes):
        return plain(registered).upper() if cited.isupper() else plain(registered)
    text = cited
    for change in reversed(changes):
        text = text[: change.start] + _cased(change, cited, registered) + text[change.end :]
    return text


def _cased(change: WordChange, cited: str, registered: str) -> str:
    """Give the registered words in capitals where the cited title is, capitalised where the cited word is."""
    words = change.registered
    if cited.isupper():
        return words.upper()
    if change.cited[0].isupper() and words[0].islower():
        return words[0].upper() + words[1:]
    if change.cited.islower() and words.istitle() and _is_in_title_case(registered):
        return words.lower()
    return words


def _is_in_title_case(title: str) -> bool:
    """Tell whether most words behind the first begin with a capital, so that a capital says nothing of its word."""
    rest = [word for word in plain(title).split()[1:] if word[0].isalpha()]
    return title.isupper() or sum(word[0].isupper() for word in rest) > _MOSTLY * len(rest)

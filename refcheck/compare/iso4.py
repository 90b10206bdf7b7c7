"""Abbreviate titles of serials by ISO 4, with the List of Title Word Abbreviations.

Source: ISO 4; LTWA of the ISSN International Centre, as pyiso4 carries it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@cache
def _abbreviate() -> Any:
    """Load the list, which takes a while: only where nothing plainer decides. None where it cannot be decoded."""
    from pyiso4.ltwa import Abbreviate

    try:
        return Abbreviate.create()
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=4096)
def iso4(title: str) -> str:
    """Give the abbreviation of a serial's title; the title itself where it has none, or none that can be made."""
    abbreviate = _abbreviate()
    if abbreviate is None:
        return title
    try:
        return str(abbreviate(title, remove_part=True))
    except IndexError:
        return title

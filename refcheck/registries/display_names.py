"""Names that a registry holds in one piece, given name first, or family name before a comma."""

from __future__ import annotations

import re

from refcheck.model.names import Name
from refcheck.text.folding import fold, words
from refcheck.text.names import HONORIFICS, PARTICLES, SUFFIXES, cut_words, name_at, part_particle
from refcheck.text.word_tables import word_set

_GROUPS = word_set(
    "agency alliance association authority board bureau center centre centro collaboration commission committee company consortium "
    "cooperation corporation council department division experiment federation foundation fund gmbh government group groups hospital "
    "inc initiative institut institute instituto laboratory library limited ltd ministry museum network office organisation "
    "organization partnership press program programme project secretariat service services society survey team trust united "
    "universidad universidade universita universitat universite university working"
)
"""Folded words that stand in names of organisations and not of people."""
_GROUP_SIGNS = re.compile(r"^the\s|[&\d]|\bCo\.|/", re.IGNORECASE)
_DEGREES = re.compile(r"(?:,\s*(?:Ph\.?\s?D|M\.?\s?D|M\.?\s?P\.?\s?H|[MB]\.?\s?Sc|R\.?N)\.?)+$")
_INVERTED = ("inverted initials", "inverted given")
_CAPITALS = word_set("af al da dal das de del della den der di do dos du el la le ten ter van vande vanden vander von zu")
"""Particles that many write with a capital, where they stand between given and family name."""
_BOTH_SIDES = frozenset({"y", "e", "i"})
"""Words that tie the two halves of a family name together."""
_MOST_WORDS = 6


def is_group(text: str) -> bool:
    """Tell whether a name in one piece is an organisation's."""
    return not _GROUPS.isdisjoint(words(text)) or _GROUP_SIGNS.search(text) is not None


def display_name(text: str) -> Name:
    """Part a name; organisations, and what cannot be parted, stay in one piece."""
    bare = " ".join(text.split())
    if is_group(bare):
        return Name(literal=bare)
    bare = _DEGREES.sub("", bare)
    family, comma, given = (part.strip() for part in bare.partition(","))
    if not comma or _is_suffix(given):
        return _given_first(bare.replace(",", ""))
    return _inverted(bare) or (Name(family=family, given=given) if family and given and "," not in given else Name(literal=bare))


def _is_suffix(word: str) -> bool:
    return fold(word).replace(".", "") in SUFFIXES


def _inverted(text: str) -> Name | None:
    """Read a name with its family name first and nothing after it."""
    cut = cut_words(text)
    found = name_at(text, cut, 0, _INVERTED)
    return found.name if found is not None and found.next >= len(cut.kinds.rstrip(".")) else None


def _given_first(text: str) -> Name:
    """Take the last word for the family name, with the particles before it and without the suffix after it."""
    parts = text.split()
    title = parts.pop(0) if len(parts) > 2 and parts[0].endswith(".") and fold(parts[0]).strip(".") in HONORIFICS else None  # noqa: PLR2004
    suffix = parts.pop() if len(parts) > 2 and _is_suffix(parts[-1]) else None  # noqa: PLR2004 - given, family, suffix
    if not 1 < len(parts) <= _MOST_WORDS:
        return Name(literal=text)
    start = len(parts) - 1
    while start > 1 and _is_particle(parts[start - 1]):
        start -= 1
    if start > 1 and parts[start] in _BOTH_SIDES:
        start -= 1
    particle, family = part_particle(" ".join(parts[start:]))
    return Name(family=family, given=" ".join(parts[:start]), non_dropping_particle=particle, suffix=suffix, honorific=title)


def _is_particle(word: str) -> bool:
    return word in PARTICLES or (word[:1].isupper() and word.lower() in _CAPITALS)

"""Names that a registry holds in one piece, given name first, or family name before a comma."""

from __future__ import annotations

from refcheck.model.names import Name
from refcheck.text.folding import words
from refcheck.text.names import cut_words, name_at, part_particle
from refcheck.text.word_tables import word_set

_GROUPS = word_set(
    "agency alliance association authority board bureau center centre centro collaboration commission committee company consortium "
    "cooperation corporation council department division experiment federation foundation fund gmbh government group groups hospital "
    "inc initiative institut institute instituto laboratory library limited ltd ministry museum network office organisation "
    "organization partnership press program programme project secretariat service services society survey team the trust united "
    "universidad universidade universita universitat universite university working"
)
"""Folded words that stand in names of organisations and not of people."""
_GIVEN_FIRST = ("initials first", "initials bare first", "given first", "given first short")
_INVERTED = ("inverted initials", "inverted given")
_MOST_WORDS = 6


def is_group(text: str) -> bool:
    """Tell whether a name in one piece is an organisation's."""
    return not _GROUPS.isdisjoint(words(text)) or any(sign.isdigit() for sign in text)


def display_name(text: str) -> Name:
    """Part a name; organisations, and what cannot be parted, stay in one piece."""
    bare = " ".join(text.split())
    if is_group(bare):
        return Name(literal=bare)
    found = _fitting(bare, _INVERTED if "," in bare else ()) or _fitting(bare, _GIVEN_FIRST)
    if found is not None:
        return found
    family, comma, given = bare.partition(",")
    if comma:
        return (
            Name(family=family.strip(), given=given.strip())
            if family.strip() and given.strip() and "," not in given
            else Name(literal=bare)
        )
    return _last_word(bare)


def _fitting(text: str, styles: tuple[str, ...]) -> Name | None:
    """Read a name printed in one of these ways and nothing else."""
    cut = cut_words(text)
    found = name_at(text, cut, 0, styles) if styles else None
    return found.name if found is not None and found.next >= len(cut.kinds.rstrip(".")) else None


def _last_word(text: str) -> Name:
    """Take the last word for the family name, with the particles before it."""
    parts = text.split()
    if not 1 < len(parts) <= _MOST_WORDS:
        return Name(literal=text)
    start = len(parts) - 1
    while start > 1 and part_particle(" ".join(parts[start - 1 :]))[0] is not None:
        start -= 1
    particle, family = part_particle(" ".join(parts[start:]))
    return Name(family=family, given=" ".join(parts[:start]), non_dropping_particle=particle)

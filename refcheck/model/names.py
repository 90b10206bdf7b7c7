"""Names of people and organisations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A contributor: a person with parts, or an organisation in `literal`.

    Source: CSL 1.0.2, name variables.
    """

    family: str | None = None
    """Family name without particles that are listed apart."""
    given: str | None = None
    """Given names or initials, as printed."""
    dropping_particle: str | None = None
    """Particle that is dropped where the family name stands alone ("de" in "Jean de La Fontaine")."""
    non_dropping_particle: str | None = None
    """Particle that stays with the family name ("van" in "van Gogh")."""
    suffix: str | None = None
    """Generational suffix ("Jr.", "III")."""
    literal: str | None = None
    """Name of an organisation, or a name that could not be parted."""
    honorific: str | None = None
    """Title printed with the name ("Dr."); no part of the name itself."""

    def __str__(self) -> str:
        """Give the name as "particle family, given, suffix", or the literal."""
        if self.literal is not None:
            return self.literal
        family = " ".join(part for part in (self.dropping_particle, self.non_dropping_particle, self.family) if part)
        return ", ".join(part for part in (family, self.given, self.suffix) if part)


ET_AL = Name(literal="et al.")
"""Last element of a list of names that says "and others"."""

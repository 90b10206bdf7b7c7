"""Names as reference managers write them: family name, given name, suffix.

Source: RIS specification, "Author"; EndNote, "Author names"; Zotero, "Names" (particles).
"""

from __future__ import annotations

from refcheck.model.names import Name
from refcheck.syntax.csl_names import parse_name
from refcheck.text.folding import fold
from refcheck.text.names import PARTICLES, SUFFIXES, part_particle

_PARTS = 3


def is_suffix(text: str) -> bool:
    """Tell whether a part of a name tells generations apart."""
    return fold(text).replace(".", "").strip() in SUFFIXES


def inverted(text: str) -> Name | None:
    """Read "Family, Given, Suffix"; a name without a comma, or with more parts, is one piece. None where it is empty."""
    parts = [part.strip() for part in " ".join(text.split()).split(",")]
    if not any(parts):
        return None
    if parts[0] == "" or len(parts) > _PARTS:
        return Name(literal=" ".join(text.split()))
    family, given, suffix = (*parts, "", "")[:_PARTS]
    if suffix and is_suffix(given) and not is_suffix(suffix):
        given, suffix = suffix, given
    return person(family, given, suffix) if given else parse_name(family)


def person(family: str, given: str | None, suffix: str | None = None) -> Name:
    """Make a name of its parts; particles in lower case before the family name and after the given name are told apart."""
    particle, bare = part_particle(family)
    words = (given or "").split()
    count = len(words)
    while count > 1 and words[count - 1].islower() and words[count - 1] in PARTICLES:
        count -= 1
    return Name(
        family=bare,
        given=" ".join(words[:count]) or None,
        dropping_particle=" ".join(words[count:]) or None,
        non_dropping_particle=particle,
        suffix=suffix or None,
    )

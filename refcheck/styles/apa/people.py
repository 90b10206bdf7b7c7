"""Names in APA form: who made a work, and who else had a part in it.

Source: APA 7, 9.7 to 9.12 (authors), 9.10 (editors), 8.17 (suffixes), 9.8 (21 and more authors).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from refcheck.model.names import ET_AL, Name
from refcheck.model.references import Reference
from refcheck.styles.apa.pieces import clean

LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "editor": ("Ed.", "Eds."),
        "translator": ("Trans.", "Trans."),
        "illustrator": ("Illus.", "Illus."),
        "narrator": ("Narr.", "Narrs."),
        "compiler": ("Comp.", "Comps."),
        "director": ("Director", "Directors"),
        "producer": ("Producer", "Producers"),
        "executive_producer": ("Executive Producer", "Executive Producers"),
        "script_writer": ("Writer", "Writers"),
        "series_creator": ("Creator", "Creators"),
        "host": ("Host", "Hosts"),
        "guest": ("Guest", "Guests"),
        "interviewer": ("Interviewer", "Interviewers"),
        "composer": ("Composer", "Composers"),
        "performer": ("Performer", "Performers"),
        "chair": ("Chair", "Chairs"),
        "curator": ("Curator", "Curators"),
        "organizer": ("Organizer", "Organizers"),
        "contributor": ("Contributor", "Contributors"),
    }
)
"""Role -> its label for one and for several."""
UNLABELLED = frozenset({"author", "composer", "performer"})
"""Roles that need no label in the place of the author."""

_READY = re.compile(r"[A-ZÀ-Þ]\.(?:[ -][A-ZÀ-Þ]\.)*")
_AFTER_STOP = re.compile(r"\.(?=[^\s.\-‐])")
_SUFFIX = re.compile(r"(?i)(jr|sr)\.?")
_SHOWN = 20
_FIRST = 19
_LETTERS = 3


def initials(given: str) -> str:
    """Give given names as initials; hyphens and particles in small letters stay.

    Names in scripts without capitals are not shortened.
    """
    if _READY.fullmatch(given):
        return given
    out = []
    for token in _AFTER_STOP.sub(". ", given).split():
        if token.startswith("("):
            continue
        if token.islower() and len(token.strip(".")) > 1:
            out.append(token)
        elif token.isupper() and token.isalpha() and len(token) <= _LETTERS and token == given:
            out += [f"{letter}." for letter in token]
        else:
            parts = [_initial(part) for part in re.split("[-‐‑]", token)]
            out.append("-".join(part for part in parts if part))
    return " ".join(part for part in out if part)


def _initial(part: str) -> str:
    letter = next((sign for sign in part if sign.isalnum()), "")
    return f"{letter}." if letter.upper() != letter.lower() else part


def inverted(name: Name) -> str:
    """Give a name as it stands in a list of authors: "Vries, R. de, Jr."."""
    if name.literal is not None:
        return clean(name.literal)
    given = initials(clean(name.given))
    if name.dropping_particle:
        given = f"{given} {clean(name.dropping_particle)}".strip()
    return ", ".join(part for part in (surname(name), given, suffix(name)) if part)


def natural(name: Name) -> str:
    """Give a name as it stands in brackets: "R. de Vries Jr."."""
    if name.literal is not None:
        return clean(name.literal)
    parts = (initials(clean(name.given)), clean(name.dropping_particle), surname(name), suffix(name))
    return " ".join(part for part in parts if part)


def surname(name: Name) -> str:
    """Give the family name with the particle that stays with it."""
    if name.non_dropping_particle:
        particle = clean(name.non_dropping_particle)
        blank = "" if particle.endswith(("'", "’")) else " "
        return f"{particle}{blank}{clean(name.family)}".strip()
    return clean(name.family)


def suffix(name: Name) -> str:
    """Give the suffix as APA writes it."""
    text = clean(name.suffix).lstrip(", ")
    return f"{text[:2].capitalize()}." if _SUFFIX.fullmatch(text) else text


def listed(names: Sequence[Name], form: Callable[[Name], str]) -> str:
    """List names in their order; of more than twenty the first nineteen and the last."""
    texts = [text for text in map(form, names) if text and text != ET_AL.literal]
    if len(texts) < len(names) and ET_AL in names:
        return ", ".join([*texts[:_SHOWN], "et al."])
    if len(texts) > _SHOWN:
        return f"{', '.join(texts[:_FIRST])}, . . . {texts[-1]}"
    if len(texts) <= 1:
        return "".join(texts)
    *first, last = texts
    bare = len(first) == 1 and (form is natural or all(name.literal is not None for name in names))
    return f"{', '.join(first)}{'' if bare else ','} & {last}"


def label(role: str, names: Sequence[Name]) -> str:
    """Give the label of a role for these names."""
    return LABELS[role][len(names) > 1]


def credits_of(reference: Reference, leads: Sequence[str], *, without: frozenset[str] = frozenset()) -> list[str]:
    """List who else had a part, as it stands in brackets: "J. Bliss & H. Furth, Trans."."""
    out = []
    for role in LABELS:
        names = getattr(reference, role)
        if not names or role in leads or role in without:
            continue
        both = role == "editor" and names == reference.translator and "translator" not in leads
        if role == "translator" and names == reference.editor and not {"editor"} & {*leads, *without}:
            continue
        people = listed(names, natural)
        if people:
            out.append(f"{people}, {label(role, names)}{' & Trans.' if both else ''}")
    return out

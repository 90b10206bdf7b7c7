"""Compare lists of contributors: who is on both, whatever way their names are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from refcheck.compare.scripts import scripts_differ
from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.model.names import ET_AL, Name
from refcheck.text.folding import fold, squeeze, words

_UMLAUT = re.compile(r"([aou])e")
_OTHERS = frozenset({"et al", "and others", "others", "et al ii", "u a", "et alii", "y otros", "и др", "等"})
_NUMBER = re.compile(r"\s\d{4}(?!\w)")
NEAR = 0.85
"""Family names this alike are one name misspelt or transliterated."""


def is_others(name: Name) -> bool:
    """Tell whether a list's element is no name but says "and others"."""
    return name == ET_AL or (name.literal is not None and " ".join(words(name.literal)) in _OTHERS)


@lru_cache(maxsize=16384)
def family_forms(name: Name) -> frozenset[str]:
    """Give the folded forms a family name may take: with and without particles, its last word, umlauts written out."""
    family = name.family or name.literal or name.given or ""
    particles = " ".join(part for part in (name.dropping_particle, name.non_dropping_particle) if part)
    forms = {squeeze(family), squeeze(f"{particles} {family}"), squeeze(f"{name.non_dropping_particle or ''} {family}")}
    parts = [part for part in words(family.replace("-", " ")) if len(part) > 1]
    if len(parts) > 1:
        forms |= {parts[-1], parts[0]}
    return frozenset(_UMLAUT.sub(r"\1", form) for form in forms if form)


@lru_cache(maxsize=16384)
def initials(name: Name) -> str:
    """Give the folded first letters of the given names; "JP" without dots counts as two."""
    text = name.given or ""
    if re.fullmatch(r"[A-ZÀ-Þ]{2,3}", text):
        return fold(text)
    return "".join(part[0] for part in words(re.sub(r"[-.]", " ", text)))


def _unnumbered(name: Name) -> Name:
    """Take off the number by which some indexes tell people of one name apart ("Jia Lee 0001")."""
    if not _NUMBER.search(f" {name.family or ''} {name.given or ''}"):
        return name
    family, given = (_NUMBER.sub("", f" {part or ''}").strip() for part in (name.family, name.given))
    return replace(name, family=family, given=given) if family else Name(literal=given)


def _given_agree(cited: Name, registered: Name) -> bool:
    ours, theirs = initials(cited), initials(registered)
    return not ours or not theirs or ours[0] == theirs[0] or scripts_differ(cited.given or "", registered.given or "")


def _whole(name: Name) -> list[str]:
    return sorted(words(name.literal or f"{name.family or ''} {name.given or ''}"))


def same_person(cited: Name, registered: Name) -> bool:
    """Tell whether two names can well be of one person or organisation.

    Initials, particles, accents, capitals, exchanged family and given names, one half of a double name and a slip of
    a letter do not tell people apart; another first initial does.
    """
    from rapidfuzz import fuzz

    cited, registered = _unnumbered(cited), _unnumbered(registered)
    if _whole(cited) == _whole(registered):
        return True
    if None not in (cited.literal, registered.literal):
        return fuzz.token_set_ratio(" ".join(_whole(cited)), " ".join(_whole(registered))) / 100 >= NEAR
    if cited.literal or registered.literal:
        person, other = (registered, cited) if cited.literal else (cited, registered)
        return bool(family_forms(person) & set(words(other.literal or "")))
    ours, theirs = family_forms(cited), family_forms(registered)
    near = bool(ours & theirs) or any(fuzz.ratio(one, other) / 100 >= NEAR for one in ours for other in theirs)
    return near and _given_agree(cited, registered)


def _in_order(cited: Sequence[Name], registered: Sequence[Name]) -> int:
    """Count the cited names that are found in the record, each once, order disregarded."""
    left = list(registered)
    for name in cited:
        match = next((other for other in left if same_person(name, other)), None)
        if match is not None:
            left.remove(match)
    return len(registered) - len(left)


def _shortened(names: Sequence[Name]) -> tuple[tuple[Name, ...], tuple[Name, ...]] | None:
    """Part a list at "et al." into the names before and after it; None when it is whole."""
    for place, name in enumerate(names):
        if is_others(name):
            return tuple(names[:place]), tuple(names[place + 1 :])
    return None


def _fits(cited: Sequence[Name], registered: Sequence[Name]) -> bool:
    return len(cited) == len(registered) and all(same_person(*pair) for pair in zip(cited, registered, strict=True))


def compare_contributors(variable: str, cited: tuple[Name, ...], registered: tuple[Name, ...]) -> Comparison:
    """Compare two lists of names; `similarity` is the share of the shorter list that is found in the other."""
    if cited == registered:
        return judged(variable, "same", cited, registered, similarity=1.0)
    parted, theirs = _shortened(cited), tuple(name for name in registered if not is_others(name))
    if parted is not None:
        head, tail = parted
        middle_left_out = len(head) + len(tail) <= len(theirs)
        fits = _fits(head, theirs[: len(head)]) and _fits(tail, theirs[len(theirs) - len(tail) :])
        if (head or tail) and middle_left_out and fits:
            return judged(variable, "equivalent", cited, registered, "et al.", similarity=1.0)
    elif _fits(cited, theirs):
        return judged(variable, "equivalent", cited, registered, "the way names are printed", similarity=1.0)
    ours = tuple(name for name in cited if not is_others(name))
    doubt = _doubt(ours, theirs) or ("a shorter list" if parted is None and _fits(ours, theirs[: len(ours)]) else None)
    alike = _in_order(ours, theirs) / min(len(ours), len(theirs)) if ours and theirs else None
    return judged(variable, "not-comparable" if doubt else "different", cited, registered, doubt, similarity=alike)


def _doubt(cited: tuple[Name, ...], registered: tuple[Name, ...]) -> str | None:
    if not cited or not registered:
        return "no names to compare"
    if scripts_differ(" ".join(map(str, cited)), " ".join(map(str, registered))):
        return "in another script"
    if all(name.literal for name in cited) != all(name.literal for name in registered):
        return "an organisation against persons"
    return None

"""Compare lists of contributors: who is on both, whatever way their names are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from refcheck.compare.contributors_alignment import align
from refcheck.compare.contributors_forms import forms, initials, is_nameless, is_organisation, is_others
from refcheck.compare.contributors_persons import resemblance, same_person
from refcheck.compare.scripts import scripts_differ
from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Alignment, Comparison
from refcheck.model.names import Name
from refcheck.text.folding import words

__all__ = ["compare_contributors", "initials", "is_organisation", "is_others", "resemblance", "same_person"]


def compare_contributors(variable: str, cited: tuple[Name, ...], registered: tuple[Name, ...]) -> Comparison:
    """Compare two lists of names; `similarity` is the share of the shorter list that is found in the other."""
    if cited == registered:
        whole = Alignment(kept=tuple((place, place) for place in range(len(cited))))
        return replace(judged(variable, "same", cited, registered, similarity=1.0), alignment=whole)
    ours, theirs = (tuple(name for name in names if not is_others(name) and not is_nameless(name)) for names in (cited, registered))
    if not ours or not theirs:
        return judged(variable, "not-comparable", cited, registered, "no names to compare")
    if scripts_differ(" ".join(map(str, ours)), " ".join(map(str, theirs))):
        return judged(variable, "not-comparable", cited, registered, "in another script")
    if is_one_body(ours, theirs):
        return judged(variable, "equivalent", cited, registered, "an organisation read as persons", similarity=1.0)
    aligned = align(cited, registered)
    shared = _shared(cited, registered, aligned) / min(len(ours), len(theirs))
    if not aligned.kept and _are_bodies(ours) != _are_bodies(theirs):
        return judged(variable, "not-comparable", cited, registered, "an organisation against persons", similarity=shared)
    if aligned.agrees:
        why = "et al." if aligned.shortened else "the way names are printed"
        return replace(judged(variable, "equivalent", cited, registered, why, similarity=1.0), alignment=aligned)
    is_shorter = shared > 0 and not aligned.shortened and _is_start(aligned, len(theirs))
    doubt = "a shorter list" if is_shorter else None
    return replace(
        judged(variable, "not-comparable" if doubt else "different", cited, registered, doubt, similarity=shared), alignment=aligned
    )


def is_one_body(cited: Sequence[Name], registered: Sequence[Name]) -> bool:
    """Tell whether the cited names are the pieces of one registered organisation, cut at "and" or as a person's name is."""
    if len(registered) != 1 or not (registered[0].literal and (forms(registered[0]).organisation or len(cited) > 1)):
        return False
    tokens = sorted(token for name in cited for token in _all_words(name))
    return tokens == sorted(_all_words(registered[0]))


def _all_words(name: Name) -> list[str]:
    """List the words of a name but for the small ones, on which its reader may have cut it."""
    parts = (name.given, name.dropping_particle, name.non_dropping_particle, name.family, name.literal)
    return [word for part in parts if part for word in words(part) if word not in {"and", "of", "for", "the"}]


def _are_bodies(names: Sequence[Name]) -> bool:
    return all(name.literal for name in names) or all(forms(name).organisation for name in names)


def _shared(cited: Sequence[Name], registered: Sequence[Name], aligned: Alignment) -> int:
    """Count the cited names that are found in the record, each once, order disregarded."""
    pairs = (*aligned.kept, *aligned.moved, *aligned.variants, *aligned.misspelt)
    return sum(same_person(cited[ours], registered[theirs]) for ours, theirs in pairs)


def _is_start(aligned: Alignment, length: int) -> bool:
    """Tell whether the cited list is the record's, broken off."""
    only_omitted = not (aligned.moved or aligned.misspelt or aligned.foreign)
    return only_omitted and bool(aligned.omitted) and aligned.omitted == tuple(range(aligned.omitted[0], length))

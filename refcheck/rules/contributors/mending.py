"""Put a cited list of names right after the registered one, in the way the citation prints names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from refcheck.compare.contributors import initials, is_others
from refcheck.model.diagnostics import Change
from refcheck.model.names import ET_AL, Name
from refcheck.rules.contributors.judgement import Judgement
from refcheck.text.folding import words

_MOST = 20
"""More names than this are not inserted but left to "and others".

Source: APA 7, section 9.8.
"""


def mended(judgement: Judgement) -> tuple[Name, ...]:
    """Give the cited list with every certain fault mended: order, slips, foreign and omitted names.

    Whoever is right stays as cited; cited names without a registered counterpart stay where they are.
    """
    aligned, cited, registered = judgement.alignment, judgement.cited, judgement.registered
    placed: list[tuple[tuple[int, int, int], Name]] = []
    stands = dict((*aligned.kept, *aligned.moved, *aligned.variants, *aligned.misspelt))
    replaced = {ours: theirs for ours, theirs in aligned.foreign if theirs is not None}
    misspelt = {ours for ours, _ in aligned.misspelt}
    last = -1
    for place, name in enumerate(cited):
        theirs = stands.get(place, replaced.get(place))
        if theirs is None:
            placed.append(((last, 1, place), name))
            continue
        last = max(last, theirs)
        if place in replaced:
            name = _as_printed(registered[theirs], cited)  # noqa: PLW2901 - the name that takes its place
        elif place in misspelt:
            name = _spelt(name, registered[theirs])  # noqa: PLW2901 - the same person
        placed.append(((theirs, 0, place), replace(name, honorific=None)))
    placed += _inserted(judgement)
    return tuple(name for _, name in sorted(placed, key=lambda row: row[0]))


def _inserted(judgement: Judgement) -> list[tuple[tuple[int, int, int], Name]]:
    """Give the names to insert; "et al." for too many of them at the end."""
    omitted, registered = judgement.alignment.omitted, judgement.registered
    if len(omitted) > _MOST:
        return [((omitted[0], 0, 0), ET_AL)]
    return [((theirs, 0, 0), _as_printed(registered[theirs], judgement.cited)) for theirs in omitted]


def _as_printed(registered: Name, cited: Sequence[Name]) -> Name:
    """Give a registered name with initials where the cited list has no more."""
    given = [name.given for name in cited if name.given and not is_others(name)]
    if not registered.given or not given or not all(_are_initials(text) for text in given):
        return replace(registered, honorific=None)
    dotted = any("." in text for text in given)
    letters = initials(registered).upper()
    return replace(registered, given=". ".join(letters) + "." if dotted else letters, honorific=None)


def _are_initials(given: str) -> bool:
    return all(len(word) == 1 for word in words(given)) or (given.isupper() and "." not in given)


def _spelt(cited: Name, registered: Name) -> Name:
    """Give a cited name with the part that is wrong as it is registered."""
    if registered.literal is not None or cited.literal is not None:
        return registered
    if words(cited.family or "") == words(registered.family or ""):
        return replace(cited, given=_as_printed(registered, (cited,)).given)
    particles = {part: getattr(registered, part) for part in ("dropping_particle", "non_dropping_particle")}
    return replace(cited, family=registered.family, **particles)


def change(judgement: Judgement) -> tuple[Change, ...]:
    """Propose the mended list, the same one for every fault of it; nothing where the lists may differ for a reason."""
    if judgement.doubtful or judgement.strangers:
        return ()
    names = mended(judgement)
    return () if names == judgement.cited else (Change(path=judgement.variable, cited=judgement.cited, registered=names),)

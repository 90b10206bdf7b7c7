"""Tell whether two names can well be of one person or organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from refcheck.compare.contributors_forms import Forms, forms, plain
from refcheck.compare.contributors_given import consonants, relate, sound
from refcheck.compare.scripts import scripts_differ
from refcheck.model.names import Name
from refcheck.text.folding import fold, squeeze, words

Resemblance = Literal["same", "likely", "variant", "misspelt", "other-given", "other-family", "none"]
"""How far two names may be of one person, the surest first.

"same": the same name printed in two ways. "likely": so where both stand at one place (family and given names exchanged,
another script, garbled letters). "variant": two spellings or transliterations. "misspelt": a slip of letters.
"other-given": one family name, given names that contradict. "other-family": one given name, another family name.
"""
RANK: Sequence[Resemblance] = ("same", "likely", "variant", "misspelt", "other-given", "other-family")
NEAR = 0.85
"""Names of organisations this alike are one."""
_SHORT, _MIDDLE, _LONG = 3, 6, 8
_WORD = 2


@lru_cache(maxsize=8192)
def resemblance(cited: Name, registered: Name) -> Resemblance:
    """Say how far two names may be of one person or organisation."""
    ours, theirs = forms(cited), forms(registered)
    if ours.tokens == theirs.tokens or not ours.joined.isdisjoint(theirs.joined):
        return "same"
    if ours.organisation or theirs.organisation:
        return "same" if _are_one_body(ours, theirs) else "none"
    if scripts_differ(str(cited), str(registered)):
        return "likely"
    if ours.unparted or theirs.unparted:
        return _unparted(ours, theirs)
    return _persons(cited, registered, ours, theirs)


def _unparted(ours: Forms, theirs: Forms) -> Resemblance:
    if _within(ours.tokens, theirs.tokens):
        return "same"
    if "".join(ours.tokens) and _ratio(" ".join(ours.tokens), " ".join(theirs.tokens)) >= NEAR:
        return "misspelt"
    return "none"


def _persons(cited: Name, registered: Name, ours: Forms, theirs: Forms) -> Resemblance:
    given = "agree" if scripts_differ(cited.given or "", registered.given or "") else relate(ours.given, theirs.given)
    if _share_family(ours, theirs):
        found: Resemblance = {"agree": "same", "variant": "variant", "conflict": "other-given"}[given]  # type: ignore[assignment]
        return "likely" if found == "other-given" and _within(ours.tokens, theirs.tokens) else found
    if _are_exchanged(ours, theirs) or _is_damaged(cited, registered, ours, theirs):
        return "likely"
    if given != "conflict" and (_is_suffix(ours, registered) or _is_suffix(theirs, cited)):
        return "likely"
    if given != "conflict" and (found := _near_family(ours, theirs)) != "none":
        return found
    same_given = bool(ours.given) and len(ours.given[0]) >= _SHORT and ours.given == theirs.given
    return "other-family" if same_given else "none"


def _are_exchanged(ours: Forms, theirs: Forms) -> bool:
    """Tell whether family and given names may have been exchanged: a family name is among the other's given names."""
    crossed = ours.family & set(map(plain, theirs.given)) or theirs.family & set(map(plain, ours.given))
    return bool(crossed) and (_within(ours.tokens, theirs.tokens) or _within((*ours.given, *ours.whole), theirs.tokens))


def _is_suffix(one: Forms, other: Name) -> bool:
    """Tell whether a family name is but the suffix of another, which indices take for it: "Junior, E. F. O."."""
    behind = words(f"{other.family or ''} {other.suffix or ''}")[1:]
    return one.whole in _SUFFIXES and any(_SUFFIXES[one.whole] == _SUFFIXES.get(word) for word in behind)


_SUFFIXES = {"junior": "junior", "jr": "junior", "neto": "neto", "filho": "filho", "sobrinho": "sobrinho", "segundo": "segundo"}


def _share_family(ours: Forms, theirs: Forms) -> bool:
    """Tell whether family names are one; half of a double name is, two double names that share a half are not."""
    if ours.family.isdisjoint(theirs.family):
        return False
    return ours.parts <= theirs.parts or theirs.parts <= ours.parts or 1 in {len(ours.parts), len(theirs.parts)}


def _near_family(ours: Forms, theirs: Forms) -> Resemblance:
    """Compare family names that differ, in all their forms; two letters exchanged are no transliteration."""
    from rapidfuzz.distance import OSA

    if sorted(ours.whole) == sorted(theirs.whole) and OSA.distance(ours.whole, theirs.whole) == 1:
        return "misspelt"
    double = len(ours.parts) > 1 and len(theirs.parts) > 1
    pairs = ((ours.whole, theirs.whole), *(() if double else ((one, other) for one in ours.family for other in theirs.family)))
    both_given = bool(ours.given and theirs.given)
    found = {_near(one, other, both_given=both_given) for one, other in pairs}
    return "variant" if "variant" in found else "misspelt" if "misspelt" in found else "none"


def _near(one: str, other: str, *, both_given: bool) -> Resemblance:
    """Compare two spellings: one sound, or almost, makes variants; few letters a slip."""
    from rapidfuzz.distance import OSA

    short = min(len(one), len(other))
    far = 1 + short // 2
    slips = OSA.distance(one, other, score_cutoff=far)
    if slips > far:
        return "none"
    if short >= _SHORT and sound(one) == sound(other):
        return "variant"
    if slips > 1 and short > _SHORT:
        bare = consonants(one)
        alike = short >= _MIDDLE and OSA.distance(sound(one), sound(other), score_cutoff=1) <= 1
        if alike or (len(bare) >= _SHORT and bare == consonants(other)):
            return "variant"
    return "misspelt" if slips <= _allowed(short) and (short > _SHORT or both_given) else "none"


def _allowed(length: int) -> int:
    """Say how many letters may be wrong in a name of some length."""
    return sum(length >= step for step in (_SHORT, _MIDDLE, _LONG + _SHORT))


def _within(cited: tuple[str, ...], registered: tuple[str, ...]) -> bool:
    """Tell whether each word or initial of the shorter name stands for one of the other, and one whole word is shared."""
    fewer, more = sorted((cited, registered), key=len)
    left, shared = list(more), False
    for token in sorted(fewer, key=len, reverse=True):
        match = next((other for other in left if plain(other) == plain(token)), None)
        if match is not None:
            shared = shared or len(token) >= _WORD
        else:
            match = next((other for other in left if 1 in {len(token), len(other)} and token[0] == other[0]), None)
        if match is None:
            return False
        left.remove(match)
    return shared


def _is_damaged(cited: Name, registered: Name, ours: Forms, theirs: Forms) -> bool:
    """Tell whether two names differ only where letters were lost: "Müller", "M?ller", "MÃ¼ller", and in a record "Mller"."""
    bare = squeeze(re.sub(r"[^\x00-\x7f]", "", cited.family or ""))
    if bare and bare == theirs.whole and bare != ours.whole:
        return True
    for one, other in ((ours, theirs), (theirs, ours)):
        text = (cited if one is ours else registered).family or ""
        if one.damaged and (pieces := [fold(piece) for piece in re.split("[\ufffd?]+|[ÃÂÄÅÐÑ][^\x00-\x7f]", text)]):
            pattern = ".{0,3}".join(re.escape(squeeze(piece)) for piece in pieces)
            if sum(map(len, pieces)) >= _WORD and re.fullmatch(pattern, other.whole):
                return True
    return False


def _are_one_body(ours: Forms, theirs: Forms) -> bool:
    """Tell whether two names are of one organisation: alike, one within the other, or one the acronym of the other."""
    one, other = set(ours.tokens), set(theirs.tokens)
    if one <= other or other <= one or _ratio(" ".join(ours.tokens), " ".join(theirs.tokens)) >= NEAR:
        return True
    return _is_acronym(ours, theirs) or _is_acronym(theirs, ours)


def _is_acronym(short: Forms, long: Forms) -> bool:
    """Tell whether a name of one word is made of the first letters of the other's words, in any order."""
    if len(short.tokens) != 1 or len(long.tokens) == 1:
        return False
    letters = sorted(token[0] for token in long.tokens if token not in {"of", "for", "the", "and", "on", "de", "in"})
    return sorted(short.whole) == letters


def _ratio(cited: str, registered: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(cited, registered) / 100


def same_person(cited: Name, registered: Name) -> bool:
    """Tell whether two names can well be of one person or organisation.

    Initials, particles, accents, capitals, exchanged family and given names, one half of a double name and a slip of
    a letter do not tell people apart; another first initial does.
    """
    return resemblance(cited, registered) in {"same", "variant", "misspelt"}

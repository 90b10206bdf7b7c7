"""The words of a container's name, and whether one name is short for another."""

from __future__ import annotations

import re
from functools import lru_cache

from refcheck.compare.title_text import plain
from refcheck.text.folding import squeeze, words
from refcheck.text.word_tables import word_set

FILLERS = frozenset(
    words(
        "a an and at by for from in into of on the to with de del della delle dei di do da das dos du des der die das den dem d e el en et "
        "fur im la las le les los och og para pour sur und van von y zu zur i w v"
    )
)
"""Articles, prepositions and conjunctions, which abbreviations leave out."""
GENERIC = word_set(
    "academy acta advanced advances american annales annals annual archiv archives association british bulletin canadian chronicle "
    "circulars communications contributions current european frontiers global indian international japanese journal jurnal letters "
    "magazine memoirs monthly national new notes open perspectives proceedings progress quarterly report reports research review reviews "
    "revista revue rivista scandinavian science sciences scientific series society studies supplement tijdschrift today topics "
    "transactions trends weekly world zeitschrift"
)
"""Words of so many names that sharing one says nothing."""
GENERIC_SHORT = word_set(
    "acad adv am ann arch assoc br bull can circ commun curr eur int j jpn lett mag mem natl proc prog rep res rev sci soc trans z"
)
"""Abbreviations of such words."""
_OF_MANY = GENERIC | GENERIC_SHORT
_ELISION = re.compile(r"\b[ld][’'](?=\w)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PREFIX = 2
"""An abbreviation keeps at least this many letters of a longer word, unless it is an initial."""
_SHORTER = 0.75
"""Part of a word that a contraction of it may be long, at most."""
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_LONGEST = 8
"""Letters of an acronym."""


@lru_cache(maxsize=4096)
def container_words(title: str) -> tuple[str, ...]:
    """List the folded words that carry a container's name, without articles and prepositions; "U.S.A." keeps its "a"."""
    found = words(_ELISION.sub(" ", _IN_BRACKETS.sub("", plain(title)).replace("&", " and ")))
    dotted = "." in title
    return tuple(word for word in found if word not in FILLERS or (dotted and len(word) == 1)) or tuple(found)


@lru_cache(maxsize=4096)
def telling_words(title: str) -> tuple[str, ...]:
    """List the words that tell a container from others: neither letters nor "Journal" and the like, written out or short."""
    return tuple(word for word in container_words(title) if len(word) > 1 and word not in _OF_MANY)


@lru_cache(maxsize=8192)
def stands_for(short: str, long: str) -> bool:
    """Tell whether a word can be the abbreviation of another: its beginning, or a contraction such as "natl"."""
    if long.startswith(short):
        return True
    if len(short) <= _PREFIX or short[0] != long[0] or len(short) > _SHORTER * len(long):
        return False
    letters = iter(long)
    return short[-1] == long[-1] and all(letter in letters for letter in short)


def abbreviates(short: str, long: str) -> bool:
    """Tell whether one title is an abbreviation of another, word by word or by initials ("JAMA").

    Source: ISO 4 (truncation and contraction of words, articles and prepositions left out).
    """
    ours, theirs = container_words(short), container_words(long)
    every = words(_IN_BRACKETS.sub("", plain(short)))
    for words_of_short in (ours, every):
        if len(words_of_short) == len(theirs):
            return all(stands_for(one, other) for one, other in zip(words_of_short, theirs, strict=True))
    if len(ours) == 1 and len(theirs) > 2:  # noqa: PLR2004 - two initials are no name
        return ours[0] in {"".join(word[0] for word in theirs), "".join(word[0] for word in words(long))}
    return False


def is_acronym(title: str) -> bool:
    """Tell whether a name is one word with several capitals, such as "PNAS", "ApJ" or "JRSS-B"."""
    bare = re.sub(r"[.&/-]", "", _IN_BRACKETS.sub("", plain(title))).strip()
    return len(bare) <= _LONGEST and _ACRONYM.fullmatch(bare) is not None


def has_initials(title: str, other: str) -> bool:
    """Tell whether the capitals of a word within one name ("Bull. AMS", "AIChE Journal") are initials of words of another."""
    found = [] if title.isupper() else re.findall(r"\b[A-Z](?:[a-z]?[A-Z]){2,}\b", plain(title))
    parts = [re.sub("[a-z]", "", word).lower() for word in found]
    rows = ("".join(word[0] for word in side) for side in (container_words(other), words(plain(other))))
    return any(part in row for row in rows for part in parts)


def may_spell(acronym: str, title: str) -> bool:
    """Tell whether the letters of an acronym stand in a title in their order, the first of them at the start of a word."""
    wanted = squeeze(acronym)
    for at, word in enumerate(found := words(plain(title))):
        letters = iter("".join(found[at:]))
        if word.startswith(wanted[:1]) and all(letter in letters for letter in wanted):
            return True
    return False

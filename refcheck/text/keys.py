"""Citation keys made of what is cited: first family name, year, first telling word of the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from string import ascii_lowercase

from refcheck.model.references import CitedReference, Reference
from refcheck.text.folding import words

_SMALL = frozenset(
    str.split(
        "a an the on of in for to and or at by from with as is are was were be do does did can how why what when where "
        "which who whose it its der die das ein eine einer eines zur zum im am le la les l un une des du de el los las "
        "una il lo gli i o os as um uma het een"
    )
)
_ASCII = re.compile(r"[^a-z0-9]")
_INVALID = re.compile(r"[\s\"#'(),={}%~\\]+")
_NAMELESS = ("author", "editor", "container_author", "director", "translator")


def make_key(reference: Reference) -> str:
    """Make a key such as "lee2020wells": ASCII, lower case, from the cited year; "nd" stands for no year."""
    names = next((found for attribute in _NAMELESS if (found := getattr(reference, attribute))), ())
    family = _plain(words(names[0].family or names[0].literal or "")[:3] if names else [])
    year = reference.issued.year if reference.issued else None
    title = next((word for word in map(_ascii, words(reference.title or "")) if word and word not in _SMALL), "")
    return f"{family}{'nd' if year is None else abs(year)}{title}" if family or title or year is not None else "untitled"


def _ascii(word: str) -> str:
    return _ASCII.sub("", word)


def _plain(found: Sequence[str]) -> str:
    return "".join(map(_ascii, found))


def keys(references: Iterable[CitedReference]) -> tuple[str, ...]:
    """Give each reference a key of its own, in input order.

    Existing keys are kept, without the signs that BibTeX takes for its own. A made key that is taken gets a letter, and
    so does an existing one that stood before: of two entries of one key BibTeX and biber drop the second.
    """
    cited = tuple(references)
    existing = [_INVALID.sub("-", one.key).strip("-") if one.key else "" for one in cited]
    taken = {key.lower() for key in existing if key}
    seen: set[str] = set()
    given: list[str] = []
    for one, own in zip(cited, existing, strict=True):
        key = own or make_key(one.reference)
        if key.lower() in seen or (not own and key.lower() in taken):
            key = next(letter for letter in _lettered(key) if letter.lower() not in seen | taken)
        seen.add(key.lower())
        given.append(key)
    return tuple(given)


def _lettered(key: str) -> Iterable[str]:
    """Give a key with a, b, ... z, aa, ab, ... after it."""
    number = 0
    while True:
        letters, rest = "", number
        while rest >= 0:
            letters, rest = ascii_lowercase[rest % 26] + letters, rest // 26 - 1
        yield f"{key}{letters}"
        number += 1

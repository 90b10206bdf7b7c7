"""Tell whether given names or initials can be of one person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from refcheck.compare.contributors_forms import plain

GivenRelation = Literal["agree", "variant", "conflict"]
"""One may stand for the other; two spellings of one name, or its short form; neither."""

_SHORT_FORMS = (
    "william will bill billy liam",
    "robert rob bob bobby",
    "richard rick dick ricky",
    "james jim jimmy jamie",
    "john jack johnny ian jan johan johann johannes juan jean giovanni ivan",
    "charles charlie chuck carl karl carlos",
    "edward ed eddie ted ned",
    "margaret maggie peggy meg greta",
    "elizabeth liz beth betty lisa elisabeth eliza",
    "katherine kate kathy cathy kitty",
    "anthony tony antonio anton",
    "andrew andy drew andreas andre andrei",
    "michael mike mick miguel michel mikhail",
    "thomas tom tommy",
    "joseph joe josef jose giuseppe",
    "david dave",
    "daniel dan danny",
    "henry harry hank henri heinrich",
    "lawrence larry lorenzo",
    "patricia pat patty tricia",
    "patrick pat",
    "susan sue suzanne",
    "stephen steve stefan",
    "alexander alex sasha alejandro sandy",
    "deborah debbie deb",
    "jennifer jenny jen",
    "gregory greg",
    "peter pete pedro pierre petr",
    "paul pablo paolo",
    "george jorge georg georges yuri giorgio",
    "francis frank francisco francesco franz francois",
    "theodore ted theo",
    "dorothy dot dolly",
    "jacqueline jackie",
    "victoria vicky",
    "rebecca becky",
    "eugene gene evgeny",
    "nicholas nick nicolas",
    "leonard leo len",
    "ronald ron",
    "donald don",
    "kenneth ken",
    "gerald gerry jerry",
    "albert al bert",
    "frederick fred friedrich federico",
    "ludwig louis luis",
    "william guillermo wilhelm guillaume",
)
_OF_ONE_NAME: Mapping[str, frozenset[str]] = MappingProxyType(
    {word: frozenset().union(*(row.split() for row in _SHORT_FORMS if word in row.split())) for row in _SHORT_FORMS for word in row.split()}
)
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("dzh|tsch|shch|sch|tch|sh|ch|cz|cs|sz|ts|tz|dz|zh|hs|ks|x|z", "s"),
        ("kh|gh", "h"),
        ("ph", "f"),
        ("ck|c|q", "k"),
        ("w", "v"),
        ("ə", "a"),
        ("ou|oo|u", "o"),
        ("[yj]", "i"),
        ("h", ""),
        ("^ie", "e"),
        ("^el", "al"),
        (r"(.)\1+", r"\1"),
    )
)
"""Spellings that transliterations and languages give one sound; later rows see what earlier ones left."""
_INITIALS_OF_ONE_SOUND = tuple(map(frozenset, ("ijye", "ckqx", "hkgx", "fp", "vw", "szcxj", "tc")))
_LETTERS = re.compile("[aeiou]")
_LONG, _CONSONANTS = 4, 2


@lru_cache(maxsize=4096)
def sound(text: str) -> str:
    """Give the sound of a folded name, in which transliterations of it meet: "iurii" and "yuri", "sergey" and "sergei"."""
    for pattern, letter in _SOUNDS:
        text = pattern.sub(letter, text)
    return text


def consonants(text: str) -> str:
    """Give the consonants of a folded name by their sound: "mohammed" and "muhamad" have the same."""
    return re.sub(r"(.)\1+", r"\1", _LETTERS.sub("", sound(text)))


def relate(cited: tuple[str, ...], registered: tuple[str, ...]) -> GivenRelation:
    """Relate folded given names: initials, middle names left out, and short forms do not tell people apart."""
    if not cited or not registered or plain("".join(cited)) == plain("".join(registered)):
        return "agree"
    if _stands_for(cited[0], registered[0]) or _is_part(cited, registered) or _is_part(registered, cited):
        return "agree"
    if _are_initials(cited, registered) or _are_initials(registered, cited):
        return "agree"
    return "variant" if _are_variants(plain(cited[0]), plain(registered[0])) else "conflict"


def _is_part(fewer: tuple[str, ...], more: tuple[str, ...]) -> bool:
    """Tell whether all given names of one list stand, in their order, in another one: "Robert" in "J. Robert"."""
    left = iter(more)
    return all(any(_stands_for(name, other) for other in left) for name in fewer)


def _are_initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether a short word is made of initials: "Dj" of "De-jun"."""
    return len(short) == 1 and 1 < len(long) == len(short[0]) and all(map(_stands_for, short[0], long))


def _stands_for(one: str, other: str) -> bool:
    if one[0] != other[0]:
        return False
    short = min(len(one), len(other))
    return short == 1 or plain(one) == plain(other) or (short > _CONSONANTS and (one.startswith(other) or other.startswith(one)))


def _are_variants(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) == 1:
        return any({one[0], other[0]} <= letters for letters in _INITIALS_OF_ONE_SOUND)
    if other in _OF_ONE_NAME.get(one, ()) or sound(one) == sound(other):
        return True
    if min(len(one), len(other)) < _LONG:
        return False
    bare = consonants(one)
    if len(bare) >= _CONSONANTS and bare == consonants(other):
        return True
    slips = 1 + (min(len(one), len(other)) > _LONG + 2)
    return OSA.distance(one, other, score_cutoff=slips) <= slips

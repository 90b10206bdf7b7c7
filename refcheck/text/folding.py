"""Fold text to forms in which benign variation vanishes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ŋ": "ng",
        "ħ": "h",
        "ŧ": "t",
        "ĸ": "k",
        "ʼ": "'",
    }
)
_HYPHEN_AT_BREAK = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Fold case, accents and compatibility forms; punctuation and blanks stay. Idempotent.

    Source: Unicode Standard Annex 15 (NFKD) and 3.13 (caseless matching); letters without decomposition by table.
    """
    if text.isascii():
        return text.lower()
    folded = _HYPHEN_AT_BREAK.sub("", text)
    for _ in range(2):
        folded = unicodedata.normalize("NFKD", folded).casefold().translate(_LETTERS)
        folded = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return folded


def words(text: str) -> list[str]:
    """List the folded words and numbers of a text, in order; apostrophes within words vanish."""
    return _WORD.findall(re.sub(r"(?<=\w)['’‘ʼ`´](?=\w)", "", fold(text)))


def squeeze(text: str) -> str:
    """Give the folded letters and digits alone, without blanks."""
    return "".join(_WORD.findall(fold(text)))

"""Which writing system a text is in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_JOINED = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "HANGUL": "CJK", "IDEOGRAPHIC": "CJK"}


@lru_cache(maxsize=4096)
def script(text: str) -> str | None:
    """Name the writing system of most letters ("LATIN", "CYRILLIC", "CJK"); None when there is no letter.

    Chinese, Japanese and Korean count as one: their texts mix scripts.

    Source: Unicode character names begin with the name of the script.
    """
    names = Counter(unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha())
    if not names:
        return None
    first = min(names, key=lambda name: (-names[name], name)).removesuffix("-CJK")
    return _JOINED.get(first, first)


def scripts_differ(cited: str, registered: str) -> bool:
    """Tell whether two texts are in different writing systems, so that letters say nothing about their meaning."""
    both = script(cited), script(registered)
    return None not in both and both[0] != both[1]

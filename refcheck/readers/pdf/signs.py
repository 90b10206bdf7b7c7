"""The signs of a PDF as letters: ligatures, signs without meaning, and fonts that say nothing of theirs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

ACCENTS = {
    "`": "\u0300",
    "\u00b4": "\u0301",
    "\u00a8": "\u0308",
    "\u00af": "\u0304",
    "\u00b8": "\u0327",
    "^": "\u0302",
    "~": "\u0303",
    "\u02c6": "\u0302",
    "\u02c7": "\u030c",
    "\u02ca": "\u0301",
    "\u02cb": "\u0300",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u02da": "\u030a",
    "\u02db": "\u0328",
    "\u02dc": "\u0303",
    "\u02dd": "\u030b",
}
"""Accents that are printed as signs of their own, over a letter, and the combining sign of each."""
_DOTLESS = {"\u0131": "i", "\u0237": "j"}
_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
"""Ligatures and positional forms. Source: Unicode, Alphabetic Presentation Forms and Arabic Presentation Forms."""
_OWN = re.compile("[\ue000-\uf8ff]")
_ADOBE, _SYMBOL = 0xF700, 0xF000
"""Where Adobe's small capitals and old-style figures, and the signs of symbol fonts, stand in the private use area."""
_BULLETS = frozenset("\u00a7\u00a8\u00b7\u00d8\u00fc\u0076\u006e\u006c\u0071\u0075")
"""What the usual bullets have as codes in the fonts Symbol and Wingdings."""
_UNSEEN = dict.fromkeys((*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x200B, 0x2010), 0x2060, 0xFEFF))
_SIGNS = str.maketrans({**_UNSEEN, 0xAD: "-", 0xFFFE: "-", 0x2011: "-"})
_CORK = (
    "`\u00b4\u02c6\u02dc\u00a8\u02dd\u02da\u02c7\u02d8\u00af\u02d9\u00b8\u02db‚‹›“”„«»–—\u200b\u2080ıȷ\ufb00\ufb01\ufb02\ufb03\ufb04",
    "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£",
)
"""What the codes from 0 and from 128 on mean in the encoding of TeX's newer fonts. Source: LaTeX encguide, T1."""
_KNUTH = "ΓΔΘΛΞΠΣΥΦΨΩ\ufb00\ufb01\ufb02\ufb03\ufb04ıȷ`\u00b4\u02c7\u02d8\u00af\u02da\u00b8ßæœøÆŒØ"
"""What the codes from 0 on mean in the encoding of TeX's first fonts. Source: LaTeX encguide, OT1."""
_LIGATURES = (range(0x0B, 0x10), range(0x1B, 0x20))
"""Codes of ff, fi, fl, ffi, ffl in the older and in the newer encoding."""

DOUBTFUL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x80-\x9f]")
"""Signs that no page prints: codes of a font that does not say what they mean."""


def mended(text: str) -> str:
    """Give a word as letters: ligatures undone, accents joined to their letters, signs without meaning left out."""
    if text.isascii() and text.isprintable():
        return text
    text = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text.translate(_SIGNS))
    alone = len(text) == 1
    return unicodedata.normalize("NFC", _OWN.sub(lambda found: _meant(found[0], alone=alone), text))


def _meant(sign: str, *, alone: bool) -> str:
    """Read a sign of the private use area; nothing where only its font knows what it is."""
    code = ord(sign)
    if code - _ADOBE in range(0x20, 0x100):
        return chr(code - _ADOBE).lower()
    if code - _SYMBOL in range(0x20, 0x100):
        plain = chr(code - _SYMBOL)
        return "•" if alone and plain in _BULLETS else plain if plain.isascii() else ""
    return ""


def accented(letter: str, accent: str) -> str | None:
    """Join a letter and an accent printed over it; None where there is no such letter."""
    joined = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + ACCENTS[accent])
    return joined if len(joined) == 1 else None


def of_tex(signs: Iterable[str]) -> dict[str, str]:
    """Tell what codes of fonts that say nothing of them mean; such fonts are TeX's own, in one of its two encodings.

    Args:
        signs: the codes of a page, as signs, each as often as it is printed.
    """
    codes = [ord(sign) for sign in signs]
    older, newer = (sum(1 for code in codes if code in of) for of in _LIGATURES)
    if older > newer:
        return {chr(code): sign for code, sign in enumerate(_KNUTH)} | {"{": "–", "|": "—", "\\": "“", '"': "”"}
    return {chr(start + place): sign for start, part in zip((0, 0x80), _CORK, strict=True) for place, sign in enumerate(part)}

"""Even out the signs of text copied from web pages and word processors, without moving any other sign."""

from __future__ import annotations

import html
import re

_SIGNS = str.maketrans({**dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", " "), **dict.fromkeys("\x85\u2028\u2029", "\n")})
_SPACED = re.compile(r"&(?:amp|nbsp|#0*38|#0*160|#x0*26|#x0*a0);", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")


def evened(text: str) -> str:
    """Give a text of the same length that is easier to read: all offsets stand.

    Signs without width are blanks, the separators of lines and paragraphs line ends, and "&amp;" and "&nbsp;" are the sign
    with blanks after it.
    """
    plain = text.translate(_SIGNS)
    return _SPACED.sub(lambda found: html.unescape(found[0]).ljust(len(found[0])), plain) if "&" in plain else plain


def seen(text: str) -> str:
    """Give a text as a reader of the page sees it: entities as their signs, signs without width left out."""
    shown = _UNSEEN.sub("", text)
    return _ENTITY.sub(lambda found: html.unescape(found[0]), shown) if "&" in shown else shown

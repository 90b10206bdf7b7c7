"""Words that stand where a date would: in press, no date."""

from __future__ import annotations

import re

from refcheck.text.dates import UNDATED, UNPUBLISHED
from refcheck.text.folding import words

_MORE_UNPUBLISHED = frozenset(
    " ".join(words(phrase))
    for phrase in (
        "inpress",
        "to be published",
        "accepted manuscript",
        "advance online publication",
        "ahead of print",
        "online ahead of print",
        "epub ahead of print",
        "early access",
        "erscheint",
        "en impresión",
        "a publicarse",
        "in druk",
        "i tryck",
        "i trykken",
        "painossa",
        "w druku",
        "v tisku",
        "sajtó alatt",
        "baskıda",
        "в печати",
        "у друці",
        "印刷中",
        "出版中",
        "待发表",
    )
)
_MORE_UNDATED = frozenset(
    " ".join(words(phrase))
    for phrase in (
        "nd",
        "no year",
        "not dated",
        "date unknown",
        "sine anno",
        "sem data",
        "senza data",
        "z.j.",
        "б.г.",
        "без даты",
        "日付なし",
    )
)
_LETTER = re.compile(r"(?<=\w|\.)\s?[-–]\s?[a-z]$|[\[\]()]")


def _among(text: str, pattern: re.Pattern[str], phrases: frozenset[str]) -> bool:
    bare = _LETTER.sub("", text.strip())
    return pattern.fullmatch(bare) is not None or " ".join(words(bare)) in phrases


def is_unpublished(text: str) -> bool:
    """Tell whether a text says that the work is on its way ("in press", "im Druck"); a letter after it is no part."""
    return _among(text, UNPUBLISHED, _MORE_UNPUBLISHED)


def is_undated(text: str) -> bool:
    """Tell whether a text says that the work bears no date ("n.d.", "s.f.", "o. J."); a letter after it is no part."""
    return _among(text, UNDATED, _MORE_UNDATED)

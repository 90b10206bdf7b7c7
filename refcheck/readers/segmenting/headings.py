"""The headings that stand over reference lists, in many languages."""

from __future__ import annotations

import re

from refcheck.text.folding import fold

_WORDS = (
    "references",
    "reference list",
    "list of references",
    "references cited",
    "cited references",
    "references and notes",
    "references and further reading",
    "notes and references",
    "bibliography",
    "selected bibliography",
    "works cited",
    "works consulted",
    "literature",
    "literature cited",
    "cited literature",
    "sources",
    "sources cited",
    "sources and further reading",
    "further reading",
    "citations",
    "literatur",
    "literaturverzeichnis",
    "literaturliste",
    "literaturangaben",
    "literaturhinweise",
    "quellen",
    "quellenverzeichnis",
    "quellenangaben",
    "quellen und literatur",
    "bibliographie",
    "bibliografie",
    "referenzen",
    "bibliographie selective",
    "references bibliographiques",
    "ouvrages cites",
    "sources bibliographiques",
    "referencias",
    "referencias bibliograficas",
    "bibliografia",
    "literatura citada",
    "obras citadas",
    "fuentes",
    "riferimenti bibliografici",
    "riferimenti",
    "opere citate",
    "literatuur",
    "literatuurlijst",
    "bronnen",
    "geraadpleegde literatuur",
    "litteratur",
    "litteraturliste",
    "litteraturforteckning",
    "litteraturlista",
    "referenser",
    "referanser",
    "referencer",
    "kallor",
    "kallforteckning",
    "kilder",
    "kirjallisuus",
    "lahteet",
    "literatura",
    "pismiennictwo",
    "zrodla",
    "pouzita literatura",
    "seznam literatury",
    "irodalom",
    "irodalomjegyzek",
    "hivatkozasok",
    "kaynakca",
    "kaynaklar",
    "viri",
    "viri in literatura",
    "bibliografie selectiva",
    "литература",
    "список литературы",
    "список использованных источников",
    "библиография",
    "література",
    "βιβλιογραφια",
    "αναφορες",
    "参考文献",
    "參考文獻",
    "引用文献",
    "文献",
    "참고문헌",
    "참고 문헌",
    "المراجع",
    "ביבליוגרפיה",
)
_HEADINGS = frozenset(fold(words) for words in _WORDS)
_NUMBERED = re.compile(r"^(?:#{1,6}\s+|=+\s+|(?:\d+|[ivx]+)(?:\.\d+)*[.)]?\s+|[\W_]+)", re.IGNORECASE)
_LONGEST = 60
_MOST_BLANKS = 24
"""Enough for a heading that is spaced out."""


def is_heading(line: str) -> bool:
    """Tell whether a line is a heading of a reference list, numbered, marked up, spaced out or with a colon or not."""
    if len(line) > _LONGEST or line[-1:] in ".,;?!" or line.count(" ") > _MOST_BLANKS:
        return False
    bare = _NUMBERED.sub("", fold(line)).strip(" \t*_#=:.—–-[](){}")
    if bare in _HEADINGS:
        return True
    return "".join(bare.split()) in _SPACED and bare.count(" ") >= len(bare) // 2


_SPACED = frozenset("".join(words.split()) for words in _HEADINGS)

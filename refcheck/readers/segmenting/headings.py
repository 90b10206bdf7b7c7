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
_OF_NOTES = (
    *("notes", "endnotes", "footnotes", "anmerkungen", "fussnoten", "endnoten", "einzelnachweise", "notas", "notas al pie", "note"),
    *("notas de rodape", "noten", "voetnoten", "noter", "fotnoter", "noter og henvisninger", "viitteet", "przypisy", "poznamky"),
    *("jegyzetek", "dipnotlar", "примечания", "сноски", "σημειωσεις", "注", "註", "注释", "註釋", "脚注", "각주", "הערות", "الهوامش"),
)
_HEADINGS = frozenset(fold(words) for words in _WORDS)
_NOTE_HEADINGS = frozenset(fold(words) for words in _OF_NOTES)
_NUMBERED = re.compile(r"^(?:#{1,6}\s+|=+\s+|(?:\d+|[ivx]+)(?:\.\d+)*[.)]?\s+|[\W_]+)", re.IGNORECASE)
_LONGEST = 60
_MOST_BLANKS = 24
"""Enough for a heading that is spaced out."""


def is_heading(line: str) -> bool:
    """Tell whether a line is a heading of a reference list, numbered, marked up, spaced out or with a colon or not."""
    bare = _bare(line)
    if bare in _HEADINGS:
        return True
    return "".join(bare.split()) in _SPACED and bare.count(" ") >= len(bare) // 2


def is_note_heading(line: str) -> bool:
    """Tell whether a line is a heading of footnotes or endnotes."""
    return _bare(line) in _NOTE_HEADINGS


def _bare(line: str) -> str:
    """Give a line that may be a heading without its number and markup; empty where it can be none."""
    if len(line) > _LONGEST or line[-1:] in ".,;?!" or line.count(" ") > _MOST_BLANKS:
        return ""
    return _NUMBERED.sub("", fold(line)).strip(" \t*_#=:.—–-[](){}")


_SPACED = frozenset("".join(words.split()) for words in _HEADINGS)

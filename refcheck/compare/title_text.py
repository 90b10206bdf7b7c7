"""The words of a title, without markup and in forms in which habits of spelling vanish."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from refcheck.text import markup
from refcheck.text.folding import words
from refcheck.text.latex import to_text
from refcheck.text.word_tables import word_set

_STATUS = re.compile(
    r"^\s*\[?(?:RETRACTED|WITHDRAWN|REMOVED|Retracted|Withdrawn|Removed)(?: (?:ARTICLE|Article|article))?\]?\s*[:.–—-]\s*"
    r"|^\s*\[(?:RETRACTED|Retracted|WITHDRAWN|Withdrawn)\]\s+"
)
_TEX = re.compile(r"\\[A-Za-z'`^\"~=.{&%$]|\$[^$]+\$")
_MISREAD = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}")
"""UTF-8 that was read as Windows-1252."""
GREEK_NAMES = words(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega"
)
_GREEK = {ord(sign): f" {name} " for sign, name in zip("αβγδεζηθικλμνξοπρστυφχψω", GREEK_NAMES, strict=True)}
_SIGNS = {**_GREEK, ord("&"): " and "}
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*|[&%]")
_SPELLING = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"our(?=s?$|ed|ing|al|ab|is|iz|it)"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ence(?=s?$)"), "ense"),
)
_CARDINALS = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_ROMAN = words("i ii iii iv v vi vii viii ix x xi xii")


def _numerals() -> dict[str, str]:
    """Give the figures of numbers below a hundred: in words ("twentyfirst"), as ordinals ("21st"), in Roman figures up to twelve."""
    names = {word: value for row in (_CARDINALS, _ORDINALS, _ROMAN) for value, word in enumerate(row, 1)}
    for tens, word in zip(range(20, 100, 10), _TENS, strict=True):
        names |= {word: tens, f"{word[:-1]}ieth": tens}
        names |= {f"{word}{unit}": tens + value for row in (_CARDINALS, _ORDINALS) for value, unit in enumerate(row[:9], 1)}
    endings = {1: "st", 2: "nd", 3: "rd"}
    names |= {f"{value}{'th' if 10 < value < 20 else endings.get(value % 10, 'th')}": value for value in range(1, 100)}  # noqa: PLR2004 - the teens
    return {word: str(value) for word, value in names.items()}


_NUMERALS: Mapping[str, str] = _numerals()
_SHORT_FORMS: Mapping[str, str] = {"versus": "vs", "volume": "vol", "number": "no", "saint": "st", "%": "percent", "&": "and"}
SMALL = word_set(
    "a an the of on in for to and or at by with from as its into upon "
    "der die das des dem den ein eine und von zur zum im am bei mit fur aus "
    "la le les du de et en une un dans pour sur par el los las del por con para il lo gli di della delle dei da do dos das em os na "
    "het van voor og och av til pa"
)
"""Articles, prepositions and conjunctions."""


@lru_cache(maxsize=8192)
def plain(title: str) -> str:
    """Give a title as text: without markup, entities, LaTeX and a leading "RETRACTED:", its blanks made single.

    Source: Crossref, face markup in titles; entities are sometimes escaped twice.
    """
    text = markup.plain(title)
    if _TEX.search(text):
        text = unicodedata.normalize("NFC", to_text(text.replace("$$", "$")))
    return " ".join(_STATUS.sub("", _MISREAD.sub(_mended, text)).split())


def _mended(found: re.Match[str]) -> str:
    """Read a letter again that was decoded with the wrong codec; what gives no letter stays."""
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]


@lru_cache(maxsize=8192)
def title_words(title: str) -> tuple[str, ...]:
    """List the folded words of a title, "&" and Greek letters written out."""
    return tuple(words(plain(title).casefold().translate(_SIGNS)))


@lru_cache(maxsize=4096)
def respelt(word: str) -> str:
    """Give the American spelling of a folded word; its letters need not make a word."""
    for pattern, by in _SPELLING:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """Give the form of a folded word in which spelling, numerals and common short forms are one."""
    return _NUMERALS.get(word) or _SHORT_FORMS.get(word) or respelt(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a title."""

    key: str
    """What it is compared by."""
    folded: str
    start: int
    """Where it stands in `plain(title)`, in code points; the parts of one printed word share their place."""
    end: int


@lru_cache(maxsize=2048)
def placed_words(title: str) -> tuple[Word, ...]:
    """List the words of a title in order, each with its place in `plain(title)`."""
    found: list[Word] = []
    for printed in _WORD.finditer(plain(title)):
        folded = [printed[0]] if printed[0] in "&%" else words(printed[0].casefold().translate(_GREEK))
        found += [Word(key=key(word), folded=word, start=printed.start(), end=printed.end()) for word in folded]
    return tuple(found)

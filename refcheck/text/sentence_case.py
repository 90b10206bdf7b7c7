"""Put titles into sentence case without lowering what is a name.

Source: APA 7, 6.13 and 6.14 (proper nouns, diseases), 6.17 (sentence case), 6.19 (nouns followed by a numeral or letter).
"""

from __future__ import annotations

import re
from typing import Literal

from refcheck.text.languages import is_english
from refcheck.text.proper_names import WORD, ProperNames, proper_names

Casing = Literal["sentence", "title", "capitals"]
"""Only names in capitals; every weighty word with a capital; all letters capitals."""

_PARTICLES = (
    "a an the and but or nor for so yet as at by if in into of off on onto out over per than that to up upon via vs versus with within "
    "without from between among across about after before during under through against toward towards is are be its it"
)
SMALL = frozenset(_PARTICLES.split())
"""Words that title case may leave in lower case."""
_BEFORE_PLACES = frozenset({"in", "from", "of", "to", "across", "within", "between", "outside", "throughout", "and", "for", "with"})
_BETWEEN_LETTERS = frozenset({"and", "or", "to", "vs", "versus"})
_SPECIES = re.compile(r"<(?:i|em)>$")
_BREAK = re.compile(r"[:?!…][\"'”’)\]]*\s|\s[—–-]\s|\[$")
_START = re.compile(r"(^|[:?!…][\"'”’)\]]*\s+|(?<!\d)\s[—–]\s+)((?:[\"'“‘(\[¿¡]|<[a-z]+>)*)([^\W\d_][\w'’]*)")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH|S)$")
_OUTSIDE_TAGS = re.compile(rf"</?(?:i|em|b|strong|su[bp]|scp?|span|u|tt|\w+:\w+)\b[^<>]*>|{WORD.pattern}")
_LONG = 4


def sentence_case(title: str, language: str | None = None) -> str:
    """Give a title in sentence case: a capital at its start and after a colon, a dash or an end mark, and for names.

    A title that is in sentence case already keeps its letters but for those capitals, and so does one that is not in
    English: other languages have rules of their own.

    Args:
        title: the title with its subtitle.
        language: language of the title (BCP 47 or its English name); None: seen from the words.
    """
    words, gaps = _split(title)
    how = _casing(words, gaps)
    if how == "sentence" or not is_english(title, language):
        return _START.sub(_raise, title)
    return _START.sub(_raise, _lower(words, gaps, shouted=how == "capitals"))


def _casing(words: list[str], gaps: list[str]) -> Casing:
    """Say how a title is set; names, acronyms and the words after a colon tell nothing."""
    if all(word.isupper() or word.isdigit() or len(word) == 1 for word in words):
        return "capitals" if sum(len(word) >= _LONG and word.isalpha() for word in words) > 1 else "sentence"
    raised: list[str] = []
    plain = 0
    for place, word in enumerate(words):
        if len(word) == 1 or _opens(words, gaps, place):
            continue
        if word.islower():
            plain += word not in SMALL
        elif word.istitle() or word[1:].islower():
            raised.append(word)
    if len(raised) <= plain:
        return "sentence"
    known = proper_names()
    fixed = _phrases(words, gaps, known)
    named = sum(known.find(word) is not None for word in raised) + sum(known.find(words[place]) is None for place in fixed)
    return "title" if len(raised) - named > plain else "sentence"


def _raise(found: re.Match[str]) -> str:
    before, marks, word = found.groups()
    if len(word) == 1 or any(sign.isupper() or sign.isdigit() for sign in word):
        return found[0] if word not in "aio" else f"{before}{marks}{word.upper()}"
    return f"{before}{marks}{word[0].upper()}{word[1:]}"


def _split(title: str) -> tuple[list[str], list[str]]:
    """List the words, and the text before each; one more stands for the text after the last."""
    words: list[str] = []
    gaps: list[str] = []
    at = 0
    for found in (WORD if "<" not in title else _OUTSIDE_TAGS).finditer(title):
        if not found[0][0].isalnum():
            continue
        gaps.append(title[at : found.start()])
        words.append(found[0])
        at = found.end()
    gaps.append(title[at:])
    return words, gaps


def _opens(words: list[str], gaps: list[str], place: int) -> bool:
    """Whether a word begins the title, a subtitle or a sentence."""
    if place == 0:
        return True
    gap = gaps[place]
    if gap == " ":
        return False
    if gap.startswith(". "):
        before = words[place - 1]
        return len(before) >= _LONG or before.isdigit() or (len(before) > 1 and _ROMAN.fullmatch(before) is not None)
    return _BREAK.search(gap) is not None or _SPECIES.search(gap) is not None


def _lower(words: list[str], gaps: list[str], *, shouted: bool) -> str:
    known = proper_names()
    fixed = _phrases(words, gaps, known)
    out: list[str] = []
    for place, word in enumerate(words):
        out.append(gaps[place])
        if place in fixed:
            out.append(fixed[place])
        elif shouted:
            out.append(_quiet(words, gaps, place, known))
        elif _opens(words, gaps, place) or not _is_raised(word) or gaps[place + 1].startswith("<sub"):
            out.append(word)
        else:
            out.append(_in_place(words, gaps, place, known))
    return "".join(out) + gaps[-1]


def _is_raised(word: str) -> bool:
    """Whether a word has a capital that title case may have given it: no acronym, number or inner capital."""
    return word[0].isupper() and (len(word) == 1 or (word[1:] == word[1:].lower() and not any(map(str.isdigit, word))))


def _quiet(words: list[str], gaps: list[str], place: int, known: ProperNames) -> str:
    """Lower a word of a title in capitals; acronyms are those known, those without a vowel, and those tied to a number."""
    word = words[place]
    if _ORDINAL.match(word):
        return word.lower()
    tied = gaps[place + 1] == "-" and words[place + 1 : place + 2] and words[place + 1][0].isdigit()
    if len(word) > 1 and (tied or any(map(str.isdigit, word)) or _ROMAN.fullmatch(word) or not re.search("[AEIOUY]|[^A-Z]", word)):
        return word
    return _in_place(words, gaps, place, known)


def _in_place(words: list[str], gaps: list[str], place: int, known: ProperNames) -> str:
    """Lower a word unless it is a name, or one where it stands."""
    word = words[place]
    if len(word) == 1:
        return _letter(words, gaps, place, known)
    lower = word.lower()
    name = known.find(word)
    if name is not None:
        return name
    return lower.capitalize() if _is_name_here(lower, words, gaps, place, known) else lower


def _letter(words: list[str], gaps: list[str], place: int, known: ProperNames) -> str:
    """Lower a single letter where it is the article, or stands for "electronic"."""
    word, gap = words[place], gaps[place + 1]
    following = words[place + 1].lower() if place + 1 < len(words) else ""
    if word == "E" and gap == "-" and following in known.electronic:
        return "e"
    after = words[place + 2 : place + 3]
    if word != "A" or gap != " " or len(following) == 1 or (following in _BETWEEN_LETTERS and after and len(after[0]) == 1):
        return word
    return word if place and words[place - 1].lower() in known.designators else "a"


def _is_name_here(lower: str, words: list[str], gaps: list[str], place: int, known: ProperNames) -> bool:
    """Whether a word that is a name in some surroundings stands in such."""
    before = words[place - 1] if place and gaps[place].strip() == "" else ""
    after = words[place + 1] if place + 1 < len(words) and gaps[place + 1] in {" ", "-"} else ""
    if lower in known.months:
        return before.isdigit() or after.isdigit()
    if lower in known.places:
        return before.lower() in _BEFORE_PLACES and (not after or after.lower() in SMALL)
    if lower in known.adjectives:
        return bool(after) and after.lower() not in SMALL
    return lower in known.directions and bool(after) and known.find(after) is not None


def _phrases(words: list[str], gaps: list[str], known: ProperNames) -> dict[int, str]:
    """Find the phrases of the list: place of each of their words -> the word as it is written."""
    lowers = [word.lower().replace("'", "’") for word in words]
    fixed: dict[int, str] = {}
    for place, first in enumerate(lowers):
        for parts in known.phrases.get(first, ()):
            end = place + len(parts)
            if [part.lower() for part in parts] == lowers[place:end] and not any(_BREAK.search(gap) for gap in gaps[place + 1 : end]):
                fixed.update((at, _like(words[at], part)) for at, part in zip(range(place, end), parts, strict=True))
                break
    return fixed


def _like(word: str, part: str) -> str:
    """Give a word of a phrase with the apostrophe of the title."""
    return part.replace("’", "'") if "'" in word else part

"""Names of people as reference lists print them: words, kinds of words, and the ways a name is put together.

A text is cut into words, each word gets a kind of one letter, and the ways to print a name are patterns over these letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from refcheck.model.names import Name
from refcheck.text.word_tables import word_set

_MARK = "'’‘`´ʼ"
PARTICLES = word_set(
    "van von vom zu zum zur der den dem de del della delle dello dei degli di da das dal dos do du des la las le los af av "
    "ten ter te het op e y el al bin bint ibn ben abu t s in't op't van't d de' d' dall' dell' l' 't 's"
)
"""Words in lower case that stand before a family name as part of it; typographic apostrophes as "'"."""
SUFFIXES = word_set("jr sr jnr snr junior ii iii iv vi vii viii 2nd 3rd 4th filho neto")
"""Words after a name that tell generations apart, folded and without dots."""
HONORIFICS = word_set("dr dra prof professor profesor mag ing dipl rev hon sir dame lady mr mrs ms mx frau herr mme mlle sr sra med phil")
"""Titles printed with a name that are no part of it, folded and without dots."""
_WITHOUT_DOT = HONORIFICS - word_set("mag ing dipl sr sra med phil hon")
"""Those that are titles without a dot too, where a name follows; the others are names themselves then ("Phil Day", "Mag Uidhir")."""
_DEGREES = re.compile(
    r"\s*,\s?((?:(?:Ph\.?\s?D|D\.?\s?Phil|M\.?\s?Phil|M\.?D|M\.?\s?P\.?H|M\.?\s?Sc|B\.?\s?Sc|D\.?\s?Sc|Sc\.?\s?D|Dr\.?P\.?H|Ed\.?D|Psy\.?D|"
    r"Pharm\.?D|M\.?B\.?A|R\.?N|M\.?[AS]|B\.?A|D\.?O|N\.?D|J\.?D|M\.?Ed|LL\.?[BM]|D\.?C|D\.?V\.?M|D\.?D\.?S|DNP|MSN|BSN|FRCP|FACP)\.?(?![\w.])(?:,\s)?)+)(?<![,\s])(?=\s*(?:[,.;:(&]|and\b|$))(?!,\s[A-Z]\b)"
)
"""Degrees after a name: "J. Smith, PhD, MPH"."""
CONJUNCTIONS = word_set("and und et y e og och en ja i with và и та")
"""Words that stand before the last name of a list."""
_NO_INITIALS = word_set("in ed eds vol no pp hg hrsg dir cf see")

OTHERS = (
    r"(?:et\s?\.?\s?al\b\.?|etc\.|and others\b|& others\b|y otros\b|et autres\b|e outros\b|e altri\b|[ue]\.\s?a\.(?=\W|$)"
    r"|i in\.|m\.\s?fl\.|a kol\.|[ey] cols?\.|i sur\.|ve ark\.|и др\.)"
)
"""How a list is cut short, in several languages."""
_TOKEN = re.compile(
    rf"(?P<others>{OTHERS})"
    r"|(?P<han>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·]+)"
    rf"|(?P<word>(?:['’‘](?=[ts]\s))?[^\W\d_]+(?:[{_MARK}\-\u2010\u2011\u00ad](?=[^\W\d_])[^\W\d_]+)*['’]?)(?P<dot>\s?\.)?"
    r"|(?P<digits>\d+)(?:(?<=[234])(?P<ordinal>nd|rd|th)\b)?|(?P<other>\S)"
)
_BEFORE_DEGREES = frozenset({"inverted initials", "initials first", "given first", "inverted given"})
"""The ways that cannot take a degree for initials."""
_WITH_GIVEN = frozenset({"capitals given", "given first", "inverted given", "inverted initials"})
_WHOLE_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{3,}\.$")
_SAME = {"（": "(", "）": ")", "，": ",", "、": ",", "；": ";", "：": ":", "＆": "&", "\u2010": "-", "\u2011": "-", "[": "(", "]": ")"}

_INITIALS = r"(?:D|A)(?:-?(?:D|A))*I?"
_DOTTED = r"(?:D|A)(?:-?(?:D|A))*"
_BARE = r"[BI](?:-?[BI]){0,3}"
_FAMILY = r"P*[WBC](?:P*[WC]){0,3}"
_PARTED = r"P*[WBC](?:P*[WBC]){0,3}"
"""A family name that a comma or bracket ends, so that short words in capitals ("LE GOFF") are no initials."""
_TITLES = r"H(?:-?H)*"
_BREAK = r"(?=[,;:.(&E)qdxJ]|$)"
_SUFFIX = r"(?:,?(?P<suffix>S))?"
_AFTER_SUFFIX = r"(?P<suffix2>S)?"
_PATTERNS = (
    (
        "inverted initials",
        rf"(?P<title>{_TITLES})?(?P<family>{_PARTED}),(?P<honorific>{_TITLES})?(?P<given>{_INITIALS}(?:P+{_DOTTED})*|{_BARE}(?={_BREAK}))(?P<particle>P+(?=[,;&.:(]|$))?{_SUFFIX}",
    ),
    (
        "initials first",
        rf"(?P<honorific>{_TITLES})?(?P<given>{_INITIALS}(?:W{_INITIALS})?)(?P<family>P*[WCAB](?:P*[WCA]){{0,2}}){_SUFFIX}{_BREAK}",
    ),
    ("family initials", rf"(?P<title>{_TITLES})?(?P<family>{_FAMILY})(?:(?P<suffix>S))?(?P<given>{_BARE}){_AFTER_SUFFIX}{_BREAK}"),
    ("family one initial", rf"(?P<title>{_TITLES})?(?P<family>{_FAMILY})(?P<given>D){_AFTER_SUFFIX}(?![WC](?:[,.]|&[WCDA]))"),
    (
        "family dotted",
        rf"(?P<title>{_TITLES})?(?P<family>{_FAMILY})(?:(?P<suffix>S))?(?P<given>{_DOTTED}){_AFTER_SUFFIX}(?![WC](?:[,.]|&[WCDA]))",
    ),
    ("family bracketed", rf"(?P<family>{_PARTED})\((?P<given>{_INITIALS}|{_BARE}|W(?:W|{_INITIALS}){{0,2}})\)"),
    ("capitals given", rf"(?P<family>P*[CB]C?),?(?P<given>W(?:-?W|{_INITIALS}){{0,2}}){_BREAK}"),
    ("initials bare first", rf"(?P<title>{_TITLES})?(?P<given>{_BARE})(?P<family>P*W){_SUFFIX}{_BREAK}"),
    (
        "given first",
        rf"(?P<honorific>{_TITLES})?(?P<given>W(?:W|[BI]|{_INITIALS}){{0,2}})(?P<family>P*[WC]){_SUFFIX}{_BREAK}(?!,W(?:[.(d]|$))",
    ),
    ("given first short", rf"(?P<given>W(?:[BI]|{_INITIALS})?)(?P<family>P*A)"),
    (
        "inverted given",
        rf"(?P<title>{_TITLES})?(?P<family>{_PARTED}),(?P<honorific>{_TITLES})?(?P<given>[WA](?:W|[BI]|{_INITIALS}){{0,2}}){_SUFFIX}(?:(?<=D)|{_BREAK})",
    ),
    ("family alone", rf"(?P<family>{_FAMILY})(?=,?&?E)"),
    ("initials last", rf"(?P<given>{_INITIALS})(?P<family>P*W)(?=Wl)"),
    ("han", rf"(?P<literal>J){_BREAK}"),
)
STYLES = {name: re.compile(pattern) for name, pattern in _PATTERNS}
"""Way to print a name -> its pattern over kinds, the most certain first."""
WITH_INITIALS = frozenset(name for name in STYLES if "initials" in name or "dotted" in name or "bracketed" in name)
"""The ways that show initials, which make a name certain."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text and their kinds, a letter each.

    W capitalised word, C word in capitals, B two to four capitals, I single capital, D single capital with dot, A short capitalised word
    with dot, P particle, H title, S suffix, & conjunction, l other word, J run of ideographs or Hangul, E "et al.",
    q quotation mark, d digits; punctuation stands for itself.
    """

    kinds: str
    spans: tuple[tuple[int, int], ...]
    """Offset of first letter and end of each word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name within a text."""

    name: Name
    style: str
    start: int
    end: int
    next: int
    """Place of the word after it."""
    honorific: tuple[int, int] | None = None
    """Where its title stands."""


def cut_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """Cut a text into words and tell their kinds."""
    kinds: list[str] = []
    spans: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind, stop = _kind(found)
        kinds.append(kind)
        spans.append((found.start(), stop))
        if found["dot"] and stop < found.end():
            kinds.append(".")
            spans.append((found.end() - 1, found.end()))
    return Words("".join(kinds), tuple(spans))


def _kind(found: re.Match[str]) -> tuple[str, int]:
    """Tell the kind of a word, and where it ends: with its dot where that belongs to it."""
    word, stop = found["word"], found.end()
    if word is None:
        return _kind_of_sign(found), stop
    bare_end = found.end("word")
    lower, size = word.lower().translate(_PLAIN_MARKS), len(word)
    if lower in HONORIFICS and not word.isupper() and _names_follow(found):
        return "H", stop
    if word.islower():
        return ("&" if lower in CONJUNCTIONS else "P" if lower in PARTICLES else "l"), bare_end
    if lower in SUFFIXES and word not in _AMBIGUOUS:
        return "S", stop
    if found["dot"] and (size == 1 or _JOINED_INITIALS.fullmatch(word)):
        return "D", stop
    if size == 1 or word.isupper():
        return ("I" if size == 1 else "B" if size <= _MOST_INITIALS else "C"), bare_end
    if found["dot"] and size < _MOST_INITIALS and word[0].isupper() and lower not in _NO_INITIALS:
        return "A", stop
    return ("W" if _capitalised(word) else "l"), bare_end


def _names_follow(found: re.Match[str]) -> bool:
    """Tell whether a name, or another title and a name, stands right after a title."""
    lower = found["word"].lower()
    follows = _NAME_AFTER.match(found.string, found.end())
    if follows is None or not (found["dot"] or (lower in _WITHOUT_DOT and not found["word"].islower())):
        return False
    return follows[1][0].isupper() or follows[1].lower() in HONORIFICS


_NAME_AFTER = re.compile(r"[ \t\u00a0\r\n-]*([^\W\d_]+)")


def _kind_of_sign(found: re.Match[str]) -> str:
    """Tell the kind of what is no word of letters."""
    if found["other"]:
        sign = _SAME.get(found["other"], found["other"])
        return "q" if sign in _QUOTES else sign if sign in ",;:.()&-" else "x"
    if found["han"]:
        return "J" if len(found["han"]) <= _LONGEST_HAN else "j"
    return "E" if found["others"] else "S" if found["ordinal"] else "d"


_JOINED_INITIALS = re.compile(r"[^\W\d_a-z]-[^\W\d_]")
"""Initials of a name of two words before one full stop: "J-P."."""
_QUOTES = "\"“”„«»‘’'‹›「」『』《》`"
_MOST_INITIALS = 4
"""Initials that people have at most; longer words in capitals are names."""
_LONGEST_HAN = 5
"""Signs that a name in ideographs or Hangul has at most."""
_AMBIGUOUS = frozenset({"JR", "SR", "IV", "VI", "VII"})
"""Suffixes that are initials rather when in capitals."""
_PLAIN_MARKS = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))


def _capitalised(word: str) -> bool:
    """Tell whether a word is written as a name is: "Müller", "O'Brien", "d'Arcy", "al-Haddad", "eSilva"."""
    return word[0].isupper() or any(sign.isupper() for sign in word[1:])


def name_at(text: str, words: Words, place: int, styles: tuple[str, ...]) -> FoundName | None:
    """Read the name that starts at a word, in the first of the styles that fits."""
    for style in styles:
        if found := STYLES[style].match(words.kinds, place):
            return _with_degrees(text, words, _build(text, words, style, found))
    return None


def _with_degrees(text: str, words: Words, found: FoundName) -> FoundName:
    """Take the degrees after a name into its title, where it has none; bare initials ("Lee MD") are never degrees."""
    degrees = _DEGREES.match(text, found.end) if found.style in _BEFORE_DEGREES and not found.honorific else None
    if degrees is None:
        return found
    start, end = degrees.span(1)
    following = next((place for place, span in enumerate(words.spans) if span[0] >= end), len(words.kinds))
    return replace(found, name=replace(found.name, honorific=degrees[1]), end=end, next=following, honorific=(start, end))


def _build(text: str, words: Words, style: str, found: re.Match[str]) -> FoundName:
    """Take the parts of a name out of the text."""
    parts = found.groupdict()

    def span(group: str) -> tuple[int, int] | None:
        if not parts.get(group):
            return None
        return words.spans[found.start(group)][0], words.spans[found.end(group) - 1][1]

    def part(group: str) -> str | None:
        place = span(group)
        return " ".join(text[place[0] : place[1]].split()) if place else None

    start, end = words.spans[found.start()][0], words.spans[found.end() - 1][1]
    literal = part("literal")
    title = "honorific" if parts.get("honorific") else "title"
    honorific = span(title)
    given = part("given")
    if given and style in _WITH_GIVEN and _WHOLE_WORD.search(given):
        given, end = given[:-1].rstrip(), end - 1
    if literal is not None:
        name = Name(literal=literal)
    else:
        particle, family = part_particle((part("family") or "").rstrip(" ."))
        name = Name(
            family=family,
            given=given,
            non_dropping_particle=" ".join(filter(None, (part("particle"), particle))) or None,
            suffix=_plain_suffix(part("suffix") or part("suffix2")),
            honorific=part(title),
        )
    return FoundName(name=name, style=style, start=start, end=end, next=found.end(), honorific=honorific)


def _plain_suffix(suffix: str | None) -> str | None:
    """Take the full stop of the sentence off a numeral: "III." gives "III", "Jr." stays."""
    return suffix.rstrip(" .") if suffix and suffix.rstrip(" .").isupper() else suffix


def part_particle(family: str) -> tuple[str | None, str]:
    """Part a family name from the particles in lower case before it: "van den Berg" gives "van den", "Berg"."""
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count].islower() and words[count].translate(_PLAIN_MARKS) in PARTICLES:
        count += 1
    return " ".join(words[:count]) or None, " ".join(words[count:])


def parse_name(text: str) -> Name | None:
    """Read one name of a person in whatever order it is printed; None where it does not look like one."""
    words = cut_words(text)
    for style in STYLES:
        found = name_at(text, words, 0, (style,))
        if found and found.next >= len(words.kinds.rstrip(".")):
            return found.name
    return None

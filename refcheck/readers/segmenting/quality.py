"""How much a piece of text is like one whole reference.

The weights are those of a logistic regression on printed references of many styles against parts of references, several
references in one, prose with citations, headings, news, tables of contents, notes of changes and page furniture.
"""

from __future__ import annotations

import re
from operator import itemgetter, mul

from refcheck.readers.segmenting import starts, vocabulary

_YEAR = re.compile(r"(?<![\d:/-])(?<!\d\.)(?:1[5-9]|20)\d\d[a-z]?(?![\d/]|\.\d)")
_UNDATED = re.compile(r"[nso]\. ?[daJ]\.|in press|forthcoming|im Druck|im Erscheinen|sous presse|en prensa|submitted")
_DOI = re.compile(r"10\.\d{4,9}/[^\s,;]+")
_VOLUME = re.compile(
    r"\d\s?\(\s?[\w/–-]{1,9}\)"
    r"|\d[:,]\s?(?:p{1,2}\.? ?)?[A-Za-z]?\d+[A-Za-z]?\s?[-‐–—−]|;\s?\d|(?:[Vv]ol(?:ume)?|[Nn][or°º]|Bd|Jg|[HT])\.? \d"
)
_SERIAL = re.compile(r"(?:[a-zé]\.|\b[A-Z]{2,6}(?:&[A-Z]+)?,?|\bJ\.) ?(?:[A-Z],? )?\d{1,4}(?:, ?|:| | ?\(\d{4}\) ?,? ?)[A-Z]{0,2}\d{2,}")
"""An abbreviated journal with volume and page: Phys. Rev. Lett. 110 172504; AJ, 87, 1029."""
_IN = re.compile(r"(?:[Ii]n|en|dans) ?: |[.”\"’,] [Ii]n [“\"A-Z]|\bJ\. |\bJ [A-Z]")
_QUOTED = re.compile(r"[“\"„«‘‹][^”\"“»’›]{8,}[”\"“»’›]")
_SIGNS = '.,;:()[]&“”"„«»/'
_FIRST = itemgetter(0)
_CODE = re.compile(
    r"[{}]|[=:]{2}|\(\)|[=-]>|;$|^(?:#|//)|\.{4,}|(?: \.){3,}|@|©|[$€£]\d|\d ?(?:€|EUR\b|USD\b|GBP\b|CHF\b|JPY\b|CNY\b)|\b[Tt]el\b"
    r"|^(?:[Ff]ixed|[Aa]dded|[Rr]emoved|[Rr]eceived|[Aa]ccepted|By)\b"
)
_YEARS_FIRST = re.compile(r"\W?(?:\w{3,9}\.? )?(?:19|20)\d\d\b")
_YEARS_ON = re.compile(r"\b(?:19|20)\d\d ?[-–—] ?(?:present|today|heute|(?:19|20)\d\d)")
_MAY_BE = re.compile(rf"\d{{4}}|{_UNDATED.pattern}|https?:|www\.")
_ADDRESS_LAST = re.compile(r"(?:doi:|DOI:)?(?:https?://|www\.|10\.\d{4,9}/)\S+$")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSED = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_LEAST, _TINY, _SHORT, _LONG, _HUGE, _LONGEST = 12, 30, 60, 450, 900, 4000
"""Signs."""
_MANY_YEARS = 4
_LATE = 0.6
"""Share of the text before a first year that comes late."""


_TABLE: dict[str, float] = {
    "bias": -5.4,
    "start3": 3.2,
    "start2": 2.3,
    "start1": 0.8,
    "lower": -2.1,
    "digit": -0.1,
    "end_stop": 3.4,
    "end_sign": 2.7,
    "end_address": 4.4,
    "end_open": 2.0,
    "year": 1.2,
    "year_twice": -2.1,
    "year_many": -0.7,
    "late_year": 0.4,
    "years_first": -2.0,
    "undated": 1.2,
    "doi": -0.6,
    "dois": -3.8,
    "volume": 0.6,
    "serial": 1.2,
    "container": 0.3,
    "visited": 1.8,
    "quoted": 0.3,
    "prose": -7.8,
    "furniture": -1.1,
    "code": -3.0,
    "signs": 0.7,
    "capitals": -0.7,
    "short": -0.9,
    "tiny": -2.1,
    "long": -3.0,
    "huge": 2.3,
    "inner": -2.6,
    "dated_heads": -1.3,
    "open": -2.4,
}
NAMES = tuple(_TABLE)
_WEIGHTS = tuple(_TABLE.values())


def features(text: str) -> list[float]:
    """Measure a piece, blanks squeezed and label taken off, in the order of the weights."""
    return [1.0, *_edges(text), *_marks(text), *_wording(text), *_form(text)]


def _edges(text: str) -> list[float]:
    start, first, last = starts.strength(text), text[:1], text[-1:]
    address = _ADDRESS_LAST.match(text, text.rfind(" ") + 1) is not None
    return [
        start == starts.INITIALS,
        start == starts.NAMES,
        start == starts.GROUP,
        first.islower(),
        first.isdigit(),
        not address and last == ".",
        not address and (last.isdigit() or last in ")]>”"),
        address,
        last in "?!:,;-",
    ]


def _marks(text: str) -> list[float]:
    years = [found.start() for found in _YEAR.finditer(text)]
    dois = len({found.lower().rstrip(".") for found in _DOI.findall(text)}) if "10." in text else 0
    return [
        bool(years),
        len(years) > 1,
        len(years) > _MANY_YEARS,
        bool(years) and years[0] > _LATE * len(text),
        bool(years) and (_YEARS_FIRST.match(text) is not None or _YEARS_ON.search(text) is not None),
        not years and _UNDATED.search(text) is not None,
        dois > 0,
        dois > 1,
        _VOLUME.search(text) is not None,
        _SERIAL.search(text) is not None,
    ]


def _wording(text: str) -> list[float]:
    words = _WORD.findall(text)
    lowered = list(map(str.lower, words))
    tokens = text.split()
    return [
        min(3, sum(map(vocabulary.CONTAINERS.__contains__, lowered)) + (_IN.search(text) is not None)),
        not vocabulary.VISITS.isdisjoint(lowered),
        _QUOTED.search(text) is not None,
        min(0.3, sum(map(vocabulary.PROSE.__contains__, words)) / len(tokens)),
        min(2, sum(map(vocabulary.FURNITURE.__contains__, lowered))),
        min(2, len(_CODE.findall(text))),
        min(1.0, sum(map(text.count, _SIGNS)) / len(tokens)),
        1.0 - sum(map(str.islower, map(_FIRST, tokens))) / len(tokens),
    ]


def _form(text: str) -> list[float]:
    length = len(text)
    return [
        length < _SHORT,
        length < _TINY,
        length > _LONG,
        length > _HUGE,
        min(3, starts.inner_starts(text)),
        min(3, starts.dated_heads(text)),
        sum(text.count(opening) != text.count(closing) for opening, closing in _CLOSED),
    ]


def quality(text: str) -> float:
    """Give the log-odds that a piece is one whole reference.

    Args:
        text: the piece, blanks squeezed and label taken off.

    Returns:
        Above 0 for likely references, bounded at -8 and 6. Pieces without year, identifier or address are -8 at once.
    """
    if not _LEAST <= len(text) <= _LONGEST or not _MAY_BE.search(text):
        return -8.0
    odds: float = sum(map(mul, _WEIGHTS, features(text)))
    return max(-8.0, min(6.0, odds))


_SOURCES = (
    *(_VOLUME, _SERIAL, _DOI, _QUOTED, _IN),
    re.compile(r"https?://|\barXiv|\bISBN"),
    re.compile(r"[\[(](?:1[5-9]|20)\d\d[a-z]?[\])][.:,]?|^.{3,80}?[.,:] (?:1[5-9]|20)\d\d[a-z]?[.:]"),  # the year beside the names
    re.compile(r"[^\W\d_]: ?[^\W\d_].*(?:1[5-9]|20)\d\d"),  # a place and a publisher
    re.compile(r"[.,:] [^\W\d_a-z][\w’'.-]+(?:[ /][^\W\d_a-z][\w’'.-]+)*,? (?:1[5-9]|20)\d\d[a-z]?[.)]*$"),  # a publisher and a year last
)
"""How a reference says where its work is to be found, which catalogues of people, pictures and days do not."""


def is_sourced(text: str) -> bool:
    """Tell whether a piece says where a work is to be found."""
    if any(form.search(text) for form in _SOURCES):
        return True
    return not vocabulary.CONTAINERS.isdisjoint(word.lower() for word in _WORD.findall(text))

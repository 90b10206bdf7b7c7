"""How much a piece of text is like one whole reference.

The weights are those of a logistic regression on printed references of many styles against parts of references, several
references in one, prose with citations, headings, news, tables of contents, notes of changes and page furniture.
"""

from __future__ import annotations

import math
import re

from refcheck.readers.segmenting import starts

_YEAR = re.compile(r"(?<![\d.:/-])(?:1[5-9]|20)\d\d[a-z]?(?![\d/])")
_YEAR_IN_BRACKETS = re.compile(r"[(\[](?:[^()\[\]]{0,20}[ ,.])?(?:1[5-9]|20)\d\d[a-z]?(?:[,;–/-][^()\[\]]{0,30})?[)\]]")
_UNDATED = re.compile(r"[nso]\. ?[daJ]\.|in press|forthcoming|im Druck|im Erscheinen|sous presse|en prensa|submitted")
_DOI = re.compile(r"10\.\d{4,9}/[^\s,;]+")
_URL = re.compile(r"https?: ?//|www\.")
_VOLUME = re.compile(
    r"\d\s?\(\s?[\w/–-]{1,9}\)|\d[:,]\s?(?:p{1,2}\.? ?)?[A-Za-z]?\d+[A-Za-z]?\s?[-‐–—−]|;\s?\d|(?:[Vv]ol(?:ume)?|[Nn][or°º]|Bd|Jg|[HT])\.? \d"
)
_PAGES = re.compile(r"\d[-‐–—−]{1,2}[A-Za-z]?\d|\b(?:pp?|S|p[áa]gs?|s)\.? ?[A-Za-z]?\d|\d (?:pp?|p[áa]gs?|S|s)\b")
_IN = re.compile(r"(?:[Ii]n|en|dans) ?: |[.”\"’,] [Ii]n [“\"A-Z]|\bJ\. |\bJ [A-Z]")
_OTHERS = re.compile(r"et al\b|u\. ?a\.| & |; [^\W\d_]+,? [A-Z]\b")
_QUOTED = re.compile(r"[“\"„«‘‹][^”\"“»’›]{8,}[”\"“»’›]")
_SIGN = re.compile(r"[.,;:()\[\]&“”\"„«»/]")
_CODE = re.compile(
    r"[{}]|[=:]{2}|\(\)|[=-]>|;$|^(?:#|//)|\.{4,}|(?: \.){3,}|@|©|[$€£]\d|^(?:[Ff]ixed|[Aa]dded|[Rr]emoved|[Rr]eceived|[Aa]ccepted|By)\b"
)
_YEARS_FIRST = re.compile(r"\W?(?:\w{3,9}\.? )?(?:19|20)\d\d\b")
_YEARS_ON = re.compile(r"\b(?:19|20)\d\d ?[-–—] ?(?:present|today|heute|(?:19|20)\d\d)")
_MAY_BE = re.compile(rf"\d{{4}}|{_UNDATED.pattern}|https?:|www\.")
_ADDRESS_LAST = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)\S+$")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSED = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_LONGEST = 4000

_CONTAINERS = frozenset(
    "ed eds hrsg hg éd coord coords dir dirs trans übers edn proceedings proc conf conference conferencia kongress journal review revue revista rivista "
    "zeitschrift annals annales annalen transactions letters lancet bulletin magazine tidsskrift tijdschrift press university universidad université "
    "universität università universitetsforlag verlag éditions editions editorial éditeur publisher publishers publishing publications springer elsevier wiley "
    "routledge sage thesis dissertation thèse tesis preprint arxiv biorxiv medrxiv report auflage aufl lecture notes symposium".split()
)
_VISITS = frozenset(
    "retrieved accessed available cited zugriff abgerufen consulté recuperado disponible disponibile acesso geraadpleegd internet online".split()
)
_PROSE = frozenset(
    "is are was were has have had been being this that these those it we our they their there which who can may might will would should could must not "
    "but however also than its you your he she his her did does do such both when while because therefore thus if so said show shows showed shown "
    "found suggest suggests argue argues use used using my me us "
    "ist sind war waren wurde wurden wird werden hat haben nicht auch dass wir sich sie diese dieser dieses diesem aber sowie durch können kann "
    "est sont était étaient nous qui que ne pas cette ces il ils elle elles ont été mais donc "
    "es son fue fueron esta este estos pero porque sono che della questo não são foi uma dat deze wordt werd niet maar".split()
)
_FURNITURE = frozenset(
    "copyright subscribe subscribed subscribing subscription signup click clicking cookie cookies updated phone fax email correspondence "
    "download share login newsletter".split()
)

_TABLE: dict[str, float] = {
    "bias": -5.3,
    "start3": 3.1,
    "start2": 2.2,
    "start1": 0.8,
    "lower": -2.1,
    "digit": -0.1,
    "punct": -0.2,
    "year": 1.2,
    "year_twice": -2.2,
    "year_many": -0.9,
    "names_year": 0.1,
    "undated": 1.2,
    "doi": -0.2,
    "dois": -3.9,
    "url": 0.0,
    "volume": 0.6,
    "pages": -0.0,
    "container": 0.3,
    "visited": 1.8,
    "others": 0.1,
    "quoted": 0.3,
    "prose": -7.5,
    "signs": 0.9,
    "capitals": -0.8,
    "end_stop": 3.2,
    "end_sign": 2.6,
    "end_address": 4.0,
    "short": -1.0,
    "tiny": -2.1,
    "long": -3.1,
    "huge": 2.4,
    "inner": -2.6,
    "dated_heads": -1.0,
    "open": -2.5,
    "furniture": -1.1,
    "code": -2.9,
    "years_first": -2.0,
    "late_year": 0.5,
    "question": 1.8,
}
NAMES = tuple(_TABLE)
_WEIGHTS = tuple(_TABLE.values())


def features(text: str) -> list[float]:
    """Measure a piece, blanks squeezed and label taken off, in the order of the weights."""
    tokens = text.split()
    count = len(tokens) or 1
    words = _WORD.findall(text)
    lowered = [word.lower() for word in words]
    start = starts.strength(text)
    years = [found.start() for found in _YEAR.finditer(text)]
    dois = len({found.lower().rstrip(".") for found in _DOI.findall(text)}) if "10." in text else 0
    first, last = text[:1], text[-1:]
    bracketed = _YEAR_IN_BRACKETS.search(text)
    marked = sum(1 for token in tokens if not token[0].islower())
    address = _ADDRESS_LAST.match(text, text.rfind(" ") + 1) is not None
    return [
        1.0,
        start == 3,
        start == 2,
        start == 1,
        first.islower(),
        first.isdigit(),
        not first.isalnum() and first not in '“"‘«„—–_',
        bool(years),
        len(years) > 1,
        len(years) > 4,
        start >= 2 and bracketed is not None and bracketed.start() < 250,
        not years and _UNDATED.search(text) is not None,
        dois > 0,
        dois > 1,
        _URL.search(text) is not None,
        _VOLUME.search(text) is not None,
        _PAGES.search(text) is not None,
        min(3, sum(1 for word in lowered if word in _CONTAINERS) + (_IN.search(text) is not None)),
        any(word in _VISITS for word in lowered),
        _OTHERS.search(text) is not None,
        _QUOTED.search(text) is not None,
        min(0.3, sum(1 for word in words if word in _PROSE) / count),
        min(1.0, len(_SIGN.findall(text)) / count),
        marked / count,
        not address and last == ".",
        not address and (last.isdigit() or last in ")]>”"),
        address,
        len(text) < 60,
        len(text) < 30,
        len(text) > 450,
        len(text) > 900,
        min(3, starts.inner_starts(text)),
        min(3, starts.dated_heads(text)),
        sum(text.count(opening) != text.count(closing) for opening, closing in _CLOSED),
        min(2, sum(1 for word in lowered if word in _FURNITURE)),
        min(2, len(_CODE.findall(text))),
        bool(years) and (_YEARS_FIRST.match(text) is not None or _YEARS_ON.search(text) is not None),
        bool(years) and years[0] > 0.6 * len(text),
        last in "?!:,;-",
    ]


def quality(text: str) -> float:
    """Give the log-odds that a piece is one whole reference.

    Args:
        text: the piece, blanks squeezed and label taken off.

    Returns:
        Above 0 for likely references, bounded at -8 and 6. Pieces without year, identifier or address are -8 at once.
    """
    if not text or len(text) > _LONGEST or not _MAY_BE.search(text):
        return -8.0
    return max(-8.0, min(6.0, math.fsum(weight * value for weight, value in zip(_WEIGHTS, features(text), strict=True))))

"""How much a piece of text is like one whole reference."""

from __future__ import annotations

import math
import re

from refcheck.readers.segmenting import starts

_YEAR = re.compile(r"(?<![\d.:/-])(?:1[5-9]\d\d|20\d\d)[a-z]?(?![\d/])")
_YEAR_IN_BRACKETS = re.compile(r"[(\[](?:[^()\[\]]{0,20}[ ,.])?(?:1[5-9]|20)\d\d[a-z]?(?:[,;–/-][^()\[\]]{0,30})?[)\]]")
_UNDATED = re.compile(r"\b(?:n\. ?d\.|s\. ?[da]\.|o\. ?J\.|in press|forthcoming|im Druck|im Erscheinen|sous presse|en prensa|submitted)")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s,;]+")
_URL = re.compile(r"https?: ?//|www\.", re.IGNORECASE)
_VOLUME = re.compile(
    r"\d\s?\(\s?[\w/–-]{1,9}\)|\b\d+\s?[:,]\s?(?:p{1,2}\.? ?)?[A-Za-z]?\d+[A-Za-z]?\s?[-‐–—−]|;\s?\d+|\b[Vv]ol(?:ume|\.)? ?\d|\b[Nn](?:o|r|°|º)\.? ?\d"
    r"|\b(?:Bd|Jg|H|T)\. ?\d"
)
_PAGES = re.compile(r"\b(?:pp?|S|págs?|Ss|s)\.? ?[A-Za-z]?\d+|\d[-‐–—−]{1,2}[A-Za-z]?\d|\b\d+ (?:pp?|p[áa]gs?|S|s)\b")
_CONTAINER = re.compile(
    r"\b(?:[Ii]n|en|dans) ?: |[.”\"’,] [Ii]n [“\"A-Z]|\b(?:[Ee]ds?|Hrsg|Hg|[Éé]d|[Cc]oords?|dirs?|[Tt]rans|Übers)\b\.?|Proceedings|Proc\.|\bConf(?:erence|\.)"
    r"|Journal|\bJ\. |\bJ [A-Z]|Review|Revue|Revista|Rivista|Zeitschrift|Annals|Transactions|Letters|Lancet|Bulletin"
    r"|Press\b|Universit|Verlag|Éditions?|Editorial|Publish|Publications|Springer|Elsevier|Wiley|Routledge|Sage\b|SAGE|[Tt]hesis|Dissertation"
    r"|Preprint|[Aa]rXiv|bioRxiv|\bReport\b|\b[Ee]dn?\.|Auflage|\bAufl\."
)
_VISITED = re.compile(
    r"Retrieved|Accessed|Available (?:from|at|online)|\[?[Cc]ited \d|Zugriff|[Aa]bgerufen|[Cc]onsulté|[Rr]ecuperado|Disponible|Disponibile|Acesso|[Gg]eraadpleegd"
)
_OTHERS = re.compile(r"\bet al\b|\bu\. ?a\.|\b& |; [^\W\d_]+,? [A-Z]\b")
_QUOTED = re.compile(r"[“\"„«‘‹][^”\"“»’›]{8,}[”\"“»’›]")
_PROSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|been|being|this|that|these|those|it|we|our|they|their|there|which|who|can|may|might|will|would|should|could|"
    r"must|not|but|however|also|than|its|you|your|he|she|his|her|did|does|do|such|both|when|while|because|therefore|thus|if|so|said|shows?|showed|shown|"
    r"found|suggests?|argues?|use|used|using|i|my|me|us|"
    r"ist|sind|war|waren|wurden?|wird|werden|hat|haben|nicht|auch|dass|wir|sich|sie|diese[rsmn]?|aber|sowie|durch|können|kann|"
    r"est|sont|était|étaient|nous|qui|que|ne|pas|cette|ces|ils?|elles?|ont|été|mais|donc|"
    r"es|son|fue|fueron|esta|este|estos|pero|porque|sono|che|della|questo|não|são|foi|uma?|dat|deze|wordt|werd|niet|maar)\b"
)
_SIGN = re.compile(r"[.,;:()\[\]&“”\"„«»/]")
_FURNITURE = re.compile(
    r"©|\bcopyright\b|all rights reserved|\bsubscrib|\bsign(?:ed)? (?:up|in)\b|\bclick|\bcookie|\bread more|\bupdated\b|\bposted by|\bphone\b|\bfax\b|"
    r"\S@\S+\.\w|[$€£]\d|\bpage \d+ of|\breceived:? |\baccepted:? |\bcorrespond|^(?:def|class|import|function|const|fixed|added|bump(?:ed)?|removed) ",
    re.IGNORECASE,
)
_CODE = re.compile(r"[{}]|==|\(\)|=>|->|::|;$|\w\(\w*\)|^#|^//|\.{4,}|(?: \.){3,}| {4,}\d+$")
_SPAN_OF_YEARS = re.compile(
    r"^\W?(?:\w{3,9}\.? )?(?:19|20)\d\d\b|\b(?:19|20)\d\d ?[-–—] ?(?:present|today|heute|(?:19|20)\d\d)", re.IGNORECASE
)
_MAY_BE = re.compile(rf"(?:{_YEAR.pattern})|(?:{_UNDATED.pattern})|10\.\d{{4}}|https?:|www\.")
_CLOSED = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_ADDRESS_LAST = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/)\S+$")
_LONGEST = 4000

_TABLE = {
    "bias": -5.0,
    "start3": 3.0,
    "start2": 1.9,
    "start1": 0.8,
    "lower": -2.3,
    "digit": -0.7,
    "punct": 0.3,
    "year": 1.3,
    "year_twice": -2.3,
    "year_many": -0.8,
    "names_year": 0.1,
    "undated": -0.7,
    "doi": -0.5,
    "dois": -4.1,
    "url": -0.2,
    "volume": 0.6,
    "pages": 0.1,
    "container": 0.2,
    "visited": 2.6,
    "others": 0.2,
    "quoted": 0.6,
    "prose": -9.4,
    "signs": 0.7,
    "capitals": -1.2,
    "end_stop": 3.6,
    "end_sign": 2.6,
    "end_address": 4.5,
    "short": -1.0,
    "tiny": -2.8,
    "long": -3.0,
    "huge": 2.2,
    "inner": -2.6,
    "dated_heads": -3.6,
    "open": -2.3,
    "furniture": -3.4,
    "code": -0.1,
    "years_first": -2.0,
    "late_year": 0.4,
    "question": 1.8,
}
NAMES = tuple(_TABLE)
_WEIGHTS = tuple(_TABLE.values())


def features(text: str) -> list[float]:
    """Measure a piece, blanks squeezed and label taken off, in the order of the weights."""
    tokens = text.split()
    count = len(tokens) or 1
    start = starts.strength(text)
    years = len(_YEAR.findall(text))
    dois = len({found.lower().rstrip(".") for found in _DOI.findall(text)})
    first = text[:1]
    bracketed = _YEAR_IN_BRACKETS.search(text)
    marked = sum(1 for token in tokens if token[0].isupper() or token[0].isdigit() or not token[0].isalnum())
    last = text[-1:]
    year = _YEAR.search(text)
    address = _ADDRESS_LAST.search(text, max(0, len(text) - 300))
    return [
        1.0,
        float(start == 3),
        float(start == 2),
        float(start == 1),
        float(first.islower()),
        float(first.isdigit()),
        float(not first.isalnum() and first not in '“"‘«„—–_'),
        float(years > 0),
        float(years > 1),
        float(years > 4),
        float(start >= 2 and bracketed is not None and bracketed.start() < 250),
        float(_UNDATED.search(text) is not None),
        float(dois > 0),
        float(dois > 1),
        float(_URL.search(text) is not None),
        float(_VOLUME.search(text) is not None),
        float(_PAGES.search(text) is not None),
        min(3.0, float(len(_CONTAINER.findall(text)))),
        float(_VISITED.search(text) is not None),
        float(_OTHERS.search(text) is not None),
        float(_QUOTED.search(text) is not None),
        min(0.3, len(_PROSE.findall(text)) / count),
        min(1.0, len(_SIGN.findall(text)) / count),
        marked / count,
        float(address is None and last == "."),
        float(address is None and (last.isdigit() or last in ")]>”")),
        float(address is not None),
        float(len(text) < 60),
        float(len(text) < 30),
        float(len(text) > 450),
        float(len(text) > 900),
        min(3.0, float(starts.inner_starts(text))),
        min(3.0, float(starts.dated_heads(text))),
        float(sum(text.count(opening) != text.count(closing) for opening, closing in _CLOSED)),
        min(2.0, float(len(_FURNITURE.findall(text)))),
        min(2.0, float(len(_CODE.findall(text)))),
        float(_SPAN_OF_YEARS.search(text) is not None),
        float(year is not None and year.start() > 0.6 * len(text)),
        float(last in "?!:,;-"),
    ]


def quality(text: str) -> float:
    """Give the log-odds that a piece is one whole reference.

    Args:
        text: the piece, blanks squeezed and label taken off.

    Returns:
        Above 0 for likely references, bounded at -8 and 6. Pieces without year, identifier or address are -8 at once.
    """
    if not _MAY_BE.search(text) or len(text) > _LONGEST:
        return -8.0
    return max(-8.0, min(6.0, math.fsum(weight * value for weight, value in zip(_WEIGHTS, features(text), strict=True))))

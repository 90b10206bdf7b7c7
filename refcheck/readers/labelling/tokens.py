"""Cut the body of a reference into numbers, labels of numbers, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refcheck.text.dates import FoundDate, month_number

_DASH = r"\s?[-\u2010-\u2015\u2212~]{1,2}\s?"
_NUMBER = r"[A-Za-z]{0,3}\d+(?:\.\d+)*(?:[A-Za-z](?![\w]))?"
_WORD_BEFORE = r"(?<![^\W\d_])"
_WORD_AFTER = r"(?![^\W\d_])"
_LABEL = {
    "page_label": r"(?:(?i:pp?|pgs?|pages?|pag|págs?|páginas?|paginas?|seiten?|стр)|[SСс](?=[.\s]))",
    "article_label": r"(?i:articles?|art|artículo|artikel|paper|e-?locator|article id)",
    "volume_label": r"(?:(?i:vol(?:ume)?s?|volumen|bd|band|jg|jahrgang|tome|tomo)|[tvVTтТ](?=[.\s])|第|제|總第|总第)",
    "issue_label": r"(?:(?i:issues?|iss|numbers?|numéro|número|num|nos?|nr|núm|heft|fasc)|[hHnN](?=[.\s])|[nN]\s?[°º]|№)",
}
_TOKEN = re.compile(
    rf"(?P<page_label>{_WORD_BEFORE}{_LABEL['page_label']}{_WORD_AFTER}\s?\.?\s?(?=[A-Za-z]{{0,2}}\d|[ivxlc]+\b))"
    rf"|(?P<article_label>{_WORD_BEFORE}{_LABEL['article_label']}{_WORD_AFTER}\s?\.?\s?(?:(?:[Nn]o|[Nn]r)\.?|number|ID|"
    rf"id)?\s?:?\s?(?=#?[A-Za-z]{{0,2}}\d))"
    rf"|(?P<volume_label>{_WORD_BEFORE}{_LABEL['volume_label']}{_WORD_AFTER}\s?[.,]?\s?(?=[A-Za-z]?\d|[ivxlcIVXLC]+(?!\w)))"
    rf"|(?P<issue_label>{_WORD_BEFORE}{_LABEL['issue_label']}{_WORD_AFTER}\s?[.,:]?\s?(?=[A-Za-z]?\d|\(|S\d))"
    r"|(?P<special>(?<=[(\[])[A-Z][^()\[\]\d]{0,25}(?:[Ii]ssue|[Nn]umber|[Ss]upplement|[Ss]uppl\.?)(?=[)\]]))"
    r"|(?P<supplement>(?<!\w)(?i:suppl(?:ement)?s?|sup|pt|part|spec(?:ial)? (?:no|issue)|sonderheft|"
    r"beilage)(?![^\W\d_])[\s_]?\.?\s?[A-Z]?\d*(?:-\d+)?)"
    r"|(?P<han_unit>[권卷호號号頁页쪽期])"
    rf"|(?P<range>(?:(?<!\w)|(?<=[pP]))[A-Za-z]{{0,3}}\d+[A-Za-z]?{_DASH}[A-Za-z]{{0,3}}\d+[A-Za-z]?(?!\w)|"
    rf"(?<!\w)[ivxlc]{{1,7}}{_DASH}[ivxlc]{{1,7}}(?!\w))"
    rf"|(?P<number>(?<![A-Za-z\d])#?{_NUMBER}(?!\w)|(?<=[pP])\d+(?!\w)|(?<=[a-zß-ÿ]{{3}})\d+(?=\s?[,(;:])|"
    rf"(?<![A-Za-z\d])\d+(?=[권卷호號号頁页쪽期月]))"
    r"|(?P<roman>(?<!\w)[IVXLC]+(?![\w.])|(?<!\w)[ivxlc]{2,}(?![\w.]))"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<punctuation>[,;:./|–—-])|(?P<link>(?<!\w)(?:and|&|at)(?!\w))|"
    r"(?P<word>[^\W\d_]+(?:['’-]\w+)*)|(?P<other>\S)"
)
_LABELS = ("page_label", "article_label", "volume_label", "issue_label")
_ROMAN_VOLUME = re.compile(r",\s[IVXLC]+\s?[,(]\s?\(?\d")
_MONTH_ALONE = re.compile(r"\([^\W\d_]+\)")
"""A month in the place of an issue, whose year stands elsewhere: "155 (May): 212-18"."""
_YEAR_LENGTH = 5
"""Of a year with its letter: what is longer has a month or an end."""
NUMERIC = frozenset({"number", "range", "year", "date", "supplement", "roman"})
"""Kinds of tokens that say something by themselves."""


@dataclass(slots=True, kw_only=True)
class Token:
    """A number, or what stands between numbers."""

    kind: str
    """One of `NUMERIC`, or "label", "unit", "open", "close", "colon", "punctuation"."""
    start: int
    end: int
    date: FoundDate | None = None
    label: str | None = None
    """The label before it; of a unit, the sign itself."""
    bracketed: bool = False
    colon: bool = False
    """A colon stands before it."""


def cut_tokens(text: str, start: int, end: int, dates: list[FoundDate]) -> Iterator[Token | None]:
    """Give the tokens of a stretch in order; None stands for a word that parts runs."""
    starts = {date.start: date for date in dates if date.start >= start}
    at, label, bracketed, colon = start, None, False, False
    while found := _TOKEN.search(text, at, end):
        kind, at, date = _kind(text, found, starts.get(found.start()), label)
        token = Token(kind=kind, start=found.start(), end=at, date=date, label=label, bracketed=bracketed, colon=colon)
        if kind == "word" and _MONTH_ALONE.match(text, found.start() - 1) and month_number(found[0]):
            kind = token.kind = "punctuation"
        if kind == "word":
            label, colon, bracketed = None, False, False
            yield None
            continue
        if kind in NUMERIC:
            label, colon = (label if kind == "supplement" else None), False
        elif kind == "label":
            label = found.lastgroup
        elif kind == "unit":
            token.label = found[0]
        elif kind in {"open", "close"}:
            bracketed, label = kind == "open", label if kind == "open" else None
        else:
            colon = kind == "colon"
        yield token


def _kind(text: str, found: re.Match[str], date: FoundDate | None, label: str | None) -> tuple[str, int, FoundDate | None]:
    """Tell the kind of a token, where it ends, and the date that it is."""
    kind, end = found.lastgroup or "", found.end()
    if date and kind == "range":
        return kind, end, date if date.date.end and date.end >= end else None
    if date and (date.end > end or kind in {"number", "word"}):
        return ("year" if date.start == date.year and date.end - date.start <= _YEAR_LENGTH else "date"), date.end, date
    if kind == "roman" and not (label in {"volume_label", "page_label"} or _ROMAN_VOLUME.match(text, found.start() - 2)):
        kind = "word"
    elif kind in _LABELS:
        kind = "label"
    elif kind in {"punctuation", "link"}:
        kind = "colon" if found[0] == ":" else "punctuation"
    return {"special": "supplement", "han_unit": "unit", "other": "word"}.get(kind, kind), end, None

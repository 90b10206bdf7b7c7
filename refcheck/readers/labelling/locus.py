"""Volume, issue, pages and year where they stand together: "2006;5(3):258-287", "vol. 5, no. 2, pp. 3-9", "12, 345 (1999)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from refcheck.text.dates import FoundDate

_DASH = r"\s?[-\u2010-\u2015\u2212~]{1,2}\s?"
_NUMBER = r"[A-Za-z]{0,3}\d+(?:\.\d+)*(?:[A-Za-z](?![\w]))?"
_WORD_BEFORE = r"(?<![^\W\d_])"
_WORD_AFTER = r"(?![^\W\d_])"
_LABEL = {
    "page_label": r"(?:(?i:pp?|pgs?|pages?|pag|págs?|páginas?|paginas?|seiten?|стр)|S|С|с)",
    "article_label": r"(?i:articles?|art|artículo|artikel|paper|e-?locator|article id)",
    "volume_label": r"(?:(?i:vol(?:ume)?s?|volumen|bd|band|jg|jahrgang|tome|tomo)|[tvVTтТ]|第|제|總第|总第)",
    "issue_label": r"(?:(?i:issues?|iss|numbers?|numéro|número|num|nos?|nr|núm|heft|fasc)|[hHnN]|[nN]\s?[°º]|№)",
}
_TOKEN = re.compile(
    rf"(?P<page_label>{_WORD_BEFORE}{_LABEL['page_label']}{_WORD_AFTER}\s?\.?\s?(?=[A-Za-z]{{0,2}}\d|[ivxlc]+\b))"
    rf"|(?P<article_label>{_WORD_BEFORE}{_LABEL['article_label']}{_WORD_AFTER}\s?\.?\s?(?:(?:[Nn]o|[Nn]r)\.?|number|ID|id)?\s?:?\s?(?=#?[A-Za-z]{{0,2}}\d))"
    rf"|(?P<volume_label>{_WORD_BEFORE}{_LABEL['volume_label']}{_WORD_AFTER}\s?[.,]?\s?(?=[A-Za-z]?\d|[ivxlcIVXLC]+(?!\w)))"
    rf"|(?P<issue_label>{_WORD_BEFORE}{_LABEL['issue_label']}{_WORD_AFTER}\s?[.,:]?\s?(?=[A-Za-z]?\d|\(|S\d))"
    r"|(?P<special>(?<=[(\[])[A-Z][^()\[\]\d]{0,25}(?:[Ii]ssue|[Nn]umber|[Ss]upplement|[Ss]uppl\.?)(?=[)\]]))"
    r"|(?P<supplement>(?<!\w)(?i:suppl(?:ement)?s?|sup|pt|part|spec(?:ial)? (?:no|issue)|sonderheft|beilage)(?![^\W\d_])[\s_]?\.?\s?[A-Z]?\d*(?:-\d+)?)"
    r"|(?P<han_unit>[권卷호號号頁页쪽期])"
    rf"|(?P<range>(?:(?<!\w)|(?<=[pP]))[A-Za-z]{{0,3}}\d+[A-Za-z]?{_DASH}[A-Za-z]{{0,3}}\d+[A-Za-z]?(?!\w)|(?<!\w)[ivxlc]{{1,7}}{_DASH}[ivxlc]{{1,7}}(?!\w))"
    rf"|(?P<number>(?<![A-Za-z\d])#?{_NUMBER}(?!\w)|(?<=[pP])\d+(?!\w)|(?<=[a-zß-ÿ]{{3}})\d+(?=\s?[,(;:])|(?<![A-Za-z\d])\d+(?=[권卷호號号頁页쪽期月]))"
    r"|(?P<roman>(?<!\w)[IVXLC]+(?![\w.])|(?<!\w)[ivxlc]{2,}(?![\w.]))"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<punctuation>[,;:./|–—-])|(?P<link>(?<!\w)(?:and|&|at)(?!\w))|(?P<word>[^\W\d_]+(?:['’-]\w+)*)|(?P<other>\S)"
)
_LABELS = ("page_label", "article_label", "volume_label", "issue_label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A number of a locus and what it is."""

    role: str
    """"volume", "issue", "pages", "article", "year"."""
    start: int
    end: int
    date: FoundDate | None = None
    labelled: bool = False


@dataclass(slots=True, kw_only=True)
class _Token:
    kind: str
    start: int
    end: int
    date: FoundDate | None = None
    label: str | None = None
    bracketed: bool = False
    colon: bool = False
    """A colon stands before it."""


@dataclass(slots=True, kw_only=True)
class Run:
    """A stretch of numbers with nothing but punctuation and labels among them."""

    start: int
    end: int
    pieces: list[Piece] = field(default_factory=list)
    strength: float = 0
    """How sure it is that these numbers say where a work stands."""

    def roles(self) -> set[str]:
        """Name what is there."""
        return {piece.role for piece in self.pieces}


def find_runs(text: str, start: int, end: int, dates: list[FoundDate], *, dated: bool) -> list[Run]:
    """Find the runs of numbers in a stretch, in the order of the text, and say what each number is.

    Args:
        dates: the dates of the stretch in order.
        dated: the date of the work is known already, so that a year here needs brackets or a month to be one.
    """
    runs: list[Run] = []
    current: list[_Token] = []
    for token in _tokens(text, start, end, dates):
        if token is None:
            _close(text, runs, current, dated=dated)
            current = []
        else:
            current.append(token)
    _close(text, runs, current, dated=dated)
    return runs


def _tokens(text: str, start: int, end: int, dates: list[FoundDate]) -> Iterator[_Token | None]:
    """Give the tokens of a stretch; None stands for a word that parts runs."""
    starts = {date.start: date for date in dates if date.start >= start}
    at, label, bracketed, colon = start, None, False, False
    while found := _TOKEN.search(text, at, end):
        kind, first, at = found.lastgroup or "", found.start(), found.end()
        date = starts.get(first)
        if kind == "special":
            kind = "supplement"
        elif date and kind == "range":
            spanning = date if date.date.end and date.end >= at else None
            yield _Token(kind="range", start=first, end=at, date=spanning, label=label, bracketed=bracketed, colon=colon)
            label, colon = None, False
            continue
        if date and date.end > at or date and kind in ("number", "range", "word"):
            kind, at = "year" if date.start == date.year and date.end - date.start <= 5 else "date", date.end  # noqa: PLR2004 -- "2023a"
        if kind in _LABELS:
            label = kind
            yield _Token(kind="label", start=first, end=at)
        elif kind == "open":
            bracketed = True
            yield _Token(kind="open", start=first, end=at)
        elif kind == "close":
            bracketed, label = False, None
            yield _Token(kind="close", start=first, end=at)
        elif kind == "punctuation" or kind == "link":
            colon = found[0] == ":"
            yield _Token(kind="colon" if colon else "punctuation", start=first, end=at)
        elif kind in ("number", "range", "year", "date", "supplement") or (kind == "roman" and (label in ("volume_label", "page_label") or _ROMAN_VOLUME.match(text, first - 2))):
            yield _Token(kind=kind, start=first, end=at, date=date, label=label, bracketed=bracketed, colon=colon)
            label, colon = (label if kind == "supplement" else None), False
        elif kind == "han_unit":
            yield _Token(kind="unit", start=first, end=at, label=found[0])
        else:
            label, colon, bracketed = None, False, False
            yield None


_LETTERED = re.compile(r"[A-Z](?=\d)")
"""A letter glued to a volume belongs to the container: "Phys. Lett. B688"."""
_ROMAN_VOLUME = re.compile(r",\s[IVXLC]+\s?[,(]\s?\(?\d")
_UNITS = {
    "권": "volume_label",
    "卷": "volume_label",
    "호": "issue_label",
    "號": "issue_label",
    "号": "issue_label",
    "期": "issue_label",
    "頁": "page_label",
    "页": "page_label",
    "쪽": "page_label",
}
_NUMERIC = ("number", "range", "year", "date", "supplement", "roman")


def _close(text: str, runs: list[Run], tokens: list[_Token], *, dated: bool) -> None:
    """End a run: decide what its numbers are, and keep it if there are any."""
    for token, unit in zip(tokens, tokens[1:], strict=False):
        if unit.kind == "unit" and token.kind in ("number", "range", "year"):
            token.label = _UNITS[unit.label or ""]
    while tokens and tokens[0].kind in ("punctuation", "colon", "close", "unit"):
        tokens = tokens[1:]
    while tokens and tokens[-1].kind in ("punctuation", "colon", "open", "label"):
        tokens = tokens[:-1]
    opened = [place for place, token in enumerate(tokens) if token.kind == "open"]
    closed = [place for place, token in enumerate(tokens) if token.kind == "close"]
    if closed and (not opened or closed[0] < opened[0]):
        # what stands before it belongs to a bracket with words in it
        tokens = tokens[closed[0] + 1 :]
    while tokens and tokens[0].kind in ("punctuation", "colon"):
        tokens = tokens[1:]
    numeric = [token for token in tokens if token.kind in _NUMERIC]
    if not numeric:
        return
    run = Run(start=tokens[0].start + bool(_LETTERED.match(text, tokens[0].start)), end=tokens[-1].end)
    _assign(text, run, tokens, numeric, dated=dated)
    if run.pieces:
        runs.append(run)


def _assign(text: str, run: Run, tokens: list[_Token], numeric: list[_Token], *, dated: bool) -> None:
    """Say what each number of a run is."""
    taken: dict[int, str] = {}
    year = None if dated else _year_of(text, numeric)
    for place, token in enumerate(numeric):
        if (
            token is year
            or (token.kind == "date")
            or (dated and token.kind == "year" and token.bracketed and token.label is None and place == len(numeric) - 1)
        ):
            taken[place] = "year"
        elif token.kind == "supplement":
            taken[place] = "issue"
        elif token.label:
            taken[place] = {"page_label": "pages", "article_label": "article", "volume_label": "volume", "issue_label": "issue"}[
                token.label
            ]
    if year and year.date:
        for place, token in enumerate(numeric):
            if place not in taken and token.date and token.kind != "range" and token.date.date.year == year.date.date.year and text[token.end : token.end + 1] != "(":
                taken[place] = "again"
    _bracketed_issues(numeric, taken, text)
    free = [place for place in range(len(numeric)) if place not in taken]
    _free_roles(text, numeric, free, taken)
    for place, role in sorted(taken.items()):
        if role == "again":
            continue
        token = numeric[place]
        run.pieces.append(Piece(role=role, start=token.start, end=token.end, date=token.date, labelled=token.label is not None))
    run.strength = _strength(numeric, taken)


def _year_of(text: str, numeric: list[_Token]) -> _Token | None:
    """Choose the number of a run that is the year of publication."""
    years = [token for token in numeric if token.label is None and (token.kind in ("year", "date") or (token.date and token.bracketed))]
    if not years:
        return None
    for test in (
        lambda token: token.kind == "date",
        lambda token: token.bracketed,
        lambda token: text[token.end : token.end + 2].strip().startswith(";"),
        lambda token: token is numeric[-1] and not token.colon,
        lambda token: token is numeric[0],
    ):
        chosen = [token for token in years if test(token)]
        if chosen:
            return chosen[0]
    return years[-1] if not years[-1].colon else None


def _bracketed_issues(numeric: list[_Token], taken: dict[int, str], text: str) -> None:
    """Take a number in brackets right after another for the issue, the other for the volume."""
    for place, token in enumerate(numeric):
        if not token.bracketed or token.kind == "date" or taken.get(place) not in (None, "issue"):
            continue
        before = place - 1
        if before >= 0 and taken.get(before) == "issue" and numeric[before].bracketed and ")" not in text[numeric[before].end : token.start]:
            numeric[before].end = token.end
            taken[place] = "again"
            continue
        taken[place] = "pages" if token.kind == "range" and before < 0 and taken.get(place) is None else "issue"
        if before >= 0 and before not in taken and not text[numeric[before].end : token.start].strip(" ([.,"):
            taken[before] = "volume"


def _free_roles(text: str, numeric: list[_Token], free: list[int], taken: dict[int, str]) -> None:
    """Say what the numbers without label or bracket are, by their order."""
    roles = set(taken.values())
    if "pages" not in roles and "article" not in roles:
        ranges = [place for place in free if numeric[place].kind == "range"]
        after_colon = [place for place in free if numeric[place].colon and place > 0]
        chosen = after_colon[-1] if after_colon else ranges[-1] if ranges else None
        if chosen is None and len(free) + ("volume" in roles) >= 2:  # noqa: PLR2004 -- a volume and a page
            chosen = free[-1]
        if chosen is not None:
            taken[chosen] = "pages"
            free.remove(chosen)
    for role in ("volume", "issue"):
        if free and role not in taken.values():
            taken[free.pop(0)] = role


def _strength(numeric: list[_Token], taken: dict[int, str]) -> float:
    """Tell how sure a run is: labels, ranges, brackets and company make it so."""
    roles = set(taken.values())
    labels = sum(token.label is not None for token in numeric)
    strength = 2.0 * bool(labels) + 1.5 * ({"volume", "pages"} <= roles or {"volume", "issue"} <= roles) + ("year" in roles) * 0.5
    strength += 1.0 * any(token.kind == "range" and not token.bracketed for token in numeric) + 0.5 * (len(numeric) > 2)  # noqa: PLR2004
    if "article" in roles:
        strength += 1
    return strength

"""Volume, issue, pages and year where they stand together: "2006;5(3):258-287", "vol. 5, no. 2, pp. 3-9", "12, 345 (1999)"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from refcheck.readers.labelling.tokens import NUMERIC, Token, cut_tokens
from refcheck.text.dates import FoundDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A number of a locus and what it is."""

    role: str
    """"volume", "issue", "pages", "article", "year"."""
    start: int
    end: int
    date: FoundDate | None = None
    labelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of numbers with nothing but punctuation and labels among them."""

    start: int
    end: int
    pieces: list[Piece]
    strength: float
    """How sure it is that these numbers say where a work stands."""

    def roles(self) -> set[str]:
        """Name what is there."""
        return {piece.role for piece in self.pieces}


def find_runs(text: str, start: int, end: int, dates: list[FoundDate], *, dated: bool) -> list[Run]:
    """Find the runs of numbers in a stretch, in the order of the text, and say what each number is.

    Args:
        text: the whole reference.
        start: first offset of the stretch.
        end: offset after the stretch.
        dates: the dates of the stretch in order.
        dated: the date of the work is known already, so that a year here needs brackets or a month to be one.
    """
    runs: list[Run] = []
    current: list[Token] = []
    for token in (*cut_tokens(text, start, end, dates), None):
        if token is not None:
            current.append(token)
        elif current:
            if (run := _run(text, current, dated=dated)) is not None:
                runs.append(run)
            current = []
    return runs


_LETTERED = re.compile(r"[A-Z](?=\d)")
"""A letter glued to a volume belongs to the container: "Phys. Lett. B688"."""
_UNITS = dict.fromkeys("권卷", "volume_label") | dict.fromkeys("호號号期", "issue_label") | dict.fromkeys("頁页쪽", "page_label")
"""Sign after a number -> the label that it stands for."""
_ROLES = {"page_label": "pages", "article_label": "article", "volume_label": "volume", "issue_label": "issue"}
_SKIPPED = "again"
"""Role of a number that says what another has said."""


def _run(text: str, tokens: list[Token], *, dated: bool) -> Run | None:
    """Make a run of tokens: decide what its numbers are; None where there is none."""
    for token, unit in itertools.pairwise(tokens):
        if unit.kind == "unit" and token.kind in NUMERIC:
            token.label = _UNITS[unit.label or ""]
    marks = [token.kind for token in tokens if token.kind in {"open", "close", "label"}]
    if marks[:1] == ["close"]:
        # what stands before it belongs to a bracket with words in it
        tokens = tokens[[token.kind for token in tokens].index("close") + 1 :]
    while tokens and tokens[0].kind in {"punctuation", "colon", "unit"}:
        tokens = tokens[1:]
    while tokens and tokens[-1].kind in {"punctuation", "colon", "open", "label"}:
        tokens = tokens[:-1]
    numeric = [token for token in tokens if token.kind in NUMERIC]
    if not numeric:
        return None
    taken = _roles(text, numeric, dated=dated)
    pieces = [
        Piece(role=role, start=numeric[place].start, end=numeric[place].end, date=numeric[place].date, labelled=bool(numeric[place].label))
        for place, role in sorted(taken.items())
        if role != _SKIPPED
    ]
    start = tokens[0].start + bool(_LETTERED.match(text, tokens[0].start))
    return Run(start=start, end=tokens[-1].end, pieces=pieces, strength=_strength(numeric, taken))


def _roles(text: str, numeric: list[Token], *, dated: bool) -> dict[int, str]:
    """Say what each number of a run is: place -> role."""
    taken: dict[int, str] = {}
    year = None if dated else _year_of(text, numeric)
    for place, token in enumerate(numeric):
        late = dated and token.kind == "year" and token.bracketed and not token.label and place == len(numeric) - 1
        if token is year or token.kind == "date" or late:
            taken[place] = "year"
        elif token.kind == "supplement":
            taken[place] = "issue"
        elif token.label:
            taken[place] = _ROLES[token.label]
        elif year and _says_again(text, token, year):
            taken[place] = _SKIPPED
    _bracketed_roles(text, numeric, taken)
    _free_roles(numeric, taken)
    return taken


def _says_again(text: str, token: Token, year: Token) -> bool:
    """Tell whether a number is the year of publication once more, and not a volume."""
    if token.kind != "year" or not token.date or not year.date:
        return False
    return token.date.date.year == year.date.date.year and text[token.end : token.end + 1] != "("


def _year_of(text: str, numeric: list[Token]) -> Token | None:
    """Choose the number of a run that is the year of publication."""
    years = [token for token in numeric if not token.label and (token.kind in {"year", "date"} or (token.date and token.bracketed))]
    for test in (
        lambda token: token.kind == "date",
        lambda token: token.bracketed,
        lambda token: text[token.end : token.end + 2].strip().startswith(";"),
        lambda token: token is numeric[0] and any(each.bracketed for each in numeric[1:-1]) and text[token.end : token.end + 1] == ",",
        lambda token: token is numeric[-1] and not token.colon,
        lambda token: token is numeric[0],
        lambda token: not token.colon,
    ):
        if chosen := [token for token in years if test(token)]:
            return chosen[0]
    return None


def _bracketed_roles(text: str, numeric: list[Token], taken: dict[int, str]) -> None:
    """Take a number in brackets right after another for the issue, the other for the volume; a range alone for pages."""
    for place, token in enumerate(numeric):
        if not token.bracketed or taken.get(place, "issue") != "issue":
            continue
        before = numeric[place - 1] if place else None
        between = text[before.end : token.start] if before else ""
        if before and before.bracketed and taken.get(place - 1) == "issue" and ")" not in between:
            before.end = token.end
            taken[place] = _SKIPPED
            continue
        taken.setdefault(place, "pages" if token.kind == "range" and before is None else "issue")
        if before and place - 1 not in taken and not between.strip(" ([.,"):
            taken[place - 1] = "volume"


def _free_roles(numeric: list[Token], taken: dict[int, str]) -> None:
    """Say what the numbers without label or bracket are, by their order."""
    free = [place for place in range(len(numeric)) if place not in taken]
    roles = set(taken.values())
    if not roles & {"pages", "article"}:
        ranges = [place for place in free if numeric[place].kind == "range"]
        after_colon = [place for place in free if numeric[place].colon and place > 0]
        last = free if len(free) + ("volume" in roles) > 1 else []
        alone = [place for place in free if numeric[place].kind == "number" and numeric[place].end - numeric[place].start >= _ARTICLE]
        if chosen := (after_colon or ranges or last or alone)[-1:]:
            taken[chosen[0]] = "pages"
            free.remove(chosen[0])
    for role in ("volume", "issue"):
        if free and role not in taken.values():
            taken[free.pop(0)] = role


_ARTICLE = 5
"""Signs of a number that is an article's and no volume."""


def _strength(numeric: list[Token], taken: dict[int, str]) -> float:
    """Tell how sure a run is: labels, ranges, brackets and company make it so."""
    roles = set(taken.values())
    return (
        2.0 * any(token.label for token in numeric)
        + 1.5 * (len(roles & {"volume", "issue", "pages"}) > 1)
        + 0.5 * ("year" in roles)
        + 1.0 * any(token.kind == "range" and not token.bracketed for token in numeric)
        + 0.5 * (len(numeric) > 2)  # noqa: PLR2004 -- volume, pages and year
        + 1.0 * ("article" in roles)
    )

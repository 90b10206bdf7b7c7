"""Read dates as reference lists print them, in the languages they are printed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refcheck.model.dates import Date
from refcheck.text.folding import fold

_MONTHS = (
    "january jan januar janner jaenner janvier janv enero ene gennaio gen gen. janeiro januari styczen leden",
    "february feb febr februar fevrier fevr fev febrero febbraio fevereiro februari luty",
    "march mar mars marz maerz mrz marzo marco maart mrt marzec",
    "april apr avril avr abril abr aprile kwiecien",
    "may mai mayo maggio mag maio mei maj",
    "june jun juni juin junio giugno giu junho czerwiec",
    "july jul juli juillet juil julio luglio lug julho lipiec",
    "august aug aout agosto ago augustus augusti sierpien",
    "september sep sept septembre septiembre setiembre settembre set setembro wrzesien",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik",
    "november nov novembre noviembre novembro listopad",
    "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien",
)
_SEASONS = (
    "spring fruhling fruhjahr printemps primavera",
    "summer sommer ete verano estate verao",
    "autumn fall herbst automne otono autunno outono",
    "winter hiver invierno inverno",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""Folded name or abbreviation of a month without its dot -> 1 to 12."""
SEASONS = {name: number for number, names in enumerate(_SEASONS, 1) for name in names.split()}
"""Folded name of a season -> 1 spring to 4 winter."""

_YEAR = re.compile(r"(?<![A-Za-z0-9])(1[4-9]\d\d|20\d\d)([a-z])?(?![A-Za-z0-9])")
_OF = r"(?:\s*(?:de[l]?|of)(?=\s))?\s*"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|°)?"
_BEFORE = re.compile(
    rf"(?<![\w.-])(?:{_DAY}(?:\s*[-\u2013/]\s*(\d{{1,2}}))?\.?{_OF})?([^\W\d_]{{3,10}})\.?"
    rf"(?:\s*[-\u2013/]\s*([^\W\d_]{{3,10}})\.?)?{_OF}(?:{_DAY}(?:\s*[-\u2013]\s*(\d{{1,2}}))?)?[\s,]*{_OF}$"
)
_BEFORE_NUMBERS = re.compile(r"(?<![\d/-])(?<!\d\.)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?$")
_AFTER = re.compile(
    rf"[\s,;]+([^\W\d_]{{3,10}})\b\.?(?:\s*[-\u2013/]\s*([^\W\d_]{{3,10}})\b\.?)?(?:\s+{_DAY}(?:\s*[-\u2013]\s*(\d{{1,2}}))?(?!\w))?(?=\W*(?:$|"
    rf"[).,;:\]]))(?!\.?,?\s(?:1[4-9]|20)\d\d(?!\w))"
)
_AFTER_DAY_FIRST = re.compile(rf"\s*,\s*{_DAY}\.?{_OF}([^\W\d_]{{3,10}})\b(?=\W*(?:$|[).,;:\]]))")
_AFTER_NUMBERS = re.compile(r"([-/.])(\d{1,2})\1(\d{1,2})(?!\d)")
_TO_YEAR = re.compile(r"\s*(?:[-\u2013]\s*(1[4-9]\d\d|20\d\d|\d\d)|/\s*(\d\d))(?![\w-])")
_REPRINT = re.compile(r"\s?/\s?(1[4-9]\d\d|20\d\d)(?![\w-])")
_CIRCA = re.compile(r"(?:\bca?\.|\bcirca|\bum|\bvers)\s*$", re.IGNORECASE)

UNDATED = re.compile(
    r"(?<![\w.])(?:n\.\s?d\.|s\.\s?[df]\.(?=\W|$)|o\.\s?J\.|no date|undated|sans date|sin fecha|s/f\b|ohne Jahr)",
    re.IGNORECASE,
)
"""What is printed where a work has no date."""
UNPUBLISHED = re.compile(
    r"(?<!\w)(?:in[ -]press|in print|forthcoming|to appear|accepted(?: for publication)?|submitted(?: for publication)?|in preparation|"
    r"under review|im (?:Druck|Erscheinen)|in Vorbereitung|sous presse|à paraître|en prensa|no prelo|in stampa|in corso di stampa|"
    r"ter perse)(?!\w)",
    re.IGNORECASE,
)
"""What is printed instead of a date while a work is on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date within a text."""

    start: int
    end: int
    date: Date
    year: int
    """Offset of the year itself."""
    suffix: str | None = None
    """Letter after the year ("2023a")."""
    original: int | None = None
    """Year of the first edition, printed before the year of this one ("1949/2011")."""


def month_number(word: str) -> int | None:
    """Give the month a name or abbreviation means; None when it means none."""
    return MONTHS.get(fold(word).rstrip("."))


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Find every year of a text with the month and day printed around it, from left to right.

    Day and month in figures count only where the order is certain: "15.02.2023", "2023-02-15", "25/02/2023".
    """
    stop, at = len(text) if end is None else end, start
    while found := _YEAR.search(text, at, stop):
        dated = _after(text, found, stop) or _before(text, found, at)
        if dated is None:
            dated = _span(text, found, stop)
        yield dated
        at = max(dated.end, found.end())


def parse_date(text: str) -> Date | None:
    """Take a text that is a date and nothing else; None when it is something else.

    "n.d." and "in press" give a date without year that keeps the text.
    """
    bare = text.strip(" \t\r\n.,;:()[]")
    for found in find_dates(bare):
        if not re.search(r"\w", bare[: found.start]) and not re.search(r"\w", bare[found.end :]):
            return found.date
        if _CIRCA.fullmatch(bare[: found.start]) and found.end == len(bare):
            return Date(year=found.date.year, circa=True)
    stripped = text.strip()
    if UNDATED.fullmatch(stripped) or UNPUBLISHED.fullmatch(stripped):
        return Date(literal=stripped)
    return None


def _valid_day(text: str | None) -> int | None:
    return int(text) if text and 1 <= int(text) <= 31 else None  # noqa: PLR2004 -- days of a month


def _in_words(year: int, words: tuple[str, str | None], days: tuple[str | None, str | None]) -> Date | None:
    """Make a date of a month or season in words, possibly up to a second one."""
    first, last = (fold(word) if word else None for word in words)
    if first in SEASONS:
        return Date(year=year, season=SEASONS[first])
    month = MONTHS.get(first or "")
    if month is None or (last is not None and last not in MONTHS):
        return None
    day, last_day = _valid_day(days[0]), _valid_day(days[1])
    if last is not None:
        return Date(year=year, month=month, end=Date(year=year, month=MONTHS[last]))
    return Date(year=year, month=month, day=day, end=Date(year=year, month=month, day=last_day) if day and last_day else None)


def _after(text: str, found: re.Match[str], stop: int) -> FoundDate | None:
    """Read "2023, February 15", "2013 May 12", "2023-02-15"."""
    year, end = int(found[1]), found.end()
    date = None
    if words := _AFTER.match(text, end, stop):
        date, end = _in_words(year, (words[1], words[2]), (words[3], words[4])), words.end()
    elif words := _AFTER_DAY_FIRST.match(text, end, stop):
        date, end = _in_words(year, (words[2], None), (words[1], None)), words.end()
    elif (numbers := _AFTER_NUMBERS.match(text, end, stop)) and 1 <= int(numbers[2]) <= 12 and _valid_day(numbers[3]):  # noqa: PLR2004
        date, end = Date(year=year, month=int(numbers[2]), day=int(numbers[3])), numbers.end()
    return FoundDate(start=found.start(), end=end, date=date, year=found.start(), suffix=found[2]) if date else None


def _before(text: str, found: re.Match[str], start: int) -> FoundDate | None:
    """Read "15 February 2023", "February 15, 2023", "Nov-Dec 1995", "15.02.2023"."""
    year, low = int(found[1]), max(start, found.start() - 44)
    lead = text[low : found.start()]
    if numbers := _BEFORE_NUMBERS.search(lead):
        first, second = int(numbers[1]), int(numbers[3])
        day, month = (first, second) if numbers[2] == "." or first > 12 else (second, first)  # noqa: PLR2004 -- months of a year
        certain = 1 <= month <= 12 and 1 <= day <= 31 and (numbers[2] == "." or day > 12 or day == month)  # noqa: PLR2004
        date: Date | None = Date(year=year, month=month, day=day) if certain else Date(year=year)
        return FoundDate(start=low + numbers.start(), end=found.end(), date=date or Date(year=year), year=found.start(), suffix=found[2])
    for words in _BEFORE.finditer(lead):
        days = (words[1] or words[5], words[2] or words[6])
        if date := _in_words(year, (words[3], words[4]), days):
            return FoundDate(start=low + words.start(), end=found.end(), date=date, year=found.start(), suffix=found[2])
    return None


def _span(text: str, found: re.Match[str], stop: int) -> FoundDate:
    """Read a year, or the years of a work that came out over several."""
    year, end, last = int(found[1]), found.end(), None
    if not found[2] and (until := _TO_YEAR.match(text, end, stop)):
        printed = until[1] or until[2]
        last = int(found[1][: 4 - len(printed)] + printed)
        if year < last <= year + 60:
            end = until.end()
        else:
            last = None
    if last is None and (again := _REPRINT.match(text, end, stop)) and int(again[1]) > year:
        return FoundDate(start=found.start(), end=again.end(), date=Date(year=int(again[1])), year=again.start(1), original=year)
    date = Date(
        year=year, end=Date(year=last) if last else None, circa=bool(_CIRCA.search(text[max(0, found.start() - 6) : found.start()]))
    )
    return FoundDate(start=found.start(), end=end, date=date, year=found.start(), suffix=found[2])

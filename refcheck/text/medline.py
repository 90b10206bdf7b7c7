"""How PubMed writes titles, dates, journals and languages, in its records and in its exports.

Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions"; "MEDLINE/PubMed XML Data Elements".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from refcheck.model.dates import Date
from refcheck.text.dates import SEASONS, month_number
from refcheck.text.folding import fold

_PLACE = re.compile(r"\s\([^()]*\)$")
_ARTICLE = re.compile(r"[a-z]{0,4}[\d.]{1,9}", re.IGNORECASE)
_NO_TITLE = frozenset({"not available", "in process citation"})
_TAGS = """
    eng:en ger:de fre:fr spa:es ita:it por:pt dut:nl rus:ru jpn:ja chi:zh kor:ko pol:pl cze:cs slo:sk hun:hu rum:ro bul:bg hrv:hr
    srp:sr slv:sl ukr:uk gre:el tur:tr ara:ar heb:he per:fa dan:da swe:sv nor:no fin:fi ice:is lit:lt lav:lv est:et
"""
LANGUAGES: Mapping[str, str] = MappingProxyType(dict(pair.split(":") for pair in _TAGS.split()))
"""Language as PubMed writes it -> its tag of BCP 47."""
_NAME = r"([A-Za-z]{3,9})\.?"
_MEDLINE = re.compile(rf"(\d{{4}})(?:\s+{_NAME}(?:\s+(\d{{1,2}}))?)?(?:\s*[-–/]\s*(\d{{4}})?\s*(?:{_NAME})?\s*(\d{{1,2}})?)?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEARS, _MONTHS, _DAYS = range(1000, 9999), 12, 31


def parse_title(written: str) -> str | None:
    """Read a title without the full stop that PubMed adds, a translated one without its brackets; None where there is none."""
    title = _sentence(written)
    if not is_translated(written):
        return title or None
    title = _sentence(title[1:-1])
    return None if title.lower() in _NO_TITLE else title or None


def is_translated(written: str) -> bool:
    """Tell whether a title is a translation, which PubMed puts in brackets."""
    title = _sentence(written)
    return title.startswith("[") and title.find("]") == len(title) - 1


def _sentence(title: str) -> str:
    """Take off the full stop at the end, and the remark that a title was corrected."""
    bare = re.sub(r"\s\[corrected\]\.?$", "", title)
    return (bare[:-1] if bare.endswith(".") and not bare.endswith("..") else bare).strip()


def without_place(journal: str) -> str:
    """Take off what NLM writes behind a title to tell journals apart: "Science (New York, N.Y.)"."""
    return _PLACE.sub("", journal)


def is_article_number(identifier: str) -> bool:
    """Tell whether a publisher's item identifier is an article number."""
    return _ARTICLE.fullmatch(identifier) is not None


def medline_date(written: str) -> Date | None:
    """Read "1998 Dec-1999 Jan", "2000 Jul 1-7", "2011 Spring"; of what is more complicated only the year."""
    found = _MEDLINE.fullmatch(written.strip())
    if found is None:
        first = _YEAR.search(written)
        year = _year(first[0]) if first else None
        return None if year is None else Date(year=year)
    year, last = _year(found[1]), _year(found[4] or found[1])
    if year is None or last is None:
        return None
    start = date_of(year, found[2], found[3])
    if not (found[4] or found[5] or found[6]):
        return start
    end = date_of(last, found[5] or found[2], found[6])
    return (
        start
        if end.parts <= start.parts and not end.season
        else Date(year=start.year, month=start.month, day=start.day, season=start.season, end=end)
    )


def date_of(year: int, name: str | None, day: str | None) -> Date:
    """Put a date together of a year, a month by name or number or a season, and a day."""
    number = _figure(name) or month_number(name or "")
    if number is None or not 1 <= number <= _MONTHS:
        return Date(year=year, season=SEASONS.get(fold(name or "")))
    of_month = _figure(day)
    return Date(year=year, month=number, day=of_month if of_month is not None and 1 <= of_month <= _DAYS else None)


def _figure(written: str | None) -> int | None:
    """Read a number of one or two figures, of which more may be zeros."""
    found = re.fullmatch(r"0{0,9}([0-9]{1,2})", written or "")
    return int(found[1]) if found else None


def _year(written: str) -> int | None:
    year = int(written)
    return year if year in _YEARS else None

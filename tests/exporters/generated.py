"""Made-up works of every type, as far as the formats can say what they hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import ET_AL, Name
from refcheck.model.references import Reference
from refcheck.model.types import TYPES
from refcheck.model.variables import VARIABLES
from refcheck.syntax.csl_variables import NUMBERED

SIGNS = "abcdeXYZ éüßÅ日 &%$#_{}~^\\-–'`\",.:;()<>=@/19"
LETTERS = "abcdeXYZéüßÅ"


def tidy(text: str) -> str:
    """Collapse blanks, as every format does."""
    return " ".join(text.split())


texts = st.text(SIGNS, min_size=1, max_size=24).map(tidy).filter(lambda text: any(sign.isalnum() for sign in text))
words = st.text(LETTERS, min_size=1, max_size=8).map(str.capitalize).filter(lambda word: word[0].isupper())
numbers = st.integers(1, 999).map(str)
given = st.one_of(words, st.builds("{} {}.".format, words, words.map(lambda word: word[0])))
people = st.builds(
    Name,
    family=st.one_of(words, st.builds("{} {}".format, words, words)),
    given=st.one_of(st.none(), given),
    suffix=st.none(),
)
juniors = st.builds(Name, family=words, given=words, suffix=st.sampled_from(["Jr.", "III"]))
nobles = st.builds(Name, family=words, given=words, non_dropping_particle=st.sampled_from(["van", "de la"]))
groups = st.builds(Name, literal=texts.filter(lambda text: text.lower().rstrip(".") not in {"others", "and others", "et al"}))
name_lists = st.builds(
    lambda names, others: (*names, ET_AL) if others else tuple(names),
    st.lists(st.one_of(people, juniors, nobles, groups), min_size=1, max_size=4),
    st.booleans(),
)
plain_dates = st.one_of(
    st.builds(Date, year=st.integers(1000, 2100)),
    st.builds(Date, year=st.integers(1000, 2100), month=st.integers(1, 12)),
    st.builds(Date, year=st.integers(1000, 2100), month=st.integers(1, 12), day=st.integers(1, 28)),
)
dates = st.one_of(
    plain_dates,
    st.builds(Date, year=st.integers(-500, 999)),
    st.builds(Date, year=st.integers(1000, 2100), season=st.integers(1, 4)),
    st.builds(Date, year=st.integers(1000, 2100), circa=st.just(True)),
    st.builds(Date, year=st.integers(1000, 1999), end=st.builds(Date, year=st.integers(2000, 2100), month=st.integers(1, 12))),
)
issued = st.one_of(dates, st.just(Date(literal="in press")))
pages = st.one_of(numbers, st.builds("{}–{}".format, numbers, numbers))
locators = st.one_of(
    st.builds(Locator, pages=pages), st.builds(Locator, article=st.just("e17")), st.builds(Locator, pages=pages, article=st.just("e17"))
)
dois = st.builds(
    lambda end: Doi(f"10.5555/{end}"),
    st.text("abcXYZ019._-()", min_size=1, max_size=12).filter(lambda end: end[-1].isalnum() and end.count("(") == end.count(")")),
)
_KINDS: dict[str, st.SearchStrategy[Any]] = {"names": name_lists, "date": dates, "text": texts, "number": st.one_of(numbers, texts)}
_OWN: dict[str, st.SearchStrategy[Any]] = {
    "issued": issued,
    "page": locators,
    "doi": st.one_of(dois, st.just("10.5555"), st.just("no doi")),
    "url": st.just("https://example.org/a_b?c=%20&d=1#e~f"),
    "isbn": st.sampled_from([("9783161484100",), ("978-3-16-148410-0",), ("0306406152",), ("9783161484100", "0306406152"), ("12-34",)]),
    "issn": st.sampled_from([("2049-3630",), ("2049-3630", "0378-5955"), ("1234-0000",)]),
    "pmid": st.just("123456"),
    "pmcid": st.just("PMC123456"),
    "arxiv": st.sampled_from(["1706.03762", "1706.03762v5", "hep-th/9901001"]),
    "call_number": texts,
    "status": st.sampled_from(["in press", "forthcoming", "under review"]),
    "annote": texts.filter(lambda text: ": " not in text),
}


@st.composite
def references(draw: st.DrawFn, without: frozenset[str] = frozenset()) -> Reference:
    """Draw a work with some of its variables."""
    csl = draw(st.sampled_from(sorted(TYPES)))
    usable = [name for name in VARIABLES if name not in without and not (name == "number" and csl in NUMBERED)]
    chosen = draw(st.lists(st.sampled_from(usable), max_size=12, unique=True))
    values = {name: draw(_OWN[name] if name in _OWN else _KINDS[VARIABLES[name].kind]) for name in chosen}
    extra = draw(st.dictionaries(st.sampled_from(["timestamp", "keywords-plus", "usera"]), texts, max_size=2))
    return Reference(type=csl, extra=MappingProxyType(extra), **values)

"""Tell whether the record of a cited DOI is the cited work or plainly another one.

One signal never decides: titles are translated, changed and misread, authors transliterated, journals renamed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from refcheck.compare import compare
from refcheck.compare.containers import equal_containers
from refcheck.compare.dates import years
from refcheck.compare.titles import SHORT, equal_titles, main_title, title_words
from refcheck.model.comparisons import Comparison
from refcheck.model.dates import Date
from refcheck.model.references import CitedReference, Reference
from refcheck.text.folding import squeeze

UNLIKE = 0.55
"""Titles less alike than this are unrelated: of 40,000 random pairs of records, 999 in 1,000 are."""
ALIKE = 0.8
"""Titles at least this alike are one title, with a slip or a change."""

_COMPARED = ("title", "author", "container_title", "volume", "page")
_Degree = Literal["agree", "near", "unlike", "unknown"]


def is_another_work(reference: CitedReference, registered: Reference) -> bool:
    """Tell whether the record is plainly of another work than the cited one; in doubt it is not."""
    cited = reference.reference
    if not cited.title and not cited.author:
        return False
    if _whole_and_part(cited, registered) or _is_printed(registered.title, reference.raw):
        return False
    comparisons = compare(cited, registered, _COMPARED)
    title, people = _title(comparisons.get("title")), _people(comparisons)
    places = _other_places(comparisons) + _years_apart(cited.issued, registered.issued)
    container = comparisons.get("container_title")
    nothing_shared = title == people == "unlike" and container is not None and container.verdict == "different"
    if title == "agree" or (_same_place(comparisons) and not nothing_shared):
        return False
    if people == "unlike":
        return places >= _PLACES_AGAINST_FOREIGN_AUTHORS[title]
    if title == "unlike":
        return places >= (3 if people in {"agree", "near"} else 2)
    return False


_PLACES_AGAINST_FOREIGN_AUTHORS: Mapping[_Degree, int] = {"unlike": 0, "near": 1, "unknown": 2, "agree": 9}
"""How many of container, volume, pages and year must differ too, where no author is shared."""


def _whole_and_part(cited: Reference, registered: Reference) -> bool:
    """Tell whether one is the book or proceedings that the other stands in."""
    pairs = ((cited.container_title, registered.title), (cited.title, registered.container_title))
    return any(one and other and (equal_titles(one, other) or equal_containers(one, other)) for one, other in pairs)


def _is_printed(title: str | None, raw: str) -> bool:
    """Tell whether a registered title stands in the text of a reference, wherever its reader took the title from."""
    start = title_words(main_title(title or ""))
    return len(start) > SHORT and squeeze(" ".join(start)) in squeeze(" ".join(title_words(raw)))


def _title(compared: Comparison | None) -> _Degree:
    if compared is None or compared.verdict in {"cited-only", "registered-only"}:
        return "unknown"
    if compared.agrees or (compared.similarity or 0) >= ALIKE or compared.why == "one title stands within the other":
        return "agree"
    if compared.verdict == "not-comparable":
        return "unknown"
    return "unlike" if (compared.similarity or 0) < UNLIKE else "near"


def _people(comparisons: Mapping[str, Comparison]) -> _Degree:
    """Say how far the lists of authors agree; "near" where at least one is on both."""
    compared = comparisons.get("author")
    if compared is None or compared.verdict in {"cited-only", "registered-only"}:
        return "unknown"
    if compared.agrees:
        return "agree"
    if compared.verdict == "not-comparable":
        return "unknown"
    return "near" if compared.similarity else "unlike"


def _same_place(comparisons: Mapping[str, Comparison]) -> bool:
    """Tell whether both stand at the same pages of the same volume or container."""
    agree = {name for name in ("container_title", "volume", "page") if name in comparisons and comparisons[name].agrees}
    return "page" in agree and len(agree) > 1


def _other_places(comparisons: Mapping[str, Comparison]) -> int:
    return sum(name in comparisons and comparisons[name].verdict == "different" for name in ("container_title", "volume", "page"))


def _years_apart(cited: Date | None, registered: Date | None) -> int:
    """Count 1 where the dates are at least two years apart, which no online-first date explains."""
    if cited is None or registered is None or not years(cited) or not years(registered):
        return 0
    return int(min(abs(one - other) for one in years(cited) for other in years(registered)) > 1)

"""Compare a cited work with a registered one, variable by variable."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

from refcheck.compare.containers import compare_containers
from refcheck.compare.contributors import compare_contributors
from refcheck.compare.dates import compare_dates
from refcheck.compare.identifiers import compare_dois, compare_sets
from refcheck.compare.locators import compare_locators
from refcheck.compare.numbers import compare_numbers
from refcheck.compare.titles import compare_titles
from refcheck.compare.verdicts import one_sided
from refcheck.compare.words import compare_words
from refcheck.model.comparisons import Comparison
from refcheck.model.references import Reference
from refcheck.model.variables import VARIABLES, Kind

_BY_KIND: Mapping[Kind, Callable[[str, Any, Any], Comparison]] = MappingProxyType(
    {
        "names": compare_contributors,
        "date": compare_dates,
        "text": compare_words,
        "number": compare_numbers,
        "locator": compare_locators,
        "identifier": compare_words,
        "identifiers": compare_sets,
    }
)
_OWN_TO_THE_CITATION = frozenset({"accessed", "year_suffix", "note", "annote", "keyword", "abstract", "source", "references"})
"""What a citation or record says of itself, not of the work."""
_STRICT_CONTAINERS = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
"""Works whose container has one name; proceedings and books are cited under many."""


def compare(cited: Reference, registered: Reference, only: Collection[str] = VARIABLES) -> Mapping[str, Comparison]:
    """Compare every variable that at least one side has, or only some of them, in the order of `VARIABLES`."""
    found: dict[str, Comparison] = {}
    for attribute, row in VARIABLES.items():
        if attribute not in only:
            continue
        ours, theirs = getattr(cited, attribute), getattr(registered, attribute)
        if attribute in _OWN_TO_THE_CITATION or (ours in (None, (), "") and theirs in (None, (), "")):
            continue
        single = one_sided(attribute, ours, theirs)
        found[attribute] = single or _compared(attribute, row.kind, cited, registered)
    return MappingProxyType(found)


def _compared(attribute: str, kind: Kind, cited: Reference, registered: Reference) -> Comparison:
    ours, theirs = getattr(cited, attribute), getattr(registered, attribute)
    if attribute == "title":
        return compare_titles(attribute, ours, theirs, _titles(registered))
    if attribute in {"container_title", "collection_title"}:
        return _container(attribute, cited, registered)
    if attribute == "doi":
        return compare_dois(attribute, ours, theirs)
    return _BY_KIND[kind](attribute, ours, theirs)


def _titles(registered: Reference) -> tuple[str, ...]:
    return tuple(title for title in (registered.original_title, registered.title_short) if title)


def _container(attribute: str, cited: Reference, registered: Reference) -> Comparison:
    others = [registered.container_title_short, registered.collection_title, registered.event_title, registered.container_title]
    given = registered.extra.get("container-title")
    others += [title for title in given if isinstance(title, str)] if isinstance(given, (list, tuple)) else []
    ours, theirs = getattr(cited, attribute), getattr(registered, attribute)
    compared = compare_containers(
        attribute,
        ours,
        theirs,
        others=tuple(title for title in others if title and title != theirs),
        issns=(cited.issn, registered.issn),
    )
    if compared.verdict == "different" and not {cited.type, registered.type} <= _STRICT_CONTAINERS:
        return Comparison(
            variable=attribute,
            verdict="not-comparable",
            cited=ours,
            registered=theirs,
            why="containers of books go by many names",
            similarity=compared.similarity,
        )
    return compared

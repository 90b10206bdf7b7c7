"""Compare identifiers of works and containers."""

from __future__ import annotations

from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.model.identifiers import Doi
from refcheck.text.folding import squeeze


def compare_dois(variable: str, cited: Doi | str, registered: Doi | str) -> Comparison:
    """Compare two DOIs. Two DOIs may name one work (aliases), so that unequal ones say nothing."""
    if str(cited) == str(registered):
        return judged(variable, "same", cited, registered)
    if str(cited).lower() == str(registered).lower():
        return judged(variable, "equivalent", cited, registered, "case")
    return judged(variable, "not-comparable", cited, registered, "perhaps an alias")


def compare_sets(variable: str, cited: tuple[str, ...], registered: tuple[str, ...]) -> Comparison:
    """Compare sets of numbers such as ISBNs: a shared one is enough, disjoint ones may be of two editions."""
    if cited == registered:
        return judged(variable, "same", cited, registered)
    if {squeeze(number) for number in cited} & {squeeze(number) for number in registered}:
        return judged(variable, "equivalent", cited, registered, "a shared number")
    return judged(variable, "not-comparable", cited, registered, "perhaps of another edition")

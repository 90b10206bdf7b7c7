"""Compare volume, issue and other numbers."""

from __future__ import annotations

import re

from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.text.folding import fold

_LABEL = re.compile(
    r"^(?:volumes?|vols?|v|bands?|bd|tomes?|tomo|t|issues?|iss|numbers?|nos?|nr|num|n[º°o]|№|heft|h|fascicles?|fasc|#)(?:\.\s*|\s+|(?=\d))"
)
_ROMAN = re.compile(r"(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212/]+\s*")


def roman(text: str) -> int | None:
    """Give the value of a Roman numeral in either case; None when it is none."""
    folded = text.lower()
    if not _ROMAN.fullmatch(folded):
        return None
    values = [_VALUES[letter] for letter in folded]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def bare_number(text: str) -> str:
    """Fold a number: without "vol." and the like, leading zeros and kinds of dash."""
    folded = _LABEL.sub("", fold(text).strip(" .,;()[]"))
    folded = " ".join(_DASH.sub("-", folded).replace(".", " ").split())
    return re.sub(r"\b0+(?=\d)", "", folded)


def equal_numbers(cited: str, registered: str) -> bool:
    """Tell whether two numbers mean the same; one of them may be Roman."""
    ours, theirs = bare_number(cited), bare_number(registered)
    if ours == theirs:
        return bool(ours)
    return any(one.isdigit() and roman(other) == int(one) for one, other in ((ours, theirs), (theirs, ours)))


def compare_numbers(variable: str, cited: str, registered: str) -> Comparison:
    """Compare two numbers. Only what is plainly another number is "different"."""
    if cited == registered:
        return judged(variable, "same", cited, registered)
    if equal_numbers(cited, registered):
        return judged(variable, "equivalent", cited, registered, "spelling of the number")
    ours, theirs = bare_number(cited), bare_number(registered)
    shared = set(re.findall(r"\d+", ours)) & set(re.findall(r"\d+", theirs))
    plain = all(re.search(r"\d", side) and not re.search(r"[^\W\d_]{3}", side) for side in (ours, theirs))
    if plain and not shared:
        return judged(variable, "different", cited, registered)
    return judged(variable, "not-comparable", cited, registered, "perhaps a part or a supplement" if shared else "not plain numbers")

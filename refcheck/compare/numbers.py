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
    folded = " ".join(_DASH.sub("-", folded[:_LONGEST]).replace(".", " ").split())
    return re.sub(r"\b0+(?=\d)", "", folded)


def equal_numbers(cited: str, registered: str) -> bool:
    """Tell whether two numbers mean the same; one of them may be Roman."""
    ours, theirs = bare_number(cited), bare_number(registered)
    if ours == theirs:
        return bool(ours)
    return any(one.isdigit() and roman(other) == int(one) for one, other in ((ours, theirs), (theirs, ours)))


_LONGEST = 80
"""Letters of a number that are looked at."""
_NONE = re.compile(
    r"0|null|n\W?a|none|nil|undefined|(?:ahead[ -]of[ -]print|online[ -]first|early view|in press|forthcoming|epub|advance).*"
)
"""What stands where there is no number."""
_PART = re.compile(r"(?:s|suppl\w*|sup|spec\w*|si|pt|part|sp|ns|os|n|h|c)\s*(?=[\d-]|$)")
"""Beginnings of the numbers of supplements, special issues and old or new series."""
_THOUSAND = 1000
WITHIN = 53
"""Issues up to which they are counted within the volume: one a week."""


def _doubt(variable: str, cited: str, registered: str) -> str | None:
    """Say why two folded numbers that are not equal may still mean the same; None when they may not."""
    sides = [str(roman(side) or side) for side in (cited, registered)]
    if any(not side or _NONE.fullmatch(side) for side in sides):
        return "no number"
    if set(re.findall(r"\d+", sides[0])) & set(re.findall(r"\d+", sides[1])):
        return "perhaps a part or a supplement"
    if not all(re.search(r"\d", side) and not re.search(r"[^\W\d_]{3}", side) for side in sides) or any(map(_PART.match, sides)):
        return "not plain numbers"
    low, high = sorted(int(side) if side.isdigit() else -1 for side in sides)
    if variable == "issue" and 0 <= low <= WITHIN < high:
        return "perhaps counted through all volumes"
    return "perhaps a year" if 0 <= low < _THOUSAND and is_year(high) else None


def is_year(number: int | str) -> bool:
    """Tell whether a number may be a year of publication."""
    return re.fullmatch(r"1[6-9]\d\d|20\d\d", str(number)) is not None


def compare_numbers(variable: str, cited: str, registered: str) -> Comparison:
    """Compare two numbers. Only what is plainly another number is "different"."""
    if cited == registered:
        return judged(variable, "same", cited, registered)
    if equal_numbers(cited, registered):
        return judged(variable, "equivalent", cited, registered, "spelling of the number")
    doubt = _doubt(variable, bare_number(cited), bare_number(registered))
    return judged(variable, "not-comparable" if doubt else "different", cited, registered, doubt)

"""Compare free text such as a publisher's name."""

from __future__ import annotations

from refcheck.compare.verdicts import judged
from refcheck.model.comparisons import Comparison
from refcheck.text.folding import squeeze


def compare_words(variable: str, cited: str, registered: str) -> Comparison:
    """Compare free text: equal letters are equal, anything else is not for letters to decide."""
    if cited == registered:
        return judged(variable, "same", cited, registered)
    if squeeze(cited) and squeeze(cited) == squeeze(registered):
        return judged(variable, "equivalent", cited, registered, "case or punctuation")
    return judged(variable, "not-comparable", cited, registered, "free text")

"""Say what is wrong with the numbers of books and serials."""

from __future__ import annotations

import re

_FIGURES = re.compile(r"[\dXx]")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212]")
_LENGTHS = {"ISBN": (10, 13), "ISSN": (8,)}


def isbn_fault(text: str) -> str | None:
    """Say why a text is no ISBN; None where it is one, or a number of nine figures from before there were ISBNs.

    Source: ISO 2108, check digit; prefixes 978 and 979.
    """
    from stdnum import isbn, issn

    if isbn.is_valid(text):
        return None
    return "is an ISSN" if issn.is_valid(text) else _fault(text, "ISBN")


def issn_fault(text: str) -> str | None:
    """Say why a text is no ISSN; None where it is one.

    Source: ISO 3297, check digit.
    """
    from stdnum import isbn, issn

    if issn.is_valid(text):
        return None
    return "is an ISBN" if isbn.is_valid(text) else _fault(text, "ISSN")


def _fault(text: str, kind: str) -> str:
    bare = _BETWEEN.sub("", text)
    figures, lengths = len(_FIGURES.findall(bare)), _LENGTHS[kind]
    if figures != len(bare) or "X" in bare[:-1].upper():
        return f"is not of the form of an {kind}"
    if figures not in lengths:
        return f"has {figures} figures, not {' or '.join(map(str, lengths))}"
    return (
        "starts with neither 978 nor 979"
        if figures == max(_LENGTHS["ISBN"]) and not bare.startswith(("978", "979"))
        else "has a wrong check digit"
    )

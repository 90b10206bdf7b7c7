"""Find the citations of pandoc in a text: `@key`, `[@key1; -@key2, p. 3]`, `@{key}`.

Source: pandoc, "Citation syntax"; Quarto, "Cross references"; pandoc-crossref, "Syntax".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

ALL = "*"
"""The key that stands for all, in `nocite`."""
_CITATION = re.compile(r"(?<![\w./\\@])-?@(?:\{([^{}\s]+)\}|(\w(?:[\w]|[:.#$%&+?<>~/-](?=\w))*)|(\*))")
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau|vid|supp)[:-]", re.IGNORECASE
)
_BRACKET = re.compile(r"[\[\]]")


class Citation(NamedTuple):
    """A key that is cited."""

    key: str
    bracketed: bool
    """In square brackets; names of people on the web are not."""


def citations_in(text: str) -> Iterator[Citation]:
    """Find the keys that a text cites, in its order; addresses of e-mail and cross references are none."""
    depth, at = 0, 0
    for found in _CITATION.finditer(text):
        for bracket in _BRACKET.finditer(text, at, found.start()):
            depth = max(0, depth + (1 if bracket[0] == "[" else -1))
        at = found.start()
        key = found[1] or found[2] or found[3]
        if not _CROSS_REFERENCE.match(key):
            yield Citation(key, depth > 0)

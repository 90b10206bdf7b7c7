"""Part the ISBNs and ISSNs that one field holds."""

from __future__ import annotations

import re

_BETWEEN = re.compile(
    r"\s*[,;/]\s*|\s+(?:and|&)\s+|\s+(?=97[89][\s-]?\d)|(?<=\d{4}-\d{3}[\dXx])\s+(?=\d)|(?<=\d{8})\s+(?=\d)|(?<=\d{9}[\dXx])\s+(?=\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:e-?|p-?)?IS[BS]N(?:-1[03])?\s*:?\s*|\s*\([^()]*\)$", re.IGNORECASE)


def parse_numbers(text: str) -> tuple[str, ...]:
    """Part a field into its numbers as they are written, without label or remark in brackets."""
    pieces = (_LABEL.sub("", piece).strip() for piece in _BETWEEN.split(text))
    return tuple(piece for piece in pieces if piece)

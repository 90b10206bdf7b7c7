"""Show the blanks of markup as they are read: a run of them as one, none at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANKS = " \t\r\n\f"
_RUN = re.compile(r"[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+")
"""Blanks that are not one space alone."""

Placed = tuple[str, int, int]
"""A text, its offset in the source and its length there."""


class Blanks:
    """Knows whether the text so far ends with a blank.

    Source: CSS Text 3, 4.1.1 (collapsing of white space).
    """

    def __init__(self) -> None:
        self.after_blank = True
        """The text so far ends with a blank, or there is none yet."""

    def collapsed(self, text: str, start: int, length: int) -> Iterator[Placed]:
        """Yield the parts of the next text that are shown, which is not empty; one that is not letter for letter comes whole."""
        if length != len(text):
            if not (self.after_blank and text.isspace() and text != "\u00a0"):
                yield text, start, length
            self.after_blank = text[-1] in _BLANKS
            return
        at = len(text) - len(text.lstrip(_BLANKS)) if self.after_blank else 0
        for run in _RUN.finditer(text, at):
            kept = run.start() + (run[0][0] == " ")
            if at < kept:
                yield text[at:kept], start + at, kept - at
            if kept == run.start():
                yield " ", start + kept, 1
            at = run.end()
        if at < len(text):
            yield text[at:], start + at, len(text) - at
        self.after_blank = text[-1] in _BLANKS

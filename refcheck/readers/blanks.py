"""Show the blanks of markup as they are read: a run of them as one, none at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN = re.compile(r"[ \t\r\n\f]+")

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
        """Yield the parts of the next text that are shown; a text that is not letter for letter comes whole."""
        if length != len(text):
            if not (self.after_blank and text.isspace() and text != "\u00a0"):
                yield text, start, length
            self.after_blank = text[-1:] in {" ", "\n"}
            return
        at = 0
        for run in _RUN.finditer(text):
            lead = 0 if self.after_blank and run.start() == 0 else run.start() + 1
            if run[0][0] == " ":
                if at < lead:
                    yield text[at:lead], start + at, lead - at
            else:
                if at < run.start():
                    yield text[at : run.start()], start + at, run.start() - at
                if lead:
                    yield " ", start + run.start(), 1
            at = run.end()
            self.after_blank = True
        if at < len(text):
            yield text[at:], start + at, len(text) - at
            self.after_blank = False

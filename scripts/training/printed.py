"""A reference as it is printed, every letter with the field it belongs to, so that it can be changed and still be told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise


class Printed:
    """Text in cells; each cell is a letter, or what has become of one: nothing, or several letters.

    `cells` and `marks` run side by side. A mark is 0 outside every field, else the place in `labels` counted from 1.
    """

    def __init__(self) -> None:
        """Begin with no text."""
        self.cells: list[str] = []
        self.marks: list[int] = []
        self.labels: list[str] = []

    @classmethod
    def of(cls, pieces: Iterable[tuple[str, str | None]]) -> Printed:
        """Join pieces of text, each with its label or None."""
        made = cls()
        for text, label in pieces:
            made.add(text, label)
        return made

    @classmethod
    def from_spans(cls, text: str, spans: Iterable[tuple[int, int, str]]) -> Printed:
        """Take a text with spans that do not overlap."""
        made, end = cls(), 0
        for start, stop, label in sorted(spans):
            made.add(text[end:start], None)
            made.add(text[start:stop], label)
            end = stop
        made.add(text[end:], None)
        return made

    def add(self, text: str, label: str | None) -> None:
        """Put text at the end, as a field of its own where it has a label."""
        mark = 0
        if label is not None:
            self.labels.append(label)
            mark = len(self.labels)
        self.cells += text
        self.marks += [mark] * len(text)

    def put_before(self, pieces: Iterable[tuple[str, str | None]]) -> None:
        """Put pieces at the beginning."""
        front = Printed()
        front.labels = self.labels
        for text, label in pieces:
            front.add(text, label)
        self.cells[:0], self.marks[:0] = front.cells, front.marks

    def split(self) -> None:
        """Make every letter a cell again."""
        marks = [mark for cell, mark in zip(self.cells, self.marks, strict=True) for _ in cell]
        self.cells, self.marks = list("".join(self.cells)), marks

    def runs(self, *labels: str) -> list[tuple[int, int]]:
        """Give where in `cells` the fields with one of these labels stand, in order."""
        edges = [0, *(place for place in range(1, len(self.marks)) if self.marks[place] != self.marks[place - 1]), len(self.marks)]
        return [
            (start, stop)
            for start, stop in pairwise(edges)
            if start < stop and self.marks[start] and self.labels[self.marks[start] - 1] in labels
        ]

    def replace(self, start: int, stop: int, text: str) -> None:
        """Put other text in the place of some cells of one field."""
        self.cells[start:stop] = list(text)
        self.marks[start:stop] = [self.marks[start]] * len(text)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.cells)

    def spans(self) -> list[tuple[int, int, str]]:
        """Give the fields as (start, end, label) in code points, blanks at their ends left out."""
        found: list[tuple[int, int, str]] = []
        text, place, begun, mark = self.text, 0, 0, 0
        for cell, own in zip([*self.cells, ""], [*self.marks, 0], strict=True):
            if own != mark:
                found += self._trimmed(text, begun, place, mark)
                begun, mark = place, own
            place += len(cell)
        return found

    def _trimmed(self, text: str, start: int, stop: int, mark: int) -> list[tuple[int, int, str]]:
        inner = text[start:stop]
        start += len(inner) - len(inner.lstrip())
        stop = start + len(inner.strip())
        return [(start, stop, self.labels[mark - 1])] if mark and start < stop else []


def fields(text: str, spans: Sequence[tuple[int, int, str]]) -> dict[str, str]:
    """Give the text under each label; several fields of one label are joined by a blank."""
    made: dict[str, list[str]] = {}
    for start, stop, label in spans:
        made.setdefault(label, []).append(text[start:stop])
    return {label: " ".join(values) for label, values in made.items()}

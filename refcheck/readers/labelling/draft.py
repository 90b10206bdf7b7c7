"""The state of one labelling: the text, what of it is used, and the values found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from refcheck.model.names import Name
from refcheck.model.references import Origin, Span
from refcheck.text.evening import evened, seen
from refcheck.text.names import WITH_INITIALS, FoundName

_BREAK = re.compile(r"(?<=\w)([-\u2010])\s*[\r\n]\s*(?=\w)")
_LAST, _FIRST = re.compile(r"[^\W\d_]{2,}$"), re.compile(r"[^\W\d_]+")
_KNOWN = 0.9
"""How sure a title is that stands with initials: no words of a text do."""
_ODD = re.compile("[\r\n&\u200b\u200e\u200f\u2060\ufeff]")
_EDGES = " \t\n\r\f\v\u00a0.,;:"


class Draft:
    """Collects the values of one reference while its text is used up."""

    __slots__ = ("lifted", "offset", "origins", "plain", "raw", "text", "used", "values")

    def __init__(self, raw: str, offset: int) -> None:
        self.raw = raw
        self.offset = offset
        self.text = re.sub(r"\s", " ", evened(raw))
        """As long as `raw`; what was lifted out is blank."""
        self.plain = _ODD.search(raw) is None
        """No line ends, entities or signs without width stand in it."""
        self.used = bytearray(len(raw))
        self.lifted: list[tuple[int, int, str]] = []
        """Extent and kind of what was taken out and stands for one token."""
        self.values: dict[str, Any] = {}
        self.origins: dict[str, Origin] = {}

    def use(self, start: int, end: int) -> None:
        """Mark a stretch as accounted for."""
        self.used[start:end] = b"\1" * max(0, end - start)

    def blank(self, start: int, end: int) -> None:
        """Use a stretch and take it out of the text; all offsets stand."""
        self.use(start, end)
        self.text = self.text[:start] + " " * (end - start) + self.text[end:]

    def lift(self, start: int, end: int, kind: str) -> None:
        """Take a stretch out of the text that the tagger sees as one token."""
        self.blank(start, end)
        self.lifted.append((start, end, kind))

    def clean(self, start: int, end: int) -> str:
        """Give a stretch as it is seen in print, line breaks and runs of blanks made one blank."""
        printed = self.raw[start:end]
        return " ".join((printed if self.plain else _BREAK.sub(self._hyphen, seen(printed))).split())

    def _hyphen(self, found: re.Match[str]) -> str:
        """Give the hyphen at a line end where it belongs to the word: not between letters of one that the text has nowhere with it."""
        before, after = _LAST.search(found.string, 0, found.start()), _FIRST.match(found.string, found.end())
        if before is None or after is None or not after[0].islower():
            return found[1]
        return found[1] if f"{before[0]}{found[1]}{after[0]}".lower() in self.raw.lower() else ""

    def trim(self, start: int, end: int, edges: str = _EDGES) -> tuple[int, int]:
        """Take blanks and the punctuation between fields off a stretch."""
        while start < end and self.text[start] in edges:
            start += 1
        while start < end and self.text[end - 1] in edges:
            end -= 1
        return start, end

    def origin(self, path: str, start: int, end: int, confidence: float) -> None:
        """Say where the value of a path stands."""
        span = Span(start + self.offset, end + self.offset)
        self.origins[path] = Origin(span=span, raw=self.raw[start:end], confidence=confidence)
        self.use(start, end)

    def put(self, attribute: str, start: int, end: int, value: Any = None, *, confidence: float = 0.9) -> bool:
        """Set a variable, unless it is set already; its value is the cleaned text where none is given."""
        taken = self.clean(start, max(start, end)) if value is None else value
        if attribute in self.values or not taken:
            return False
        self.values[attribute] = taken
        self.origin(attribute, start, end, confidence)
        return True

    def drop(self, attribute: str) -> None:
        """Take a value that turned out to be another's away again."""
        del self.values[attribute], self.origins[attribute]

    def put_names(self, role: str, names: Iterable[FoundName], *, confidence: float) -> None:
        """Set a list of names, each with its place, and the places of their titles."""
        found = tuple(names)
        if not found or role in self.values:
            return
        people: list[Name] = []
        self.origin(role, found[0].start, found[-1].end, confidence)
        for index, person in enumerate(found):
            people.append(person.name)
            self.origin(f"{role}[{index}]", person.start, person.end, confidence)
            if person.honorific:
                self.origin(
                    f"{role}[{index}].honorific",
                    *person.honorific,
                    max(confidence, _KNOWN) if person.style in WITH_INITIALS else confidence,
                )
        self.values[role] = tuple(people)

    def left_over(self) -> str:
        """Give the words no variable holds, in the order of the text, stretches parted by "; "."""
        pieces = []
        for found in re.finditer(rb"\0+", bytes(self.used)):
            piece = self.clean(*self.trim(*found.span(), _EDGES + "()[]{}<>\"“”„«»'‘’/&|-–—"))
            if re.search(r"\w", piece) and not _EMPTY.fullmatch(piece):
                pieces.append(piece)
        return "; ".join(pieces)


_EMPTY = re.compile(
    r"(?:and|und|et|in|eds?|edited by|translated by|translators?|editors?|hrsg|hg|herausgegeben von|(?:hrsg|hg)\W+v|von|trad|"
    r"traduit par|coll|dirs?|éds?|vol|bd|jg|no|nr|pp?|ss?|pages?|doi|url|https?|available (?:at|from|online)|"
    r"retrieved(?: from)?|the|from|by|of|at|on|art(?:icle)?|issue|volume|isbn|pmid|arxiv|\W)*",
    re.IGNORECASE,
)
"""Words that announce a value and say nothing by themselves."""

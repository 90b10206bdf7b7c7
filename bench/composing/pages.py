"""Set the parts of a document as lines, columns and pages, in signs or in points."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

_ADDRESS_ENDS = "/.-_=?&"
_VOWELS = "aeiouyäöüáéíóúàèìòùâêîôû"
_SHORTEST_WORD, _SHORTEST_PART = 8, 3


@dataclass(frozen=True)
class Part:
    """A unit of the document."""

    kind: Literal["heading", "prose", "furniture", "entry", "note", "end of text"]
    """The end of the text is where collected notes stand; its text is their heading."""
    text: str
    label: str = ""
    """Printed before an entry or note."""
    joined: tuple[str, ...] = ()
    """Words between and a second work in the same note."""
    notes: tuple[Part, ...] = ()

    @property
    def printed(self) -> str:
        """The text with its label."""
        return self.label + self.text + "".join(self.joined)


@dataclass(frozen=True)
class Setting:
    """How a document is set."""

    layout: str
    width: int | None
    """Signs in a line; None where every entry is one line."""
    prose_wrapped: bool
    hanging: bool
    gap: bool
    """A blank line stands between entries."""
    hyphenated: bool
    broken: bool
    """Addresses are broken over lines."""
    pages: Literal["none", "feeds", "copied"]
    """None; ended with form feeds; with their heads and numbers, but no form feeds."""
    columns: Literal["one", "read", "beside"]
    """One; two, one after the other; two, line beside line."""
    head: Literal["none", "both", "top", "foot"]
    rows: int
    """Rows of a page."""


@dataclass
class Row:
    """A line of a column."""

    text: str
    indent: float = 0
    gap: bool = False
    """Something stands apart before it."""
    size: int = 0
    """1 for a heading."""
    notes: list[list[Row]] = field(default_factory=list)


def wrap(text: str, width: float, measure: Callable[[str], float], setting: Setting) -> list[str]:
    """Break a text into lines, with hyphens or within addresses where the setting says so."""
    lines, line = [], ""
    for word in text.split(" "):
        rest = word
        while rest:
            joined = f"{line} {rest}" if line else rest
            if measure(joined) <= width:
                line = joined
                break
            room = width - (measure(f"{line} ") if line else 0)
            place, hyphen = _break(rest, room, measure, setting, alone=not line)
            head = rest[:place] + hyphen
            lines.append(f"{line} {head}".strip() if head else line)
            rest, line = rest[place:], ""
    return [*lines, line] if line else lines


def _break(word: str, room: float, measure: Callable[[str], float], setting: Setting, *, alone: bool) -> tuple[int, str]:
    """Tell how many signs of a word may stand before a break, and what is put after them; (0, "") for none."""
    address = "://" in word or word.startswith(("10.", "www."))
    for place in range(len(word) - 1, _SHORTEST_PART - 1, -1):
        if measure(word[:place] + "-") > room:
            continue
        if address:
            if alone or (setting.broken and word[place - 1] in _ADDRESS_ENDS and place >= _SHORTEST_WORD):
                return place, ""
        elif word[place - 1] == "-" and word[place].isalpha():
            return place, ""
        elif _may_break(word, place, setting):
            return place, "-"
    if alone:
        return max(1, *(place for place in range(len(word) + 1) if measure(word[:place]) <= room)), ""
    return 0, ""


def _may_break(word: str, place: int, setting: Setting) -> bool:
    """Tell whether a word may be hyphenated at a place: before a consonant after a vowel, near enough to syllables."""
    plain = setting.hyphenated and len(word) >= _SHORTEST_WORD and word[0].islower() and word.strip(".,;:()").isalpha()
    return plain and len(word) - place >= _SHORTEST_PART and word[place - 1] in _VOWELS and word[place] not in _VOWELS


def rows_of(parts: Iterable[Part], setting: Setting, width: float, measure: Callable[[str], float], hang: float) -> list[Row]:
    """Set the parts one below the other, notes with the last row of their paragraph."""
    rows: list[Row] = []
    before = ""
    for part in parts:
        if part.kind == "end of text" and not part.text:
            continue
        own = _set(part, setting, width, measure, hang)
        own[0].gap = (
            part.kind in {"heading", "prose", "end of text"}
            or (part.kind != before and {part.kind, before} != {"entry", "note"})
            or (part.kind == "entry" and setting.gap)
        )
        own[-1].notes = [_set(note, setting, width, measure, hang) for note in part.notes]
        rows += own
        before = part.kind
    return rows


def _set(part: Part, setting: Setting, width: float, measure: Callable[[str], float], hang: float) -> list[Row]:
    entry = part.kind in {"entry", "note"}
    if part.kind in {"heading", "end of text"} or (setting.width is None and (entry or not setting.prose_wrapped)):
        return [Row(part.printed, size=part.kind in {"heading", "end of text"})]
    indent = hang if entry and setting.hanging else 0
    lines = wrap(part.printed.replace("\t", " "), width - indent, measure, setting)
    return [Row(line, indent if place else 0) for place, line in enumerate(lines)]


def as_text(parts: list[Part], setting: Setting, draw: random.Random) -> str:
    """Set a document in signs."""
    width = setting.width or 80
    if setting.pages == "none" or setting.columns == "read":
        rows = rows_of(collected(parts), setting, width, len, 4)
    else:
        rows = rows_of((part for part in parts if part.kind != "end of text"), setting, width, len, 4)
    return _plain(rows) if setting.pages == "none" else _paged(rows, setting, width, draw)


def collected(parts: Iterable[Part]) -> list[Part]:
    """Move the notes to the end of the text."""
    parts = list(parts)
    notes = [note for part in parts for note in part.notes]
    if not notes:
        return parts
    end = [place for place, part in enumerate(parts) if part.kind == "end of text"]
    place = end[0] + 1 if end else len(parts)
    return [*(replace(part, notes=()) for part in parts[:place]), *notes, *parts[place:]]


def _plain(rows: list[Row]) -> str:
    return "".join(("\n" if row.gap else "") + " " * int(row.indent) + row.text + "\n" for row in rows).lstrip("\n")


def _paged(rows: list[Row], setting: Setting, width: int, draw: random.Random) -> str:
    """Set rows as pages with heads and feet."""
    head, foot = furniture(setting, draw)
    number = draw.randrange(1, 400)
    out = []
    for page in paginate(rows, setting.rows, setting.rows * (2 if setting.columns != "one" else 1)):
        lines = [" " * int(row.indent) + row.text for row in page]
        if setting.columns == "beside":
            half = -(-len(lines) // 2)
            right = [*lines[half:], *[""] * (half - len(lines[half:]))]
            lines = [f"{one:<{width + 4}}{two}".rstrip() for one, two in zip(lines[:half], right, strict=True)]
        top, bottom = head(number).rstrip(), foot(number).rstrip()
        blank = [""] if setting.pages == "feeds" else []
        out.append("\n".join([*([top, *blank] if top else []), *lines, *([*blank, bottom] if bottom else [])]))
        number += 1
    return ("\n\f" if setting.pages == "feeds" else "\n").join(out) + "\n"


def paginate(rows: list[Row], least: int, most: int) -> Iterable[list[Row]]:
    """Cut rows into pages; a gap takes a row, and notes stand at the foot of their page."""
    page: list[Row] = []
    feet: list[Row] = []
    for row in rows:
        notes = [line for note in row.notes for line in note]
        if page and len(page) + len(feet) + len(notes) + row.gap + 1 > most:
            yield [*page, *([Row(""), *feet] if feet else [])]
            page, feet = [], []
        if row.gap and page:
            page.append(Row(""))
        page.append(row)
        feet += notes
        if len(feet) > least:
            yield [*page, Row(""), *feet]
            page, feet = [], []
    if page:
        yield [*page, *([Row(""), *feet] if feet else [])]


def furniture(setting: Setting, draw: random.Random) -> tuple[Callable[[int], str], Callable[[int], str]]:
    """Draw what stands at the head and the foot of every page."""
    title = draw.choice(["Journal of Quiet Places 12 (2019) 33–48", "The harbour in winter", "HOLLIS ET AL.", "A. Brandt and M. Cissé"])
    heads: list[Callable[[int], str]] = [
        lambda number: f"{number}          {title}" if number % 2 == 0 else f"{title}          {number}",
        lambda _: title,
        lambda number: f"{title} | {number}",
    ]
    feet: list[Callable[[int], str]] = [
        lambda number: f"{number}",
        lambda number: f"- {number} -",
        lambda number: f"Page {number} of 412",
        lambda number: f"                         {number}",
        lambda number: f"© 2021 The Authors. https://doi.org/10.5555/quiet.12.33      {number}",
    ]

    def none(_: int) -> str:
        return ""

    head, foot = draw.choice(heads), draw.choice(feet)
    return (head if setting.head in {"both", "top"} else none), (foot if setting.head in {"both", "foot"} else none)

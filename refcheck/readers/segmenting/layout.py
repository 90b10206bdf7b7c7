"""A text as lines with their places, and the labels that lists print before their entries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from refcheck.model.flows import WHOLE, Block
from refcheck.readers.segmenting.headings import is_heading

LabelKind = Literal["number", "key", "bullet"]

_NUMBER = re.compile(
    r"(?:(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s?|(?:\[(?P<square>\d{1,3})\]|［(?P<wide>\d{1,3})］|\((?P<round>\d{1,3})\)|(?P<stop>\d{1,3})\.(?!\d)|(?P<half>\d{1,3})\)"
    r"|(?P<bare>\d{1,3})(?=[ \t]))"
    r"[.:]?(?:[ \t\u00a0]+|$|(?=[^\W\d_])))"
)
_KEY = re.compile(r"\[(?P<key>(?=[^\[\]]*[^\W\d_])[\w+.&:'’ -]{2,40})\][.:]?(?:[ \t\u00a0]+|$)")
_BULLET = re.compile("(?P<bullet>[-*+•◦▪▫‣·–—●○■□►▶➢➤⁃∙»§])[ \t\u00a0]+(?=\\S)")
_TAB = 8


@dataclass(frozen=True, slots=True)
class Label:
    """What a list prints before an entry."""

    kind: LabelKind
    style: str
    """Which brackets or sign, so that labels of one list can be told from others."""
    text: str
    """Without its punctuation; empty for a bullet."""
    length: int
    """Code points up to the entry itself."""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something, without the blanks around it."""

    start: int
    end: int
    text: str
    indent: int
    """Columns before the first sign."""
    after_blank: bool
    """A blank line, the heading of a list, or nothing stands before it; so it does for the heading itself."""
    after_page: bool = False
    """It is the first of a page; blank lines before it are not told from those that the end of a page asks for."""
    heading: bool = False
    """It is a heading of reference lists."""

    @property
    def width(self) -> int:
        """Columns up to the last sign."""
        return self.indent + len(self.text)


def bounds(text: str) -> list[tuple[int, int]]:
    r"""Give start and end of every line, blank or not, the line end left out.

    Lines end with "\n" or "\r\n"; with "\r" only where the text has no "\n" at all. A form feed ends a page, and so a line.
    """
    sign = "\n" if "\n" in text or "\r" not in text else "\r"
    places, start = [], 0
    for line in text.replace("\f", sign).split(sign):
        places.append((start, start + len(line)))
        start += len(line) + 1
    return places


def lines_of(text: str, blocks: Sequence[Block] = ()) -> list[Line]:
    """List the lines that hold something, in order; of a text of blocks, those of its paragraphs and headings."""
    found: list[Line] = []
    blank, page, headed = True, False, True
    closed = [(block.span.start, block.span.end) for block in blocks if block.kind in WHOLE]
    at = 0
    for start, end in bounds(text):
        while at < len(closed) and closed[at][1] < start:
            at += 1
        if at < len(closed) and closed[at][0] < end:
            headed = True
            continue
        whole = text[start:end]
        stripped = whole.strip()
        page = page or (start > 0 and text[start - 1] == "\f")
        if not stripped:
            blank = True
            continue
        lead = len(whole) - len(whole.lstrip()) if whole[0].isspace() else 0
        columns = sum(_TAB if sign == "\t" else 1 for sign in whole[:lead])
        heading = is_heading(stripped)
        apart = headed or heading or (blank and not page)
        found.append(Line(start + lead, start + lead + len(stripped), stripped, columns, apart, page, heading))
        blank, page, headed = False, False, heading
    return found


def label_of(text: str) -> Label | None:
    """Read the label at the start of a line, if there is one."""
    first = text[:1]
    if first.isdigit() or first in "[(［":
        found = _NUMBER.match(text)
        if found and found.lastgroup:
            number = unicodedata.normalize("NFKC", found[found.lastgroup])
            return Label("number", found.lastgroup, number, found.end(), int(number))
        found = _KEY.match(text)
        if found:
            return Label("key", "key", found["key"], found.end())
        return None
    found = _BULLET.match(text)
    return Label("bullet", found["bullet"], "", found.end()) if found else None

"""The words of a page with their places, as PDFium tells them."""

from __future__ import annotations

import ctypes
import math
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from refcheck.readers.pdf.signs import ACCENTS, DOUBTFUL, accented, mended, of_tex

_WORD = re.compile("[^ \t\r\n\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe]+\ufffe?|\ufffe")
"""PDFium writes U+FFFE for a hyphen at which a word is broken, and no line end after it."""
_BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HALVES = range(0xD800, 0xE000)
"""Codes of UTF-16 that are no signs by themselves."""
_TALLEST = 3.0
"""Heights of fonts in their sizes; a size that is told beyond that is none."""
_UNLIKE = 0.08
"""Share of its height by which a sign that is raised or set smaller differs from its neighbours."""
_AFTER_NAMES = frozenset(",.:(")
"""What follows the names of authors."""
_HIGHEST, _THIN, _SHORTEST, _LONGEST = 0.5, 0.25, 1.5, 6.0
"""Of a rule for the authors of the entry before, in sizes of the font: how high it stands, how thick, short and long it is."""
_ACCENT = re.compile(f"[{re.escape(''.join(ACCENTS))}]")
_RAISED = 0.5
"""Share of its height by which an accent may be raised over a capital."""


class Word(NamedTuple):
    """A word, or a part of one that is raised or set in another size. Places are points, growing right and down."""

    text: str
    left: float
    right: float
    base: float
    """Where the letters stand on their line."""
    size: float
    """Of the font."""
    spaced: bool
    """A blank stands before it on the page."""


Span = tuple[int, int]
"""First sign of a page's text, and the one after the last."""


class _Box(NamedTuple):
    """Place of a sign, as high as its font, as it is read: turned upright."""

    left: float
    right: float
    top: float
    bottom: float


class Link(NamedTuple):
    """An address that an area of the page leads to."""

    left: float
    right: float
    top: float
    bottom: float
    address: str


def words_of(page: Any) -> tuple[list[Word], list[Link]]:
    """Give the words of a page, in its own order, and its links, turned so that most of the words stand upright.

    What is turned otherwise is no text: stamps along the margin, watermarks. So is what stands outside the page.

    Args:
        page: a page of pypdfium2, open.
    """
    textpage = page.get_textpage()
    try:
        signs = _Signs(textpage.raw)
        text = signs.text()
        turns: dict[int, list[tuple[Word, Span]]] = {}
        for turn, word, span in signs.words(text):
            turns.setdefault(turn, []).append((word, span))
        upright = max(turns, key=lambda turn: sum(end - start for _, (start, end) in turns[turn]), default=0)
        placed = turns.get(upright, [])
        if _ACCENT.search(text):
            placed = _composed(placed, signs, text, upright)
    finally:
        textpage.close()
    placed += [(rule, (0, 0)) for rule in _repeats(page, [word for word, _ in placed], upright)]
    return _within([read for found, _ in placed if (read := _mended(found)).text], page, upright), list(_links(page, upright))


def _repeats(page: Any, words: Sequence[Word], turn: int) -> Iterator[Word]:
    """Read the rules that are drawn for the authors of the entry before: short, thin, and at the head of a line."""
    heads = sorted((word for word in words if not word.spaced and word.text[:1] in _AFTER_NAMES), key=lambda word: word.base)
    if not heads:
        return
    bases, tallest = [word.base for word in heads], max(word.size for word in heads)
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = drawn.get_bounds()
        rule = _upright(left, bottom, right, top, turn)
        width, middle = rule.right - rule.left, (rule.top + rule.bottom) / 2
        for word in heads[bisect_left(bases, middle - tallest) : bisect_right(bases, middle + tallest)]:
            low, high = word.base - _HIGHEST * word.size, word.base + _THIN * word.size
            if (
                rule.bottom - rule.top <= _THIN * word.size
                and _SHORTEST * word.size <= width <= _LONGEST * word.size
                and low <= middle <= high
                and abs(word.left - rule.right) <= word.size
            ):
                yield Word("———", rule.left, rule.right, word.base, word.size, spaced=False)
                break


def _links(page: Any, turn: int) -> Iterator[Link]:
    place, link, area = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(place), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0) if action else 0
        if length and pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
            address = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, address, length)
            yield Link(*_upright(area.left, area.bottom, area.right, area.top, turn), address.value.decode("utf-8", "replace"))


def _mended(word: Word) -> Word:
    plain = mended(word.text)
    return word if plain is word.text else word._replace(text=plain)


def _composed(words: Sequence[tuple[Word, Span]], signs: _Signs, text: str, turn: int) -> list[tuple[Word, Span]]:
    """Join accents that are printed as signs of their own to the letters they are printed over, wherever those stand."""
    letters = list(text)
    glued = set[int]()
    rows = sorted(words, key=lambda placed: placed[0].base)
    bases, tallest = [word.base for word, _ in rows], max((word.size for word, _ in rows), default=0.0)
    for found in _ACCENT.finditer(text):
        over = signs.box(found.start(), turn)
        middle = (over.left + over.right) / 2
        near = slice(bisect_left(bases, over.top - tallest), bisect_right(bases, over.bottom + tallest))
        for word, (start, end) in rows[near]:
            if not (word.left <= middle <= word.right and abs(over.bottom - word.base) < _RAISED * word.size):
                continue
            place = next((at for at in range(start, end) if signs.covers(at, middle, turn) and accented(text[at], found[0])), None)
            if place is not None:
                letters[place] = accented(text[place], found[0]) or text[place]
                letters[found.start()] = ""
                glued.add(found.end() + 1)
                break
    return [
        (word._replace(text="".join(letters[start:end]), spaced=word.spaced and start not in glued), (start, end))
        for word, (start, end) in words
    ]


def _within(words: list[Word], page: Any, turn: int) -> list[Word]:
    """Leave out what stands outside the page, such as the marks of a printer; all is kept where nothing stands within."""
    left, bottom, right, top = page.get_cropbox()
    box = _upright(left, bottom, right, top, turn)
    return [word for word in words if box.left <= word.right and word.left <= box.right and box.top <= word.base <= box.bottom] or words


def _upright(left: float, bottom: float, right: float, top: float, turn: int) -> _Box:
    """Turn a box of the page back by right angles; y grows down."""
    if turn == 0:
        return _Box(left, right, -top, -bottom)
    if turn == 1:
        return _Box(-top, -bottom, -right, -left)
    if turn == 2:  # noqa: PLR2004 -- upside down
        return _Box(-right, -left, bottom, top)
    return _Box(bottom, top, left, right)


def _sign(code: int) -> str:
    """Make a sign of what PDFium has for one; codes of no sign are not printed."""
    return "\ufffd" if code > sys.maxunicode or code in _HALVES else chr(code)


class _Signs:
    """The signs of a page while it is open."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._count = max(0, pdfium.FPDFText_CountChars(raw))
        self._box = pdfium.FS_RECTF()
        self._there = ctypes.byref(self._box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at = ctypes.byref(self._x), ctypes.byref(self._y)
        self._matrix = pdfium.FS_MATRIX()
        self._sizes: dict[float, float] = {}

    def text(self) -> str:
        """Give one sign for each of the page's, in its own order."""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        pdfium.FPDFText_GetText(self._raw, 0, self._count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace")[:-1]
        if "\0" in text or len(text) != self._count:
            text = "".join(map(_sign, (pdfium.FPDFText_GetUnicode(self._raw, place) for place in range(self._count))))
        return self._decoded(text) if DOUBTFUL.search(text) else text

    def _decoded(self, text: str) -> str:
        """Read the codes of fonts that do not say what they mean."""
        unsaid = {place for place, sign in enumerate(text) if sign not in "\r\n" and pdfium.FPDFText_HasUnicodeMapError(self._raw, place)}
        meaning = of_tex(text[place] for place in unsaid)
        return "".join(meaning.get(sign, sign) if place in unsaid else sign for place, sign in enumerate(text))

    def box(self, place: int, turn: int) -> _Box:
        """Give the place of a sign."""
        pdfium.FPDFText_GetLooseCharBox(self._raw, place, self._there)
        box = self._box
        if turn == 0:
            return _Box(box.left, box.right, -box.top, -box.bottom)
        return _upright(box.left, box.bottom, box.right, box.top, turn)

    def _base(self, place: int, turn: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._raw, place, *self._at)
        return (-self._y.value, -self._x.value, self._y.value, self._x.value)[turn]

    def _size(self, place: int, height: float) -> float:
        """Give the size of the font of a sign; fonts are of different height at one size. Asked once for each height."""
        key = round(height, 2)
        size = self._sizes.get(key)
        if size is None:
            pdfium.FPDFText_GetMatrix(self._raw, place, ctypes.byref(self._matrix))
            size = abs(pdfium.FPDFText_GetFontSize(self._raw, place)) * math.hypot(self._matrix.c, self._matrix.d)
            size = self._sizes[key] = size if height < _TALLEST * size and size < _TALLEST * height else height
        return size

    def _turn(self, place: int) -> int | None:
        """Tell by how many right angles a sign is turned to the right; None where it stands aslant."""
        quarters = pdfium.FPDFText_GetCharAngle(self._raw, place) / (math.pi / 2)
        return round(quarters) % 4 if abs(quarters - round(quarters)) < _UNLIKE else None

    def covers(self, place: int, middle: float, turn: int) -> bool:
        """Tell whether a sign stands below or above a point."""
        box = self.box(place, turn)
        return box.left <= middle <= box.right

    def words(self, text: str) -> Iterator[tuple[int, Word, Span]]:
        """Part the text into words: how far each is turned to the right, the word, and its place in the text."""
        for found in _WORD.finditer(text):
            start, end = found.span()
            spaced = start > 0 and text[start - 1] in _BLANK
            turn = self._turn(start)
            if turn is None:
                continue
            first = self.box(start, turn)
            last = self.box(end - 1, turn) if end - start > 1 else first
            if _alike(first, last):
                yield turn, self._word(found[0], start, first, last, turn, spaced=spaced), (start, end)
            else:
                yield from self._parts(text, start, end, turn, spaced=spaced)

    def _parts(self, text: str, start: int, end: int, turn: int, *, spaced: bool) -> Iterator[tuple[int, Word, Span]]:
        """Part a word where its signs are raised, or set in another size."""
        boxes = [self.box(place, turn) for place in range(start, end)]
        cuts = [place for place in range(1, end - start) if not _alike(boxes[place - 1], boxes[place])]
        for first, last in pairwise((0, *cuts, end - start)):
            part = self._word(
                text[start + first : start + last], start + first, boxes[first], boxes[last - 1], turn, spaced=spaced and first == 0
            )
            yield turn, part, (start + first, start + last)

    def _word(self, text: str, place: int, first: _Box, last: _Box, turn: int, *, spaced: bool) -> Word:
        return Word(text, first.left, last.right, self._base(place, turn), self._size(place, first.bottom - first.top), spaced)


def _alike(one: _Box, two: _Box) -> bool:
    """Tell whether two signs stand on one line in one size."""
    return abs(one.top - two.top) + abs(one.bottom - two.bottom) <= _UNLIKE * (one.bottom - one.top)

"""What PDFs, OCR and hasty hands make of a printed reference."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from printed import Printed

_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
_MISREAD = {"1": "l", "l": "1", "0": "O", "O": "0", "5": "S", "I": "l", "m": "rn", "e": "c"}
_IDENTIFIERS = ("doi", "url", "arxiv", "pmid", "isbn")


def _lines(printed: Printed, rng: Random) -> None:
    """Break the lines at a width, words with or without a hyphen; some texts keep the hyphen and lose the break."""
    width = rng.randint(38, 95)
    end = rng.choice(["\n", "\n", "\n", " "])
    hyphens = rng.random() < 0.5
    column = rng.randint(0, 10)
    for place, cell in enumerate(printed.cells):
        column += 1
        if column < width:
            continue
        inner = 2 < place < len(printed.cells) - 3 and all(letter.isalpha() for letter in printed.cells[place - 2 : place + 3])
        if cell == " ":
            printed.cells[place] = end
            column = 0
        elif inner and hyphens and column > width + 3 and cell not in "fiflff":
            printed.cells[place] = cell + ("-" + end if rng.random() < 0.9 else "\u00ad" + end)
            column = 0


def _ligatures(printed: Printed, _: Random) -> None:
    """Print pairs of letters as one sign."""
    for pair, sign in _LIGATURES.items():
        for place in range(len(printed.cells) - len(pair) + 1):
            if "".join(printed.cells[place : place + len(pair)]) == pair:
                printed.cells[place : place + len(pair)] = [sign, *[""] * (len(pair) - 1)]


def _blanks(printed: Printed, rng: Random) -> None:
    """Double some blanks, and put some before punctuation."""
    for place, cell in enumerate(printed.cells):
        if cell == " " and rng.random() < 0.12:
            printed.cells[place] = "  "
        elif cell in ",.;:" and place and rng.random() < 0.06:
            printed.cells[place] = " " + cell


def _torn(printed: Printed, rng: Random) -> None:
    """Put blanks into identifiers, as a break of the line leaves them."""
    for start, stop in printed.runs(*_IDENTIFIERS):
        for place in range(start + 4, stop - 1):
            if printed.cells[place] in "/.-_:" and rng.random() < 0.25:
                printed.cells[place] += rng.choice([" ", " ", "\n"])


def _plain(printed: Printed, _: Random) -> None:
    """Lose accents and curly quotes."""
    for place, cell in enumerate(printed.cells):
        base = unicodedata.normalize("NFD", cell)[:1]
        printed.cells[place] = {"“": '"', "”": '"', "„": '"', "’": "'", "–": "-", "ß": "ss"}.get(cell, base if base.isascii() else cell)


def _apart(printed: Printed, _: Random) -> None:
    """Write accents as signs of their own."""
    printed.cells = [unicodedata.normalize("NFD", cell) for cell in printed.cells]


def _misread(printed: Printed, rng: Random) -> None:
    """Take some letters and digits for others."""
    for place, cell in enumerate(printed.cells):
        if cell in _MISREAD and rng.random() < 0.015:
            printed.cells[place] = _MISREAD[cell]


def _joined(printed: Printed, rng: Random) -> None:
    """Lose blanks after punctuation."""
    for place in range(1, len(printed.cells)):
        if printed.cells[place] == " " and printed.cells[place - 1][-1:] in tuple(".,;:)") and rng.random() < 0.3:
            printed.cells[place] = ""


def _numbered(printed: Printed, rng: Random) -> None:
    """Leave the number of a page, or a running head, at the end."""
    printed.add(rng.choice(["\n", " ", "\n\n"]) + str(rng.randint(2, 600)), None)


def _cut(printed: Printed, rng: Random) -> None:
    """Lose the end, as a page ends."""
    stop = rng.randint(len(printed.cells) * 2 // 3, len(printed.cells))
    del printed.cells[stop:], printed.marks[stop:]


NOISES: dict[Callable[[Printed, Random], None], int] = {
    _lines: 36,
    _ligatures: 10,
    _blanks: 14,
    _torn: 12,
    _plain: 10,
    _apart: 2,
    _misread: 6,
    _joined: 14,
    _numbered: 5,
    _cut: 2,
}
"""Kinds of noise with their weights."""


def disturb(printed: Printed, rng: Random) -> None:
    """Do one or two kinds of harm."""
    for _ in range(rng.choice([1, 1, 2])):
        rng.choices(list(NOISES), list(NOISES.values()))[0](printed, rng)
        printed.split()

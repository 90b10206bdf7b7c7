"""In which words two titles differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from refcheck.compare.title_text import SMALL, Word, placed_words, plain
from refcheck.compare.word_alignment import Degree, Step, aligned, joined
from refcheck.text.word_tables import word_set

_LOST = re.compile("[?\ufffd]")
_FOOTNOTE = re.compile(r"(?:(?<=[^\W\d]{3})|(?<=\d{4}s))\d{1,2}$")
_LABELS = word_set("part parts teil partie parte pt deel no number nr volume vol band tome tomo section chapter paper note")
_SIGN = 2
"""Letters up to which a word may be a sign of a formula."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """A stretch in which two titles differ."""

    cited: str
    """The words as cited; empty where the record alone has some."""
    registered: str
    degree: Degree
    start: int
    """Where the cited words stand in `plain(cited title)`, in code points."""
    end: int
    inside: bool
    """Words that both have stand before it and behind it."""

    def __str__(self) -> str:
        """Name the words of both sides."""
        if self.cited and self.registered:
            return f"cited '{self.cited}', registered '{self.registered}'"
        return f"'{self.cited}' is not registered" if self.cited else f"cited without '{self.registered}'"


@lru_cache(maxsize=1024)
def word_changes(cited: str, registered: str) -> tuple[WordChange, ...]:
    """List the stretches in which two titles differ, in the order of the title.

    Case, accents, markup, hyphens, numerals, Greek letters and British or American spelling are no difference, and
    neither is what serials print around a title: a section's name before it, a mark of a footnote behind it. Words
    between "<" and ">" are lost wherever a title is taken for markup.
    """
    ours, theirs = placed_words(cited), placed_words(registered)
    stretches = joined(aligned(ours, theirs))
    found: list[WordChange] = []
    for at, stretch in enumerate(stretches):
        before, after = at > 0, at < len(stretches) - 1
        parts = (ours[stretch.i : stretch.i_end], theirs[stretch.j : stretch.j_end])
        sides = (_printed(cited, parts[0]), _printed(registered, parts[1]))
        if stretch.degree is None or _is_one(sides, parts, last=not after):
            continue
        if not all(sides) and after and _is_label(parts, ours[stretches[at + 1].i]):
            continue
        inside = before and after
        if sides[1] and not sides[0] and f"<{sides[1]}>" in plain(registered):
            continue
        if not all(sides) and not inside and _is_around(cited, registered, sides, first=not before):
            continue
        degree: Degree = stretch.degree if (all(sides) or inside) and not _is_acronym(sides, parts) else "small"
        start, end = _place(ours, stretch)
        found.append(WordChange(cited=sides[0], registered=sides[1], degree=degree, start=start, end=end, inside=inside))
    return _without_moved(found)


def _is_acronym(sides: tuple[str, str], parts: tuple[Sequence[Word], Sequence[Word]]) -> bool:
    """Tell whether one side is the acronym of the words of the other: "HDF" of "Hubble Deep Field"."""
    initials = ["".join(word.folded[0] for word in side if word.key not in SMALL) for side in parts]
    return any(
        len(one) == 1 and sides[at].isupper() and len(sides[at]) > _SIGN and one[0].folded == initials[1 - at]
        for at, one in enumerate(parts)
    )


def _is_label(parts: tuple[Sequence[Word], Sequence[Word]], following: Word) -> bool:
    """Tell whether words that one side alone has say what the number behind them counts: "II" is "Part II"."""
    return following.key.isdigit() and all(word.folded in _LABELS for side in parts for word in side)


def _without_moved(changes: Sequence[WordChange]) -> tuple[WordChange, ...]:
    """Leave out the indices of a formula that stand in another order: as many signs are lacking as are too many."""
    signs = [each for each in changes if not (each.cited and each.registered) and len(each.cited + each.registered) <= _SIGN]
    if sorted("".join(each.cited for each in signs)) == sorted("".join(each.registered for each in signs)):
        return tuple(each for each in changes if each not in signs)
    return tuple(changes)


def _place(ours: Sequence[Word], stretch: Step) -> tuple[int, int]:
    if stretch.i < stretch.i_end:
        return ours[stretch.i].start, ours[stretch.i_end - 1].end
    end = ours[stretch.i - 1].end if stretch.i else 0
    return end, end


def _printed(title: str, words: Sequence[Word]) -> str:
    return plain(title)[words[0].start : words[-1].end] if words else ""


def _is_one(sides: tuple[str, str], words: tuple[Sequence[Word], Sequence[Word]], *, last: bool) -> bool:
    """Tell whether a stretch says the same on both sides.

    It does in a formula in another order, where letters were lost, or where the mark of a footnote is stuck to the last
    word.
    """
    letters = ["".join(word.folded for word in side) for side in words]
    if letters[0] == letters[1]:
        return True
    if not all(letters):
        return False
    if last and _FOOTNOTE.sub("", letters[0]) == _FOOTNOTE.sub("", letters[1]) and any(not letter[-1].isdigit() for letter in letters):
        return True
    if all(_is_symbols(side) for side in words) and max(len(side) for side in words) > 1:
        return True
    for lossy, whole in (sides, sides[::-1]):
        if _LOST.search(lossy) and re.fullmatch(_LOST.sub(".{1,3}", re.escape(lossy).replace(r"\?", "?")), whole, re.IGNORECASE):
            return True
    return False


def _is_symbols(side: Sequence[Word]) -> bool:
    """Tell whether words are the signs of a formula ("Na", "eV", "H2O") rather than words or figures."""
    figures = [any(sign.isdigit() for sign in word.folded) for word in side]
    return not all(word.folded.isdigit() for word in side) and all(
        figure or len(word.folded) <= _SIGN for figure, word in zip(figures, side, strict=True)
    )


_BREAK_BEFORE = re.compile(r"[:.?!;)\]*†‡]\s*$|[-–—]\s+$|[—(\[]\s*$")
_BREAK_AFTER = re.compile(r"^\s*[:.)\]—]|^\s+[-–—]\s")


def _is_around(cited: str, registered: str, sides: tuple[str, str], *, first: bool) -> bool:
    """Tell whether words that one side alone has at an end are parted from the title, or are a number or a mark."""
    title, extra = (plain(cited), sides[0]) if sides[0] else (plain(registered), sides[1])
    if len(extra) <= _SIGN or extra.isdigit():
        return True
    if plain(cited).endswith(("...", "…")) or plain(registered).endswith(("...", "…")):
        return True
    at = title.find(extra) if first else title.rfind(extra)
    return _BREAK_AFTER.search(title[at + len(extra) :]) is not None if first else _BREAK_BEFORE.search(title[:at]) is not None

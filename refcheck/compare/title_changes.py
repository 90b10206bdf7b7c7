"""In which words two titles differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from refcheck.compare.title_text import SMALL, Word, placed_words, plain

Degree = Literal["word", "slip", "small"]
"""Another word; one letter of a word; an ending, an article, or words before the title or behind it."""

_JOINED = 3
"""Words that may be written as one: "follow-up-study"."""
_LONG = 5
"""Letters from which on a word that differs in one is the same word with a slip."""
_COST: dict[Degree | None, float] = {None: 0.0, "small": 0.3, "slip": 0.4, "word": 1.0}
_GAP = 0.75
_LOST = re.compile("[?\ufffd]")
_FOOTNOTE = re.compile(r"(?<=[^\W\d]{3})\d{1,2}$")
_SIGN = 2
"""Letters up to which a word may be a sign of a formula."""
_UMLAUT = re.compile("([aou])e")


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


@dataclass(frozen=True, slots=True)
class _Step:
    """Words `i` to `i_end` of the citation beside words `j` to `j_end` of the record."""

    i: int
    i_end: int
    j: int
    j_end: int
    degree: Degree | None


@lru_cache(maxsize=1024)
def word_changes(cited: str, registered: str) -> tuple[WordChange, ...]:
    """List the stretches in which two titles differ, in the order of the title.

    Case, accents, markup, hyphens, numerals, Greek letters and British or American spelling are no difference, and
    neither is what serials print around a title: a section's name before it, a mark of a footnote behind it. Words
    between "<" and ">" are lost wherever a title is taken for markup.
    """
    ours, theirs = placed_words(cited), placed_words(registered)
    stretches = _joined(_aligned(ours, theirs))
    found: list[WordChange] = []
    for at, stretch in enumerate(stretches):
        before, after = at > 0, at < len(stretches) - 1
        parts = (ours[stretch.i : stretch.i_end], theirs[stretch.j : stretch.j_end])
        sides = (_printed(cited, parts[0]), _printed(registered, parts[1]))
        if stretch.degree is None or _is_one(sides, parts, last=not after):
            continue
        inside = before and after
        if sides[1] and not sides[0] and f"<{sides[1]}>" in plain(registered):
            continue
        if not all(sides) and not inside and _is_around(cited, registered, sides, first=not before):
            continue
        degree: Degree = stretch.degree if all(sides) or inside else "small"
        start, end = _place(ours, stretch)
        found.append(WordChange(cited=sides[0], registered=sides[1], degree=degree, start=start, end=end, inside=inside))
    return _without_moved(found)


def _without_moved(changes: Sequence[WordChange]) -> tuple[WordChange, ...]:
    """Leave out the indices of a formula that stand in another order: as many signs are lacking as are too many."""
    signs = [each for each in changes if not (each.cited and each.registered) and len(each.cited + each.registered) <= _SIGN]
    if sorted("".join(each.cited for each in signs)) == sorted("".join(each.registered for each in signs)):
        return tuple(each for each in changes if each not in signs)
    return tuple(changes)


def _place(ours: Sequence[Word], stretch: _Step) -> tuple[int, int]:
    if stretch.i < stretch.i_end:
        return ours[stretch.i].start, ours[stretch.i_end - 1].end
    end = ours[stretch.i - 1].end if stretch.i else 0
    return end, end


def _printed(title: str, words: Sequence[Word]) -> str:
    return plain(title)[words[0].start : words[-1].end] if words else ""


def _aligned(ours: Sequence[Word], theirs: Sequence[Word]) -> list[_Step]:
    """Align two titles word by word at the least cost; words written as one stand beside those written apart."""
    best: list[list[tuple[float, _Step | None]]] = [[(0.0, None)] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            if i or j:
                best[i][j] = min(
                    ((best[step.i][step.j][0] + cost, step) for step, cost in _steps(ours, theirs, i, j)), key=lambda option: option[0]
                )
    path: list[_Step] = []
    i, j = len(ours), len(theirs)
    while (step := best[i][j][1]) is not None:
        path.append(step)
        i, j = step.i, step.j
    return path[::-1]


def _steps(ours: Sequence[Word], theirs: Sequence[Word], i: int, j: int) -> list[tuple[_Step, float]]:
    """List the steps that lead to a place, each with its cost."""
    found: list[tuple[_Step, float]] = []
    if i and j:
        degree = _degree(ours[i - 1], theirs[j - 1])
        found.append((_Step(i - 1, i, j - 1, j, degree), _COST[degree]))
    for size in range(2, _JOINED + 1):
        if i >= size and j and _is_joined(ours[i - size : i], theirs[j - 1]):
            found.append((_Step(i - size, i, j - 1, j, None), 0.0))
        if j >= size and i and _is_joined(theirs[j - size : j], ours[i - 1]):
            found.append((_Step(i - 1, i, j - size, j, None), 0.0))
    if i:
        found.append((_Step(i - 1, i, j, j, _alone(ours[i - 1])), _GAP * _COST[_alone(ours[i - 1])]))
    if j:
        found.append((_Step(i, i, j - 1, j, _alone(theirs[j - 1])), _GAP * _COST[_alone(theirs[j - 1])]))
    return found


def _is_joined(parts: Sequence[Word], whole: Word) -> bool:
    return "".join(word.folded for word in parts) in {whole.folded, whole.key}


def _alone(word: Word) -> Degree:
    return "small" if word.key in SMALL else "word"


@lru_cache(maxsize=65536)
def _degree(cited: Word, registered: Word) -> Degree | None:
    """Say how far apart two words are; None when they are one."""
    ours, theirs = cited.key, registered.key
    if ours == theirs or {cited.folded, registered.folded} in ({"v", "vs"}, {"v", "versus"}):
        return None
    if _UMLAUT.sub(r"\1", cited.folded) == _UMLAUT.sub(r"\1", registered.folded):
        return None
    if (ours in SMALL and theirs in SMALL) or _stem(ours) == _stem(theirs):
        return "small"
    if min(len(ours), len(theirs)) >= _LONG and not any(sign.isdigit() for sign in ours + theirs):
        from rapidfuzz.distance import OSA

        if OSA.distance(ours, theirs, score_cutoff=1) <= 1:
            return "slip"
    return "word"


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """Take the ending of number, case or participle off a word."""
    return re.sub(r"(?<=\w{3})(?:ies|es|s|y|ie|e|n|en)$", "", word)


def _joined(steps: Sequence[_Step]) -> list[_Step]:
    """Join neighbouring steps of one degree; articles between exchanged words belong to them."""
    found: list[_Step] = []
    for step in steps:
        last = found[-1] if found else None
        if last is not None and (last.degree is None) == (step.degree is None):
            degree = max(last.degree, step.degree, key=lambda each: _COST[each])
            found[-1] = _Step(last.i, step.i_end, last.j, step.j_end, degree)
        else:
            found.append(step)
    return found


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

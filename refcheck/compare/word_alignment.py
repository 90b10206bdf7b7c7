"""Align two rows of words at the least cost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from refcheck.compare.title_text import GREEK_NAMES, SMALL, Word, key

Degree = Literal["word", "slip", "small"]
"""Another word; one letter of a word; an ending, an article, or words before the title or behind it."""
_JOINED = 3
"""Words that may be written as one: "follow-up-study"."""
_LONG = 5
"""Letters from which on a word that differs in one is the same word with a slip."""
_COST: dict[Degree | None, float] = {None: 0.0, "small": 0.3, "slip": 0.4, "word": 1.0}
_GAP = 0.75
_UMLAUT = re.compile("([aou])e")


@dataclass(frozen=True, slots=True)
class Step:
    """Words `i` to `i_end` of the citation beside words `j` to `j_end` of the record."""

    i: int
    i_end: int
    j: int
    j_end: int
    degree: Degree | None


def aligned(ours: Sequence[Word], theirs: Sequence[Word]) -> list[Step]:
    """Align two titles; the words that both begin and end with need no search."""
    head = _alike(ours, theirs)
    tail = _alike(ours[head:][::-1], theirs[head:][::-1])
    i_end, j_end = len(ours) - tail, len(theirs) - tail
    inner = (
        Step(step.i + head, step.i_end + head, step.j + head, step.j_end + head, step.degree)
        for step in _least(ours[head:i_end], theirs[head:j_end])
    )
    return [
        *(Step(at, at + 1, at, at + 1, None) for at in range(head)),
        *inner,
        *(Step(i_end + at, i_end + at + 1, j_end + at, j_end + at + 1, None) for at in range(tail)),
    ]


def _alike(ours: Sequence[Word], theirs: Sequence[Word]) -> int:
    """Count the words with which two rows begin alike."""
    return next(
        (at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one.key != other.key), min(len(ours), len(theirs))
    )


def _least(ours: Sequence[Word], theirs: Sequence[Word]) -> list[Step]:
    """Align two titles word by word at the least cost; words written as one stand beside those written apart."""
    best: list[list[tuple[float, Step | None]]] = [[(0.0, None)] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            if i or j:
                best[i][j] = min(
                    ((best[step.i][step.j][0] + cost, step) for step, cost in _steps(ours, theirs, i, j)), key=lambda option: option[0]
                )
    path: list[Step] = []
    i, j = len(ours), len(theirs)
    while (step := best[i][j][1]) is not None:
        path.append(step)
        i, j = step.i, step.j
    return path[::-1]


def _steps(ours: Sequence[Word], theirs: Sequence[Word], i: int, j: int) -> list[tuple[Step, float]]:
    """List the steps that lead to a place, each with its cost."""
    found: list[tuple[Step, float]] = []
    if i and j:
        degree = _degree(ours[i - 1], theirs[j - 1])
        found.append((Step(i - 1, i, j - 1, j, degree), _COST[degree]))
    for size in range(2, _JOINED + 1):
        if i >= size and j and _is_joined(ours[i - size : i], theirs[j - 1]):
            found.append((Step(i - size, i, j - 1, j, None), 0.0))
        if j >= size and i and _is_joined(theirs[j - size : j], ours[i - 1]):
            found.append((Step(i - 1, i, j - size, j, None), 0.0))
    if i:
        found.append((Step(i - 1, i, j, j, _alone(ours[i - 1])), _GAP * _COST[_alone(ours[i - 1])]))
    if j:
        found.append((Step(i, i, j - 1, j, _alone(theirs[j - 1])), _GAP * _COST[_alone(theirs[j - 1])]))
    return found


def _is_joined(parts: Sequence[Word], whole: Word) -> bool:
    one = "".join(word.folded for word in parts)
    return one in {whole.folded, whole.key} or key(one) == whole.key


def _alone(word: Word) -> Degree:
    return "small" if word.key in SMALL else "word"


@lru_cache(maxsize=8192)
def _degree(cited: Word, registered: Word) -> Degree | None:
    """Say how far apart two words are; None when they are one."""
    ours, theirs = cited.key, registered.key
    if ours == theirs or {cited.folded, registered.folded} in ({"v", "vs"}, {"v", "versus"}):
        return None
    if _UMLAUT.sub(r"\1", cited.folded) == _UMLAUT.sub(r"\1", registered.folded):
        return None
    if _looks(cited.folded) == _looks(registered.folded):
        return "slip"
    if _is_greek(ours, theirs) or _is_greek(theirs, ours) or _is_initial(ours, theirs) or _is_initial(theirs, ours):
        return "small"
    if (ours in SMALL and theirs in SMALL) or _stem(ours) == _stem(theirs):
        return "small"
    if min(len(ours), len(theirs)) >= _LONG and not any(sign.isdigit() for sign in ours + theirs):
        from rapidfuzz.distance import OSA

        if OSA.distance(ours, theirs, score_cutoff=1) <= 1:
            return "slip"
    return "word"


def _is_initial(letter: str, word: str) -> bool:
    """Tell whether a letter may stand for a word, as it does for a genus named before: "B. subtilis"."""
    return len(letter) == 1 and letter not in SMALL and letter.isalpha() and len(word) >= _LONG and word.startswith(letter)


def _looks(word: str) -> str:
    """Give the shape of a folded word, in which letters that optical recognition confuses are one: "ltem" for "Item"."""
    return word.translate(_CONFUSED).replace("rn", "m").replace("vv", "w")


_CONFUSED = str.maketrans("l10", "iio")


def _is_greek(letter: str, name: str) -> bool:
    """Tell whether a Latin letter may stand for a Greek one that was lost: "O7-d" for "O7-δ", "um" for "μm"."""
    return len(letter) == 1 and name in GREEK_NAMES and (name[0] == letter or (letter, name) == ("u", "mu"))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Take the ending of number, case or participle off a word."""
    return re.sub(r"(?<=\w{3})(?:ies|es|s|y|ie|e|n|en)$", "", word)


def joined(steps: Sequence[Step]) -> list[Step]:
    """Join neighbouring steps of one degree; articles between exchanged words belong to them."""
    found: list[Step] = []
    for step in steps:
        last = found[-1] if found else None
        if last is not None and (last.degree is None) == (step.degree is None):
            degree = max(last.degree, step.degree, key=lambda each: _COST[each])
            found[-1] = Step(last.i, step.i_end, last.j, step.j_end, degree)
        else:
            found.append(step)
    return found

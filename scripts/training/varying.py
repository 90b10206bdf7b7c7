"""Vary labelled references: the same reference as another publisher or a PDF might print it."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from typing import Any

from training.rows import Row, to_row

_AND = ("and", "&", "und", "et", "y", "e")
_SOME = 0.15
_FEW = 3
"""Words of a title that is cut short."""
Edit = tuple[int, int, str]
"""Extent in the string, and the text that is put there."""
_FAMILY = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{2,}")


def vary(row: Row, dice: random.Random) -> Row | None:
    """Give another form of a row; None where the draw leaves it as it is."""
    edits = [edit for way, share in _WAYS for edit in (way(row, dice) if dice.random() < share else ())]
    return to_row(row.set, _edited(row.gold, edits), gaps=row.set == "ore-dev") if edits else None


def _people(row: Row) -> Iterator[tuple[int, str]]:
    return ((start, row.string[start:end]) for start, end, label in row.gold["spans"] if label in {"author", "editor"})


def _capitals(row: Row, dice: random.Random) -> Iterator[Edit]:  # noqa: ARG001 -- all ways are called alike
    """Print family names in capitals."""
    return ((at + m.start(), at + m.end(), m[0].upper()) for at, text in _people(row) for m in _FAMILY.finditer(text))


def _conjunction(row: Row, dice: random.Random) -> Iterator[Edit]:
    """Print "and" as another language has it."""
    word = dice.choice(_AND)
    return ((at + m.start(), at + m.end(), word) for at, text in _people(row) for m in re.finditer(r"\b(?:and|et(?! al))\b|&", text))


def _title_in_capitals(row: Row, dice: random.Random) -> Iterator[Edit]:  # noqa: ARG001
    return ((start, end, row.string[start:end].upper()) for start, end, label in row.gold["spans"] if label == "title")


def _slashes(row: Row, dice: random.Random) -> Iterator[Edit]:
    """Part a work from what it stands in as other countries do."""
    spans = sorted(row.gold["spans"])
    for (_, end, label), (start, _, following) in itertools.pairwise(spans):
        if (
            (label, following) == ("title", "container-title")
            and re.fullmatch(r"\W+", row.string[end:start])
            and '"' not in row.string[end:start]
        ):
            yield end, start, dice.choice((" // ", ". // ", ", ", " – ", ". – ", "; "))


def _short_title(row: Row, dice: random.Random) -> Iterator[Edit]:
    """Leave one to three words of a title."""
    for start, end, label in row.gold["spans"]:
        words = [*re.finditer(r"[\w’'-]+", row.string[start:end])]
        if label == "title" and len(words) > _FEW:
            yield start + words[dice.randint(0, _FEW - 1)].end(), start + words[-1].end(), ""


def _volume_like_a_year(row: Row, dice: random.Random) -> Iterator[Edit]:
    """Give a volume the number of a year, often that of its own."""
    own = next((m[0] for s, e, label in row.gold["spans"] if label == "date" and (m := re.search(r"\d{4}", row.string[s:e]))), "2011")
    for start, end, label in row.gold["spans"]:
        if label == "volume" and row.string[start:end].isdigit():
            yield start, end, dice.choice((own, own, str(dice.randint(1400, 2030))))


def _page_like_a_year(row: Row, dice: random.Random) -> Iterator[Edit]:
    """Give an article a page that could be a year."""
    for start, end, label in row.gold["spans"]:
        if label == "pages" and (number := re.match(r"\d+", row.string[start:end])):
            yield start, start + number.end(), str(dice.randint(1400, 2099))


def _looser(row: Row, dice: random.Random) -> Iterator[Edit]:
    """Put blanks before signs, as programs that read PDFs do."""
    return ((m.start(), m.start(), " ") for m in re.finditer(r"[.,;:()]", row.string) if dice.random() < _SOME)


def _tighter(row: Row, dice: random.Random) -> Iterator[Edit]:
    """Lose blanks behind signs."""
    return ((m.start(), m.end(), "") for m in re.finditer(r"(?<=[.,;:]) ", row.string) if dice.random() < 2 * _SOME)


_WAYS = (
    (_capitals, 0.15),
    (_conjunction, 0.2),
    (_title_in_capitals, 0.06),
    (_slashes, 0.06),
    (_short_title, 0.08),
    (_volume_like_a_year, 0.04),
    (_page_like_a_year, 0.06),
    (_looser, 0.1),
    (_tighter, 0.06),
)
"""Ways to vary, and the share of rows each is used for."""


def _edited(gold: dict[str, Any], edits: list[Edit]) -> dict[str, Any]:
    """Apply edits from left to right, of overlapping ones the first; the spans move along."""
    string, out, place = gold["string"], [], 0
    moved = [0] * (len(string) + 1)
    size = 0
    for start, end, text in sorted(edits):
        if start < place:
            continue
        for k in range(place, start):
            moved[k] = size + k - place
        out.append(string[place:start])
        size += start - place
        for k in range(start, end):
            moved[k] = size + min(k - start, len(text))
        out.append(text)
        size += len(text)
        place = end
    for k in range(place, len(string) + 1):
        moved[k] = size + k - place
    out.append(string[place:])
    return {**gold, "string": "".join(out), "spans": [[moved[s], moved[e], label] for s, e, label in gold["spans"]]}

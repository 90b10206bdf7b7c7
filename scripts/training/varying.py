"""Vary labelled references: the same reference as another publisher or a PDF might print it."""

from __future__ import annotations

import random
import re
from typing import Any

from training.rows import Row, to_row

_AND = ("and", "&", "und", "et", "y", "e")
_FAMILY = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{2,}")


def vary(row: Row, dice: random.Random) -> Row | None:
    """Give another form of a row; None where the draw leaves it as it is."""
    edits: list[tuple[int, int, str]] = []
    string, spans = row.string, row.gold["spans"]
    people = [span for span in spans if span[2] in {"author", "editor"}]
    if dice.random() < 0.2:
        for start, end, _ in people:
            edits += [(start + m.start(), start + m.end(), m[0].upper()) for m in _FAMILY.finditer(string[start:end])]
    if dice.random() < 0.3:
        word = dice.choice(_AND)
        for start, end, _ in people:
            edits += [(start + m.start(), start + m.end(), word) for m in re.finditer(r"\b(?:and|et(?! al))\b|&", string[start:end])]
    if dice.random() < 0.1:
        for start, end, label in spans:
            if label == "title":
                edits.append((start, end, string[start:end].upper()))
    if dice.random() < 0.15:
        edits += [(m.start(), m.start(), " ") for m in re.finditer(r"[.,;:()]", string) if dice.random() < 0.15]
    elif dice.random() < 0.1:
        edits += [(m.start(), m.end(), "") for m in re.finditer(r"(?<=[.,;:]) ", string) if dice.random() < 0.3]
    return to_row(row.set, _edited(row.gold, edits), gaps=row.set == "ore-dev") if edits else None


def _edited(gold: dict[str, Any], edits: list[tuple[int, int, str]]) -> dict[str, Any]:
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

"""Tag the tokens of a reference with a linear-chain CRF, and join them to fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from refcheck.readers.labelling.features import Tokens, attributes

OTHER = "other"
"""Label of what announces or parts fields; "id" of what was lifted before."""
_PARTED = frozenset({"volume", "issue", "issued", "publisher", "publisher_place"})
"""Fields that do not go on behind a sign of another label."""


@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of a reference and the variable it holds."""

    name: str
    """Attribute of `Reference`."""
    start: int
    end: int
    confidence: float
    """How likely every token of it is of this field."""


def tag(tokens: Tokens, tagger: Any) -> list[Field]:
    """Give the fields of a reference in the order of its text, as a model tells them."""
    if not tokens.words:
        return []
    labels = tagger.tag(attributes(tokens))
    fields = []
    for first, last in find_runs(labels, tokens.words):
        name = labels[first]
        sure = [tagger.marginal(name, place) for place in range(first, last + 1) if labels[place] == name]
        fields.append(Field(name, tokens.spans[first][0], tokens.spans[last][1], min(sure)))
    return fields


def find_runs(labels: Sequence[str], words: Sequence[str]) -> list[tuple[int, int]]:
    """Find the first and last token of each field; lone signs do not part a long one."""
    runs: list[tuple[int, int]] = []
    for place, name in enumerate(labels):
        if name in {OTHER, "id"}:
            continue
        if runs and labels[runs[-1][0]] == name:
            between = words[runs[-1][1] + 1 : place]
            parted = any(word[0].isalnum() or word[0] == "<" for word in between)
            if not parted and (not between or name not in _PARTED):
                runs[-1] = (runs[-1][0], place)
                continue
        runs.append((place, place))
    return runs

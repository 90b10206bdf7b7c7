"""Rows of labelled reference strings, and the label of every token of them.

The sets differ in what they count to a field: punctuation, "In", "pp.", "(Eds.)". Here they are folded to one way: a
field is its words, and what announces or parts fields is "other".
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.features import Tokens, cut_tokens
from refcheck.readers.labelling.lexicon import CLASSES
from refcheck.readers.labelling.lifts import lift_identifiers, lift_label

OTHER = "other"
GAP = "?"
"""Words that the makers of a set left without label."""
LABELS = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "title": "title",
    "container-title": "container_title",
    "collection-title": "collection_title",
    "collection-number": "collection_number",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "date": "issued",
    "original-date": "original_date",
    "publisher": "publisher",
    "location": "publisher_place",
    "edition": "edition",
    "genre": "genre",
    "number": "number",
    "note": "note",
    "medium": "medium",
    "event-title": "event_title",
    "event-place": "event_place",
    "number-of-pages": "number_of_pages",
    "doi": "id",
    "url": "id",
    "isbn": "id",
    "issn": "id",
    "pmid": "id",
    "pmcid": "id",
    "archive": "archive",
    "arxiv": "id",
    "accessed": OTHER,
    "citation-number": OTHER,
    "other": OTHER,
}
"""Label of a set -> label of the tagger."""
REPOSITORIES = frozenset({"article", "dataset"})
"""CSL types whose publisher is what they stand in: the labelled sets call a repository the container."""
_STRIPPED = frozenset(".,;:-–—|/&= ")
_PAIRS = {
    "(": ")",
    "[": "]",
    "“": "”",
    '"': '"',
    "«": "»",
    "„": "“",
    "‘": "’",
    "'": "'",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "<": ">",
}
_LEADS = {
    "container_title": ("in",),
    "collection_title": ("in",),
    "event_title": ("in",),
    "title": (),
    "editor": ("in", "editor"),
    "translator": ("translator",),
    "author": ("editor",),
    "page": ("page", "article"),
    "volume": ("volume",),
    "issue": ("issue",),
}
"""Classes of words that announce a field and are no part of it."""
_BY = frozenset({"by", "von", "par", "de", "da", "di", "por", "a", "cura", "la", "sous", "the", "and", "with", "of"})
ROLES = frozenset({"author", "editor", "translator"})
_SHORT = 8
"""Tokens that the name of a kind of thesis has at most."""
_KEPT_AFTER = {"author": ("editor",), "editor": ("editor",), "translator": ("translator",), "page": ("page",)}


@dataclass(frozen=True, slots=True)
class Row:
    """One reference with a label for every token."""

    set: str
    id: str
    source: str
    string: str
    fields: dict[str, str]
    tokens: Tokens
    labels: list[str]
    type: str | None
    gold: dict[str, Any]


def held_out(row: dict[str, Any], salt: str = "") -> bool:
    """Tell whether a row is of the fifth of the documents that nothing is learnt from."""
    return int(hashlib.sha256((salt + str(row.get("src") or row["id"])).encode()).hexdigest(), 16) % 5 == 0


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Give the rows of a .jsonl or .jsonl.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def prepare(raw: str) -> tuple[Draft, Tokens]:
    """Lift identifiers and label out of a reference, and cut the rest, just as the labeller does."""
    draft = Draft(raw, 0)
    lift_identifiers(draft)
    lift_label(draft)
    draft.lifted.sort()
    return draft, cut_tokens(draft.text, draft.lifted)


def to_row(name: str, row: dict[str, Any], *, gaps: bool = False) -> Row:
    """Label the tokens of one row.

    Args:
        name: name of the set.
        row: as read.
        gaps: words without label were left out by the makers, and may be of any field.
    """
    string = row["string"]
    _, tokens = prepare(string)
    labels = [OTHER] * len(tokens.words)
    covered = [False] * len(string)
    for start, end, label in sorted(row["spans"], key=lambda each: each[1] - each[0], reverse=True):
        covered[start:end] = [True] * (end - start)
        named = "container-title" if label == "publisher" and row.get("type") in REPOSITORIES else label
        _mark(tokens, [place for place, span in enumerate(tokens.spans) if start <= span[0] < end], LABELS[named], labels)
    for place, word in enumerate(tokens.words):
        if word[0] == "<" and len(word) > 1:
            labels[place] = "id"
        elif gaps and labels[place] == OTHER and not covered[tokens.spans[place][0]] and word[0].isalnum():
            labels[place] = GAP
    _fill_inner(tokens, labels)
    return Row(name, row["id"], str(row.get("src") or row["id"]), string, row["fields"], tokens, labels, row.get("type"), row)


def _mark(tokens: Tokens, inside: list[int], label: str, labels: list[str]) -> None:
    """Give the tokens of one field its label, and what only parts or announces it none."""
    if label == "note" and len(inside) <= _SHORT and any(_is(tokens.words[place], "thesis") for place in inside):
        label = "genre"
    for place in inside:
        labels[place] = OTHER
    if label != OTHER:
        for place in _trimmed(tokens, inside, label):
            labels[place] = label
    if label == "volume":
        _part_issue(tokens, inside, labels)


def _is(word: str, *classes: str) -> bool:
    return bool(CLASSES.get(word.lower(), frozenset()) & set(classes))


def _trimmed(tokens: Tokens, inside: list[int], label: str) -> list[int]:
    """Take punctuation and announcing words off the ends of a field."""
    words = tokens.words
    inside = [place for place in inside if not (words[place][0] == "<" and len(words[place]) > 1)]
    before: list[int] = []
    while inside and before != inside:
        before = inside
        for trim in (_without_signs, _without_pair, _without_words):
            first, last = trim([words[place] for place in inside], label)
            inside = inside[first : len(inside) - last]
    return inside


def _without_signs(words: list[str], label: str) -> tuple[int, int]:
    """Count the signs before and behind a field that part it from others."""
    first = next((place for place, word in enumerate(words) if word not in _STRIPPED), len(words))
    last = 0
    while first + last < len(words) and words[-1 - last] in _STRIPPED:
        if words[-1 - last] == "." and label in ROLES and _ends_in_initial(words[: len(words) - 1 - last]):
            break
        last += 1
    return first, last


def _without_pair(words: list[str], label: str) -> tuple[int, int]:
    """Count the brackets or quotation marks that enclose a field, or that it lacks the other one of."""
    if not words:
        return 0, 0
    closing = _PAIRS.get(words[0])
    if closing and len(words) > 1 and words[-1] == closing and (label != "title" or words[0] not in "[("):
        return 1, 1
    if closing and closing not in words[1:]:
        return 1, 0
    return 0, int(words[-1] in _PAIRS.values() and not any(_PAIRS.get(word) == words[-1] for word in words[:-1]))


def _without_words(words: list[str], label: str) -> tuple[int, int]:
    """Count the words at the ends of a field that say which it is."""
    first = last = 0
    if len(words) > 1 and _is(words[0], *_LEADS.get(label, ())) and not (label == "author" and len(words[0]) <= len("ed")):
        first = 1
        while label in {"editor", "translator"} and first + 1 < len(words) and words[first].lower() in _BY:
            first += 1
    behind = words[-1] if len(words) - first > 1 else ""
    if len(behind) > 1 and (label != "page" or behind.islower()) and _is(behind, *_KEPT_AFTER.get(label, ())):
        last = 1
    return first, last


def _ends_in_initial(words: list[str]) -> bool:
    """Tell whether the full stop behind a list of names belongs to an initial: others have one, or a comma stands before it."""
    return len(words) > 1 and len(words[-1]) == 1 and words[-1].isupper() and ("." in words or words[-2] == ",")


def _part_issue(tokens: Tokens, inside: list[int], labels: list[str]) -> None:
    """Give the issue in "6(1)" or "12, no. 3" its own label."""
    seen, after = False, False
    for place in inside:
        word = tokens.words[place]
        if labels[place] != "volume" and not after:
            continue
        if seen and (word in "(:/" or _is(word, "issue")):
            after = True
            labels[place] = OTHER
        elif after:
            labels[place] = "issue" if word[0].isalnum() else OTHER
        elif word[0].isdigit() or word.isupper():
            seen = True


def _fill_inner(tokens: Tokens, labels: list[str]) -> None:
    """Give lone signs between two tokens of one field that field's label."""
    for place in range(1, len(labels) - 1):
        if (
            labels[place] == OTHER
            and labels[place - 1] == labels[place + 1]
            and labels[place - 1] not in {OTHER, GAP, "id"}
            and not tokens.words[place][0].isalnum()
        ):
            labels[place] = labels[place - 1]

"""The references of other fields: the set can be measured with, and reading it loses nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from refcheck.readers.labelling import label

FOLDER = Path(__file__).parent / "labelled"
ROWS = {path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] for path in sorted(FOLDER.glob("*.jsonl"))}
ALL = [row for rows in ROWS.values() for row in rows]
LABELS = frozenset(
    (
        *(
            "author",
            "editor",
            "translator",
            "title",
            "container-title",
            "collection-title",
            "volume",
            "issue",
            "pages",
            "date",
            "publisher",
        ),
        *("location", "edition", "genre", "note", "doi", "url", "isbn", "pmid", "arxiv", "citation-number", "other"),
    )
)
REPEATED = {"note", "other"}
WORDED = REPEATED | {"collection-title", "edition"}
"""Labels whose text may hold words that only say what follows: "p.", "Bd.", "ed."."""


def test_the_set_is_large_and_no_reference_stands_in_it_twice():
    """A figure over fewer, or over copies, says little."""
    assert len(ALL) >= 150
    assert len({row["id"] for row in ALL}) == len(ALL)
    assert len({"".join(row["string"].split()) for row in ALL}) == len(ALL)


@pytest.mark.parametrize("name", ROWS)
def test_what_is_labelled_stands_in_the_string(name):
    """Gold that is not printed could be read by nobody."""
    for row in ROWS[name]:
        string, spans = row["string"], row["spans"]
        assert {kind for *_, kind in spans} == row["fields"].keys() <= LABELS, row["id"]
        for start, end, kind in spans:
            assert string[start:end] == string[start:end].strip() != "", row["id"]
            assert kind in REPEATED or string[start:end] == row["fields"][kind], row["id"]
        assert all(text in string for text in row["fields"].values()), row["id"]


@pytest.mark.parametrize("name", ROWS)
def test_labels_do_not_overlap_and_only_remarks_repeat(name):
    for row in ROWS[name]:
        spans = row["spans"]
        ends = [0, *(end for _, end, _ in spans)]
        assert all(before <= start for before, (start, _, _) in zip(ends, spans, strict=False)), row["id"]
        kinds = [kind for *_, kind in spans if kind not in REPEATED]
        assert len(kinds) == len(set(kinds)), row["id"]


@pytest.mark.parametrize("name", ROWS)
def test_values_read_stand_where_they_say(name):
    """A fix edits the file at these places, whatever the field and language."""
    for row in ROWS[name]:
        for path, origin in label(row["string"]).origins.items():
            assert row["string"][origin.span.start : origin.span.end] == origin.raw, (row["id"], path)


def lost_words(row):
    """Words of labelled values that stand in no variable, right or wrong, and not in the unlabelled text either."""
    raw, labelled = row["string"], label(row["string"])
    read = {place for origin in labelled.origins.values() for place in range(origin.span.start, origin.span.end)}
    kept = f"{labelled.reference.extra.get('unlabelled', '')} {labelled.label or ''}"
    values = [(start, end) for start, end, kind in row["spans"] if kind not in WORDED]
    left = " ".join("".join(" " if place in read else raw[place] for place in range(start, end)) for start, end in values)
    return [word for word in re.findall(r"\w+", left) if word not in kept]


def test_nothing_an_author_would_look_for_is_lost():
    """What is not understood is kept as unlabelled text, so that a report can show it."""
    assert {row["id"]: words for row in ALL if (words := lost_words(row))} == {}

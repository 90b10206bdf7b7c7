"""Measure what a model finds in rows it has not learnt from: fields with the right extent, and what its confidence is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pycrfsuite

from refcheck.readers.labelling.tagging import find_runs, tag
from training.rows import GAP, Row

BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""Lower ends of the bands of confidence."""


def figures(rows: Sequence[Row], weights: str) -> Iterator[str]:
    """Give lines of Markdown: exact fields of each label, and how many fields of each band of confidence are right."""
    tagger = pycrfsuite.Tagger()
    tagger.open(weights)
    counts: Counter[tuple[str, str]] = Counter()
    banded: Counter[tuple[float, bool]] = Counter()
    for row in rows:
        gold = set(_fields(row.labels, row))
        found = {(field.name, field.start, field.end): field.confidence for field in tag(row.tokens, tagger)}
        unknown = [span for span, label in zip(row.tokens.spans, row.labels, strict=True) if label == GAP]
        for (name, start, end), confidence in found.items():
            if any(start <= span[0] < end for span in unknown):
                continue
            right = (name, start, end) in gold
            counts[name, "right" if right else "extra"] += 1
            banded[max(band for band in BANDS if band <= confidence), right] += 1
        counts.update((name, "missed") for name, _, _ in gold - found.keys())
    yield from ("| field | precision | recall | fields |", "|---|---:|---:|---:|")
    for name in sorted({name for name, _ in counts}):
        right, extra, missed = (counts[name, kind] for kind in ("right", "extra", "missed"))
        yield f"| {name} | {_share(right, right + extra)} | {_share(right, right + missed)} | {right + missed} |"
    yield from ("", "| confidence from | right | fields |", "|---:|---:|---:|")
    for band in BANDS:
        right, wrong = banded[band, True], banded[band, False]
        if right + wrong:
            yield f"| {band:.2f} | {_share(right, right + wrong)} | {right + wrong} |"


def _fields(labels: Sequence[str], row: Row) -> Iterable[tuple[str, int, int]]:
    named = ["other" if label == GAP else label for label in labels]
    spans = row.tokens.spans
    return ((named[first], spans[first][0], spans[last][1]) for first, last in find_runs(named, row.tokens.words))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""

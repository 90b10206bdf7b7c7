"""Real printed references for composed documents, by style.

Two halves that share no work: one to measure with, one to train with.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import defaultdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

DATA = Path(os.environ.get("REFCHECK_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
_FEWEST, _SHORTEST, _LONGEST = 8, 25, 900
_LABEL = re.compile(r"^\s*(?:\[[^\]]{1,12}\]|\(?\d{1,3}[.)]?)\s+(?=\S)")
_UNSORTED = ("citations.xml", "kisti")
"""Files that are no lists of one document."""


def _rows(name: str) -> list[dict[str, Any]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _drawn(text: str, parts: int) -> bool:
    return int(sha256(text.encode()).hexdigest(), 16) % parts == 0


def _clean(row: dict[str, Any]) -> str:
    text = row["string"]
    for start, end, label in row.get("spans", ()):
        if label == "citation-number" and start == 0:
            text = text[end:]
    return _LABEL.sub("", " ".join(text.split())).strip(" ,;")


def _is_whole(text: str) -> bool:
    """Tell a reference from what its makers broke: one without its authors begins with what stood after them."""
    return _SHORTEST <= len(text) <= _LONGEST and (text[0].isalnum() or text[0] in '“"„«')


@cache
def strings(*, held_out: bool) -> dict[str, tuple[str, ...]]:
    """Read the references of one half, by style; those of a real list are a style of their own."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows("match/style-refs-dev.jsonl.gz"):
        if _drawn(row["doi"], 2) == held_out:
            found[row["style"]].append(" ".join(row["string"].split()).rstrip(","))
            found[row["style"] + "+doi"].append(" ".join(row["string_with_doi"].split()))
    for name in ("parse/ore-dev.jsonl.gz", "parse/grobid-dev.jsonl.gz"):
        for row in _rows(name):
            if _drawn(row["src"], 5) == held_out and not row["src"].startswith(_UNSORTED):
                found[row["src"]].append(_clean(row))
    kept = {style: tuple(dict.fromkeys(filter(_is_whole, texts))) for style, texts in found.items()}
    return {style: texts for style, texts in sorted(kept.items()) if len(texts) >= _FEWEST}

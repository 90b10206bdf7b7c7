#!/usr/bin/env python3
"""Measure how many references a second the APA writer formats, alone and as one list.

    python bench/apa.py [GOLD.json]

GOLD: items as in the real data's `apa/gold.json`; without it items made here are used. Reading them is not counted; the word list is loaded
before. Titles are in sentence case in the data, so a second figure is for titles in title case, which must be lowered.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from refcheck.model.dates import Date
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.names import Name
from refcheck.model.references import Reference
from refcheck.styles.apa import Apa
from refcheck.text.proper_names import proper_names

COUNT = 10_000
GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "apa" / "gold.json"


def made() -> list[Reference]:
    """Make a few references of the commonest types."""
    people = (Name(family="Ortega", given="Ana Luz"), Name(family="Whitfield", given="P. R."), Name(family="Oduya", given="Chidi"))
    article = Reference(
        type="article-journal",
        author=people,
        issued=Date(year=2019),
        title="Tides and the timing of spawning in reef fish: A field study",
        container_title="Journal of Shallow Seas",
        volume="12",
        issue="3",
        page=Locator(pages="101-119"),
        doi=Doi("10.5555/jss.2019.0042"),
    )
    book = Reference(
        type="book", author=people[:1], issued=Date(year=2007), title="Reading the shore", edition="3", publisher="Harbour Press"
    )
    page = Reference(
        type="webpage",
        author=people[1:2],
        issued=Date(year=2021, month=6, day=9),
        title="What a spring tide is",
        url="https://example.org/tide",
    )
    part = replace(book, type="chapter", container_title="A companion to the coast", editor=people[1:], page=Locator(pages="55-70"))
    return [article, book, page, part, article]


def read(path: Path) -> list[Reference]:
    """Read the items of a gold file."""
    from refcheck.readers.csl_json import read as read_items

    items = [row["csl"] for row in json.loads(path.read_text(encoding="utf-8"))]
    return [cited.reference for cited in read_items(Document(name=path.name, text=json.dumps(items))).references]


def rate(references: Sequence[Reference], *, as_list: bool) -> float:
    """Give references formatted a second of CPU time, the best of three runs."""
    best = 0.0
    style = Apa()
    for _ in range(3):
        start = time.process_time()
        if as_list:
            style.bibliography(references)
        else:
            for reference in references:
                style.entry(reference)
        best = max(best, len(references) / (time.process_time() - start))
    return best


def main() -> int:
    """Print the figures."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    items = read(path) if path.is_file() else made()
    references = (items * (COUNT // len(items) + 1))[:COUNT]
    raised = [replace(reference, title=reference.title and reference.title.title()) for reference in references]
    start = time.perf_counter()
    proper_names()
    print(f"word list loaded in {1000 * (time.perf_counter() - start):.1f} ms")
    for name, chosen, as_list in (
        ("each alone", references, False),
        ("one list", references, True),
        ("each alone, title case", raised, False),
    ):
        print(f"{name}: {rate(chosen, as_list=as_list):,.0f} references a second ({COUNT:,} of {len(items)} items)")
    return 0


if __name__ == "__main__":
    sys.exit(main())

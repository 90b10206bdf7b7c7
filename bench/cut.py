"""Measure how exactly reference lists are found in documents and cut.

    bench/cut.py [--documents 300] [--seed 1] [--show 0]

Documents are made of invented prose, headings and page furniture around lists of real strings: ten citation styles from
`match/style-refs-dev.jsonl.gz`, printed references from `parse/ore-dev.jsonl.gz`; separators, wraps, labels and order are
drawn at random. A reference counts as right when its first and last sign are right. A fifth of the documents has no list:
whatever is found in them counts against precision. The figures are printed; they never gate.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import textwrap
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from refcheck.model.flows import Flow
from refcheck.readers.segmenting.finding import find_lists

DATA = Path(os.environ.get("REFCHECK_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
LAYOUTS = (
    "blank",
    "line",
    "wrapped",
    "wrapped-blank",
    "hanging",
    "number",
    "number-wrapped",
    "number-hanging",
    "bullet",
    "key",
    "two-blanks",
)
LABELS = ("{}. ", "[{}] ", "({}) ", "{}) ", "{}.\t")
FIRST_REAL = 8
HEADINGS = (
    *("References", "REFERENCES", "Literaturverzeichnis", "Références", "Bibliografía", "Works Cited", "7. References", "## Literature"),
    *("Lab Tests in This Article", "About this page", "What we read", None, None),
)
FAMILIES = (
    *("Aldous", "Brandt", "Cissé", "Dorfman", "Eklund", "Farrow", "Giraud", "Hollis", "Ibarra", "Jansen", "Kessler", "Lomax"),
    *("Marchetti", "Nyberg", "Ochoa", "Prior"),
)
THINGS = (
    *("the harbour", "a new tariff", "river water", "the old archive", "most patients", "every second school"),
    *("the committee", "winter wheat", "a small sample", "the bridge"),
)
DEEDS = (
    *("was measured in spring", "has changed little", "may depend on the weather", "is seldom described", "had to be rebuilt"),
    "were compared with care",
)
ENDS = (
    *("although nobody had asked for it", "because costs were rising", "when the survey began", "and this is what we report here"),
    "which came as a surprise",
)
FURNITURE = (
    *("Share this article", "Read more", "Subscribe to our newsletter for free!", "© 2024 Example Media. All rights reserved."),
    *("Peer Reviewed Journal", "Visit Source", "Published on March 3, 2021", "Was this page helpful?", "Order now in 20 seconds"),
    *("Related: Ten Quiet Places For 2023", "By Anna Example, 4 May 2022", "Contact: office@example.org", "Previous | Next"),
    *("Received: 2 May 2019 / Accepted: 11 July 2019", "The authors declare no conflict of interest.", "https://www.example.org/about"),
    *("Tags: water, tariffs", "12"),
)
FEW = 3


@dataclass(frozen=True)
class Made:
    """A document and where its references stand."""

    text: str
    spans: list[tuple[int, int]]
    layout: str
    style: str


def rows(name: str) -> list[dict[str, str]]:
    """Read a file of the real data."""
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def strings() -> dict[str, list[str]]:
    """Read the printed references, by style."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows("match/style-refs-dev.jsonl.gz"):
        found[row["style"]].append(" ".join(row["string"].split()).rstrip(","))
        found[row["style"] + "+doi"].append(" ".join(row["string_with_doi"].split()))
    for row in rows("parse/ore-dev.jsonl.gz"):
        found["ore"].append(" ".join(row["string"].split()))
    return found


def paragraph(draw: random.Random) -> str:
    """Write a paragraph with citations in its text."""
    out = []
    for _ in range(draw.randrange(1, 7)):
        sentence = f"{draw.choice(THINGS)} {draw.choice(DEEDS)} {draw.choice(ENDS)}"
        one, two, year = draw.choice(FAMILIES), draw.choice(FAMILIES), draw.randrange(1975, 2025)
        form = draw.random()
        if form < 0.25:
            sentence += f" ({one} & {two}, {year})"
        elif form < 0.4:
            sentence = f"{one} et al. ({year}) found that {sentence}"
        elif form < 0.5:
            sentence += f" [{draw.randrange(1, 30)}]"
        out.append(sentence[0].upper() + sentence[1:] + ".")
    return " ".join(out)


def prose(draw: random.Random, *, wrap: int | None) -> str:
    """Write some paragraphs, headings and furniture."""
    parts = []
    for _ in range(draw.randrange(2, 9)):
        kind = draw.random()
        if kind < 0.6:
            text = paragraph(draw)
            parts.append(textwrap.fill(text, wrap) if wrap else text)
        elif kind < 0.8:
            parts.append(draw.choice(THINGS).title() + draw.choice(["", " in 2019", ": What To Know"]))
        else:
            parts.append("\n".join(draw.sample(FURNITURE, draw.randrange(1, 5))))
    return "\n\n".join(parts)


def listed(draw: random.Random, references: list[str], layout: str) -> tuple[str, list[tuple[int, int]]]:
    """Set references as a list, with the place of each."""
    form, width = draw.choice(LABELS), draw.choice([60, 72, 80, 95])
    keyed = [f"[{draw.choice(FAMILIES)[:3].upper()}{draw.randrange(70, 99)}{letter}] " for letter in ("abcdefgh" * 40)[: len(references)]]
    bullet = draw.choice(["• ", "- ", "* ", "– "])
    text, spans = "", []
    gap = {"blank": "\n\n", "two-blanks": "\n\n\n", "wrapped-blank": "\n\n"}.get(layout) or (
        "\n\n" if "wrapped" not in layout and draw.random() < 0.3 else "\n"
    )
    for place, reference in enumerate(references):
        label = ""
        if layout.startswith("number"):
            label = form.format(place + 1)
        elif layout == "bullet":
            label = bullet
        elif layout == "key":
            label = keyed[place]
        lines = [label + reference]
        if layout not in {"blank", "line", "number", "two-blanks"} and not (layout in {"bullet", "key"} and draw.random() < 0.02):
            hang = "    " if "hanging" in layout or layout == "bullet" else ""
            lines = textwrap.wrap(
                label + reference,
                width,
                subsequent_indent=hang,
                break_on_hyphens=False,
                expand_tabs=False,
                replace_whitespace=False,
                break_long_words=draw.random() < 0.2,
            )
        start = len(text) + len(label)
        text += "\n".join(lines)
        spans.append((start, len(text)))
        text += gap
    return text, spans


def make(draw: random.Random, pool: dict[str, list[str]]) -> Made:
    """Make one document."""
    wrap = draw.choice([None, None, 72, 80])
    head = prose(draw, wrap=wrap)
    if draw.random() < 0.2:
        return Made(head + "\n\n" + prose(draw, wrap=wrap) + "\n", [], "none", "none")
    style, layout = draw.choice(sorted(pool)), draw.choice(LAYOUTS)
    references = draw.sample(pool[style], min(len(pool[style]), draw.choice([2, 3, 5, 8, 11, 16, 23, 40, 80, 150])))
    if not layout.startswith("number") and draw.random() < 0.8:
        references.sort(key=str.casefold)
    heading = draw.choice(HEADINGS if len(references) > FEW else HEADINGS[:FIRST_REAL])
    before = head + "\n\n" + (f"{heading}\n" + draw.choice(["", "\n"]) if heading else "")
    text, spans = listed(draw, references, layout)
    after = draw.choice(["", "\n" + prose(draw, wrap=wrap), "\n" + "\n".join(draw.sample(FURNITURE, 3))])
    spans = [(len(before) + start, len(before) + end) for start, end in spans]
    return Made(before + text + after + "\n", spans, layout, style)


def main() -> None:
    """Print precision, recall and F1 of exact cuts, in all and by layout and style."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print that many of the documents that were cut wrongly, shortly")
    options = parser.parse_args()
    draw, pool = random.Random(options.seed), strings()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    spent, signs, shown = 0.0, 0, 0
    for _ in range(options.documents):
        made = make(draw, pool)
        begun = time.perf_counter()
        found = [(piece.start, piece.end) for run in find_lists(Flow(text=made.text)) for piece in run.pieces]
        spent, signs = spent + time.perf_counter() - begun, signs + len(made.text)
        right = len(set(found) & set(made.spans))
        for group in ("all", f"layout {made.layout}", f"style {made.style}", f"entries {len(made.spans)}"):
            counts[group].update(right=right, found=len(found), gold=len(made.spans), documents=1, whole=found == made.spans)
        if found != made.spans and shown < options.show:
            shown += 1
            show(made, found)
    for group, count in sorted(counts.items()):
        precision, recall = count["right"] / max(1, count["found"]), count["right"] / max(1, count["gold"])
        harmonic = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"{group:38} F1 {100 * harmonic:5.1f}  P {100 * precision:5.1f}  R {100 * recall:5.1f}"
            f"  whole documents {count['whole']:4}/{count['documents']}"
        )
    print(f"{signs / spent / 1e6:.2f} million signs a second")


def show(made: Made, found: list[tuple[int, int]]) -> None:
    """Print what a wrongly cut document has and what was found instead."""
    print(f"--- {made.layout}, {made.style}, {len(made.spans)} entries, {len(found)} found")
    for name, spans in (("missed", sorted(set(made.spans) - set(found))), ("false", sorted(set(found) - set(made.spans)))):
        for start, end in spans[:4]:
            text = made.text[start:end].replace("\n", "⏎")
            print(f"    {name}: {text if len(text) < 300 else text[:150] + ' ... ' + text[-140:]}")


if __name__ == "__main__":
    main()

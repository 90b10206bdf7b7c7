#!/usr/bin/env python3
"""Train the labeller of printed references: make the weights that the package holds, and the page that describes them.

    python scripts/train_labeller.py --sets DIR [--synthetic FILE...] [--into DIR] [--inner] [--seed N]

DIR holds the labelled sets (anystyle-core, grobid-dev and ore-dev .jsonl.gz). The fifth of their documents that everybody
measures with is never learnt from; FILEs are what `scripts/training/rendering.py` writes. With --inner another fifth of the
rest is kept out too, to choose features and parameters by, and the figures of the page are of it.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
from training.measuring import figures
from training.rows import GAP, Row, held_out, prepare, read_rows, to_row
from training.varying import vary

from refcheck.model.types import TYPES as CSL_TYPES
from refcheck.readers.labelling import kinds
from refcheck.readers.labelling.assembly import assemble
from refcheck.readers.labelling.features import attributes
from refcheck.readers.labelling.tagging import tag

ROOT = Path(__file__).resolve().parent.parent
SETS = ("anystyle-core", "grobid-dev", "ore-dev")
WITH_GAPS = frozenset({"ore-dev"})
"""Sets whose makers left fields without label."""
PARAMETERS = {"c1": 0.22, "c2": 0.02, "max_iterations": 120}
OWN = ROOT / "scripts" / "training" / "own_references.jsonl"
"""References of the humanities and of law that were labelled by hand to learn from; what is measured with shares no work with them."""
REPEATED = 2
"""Forms in which each of them is learnt from."""
VARIED = 0.25
"""Share of the synthetic references that are varied; of the others all are."""
TYPE_PARAMETERS = {"c1": 0.3, "c2": 0.05, "max_iterations": 200}
TYPES = {"journal": "article-journal", "confproc": "paper-conference", "data": "dataset", "web": "webpage"}
"""Type of a work in a set -> CSL type."""
_LEXICA = ("cyclop", "ciclop", "zyklop", "dictionar", "diction", "lexi", "wörterbuch", "diccionario", "dizionario", "handwörter")
UNTOLD = (
    ("entry-encyclopedia", _LEXICA, "chapter"),
    ("entry-dictionary", _LEXICA, "chapter"),
    ("post-weblog", ("blog",), "webpage"),
)
"""Types that only words in the container show, these words, and what a work is taken for without them."""


def main() -> int:
    """Read, fill the gaps, vary, train, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sets", type=Path, required=True)
    options.add_argument("--synthetic", type=Path, nargs="*", default=[])
    options.add_argument("--into", type=Path, default=ROOT / "refcheck" / "data", help="folder of the weights")
    options.add_argument("--inner", action="store_true")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    rows = load(chosen.sets, chosen.synthetic)
    measured = [row for row in rows if inner(row)] if chosen.inner else load(chosen.sets, (), measured=True)
    if chosen.inner:
        rows = [row for row in rows if not inner(row)]
    whole = [row for row in rows if GAP not in row.labels]
    gappy = [row for row in rows if GAP in row.labels]
    fields, types = (chosen.into / f"labelling-{name}.crfsuite" for name in ("fields", "types"))
    train([(attributes(row.tokens), row.labels) for row in whole], fields, PARAMETERS | {"max_iterations": 40})
    rows = [*whole, *fill(gappy, fields)]
    dice = random.Random(chosen.seed)  # noqa: S311 -- drawn again the same
    own = [to_row("own", {**row, "type": None}) for row in read_rows(OWN)]
    rows += [*own, *(varied for row in own * (REPEATED - 1) if (varied := vary(row, dice)) is not None)]
    rows += [
        varied
        for row in rows
        if (row.set in SETS or dice.random() < VARIED) and (varied := vary(row, dice)) is not None and GAP not in varied.labels
    ]
    train([(attributes(row.tokens), row.labels) for row in rows], fields, PARAMETERS)
    train(typed(rows, fields), types, TYPE_PARAMETERS)
    (chosen.into / "labelling.md").write_text(page(rows, measured, fields, types), encoding="utf-8")
    return 0


def page(rows: Sequence[Row], measured: Sequence[Row], fields: Path, types: Path) -> str:
    """Describe the weights: what they were made of and what they reach."""
    lines = [
        "# The weights of the labeller",
        "",
        "`labelling-fields.crfsuite` tells the fields of a printed reference, `labelling-types.crfsuite` the type of the work.",
        "Both are made by `scripts/train_labeller.py`; the data are not kept here. `NOTICE` names the sets and their licences.",
        "",
        "| learnt from | references |",
        "|---|---:|",
        *(f"| {name} | {count} |" for name, count in sorted(Counter(row.set for row in rows).items())),
        "",
        "The sets count with varied forms of their own rows; the synthetic references are those of `scripts/training/rendering.py`.",
        "",
        f"Parameters of L-BFGS: fields {PARAMETERS}, types {TYPE_PARAMETERS}.",
        "",
        f"Figures on {len(measured)} references that nothing was learnt from; a field is right where its first and last word are:",
        "",
        *figures(measured, str(fields)),
        "",
        "| file | bytes | sha256 |",
        "|---|---:|---|",
        *(f"| {path.name} | {path.stat().st_size} | {hashlib.sha256(path.read_bytes()).hexdigest()} |" for path in (fields, types)),
        "",
    ]
    return "\n".join(lines)


def load(folder: Path, synthetic: Iterable[Path], *, measured: bool = False) -> list[Row]:
    """Read all rows that may be learnt from, or those to measure with."""
    rows = [
        to_row(name, row, gaps=name in WITH_GAPS)
        for name in SETS
        for row in read_rows(folder / f"{name}.jsonl.gz")
        if held_out(row) is measured
    ]
    return rows + [to_row("synthetic", row) for path in synthetic for row in read_rows(path)]


def inner(row: Row) -> bool:
    """Tell whether a row is of the inner fifth; the set that is one document is parted by rows."""
    return held_out({"id": row.id, "src": row.id if row.set in {"anystyle-core", "synthetic"} else row.source}, "inner")


def train(examples: Sequence[tuple[list[list[str]], list[str]]], weights: Path, parameters: Mapping[str, float]) -> None:
    """Train a model on pairs of attributes and labels, and write it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(dict(parameters))
    for attributed, labels in examples:
        if labels:
            trainer.append(attributed, labels)
    began = time.monotonic()
    trainer.train(str(weights))
    print(f"{len(examples)} references, {time.monotonic() - began:.0f} s, {weights.stat().st_size} bytes", flush=True)


def typed(rows: Iterable[Row], weights: Path) -> list[tuple[list[list[str]], list[str]]]:
    """Give what is seen of the references whose type is known, as the labeller reads them."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(weights))
    examples = []
    for row in rows:
        if row.type is None or (kind := TYPES.get(row.type, row.type)) not in CSL_TYPES:
            continue
        draft, tokens = prepare(row.string)
        assemble(draft, tag(tokens, tagger))
        if (told := _told(kind, draft.values)) is not None:
            examples.append(([kinds.attributes(draft.values)], [told]))
    return examples


def _told(kind: str, values: Mapping[str, Any]) -> str | None:
    """Give the type that a reference shows; None where it cannot be told, or where the makers of a set took another for it.

    What has a title and nothing else is a book, or something published in no journal, which CSL calls an article. Works
    with a publisher and no container are no journal articles, though the platform of one set calls them so by default.
    """
    if kind == "article-journal" and not values.get("container_title"):
        return None if values.get("publisher") or values.get("publisher_place") else "article"
    container = (values.get("container_title") or "").lower()
    for name, words, instead in UNTOLD:
        if kind == name and not any(word in container for word in words):
            kind = instead
    bare = not any(values.get(name) for name in kinds.SHAPE)
    return kind if not bare or kind in {"book", "article", "report"} else None


def fill(rows: Iterable[Row], weights: Path) -> list[Row]:
    """Give words that the makers left out the label that a model of the other rows finds likeliest for them.

    They are what a set has no label for: editors, publisher, place, the book a chapter stands in.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(str(weights))
    filled = []
    for row in rows:
        guessed = tagger.tag(attributes(row.tokens))
        labels = [
            guess if label == GAP and guess not in {"author", "title", "issued"} else "other" if label == GAP else label
            for label, guess in zip(row.labels, guessed, strict=True)
        ]
        filled.append(Row(row.set, row.id, row.source, row.string, row.fields, row.tokens, labels, row.type, row.gold))
    return filled


if __name__ == "__main__":
    sys.exit(main())

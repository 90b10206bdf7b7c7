"""Measure how well references of other fields are read: humanities, law, German, French and others, labelled by hand.

    python bench/labelled.py [--wrong N]

The references stand in `tests/readers/labelled/`; its README says how they are labelled. They are never trained or tuned on.
The scorer is no part of the repository: it is looked for where $REFCHECK_DATA points, else beside the repository.
The figures are printed; they never gate.
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from types import ModuleType

from _tools import COMMAND, scorers

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "readers" / "labelled"


def main() -> None:
    """Print the figures of all files together, then of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="also print N references with a wrong field of each file")
    args = parser.parse_args()
    scoring = scorers()
    parse = importlib.import_module("score_parse")
    files = {path.stem: scoring.rows(path) for path in sorted(FOLDER.glob("*.jsonl"))}
    rows = [row for part in files.values() for row in part]
    items, _ = scoring.export_lines(COMMAND, [row["string"] for row in rows])
    print(parse.show("all", parse.score(rows, items), 0))
    for name, part in files.items():
        own, items = items[: len(part)], items[len(part) :]
        print(parse.show(name, parse.score(part, own), 0))
        for row, wrong in wrong_fields(parse, part, own)[: args.wrong]:
            print(row["id"], " ".join(row["string"].split()), *wrong, sep="\n    ")


def wrong_fields(parse: ModuleType, rows: list[dict], items: list[dict]) -> list[tuple[dict, list[str]]]:
    """Rows with a wrong field, and what was wanted and read in each."""
    out = []
    for row, item in zip(rows, items, strict=True):
        gold, read = parse.normalise(row["fields"]), parse.normalise(parse.csl_raw(item))
        wrong = [f"{name}: gold {gold.get(name)!r}, read {read.get(name)!r}" for name in parse.SCORED if gold.get(name) != read.get(name)]
        if wrong:
            out.append((row, wrong))
    return out


if __name__ == "__main__":
    main()

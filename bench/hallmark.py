"""True and fabricated entries of HALLMARK, and how many fabrications a rule of the right kind names.

python bench/hallmark.py [--keys]

"not found" alone is enough to be counted as detected, for the true work behind a fabrication is often not among the works:
so the hits by a rule of the right kind, and those by any rule but work-not-found, stand apart.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import Any

from _tools import COMMAND, DATA, RECORDS, scorers

RIGHT = {
    "arxiv_version_mismatch": ("year", "journal", "preprint", "doi"),
    "chimeric_title": ("title",),
    "fabricated_doi": ("doi",),
    "future_date": ("date", "year"),
    "hybrid_fabrication": ("doi", "title", "author"),
    "merged_citation": ("author", "title", "doi"),
    "near_miss_title": ("title",),
    "nonexistent_venue": ("journal",),
    "partial_author_list": ("author",),
    "placeholder_authors": ("placeholder", "author"),
    "preprint_as_published": ("preprint", "journal", "year"),
    "swapped_authors": ("author", "doi"),
    "wrong_venue": ("journal",),
}
"""Kind of fabrication -> beginnings of the names of rules that say what is wrong with it."""


def main() -> int:
    """Check the entries and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", action="store_true", help="show the entries judged wrongly")
    args = parser.parse_args()
    scoring = scorers()
    import score_hallmark

    gold = scoring.rows(DATA / "hallmark" / "dev_public.jsonl.gz")
    with scoring.emulator([DATA / "hallmark" / "works.jsonl.gz", RECORDS]) as url:
        figures, result, references = score_hallmark.evaluate(COMMAND, gold, url)
    print(f"DR {figures['DR']:.1f}  FPR {figures['FPR']:.1f}  F1 {figures['F1']:.1f}  ({len(gold)} entries, {result.seconds:.1f} s)")
    by_key = {reference["key"]: reference for reference in references}
    counts: dict[str, Counter[str]] = {}
    for row in gold:
        reference: dict[str, Any] = by_key.get(row["id"], {"match": {"status": "not read"}, "diagnostics": []})
        names = [each["name"] for each in scoring.serious(reference)]
        count = counts.setdefault(row["kind"] or row["label"], Counter())
        count["n"] += 1
        count["detected"] += score_hallmark.wrong(reference)
        count["by a rule"] += any(name != "work-not-found" for name in names)
        count["of the right kind"] += any(name.startswith(RIGHT.get(row["kind"], ("-",))) for name in names)
        if args.keys and score_hallmark.wrong(reference) == (row["label"] == "VALID"):
            print(f"{row['kind'] or row['label']} {row['id']} {reference['match']['status']} {names} {row['fields']}")
    columns = ("n", "detected", "by a rule", "of the right kind")
    print(scoring.table(["kind", *columns], [[kind, *(count[name] for name in columns)] for kind, count in sorted(counts.items())]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

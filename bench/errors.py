"""Labelled errors and harmless variation in BibTeX entries, against an emulator of the registries.

python bench/errors.py [--no-doi] [--per-class 10] [--seeds 5] [--classes a,b] [--keys]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from _tools import COMMAND, RECORDS, TOOLS, scorers


def main() -> int:
    """Pool the classes over the seeds and print them, the errors first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-doi", action="store_true")
    parser.add_argument("--per-class", default="10")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--classes")
    parser.add_argument("--keys", action="store_true", help="show the entries that were judged wrongly")
    args = parser.parse_args()
    scoring = scorers()
    import score_check

    pooled: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, str] = {}
    searches = without = 0
    for seed in range(1, args.seeds + 1):
        with tempfile.TemporaryDirectory() as made:
            options = ["--no-doi"] * args.no_doi + (["--classes", args.classes] if args.classes else [])
            call = [
                sys.executable,
                str(TOOLS / "corrupt.py"),
                str(RECORDS),
                "--out",
                made,
                "--seed",
                str(seed),
                "--per-class",
                args.per_class,
            ]
            subprocess.run([*call, *options], check=True, capture_output=True)
            labels = json.loads((Path(made) / "labels.json").read_text(encoding="utf-8"))
            log = Path(made) / "log.jsonl"
            with scoring.emulator([RECORDS, Path(made) / "extra.jsonl"], "--log", str(log)) as url:
                references, result = scoring.check(COMMAND, str(Path(made) / "list.bib"), url)
            targets = [json.loads(line)["path"] for line in log.read_text(encoding="utf-8").splitlines()]
            searches += sum("query.bibliographic" in target for target in targets)
            without += len(labels)
            scored = score_check.score(labels, references)
            for name, row in scored["classes"].items():
                kinds[name] = row["kind"]
                pooled[name].update({key: value for key, value in row.items() if isinstance(value, int)})
            print(f"seed {seed}: {len(labels)} entries, {len(targets)} requests, {result.seconds:.1f} s, exit {result.code}")
            if args.keys:
                _show(labels, references, score_check, scoring)
    for kind in ("error", "clean", "advice"):
        rows = {name: row for name, row in pooled.items() if kinds[name] == kind}
        total = sum(rows.values(), Counter())
        print(
            f"\n{kind}: flagged {total['flagged']} of {total['n']}, by the right variable {total['named']}, not found {total['not found']}"
        )
        for name, row in rows.items():
            print(
                f"  {name:20} n {row['n']:4}  flagged {row['flagged']:4}  right variable {row['named']:4}  unreachable {row['unreachable']}"
            )
    print(f"\nsearches: {searches} for {without} entries")
    return 0


def _show(labels: dict, references: list[dict], score_check, scoring) -> None:  # noqa: ANN001 - modules of the scorers
    by_key = {reference.get("key"): reference for reference in references}
    for key, label in labels.items():
        reference = by_key.get(key, {})
        told = [each for each in scoring.serious(reference) if not (label["kind"] == "advice" and score_check.is_advice(each))]
        wrong = not score_check.names_it(reference, label["class"]) if label["kind"] == "error" else bool(told)
        if wrong:
            match = reference.get("match")
            print(f"  {label['class']} {key}: {label['note']} | {match and (match['status'], match['doi'], match['reason'])}")
            for each in reference.get("diagnostics", []):
                print(f"      {each['severity']} {each['name']} {each['variable']}: {each['message']}")


if __name__ == "__main__":
    sys.exit(main())

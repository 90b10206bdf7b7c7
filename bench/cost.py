"""Requests and seconds against an emulator that keeps Crossref's limits and answers in 100 ms, and its log against the limits.

python bench/cost.py [--latency-ms 100] [--only NAME]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from _tools import COMMAND, RECORDS, TOOLS, scorers

LIMITS = {"single": 10, "list": 3}
"""Kind of request to Crossref -> how many a client with a contact may send within a second."""


def made(folder: Path, *options: str) -> Path:
    """Make a set of entries."""
    call = [sys.executable, str(TOOLS / "corrupt.py"), str(RECORDS), "--out", str(folder), *options]
    subprocess.run(call, check=True, capture_output=True)
    return folder


def without(folder: Path, share: float) -> Path:
    """Take the DOI from a share of the entries, evenly spread."""
    path = folder / "list.bib"
    blocks = path.read_text(encoding="utf-8").split("\n@")
    for place, block in enumerate(blocks):
        if int((place + 1) * share) > int(place * share):
            blocks[place] = "\n".join(line for line in block.split("\n") if not line.startswith("  doi = "))
    path.write_text("\n@".join(blocks), encoding="utf-8")
    return folder


def above(log: list[dict[str, Any]]) -> list[str]:
    """Name each pool that had more requests within any one second than it takes."""
    found = []
    for lane, limit in LIMITS.items():
        times = sorted(row["time"] - row["ms"] / 1000 for row in log if row["host"] == "api.crossref.org" and _lane(row) == lane)
        worst = max((sum(1 for other in times[place:] if other < at + 1) for place, at in enumerate(times)), default=0)
        if worst > limit:
            found.append(f"{lane}: {worst} in a second")
    return found


def measured(scoring: Any, folder: Path, latency: str) -> None:
    """Check a list twice with one cache, and print what it cost."""
    log = folder / "log.jsonl"
    known = [RECORDS, *([folder / "extra.jsonl"] if (folder / "extra.jsonl").exists() else [])]
    with scoring.emulator(known, "--limits", "crossref", "--latency-ms", latency, "--log", str(log)) as url:
        for turn in ("cold", "warm"):
            before = len(log.read_text(encoding="utf-8").splitlines()) if log.exists() else 0
            env = {
                **os.environ,
                **scoring.base_urls(url),
                "REFCHECK_CACHE_DIR": str(folder / "cache"),
                "REFCHECK_MAILTO": "bench@example.org",
            }
            call = [*COMMAND.split(), "check", str(folder / "list.bib"), "--output-format", "json", "--fail-on", "warning"]
            began = time.monotonic()
            done = subprocess.run(call, env=env, capture_output=True, check=False)
            seconds = time.monotonic() - began
            rows = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()][before:]
            report = json.loads(done.stdout)
            unreachable = sum(each["match"]["status"] == "unreachable" for each in report["references"])
            kinds = dict(Counter(_kind(row) for row in rows))
            status = {code: count for code, count in Counter(row["status"] for row in rows).items() if code != 200}
            print(
                f"  {turn}: {len(report['references'])} references, {len(rows)} requests {kinds}, {seconds:.1f} s, exit {done.returncode}"
            )
            print(
                f"        statuses other than 200: {status or 'none'}; above a limit: {above(rows) or 'never'}; unreachable: {unreachable}"
            )


def _lane(row: dict[str, Any]) -> str:
    return "single" if row["path"].startswith("/works/") else "list"


def _kind(row: dict[str, Any]) -> str:
    path = row["path"]
    return "search" if "query.bibliographic" in path else "list" if "filter=" in path else "doi.org" if "doiRA" in path else "other"


def main() -> int:
    """Run the three lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--latency-ms", default="100")
    parser.add_argument("--only")
    args = parser.parse_args()
    scoring = scorers()
    lists = {
        "errors": lambda folder: made(folder, "--per-class", "4", "--seed", "1"),
        "exact": lambda folder: made(folder, "--classes", "exact", "--per-class", "1000", "--seed", "1"),
        "mixed": lambda folder: without(made(folder, "--classes", "exact", "--per-class", "1000", "--seed", "1"), 0.3),
    }
    for name, make in lists.items():
        if args.only in {None, name}:
            with tempfile.TemporaryDirectory() as folder:
                print(name, flush=True)
                measured(scoring, make(Path(folder)), args.latency_ms)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Ten thousand references: requests, seconds and memory, against a tenth of them.

python bench/scale.py [COUNT...]

Each cites a work of its own: the records are repeated under other DOIs. Wanted: memory below 300 MB, cost in proportion.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from _tools import COMMAND, RECORDS, TOOLS, scorers


def main() -> int:
    """Check lists of growing length without a cache; resource tells the most memory of a child that has ended."""
    scoring = scorers()
    counts = [int(word) for word in sys.argv[1:]] or [1000, 10000]
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        options = ["--seed", "1", "--classes", "exact", "--per-class", "2000"]
        subprocess.run([sys.executable, str(TOOLS / "corrupt.py"), str(RECORDS), "--out", made, *options], check=True, capture_output=True)
        blocks = [block.removeprefix("@") for block in (folder / "list.bib").read_text(encoding="utf-8").split("\n@")]
        dois = [next(line for line in block.split("\n") if line.startswith("  doi = ")).split("{")[1].split("}")[0] for block in blocks]
        works = {record["DOI"].lower(): record for record in scoring.rows(RECORDS)}
        with (folder / "works.jsonl").open("w", encoding="utf-8") as out:
            for place in range(max(counts)):
                doi = dois[place % len(dois)]
                out.write(json.dumps({**works[doi], "DOI": f"{doi}.{place}"}) + "\n")
        with scoring.emulator([folder / "works.jsonl"]) as url:
            for count in counts:
                _measure(scoring, url, folder, [_renamed(blocks[n % len(blocks)], dois[n % len(dois)], n) for n in range(count)])
    return 0


def _measure(scoring: Any, url: str, folder: Path, entries: list[str]) -> None:
    path = folder / "many.bib"
    path.write_text("\n".join(entries), encoding="utf-8")
    scoring.control(url, "reset")
    began = time.monotonic()
    env = {**os.environ, **scoring.base_urls(url), "REFCHECK_MAILTO": "bench@example.org"}
    call = [*COMMAND.split(), "check", str(path), "--no-cache", "--output-format", "json", "-o", str(folder / "report.json")]
    done = subprocess.run(call, env=env, check=False, capture_output=True)
    seconds, most = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    found = sum(each["match"]["status"] == "found" for each in report["references"])
    asked = scoring.control(url, "stats")["total"]
    print(f"{len(entries)} references, {found} found: {seconds:.1f} s, {asked} requests, {most:.0f} MB at most, exit {done.returncode}")


def _renamed(block: str, doi: str, place: int) -> str:
    head, _, rest = block.partition(",")
    return f"@{head}x{place},{rest.replace(doi, f'{doi}.{place}')}"


if __name__ == "__main__":
    sys.exit(main())

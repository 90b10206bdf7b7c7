#!/usr/bin/env python3
"""Measure how well printed references are read: F1 by field over three sets of labelled strings, and references a second.

    python bench/parse.py [--held-out | --train] [--wrong N]

The sets and the scorer are no part of the repository: they are looked for where $REFCHECK_DATA points, else beside the repository.
Options are handed to the scorer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("REFCHECK_DATA") or ROOT.parent / "shared" / "data")
SETS = ("ore-dev", "grobid-dev", "anystyle-core")


def main() -> int:
    """Run the scorer with the refcheck of this Python over all sets."""
    scorer = DATA.parent / "tools" / "score_parse.py"
    if not scorer.is_file():
        print(f"the real data is not here: {DATA} (set REFCHECK_DATA)", file=sys.stderr)
        return 2
    files = [str(DATA / "parse" / f"{name}.jsonl.gz") for name in SETS]
    command = [sys.executable, str(scorer), *files, "--refcheck", f"{sys.executable} -m refcheck", *sys.argv[1:]]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

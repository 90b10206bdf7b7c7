"""What a run does while the registries fail: every scenario of score_check over one set.

python bench/faults.py [--per-class 4] [--scenario all]

Wanted: no line with TROUBLE; at most 60 s for a host that hangs, 20 s for one that refuses.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile

from _tools import COMMAND, RECORDS, TOOLS, scorers


def main() -> int:
    """Make a set and run the scorer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-class", default="4")
    parser.add_argument("--scenario", default="all")
    args = parser.parse_args()
    scorers()
    with tempfile.TemporaryDirectory() as made:
        call = [sys.executable, str(TOOLS / "corrupt.py"), str(RECORDS), "--out", made, "--seed", "1", "--per-class", args.per_class]
        subprocess.run(call, check=True, capture_output=True)
        score = [sys.executable, "score_check.py", made, "--records", str(RECORDS), "--refcheck", COMMAND, "--scenario", args.scenario]
        return subprocess.run(score, cwd=TOOLS, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

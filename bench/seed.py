"""The example from end to end: read, checked, written, with the scorers beside the real data.

    python bench/seed.py

Wanted: every line of score_seed as its text says, and 11 of 11 APA references.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFCHECK = str(Path(sys.executable).with_name("refcheck"))


def main() -> int:
    """Run both scorers; without the data say so."""
    data = Path(os.environ.get("REFCHECK_DATA") or ROOT.parent / "shared" / "data")
    tools = data.parent / "tools"
    if not (tools / "score_seed.py").is_file():
        print("the real data and its scorers are not here (set REFCHECK_DATA)")
        return 0
    for command in (
        ["score_seed.py", str(data / "seed"), "--show"],
        ["score_apa.py", str(data / "seed" / "apa-gold.json"), "--list", "--show"],
    ):
        subprocess.run([sys.executable, *command, "--refcheck", REFCHECK], cwd=tools, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""CPU seconds of starting, and of checking the example with the lock alone.

    python bench/start.py

Wanted: `refcheck --help` at most 0.150 s, `refcheck check references/restless-legs.txt --locked` at most 0.600 s.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFCHECK = [str(Path(sys.executable).with_name("refcheck"))]
ROUNDS = 11


def cpu_seconds(arguments: list[str]) -> float:
    """Give the median CPU time, user and system, of a command after one warm-up run."""
    spent = []
    for _ in range(ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [*REFCHECK, *arguments], cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""}, stdout=subprocess.DEVNULL, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent[1:])


def main() -> None:
    """Print both figures."""
    print(f"refcheck --help: {cpu_seconds(['--help']):.3f} s CPU (wanted 0.150)")
    check = cpu_seconds(["check", "references/restless-legs.txt", "--locked", "--exit-zero"])
    print(f"refcheck check references/restless-legs.txt --locked: {check:.3f} s CPU (wanted 0.600)")


if __name__ == "__main__":
    main()

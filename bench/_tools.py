"""Where the real data and the scorers stand, for the benchmarks that need them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

DATA = Path(os.environ.get("REFCHECK_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
TOOLS = DATA.parent / "tools"
RECORDS = DATA / "records.jsonl.gz"
COMMAND = f"{sys.executable} -m refcheck"


def scorers() -> Any:
    """Import what the scorers share; end with a word where the data is absent."""
    if not (TOOLS / "scoring.py").is_file():
        print("the real data and its scorers are not here (set REFCHECK_DATA)")
        sys.exit(0)
    sys.path.insert(0, str(TOOLS))
    import scoring

    return scoring

"""Train the line model of `segmenting/line_model.py` on composed paragraphs, and report how well it tells first lines.

    scripts/train_lines.py [--documents 3000] [--seed 50]

Writes `refcheck/data/segmenting-lines.crfsuite` and prints the report. The references are of the half of the real strings
that nothing is measured with; the documents have other seeds than the measured ones. Same input, same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from pathlib import Path

import pycrfsuite

from refcheck.readers.segmenting.line_model import FIRST, WEIGHTS, features

ROOT = Path(__file__).resolve().parent.parent
_SETTINGS = {"c1": 0.3, "c2": 0.05, "max_iterations": 200, "feature.minfreq": 3}


def main() -> None:
    """Train, write the weights, and print what they get right on references they have not seen."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=50)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT / "bench"))
    from composing.paragraphs import paragraphs

    first = options.seed * 1_000_000
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    for lines, kinds in paragraphs(range(first, first + options.documents), held_out=False):
        trainer.append(features(lines), kinds)
    path = ROOT / "refcheck" / "data" / WEIGHTS
    trainer.train(str(path))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    count: Counter[str] = Counter()
    for lines, kinds in paragraphs(range(first + 500_000, first + 500_400), held_out=True):
        for found, kind in zip(tagger.tag(features(lines)), kinds, strict=True):
            count.update({f"{kind} as {found}": 1, "right": found == kind, "lines": 1})
    content = path.read_bytes()
    print(f"learnt from {options.documents} paragraphs, seeds from {first}; settings {_SETTINGS}")
    print(f"lines right {count['right']} of {count['lines']} in 400 paragraphs of other references")
    hits, found, all_first = count[f"{FIRST} as {FIRST}"], *(sum(n for key, n in count.items() if test(key)) for test in (_found, _first))
    print(f"first lines: precision {100 * hits / found:.1f}, recall {100 * hits / all_first:.1f}")
    print(f"{len(content)} bytes, sha256 {hashlib.sha256(content).hexdigest()}")


def _found(key: str) -> bool:
    return key.endswith(f"as {FIRST}")


def _first(key: str) -> bool:
    return key.startswith(f"{FIRST} as")


if __name__ == "__main__":
    main()

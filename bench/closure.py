"""Every citable record, written by our own BibTeX export and checked against itself: what is found must be a fault of ours.

python bench/closure.py [--show]

Wanted: at most 0.5 % with an error or warning, notices (family 7) left aside.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from _tools import COMMAND, RECORDS, scorers

from refcheck import api
from refcheck.model.references import CitedReference
from refcheck.registries.crossref_record import read_record
from refcheck.text.keys import keys

NOT_CITED = {"component", "journal", "journal-issue", "peer-review"}


def main() -> int:
    """Write, check and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="show each finding")
    args = parser.parse_args()
    scoring = scorers()
    with gzip.open(RECORDS, "rt", encoding="utf-8") as lines:
        works = [message for message in map(json.loads, lines) if message.get("type") not in NOT_CITED]
    cited = [CitedReference(reference=read_record(message, retrieved=None).reference, id=str(place)) for place, message in enumerate(works)]
    named = [CitedReference(reference=each.reference, id=key, key=key) for each, key in zip(cited, keys(cited), strict=True)]
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "list.bib"
        path.write_text(api.export(named, to="bibtex"), encoding="utf-8")
        with scoring.emulator([RECORDS]) as url:
            references, result = scoring.check(COMMAND, str(path), url)
    told = {
        reference["key"]: [each for each in scoring.serious(reference) if not each["code"].startswith("REF7")] for reference in references
    }
    wrong = {key: found for key, found in told.items() if found}
    print(f"{len(references)} of {len(works)} records, {len(wrong)} with an error or warning ({100 * len(wrong) / len(works):.2f} %)")
    print(f"match: {dict(Counter(reference['match']['status'] for reference in references))}; {result.seconds:.1f} s, exit {result.code}")
    for name, count in Counter(each["name"] for found in wrong.values() for each in found).most_common():
        print(f"  {name} {count}")
    dois = {reference["key"]: reference["match"]["doi"] for reference in references}
    for key, found in wrong.items() if args.show else ():
        for each in found:
            print(f"{dois[key]}: {each['name']}: {each['message'][:400]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

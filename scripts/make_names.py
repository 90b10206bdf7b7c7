#!/usr/bin/env python3
"""Build the word list of proper names that sentence case protects.

    python scripts/make_names.py /usr/share/dict/scowl

The folder holds SCOWL's lists as Debian's package `scowl` installs them. Taken are the names and capitalised words up to level 70, and
the abbreviations in capitals; taken away is every name that is also a word, however rare, up to the same level, and every name that is
the plural of one. Names with accents and levels above 70 are left out: few titles use them, and they come from lists under other terms.
`names_added.txt` beside this script adds what SCOWL lacks and overrules it. The same input gives the same output, byte for byte.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable
from pathlib import Path

LEVELS = ("10", "20", "35", "40", "50", "55", "60", "70")
OWN = Path(__file__).with_name("names_added.txt")
TARGET = Path(__file__).resolve().parent.parent / "refcheck" / "data" / "names.txt.gz"
SECTIONS = ("phrases", "designators", "months", "places", "adjectives", "directions", "electronic")


def scowl(folder: Path, kinds: Iterable[str]) -> set[str]:
    """Read all words of some kinds ("words", "upper") in every spelling, up to the highest level taken."""
    found: set[str] = set()
    for kind in kinds:
        for level in LEVELS:
            for path in folder.glob(f"*-{kind}.{level}"):
                content = path.read_bytes()
                try:
                    found.update(content.decode("utf-8").split())
                except UnicodeDecodeError:
                    found.update(content.decode("latin-1").split())
    return found


def added(path: Path) -> dict[str, list[str]]:
    """Read our own list: section -> its entries."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("["):
            current = sections.setdefault(text.strip("[]"), [])
        elif text and not text.startswith("#"):
            phrases = current is sections.get("phrases")
            current += [part.strip() for part in text.split(";")] if phrases else text.split()
    return sections


def names(folder: Path, own: dict[str, list[str]]) -> list[str]:
    """List the names, sorted; plurals that follow from their singular are left out."""
    words = {word.lower() for word in scowl(folder, ["words"]) if word[0].islower()}
    listed = {word for word in scowl(folder, ["upper", "proper-names"]) if word.isascii() and "'" not in word and len(word) > 1}
    listed |= {word for word in scowl(folder, ["abbreviations"]) if word.isalpha() and word.isupper() and len(word) > len("US")}
    plain = {name for name in listed if name.lower() not in words and not _plural_of(name.lower(), words)}
    kept = (plain | set(own["kept"]) | set(own["added"])) - set(own["dropped"])
    return sorted(name for name in kept if "'" not in name and not (name.endswith("s") and name[:-1] in kept))


def _plural_of(name: str, words: set[str]) -> bool:
    return name.endswith("s") and name[:-1] in words


def main() -> int:
    """Write the list."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one argument
        print(__doc__)
        return 2
    own = added(OWN)
    found = names(Path(sys.argv[1]), own)
    blocks = ["\n".join(found), *("\n".join(sorted(set(own[section]))) for section in SECTIONS)]
    packed = gzip.compress("\n\n".join(blocks).encode("utf-8"), compresslevel=9, mtime=0)
    TARGET.write_bytes(packed)
    print(f"{len(found):,} names, {len(own['phrases'])} phrases, {len(packed):,} bytes -> {TARGET.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

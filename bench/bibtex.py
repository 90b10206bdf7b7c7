"""Seconds of reading a BibTeX file of 10,000 entries, beside bibtexparser's own split of it.

    python bench/bibtex.py

Wanted: at most twice the split. The entries are made up: an abstract, six authors, accents, braces, about 1 kB each.
"""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Callable

from bibtexparser.entrypoint import parse_string

from refcheck.model.documents import Document
from refcheck.readers.bibtex import read
from refcheck.syntax.bibtex import parse

ENTRIES = 10_000
ROUNDS = 3
ABSTRACT = "We measured how much iron the water of wells holds in four regions, and asked who drinks it and since when. " * 5


def library() -> str:
    """Make the file."""
    return "\n".join(
        f"@article{{key{number},\n"
        f"  author = {{Lee{number}, Ann and M{{\\\"u}}ller, Bo and Roe, C. D. and de Vries, Eva and {{Well Watch}} and G\\'omez, Flor}},\n"
        f"  title = {{Iron {{DNA}} in the water of {number} wells: a study}},\n"
        f"  journal = {{Water \\& Soil}},\n  year = {{{1900 + number % 120}}},\n  month = feb,\n  volume = {{{number % 90}}},\n"
        f"  number = {{3}},\n  pages = {{{number}--{number + 9}}},\n  doi = {{10.5555/wells.{number}}},\n  issn = {{2049-3630}},\n"
        f"  url = {{https://example.org/{number}}},\n  keywords = {{iron, water}},\n  abstract = {{{ABSTRACT}}},\n}}\n"
        for number in range(ENTRIES)
    )


def seconds(work: Callable[[], object]) -> float:
    """Give the median CPU time of some runs."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def main() -> None:
    """Print the figures."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    text = library()
    split = seconds(lambda: parse_string(text, parse_stack=[]))
    print(f"{ENTRIES:,} entries, {len(text) / 1e6:.1f} MB: bibtexparser's split {split:.2f} s CPU")
    for name, work in (("entries with places", lambda: parse(text)), ("references", lambda: read(Document(name="x.bib", text=text)))):
        spent = seconds(work)
        print(f"{name}: {spent:.2f} s CPU, {spent / split:.2f} times the split (wanted 2)")


if __name__ == "__main__":
    main()

"""Measure how exactly reference lists are found in documents and cut, as text and through PDF and DOCX.

    bench/cut.py [--documents 300] [--seed 1] [--silent 250] [--ways text pdf docx] [--show 0] [--by layout]

The documents are made by `composing`: invented prose in six languages, page furniture, and lists of real printed references
that nothing is trained with. A reference counts as right when it has the right letters from its first to its last: blanks,
hyphens and dashes count for nothing, as line ends and columns come and go between the ways. What is found in documents without
a list is counted apart. The figures are printed; they never gate.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from composing import Made, compose, silent, to_docx, to_pdf
from composing.strings import DATA

from refcheck.model.documents import Document, Reading
from refcheck.readers.segmenting.finding import find_lists
from refcheck.readers.segmenting.pages import read_on

_FOLDED = re.compile(r"[\s\u00ad\u2010-\u2015\u2212-]+")
_WAYS: dict[str, tuple[Callable[[Made, Path], None], str]] = {
    "pdf": (to_pdf, "refcheck.readers.pdf"),
    "docx": (to_docx, "refcheck.readers.docx"),
}


def letters(text: str) -> str:
    """Give what a reference is compared by."""
    return _FOLDED.sub("", unicodedata.normalize("NFKC", text)).rstrip(".")


def found_in(text: str) -> list[str]:
    """Cut the references out of a text, without labelling them."""
    flow = read_on(text)
    return [flow.text[piece.start : piece.end] for run in find_lists(flow).lists for piece in run.pieces]


def read_as(way: str, made: Made, folder: Path) -> list[str]:
    """Read a document by one of the ways."""
    if way == "text":
        return found_in(made.text)
    write, reader = _WAYS[way]
    path = folder / f"made.{way}"
    write(made, path)
    found: Reading = import_module(reader).read(Document(name=path.name, text="", content=path.read_bytes()))
    return [cited.raw for cited in found.references]


def groups(made: Made) -> dict[str, str]:
    """Name what the figures can be grouped by."""
    setting = made.setting
    return {
        "layout": setting.layout,
        "pages": f"{setting.pages}, columns {setting.columns}",
        "language": made.language if made.heading else "no heading",
        "style": made.style[:30],
        "entries": f"{len(made.references):3}",
    }


def measure(options: argparse.Namespace, way: str) -> None:
    """Print precision, recall and F1 of exact references of one way."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    spent, signs, shown = 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed * 100_000, options.seed * 100_000 + options.documents):
            made = compose(seed)
            begun = time.perf_counter()
            raws = read_as(way, made, Path(folder))
            spent, signs = spent + time.perf_counter() - begun, signs + len(made.text)
            gold = Counter(map(letters, made.references))
            found = Counter(map(letters, raws))
            named = groups(made)
            for group in ("all", *(f"{by} {named[by]}" for by in options.by)):
                counts[group].update(right=(gold & found).total(), found=found.total(), gold=gold.total(), documents=1, whole=found == gold)
            if found != gold and shown < options.show:
                shown += 1
                show(made, seed, raws)
    for group, count in sorted(counts.items()):
        precision, recall = count["right"] / max(1, count["found"]), count["right"] / max(1, count["gold"])
        harmonic = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"{way:5} {group:38} F1 {100 * harmonic:5.1f}  P {100 * precision:5.1f}  R {100 * recall:5.1f}"
            f"  whole documents {count['whole']:4}/{count['documents']}"
        )
    print(f"{way:5} {signs / max(1e-9, spent) / 1e6:.2f} million signs a second")


def show(made: Made, seed: int, found: list[str]) -> None:
    """Print what a wrongly cut document has and what was found instead."""
    print(f"--- {seed}: {made.setting}, {made.style}, {len(made.references)} entries, {len(found)} found")
    gold, had = set(map(letters, made.references)), set(map(letters, found))
    missed = [text for text in made.references if letters(text) not in had]
    false = [text for text in found if letters(text) not in gold]
    for name, texts in (("missed", missed), ("false", false)):
        for text in texts[:4]:
            line = text.replace("\n", "⏎")
            print(f"    {name}: {line if len(line) < 300 else line[:150] + ' ... ' + line[-140:]}")


def measure_silent(options: argparse.Namespace) -> None:
    """Print in how many documents without a list one was found."""
    taken: Counter[str] = Counter()
    for seed in range(options.seed * 100_000, options.seed * 100_000 + options.silent):
        kind, text = silent(seed)
        found = found_in(text)
        if found:
            taken[kind] += 1
            for raw in found[:2] if options.show else ():
                print(f"    {seed}, {kind}: {raw[:150]!r}")
    print(f"taken from {taken.total()} of {options.silent} documents without a list", dict(taken) or "")


def main() -> int:
    """Print the figures; without the data say so."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--silent", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print that many of the documents that were cut wrongly, shortly")
    parser.add_argument("--ways", nargs="+", choices=["text", *_WAYS], default=["text", *_WAYS])
    parser.add_argument("--by", nargs="*", choices=["layout", "pages", "language", "style", "entries"], default=["layout", "pages"])
    options = parser.parse_args()
    if not DATA.is_dir():
        print("the real data is not here (set REFCHECK_DATA)")
        return 0
    for way in options.ways:
        try:
            measure(options, way)
        except ModuleNotFoundError as fault:
            print(f"{way:5} not measured: {fault}")
    if options.silent:
        measure_silent(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())

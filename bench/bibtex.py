"""Seconds of reading a BibTeX file of 10,000 entries, beside bibtexparser's own split of it.

    python bench/bibtex.py

Wanted: at most twice the split. The entries are made up, about 1 kB each: ten fields and more, up to eight authors, accents, particles,
braces, formulas, strings for months and journals, an abstract in most. Every round has a file of its own, so that no name read in
the one before is known already; in each round all ways are timed one after the other.
"""

from __future__ import annotations

import logging
import random
import statistics
import time
from collections.abc import Callable

from bibtexparser.entrypoint import parse_string

from refcheck.model.documents import Document
from refcheck.readers.bibtex import read
from refcheck.syntax.bibtex import parse

ENTRIES = 10_000
ROUNDS = 7
STARTS = str.split(
    r"""M{\"u} Sch G{\'o} {\O}st Dvo{\v{r}} Fran{\c{c}} Lee Roe And Kow Bra Nak Iva Per San Wil Mar Tho Gar Rob Pet Joh Dan Ell"""
)
MIDDLES = str.split(r"""er in al ol an es ik un ar em {\'a} or ev it ud""")
ENDS = str.split(r"""ler mez gaard k ois son sen ski man ova ton ner ard ley ini {\~a}o er es mann wood""")
GIVEN = str.split(
    r"""Ann Bo Carla Jean-Pierre Mar{\'\i}a Li Wei Eva Flor Jos\'e Ingrid Tom{\'a}s Yuki Omar A. B. C. D. J. K. M. S. T. W."""
)
WORDS = str.split(
    "iron water wells measured region study of the in for and effect analysis soil model children adults trial growth risk method "
    "network large small field early late response species protein signal random estimates climate long term evidence from data"
)
MONTHS = str.split("jan feb mar apr may jun jul aug sep oct nov dec")
PROTECTED = str.split("DNA COVID-19 Bayesian Europe HIV LaTeX MRI")
ODD = (r"$\alpha$", r"\emph{in vivo}", r"H$_2$O", r"na{\"\i}ve", r"caf\'e", r"10\,\%", r"$p < 0.05$", r"S{\~a}o Paulo")
TYPES = ("article",) * 14 + ("inproceedings",) * 3 + ("book", "book", "incollection", "misc")


def person(draw: random.Random) -> str:
    """Make up a name in the order family, given; or the other way round, or an organisation's."""
    family = draw.choice(STARTS) + draw.choice(MIDDLES) * draw.randrange(2) + draw.choice(ENDS)
    given = " ".join(draw.sample(GIVEN, draw.choice((1, 1, 2))))
    kind = draw.random()
    if kind < 0.04:
        return f"{{{family} Study Group}}"
    if kind < 0.2:
        return f"{given} {family}"
    return f"{draw.choice(('', '', '', '', '', 'van der ', 'de '))}{family}, {given}"


def words(draw: random.Random, count: int, odd: float) -> str:
    """Make up a text with some words in braces and a share of odd ones."""
    chosen = draw.choices(WORDS, k=count)
    if draw.random() < odd:
        chosen[draw.randrange(count)] = draw.choice(ODD)
    if draw.random() < odd:
        chosen[draw.randrange(count)] = f"{{{draw.choice(PROTECTED)}}}"
    text = " ".join(chosen)
    return text[0].upper() + text[1:]


def entry(number: int, draw: random.Random, journals: list[str]) -> str:
    """Make up one entry."""
    kind = draw.choice(TYPES)
    authors = " and ".join(person(draw) for _ in range(draw.randint(1, 8)))
    page, year = draw.randrange(2000), draw.randrange(1950, 2026)
    fields = {
        "author": f"{{{authors}{draw.choice((' and others',) + ('',) * 15)}}}",
        "title": f"{{{words(draw, draw.randint(6, 14), 0.3)}: {words(draw, 4, 0.1)}}}",
        "journal" if kind == "article" else "booktitle": draw.choice(journals),
        "year": draw.choice((f"{{{year}}}", f'"{year}"', str(year))),
        "month": draw.choice(MONTHS),
        "volume": f"{{{draw.randrange(1, 300)}}}",
        "number": f"{{{draw.randrange(1, 13)}}}",
        "pages": f"{{{page}--{page + draw.randrange(1, 30)}}}",
        "publisher": f"{{{draw.choice(('Wiley', 'Springer', 'Taylor & Francis', 'Oxford University Press'))}}}".replace("&", r"\&"),
        "doi": f"{{10.{draw.randrange(1000, 9999)}/s{number}-{page:04d}-x}}",
        "issn": f"{{{draw.randrange(1000, 9999)}-{draw.randrange(1000, 9999)}}}",
        "url": f"{{https://example.org/articles/{number}/a{draw.choice('_-')}b}}",
        "keywords": f"{{{', '.join(draw.choices(WORDS, k=5))}}}",
    }
    if draw.random() < 0.8:
        fields["abstract"] = f"{{{'. '.join(words(draw, 16, 0.05) for _ in range(6))}}}"
    return f"@{kind}{{key{number},\n" + "".join(f"  {name} = {value},\n" for name, value in fields.items()) + "}\n"


def library(seed: int) -> str:
    """Make the file."""
    draw = random.Random(seed)
    names = [f"Journal of {words(draw, 3, 0.05)}" for _ in range(300)]
    strings = [f"@string{{j{number} = {{{name}}}}}\n" for number, name in enumerate(names[:100])]
    journals = [*(f"j{number}" for number in range(100)), *(f"{{{name}}}" for name in names[100:])]
    return "".join(strings) + "\n".join(entry(number, draw, journals) for number in range(ENTRIES))


def seconds(work: Callable[[], object]) -> float:
    """Give the CPU time of a run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def every_place(text: str) -> None:
    """Read references and ask for the place of each of their values."""
    for cited in read(Document(name="x.bib", text=text)).references:
        dict(cited.origins)


def main() -> None:
    """Print the figures."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    ways: dict[str, Callable[[str], object]] = {
        "bibtexparser's split": lambda text: parse_string(text, parse_stack=[]),
        "entries with places": parse,
        "references": lambda text: read(Document(name="x.bib", text=text)),
        "references, every place asked for": every_place,
    }
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS):
        text = library(number)
        for name, work in ways.items():
            spent[name].append(seconds(lambda work=work, text=text: work(text)))
    print(f"{ENTRIES:,} entries, {len(text) / 1e6:.1f} MB, medians of {ROUNDS} rounds")
    split = statistics.median(spent["bibtexparser's split"])
    for name, times in spent.items():
        print(f"{name}: {statistics.median(times):.2f} s CPU, {statistics.median(times) / split:.2f} times the split")


if __name__ == "__main__":
    main()

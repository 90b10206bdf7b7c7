"""Look-alikes that a search gives for a reference without identifier: which are taken for the cited work?

python bench/traps.py [--per-trap 20] [--seed 1] [--show]

Each trap takes real records, sets look-alikes beside them (in half of the cases in their place), and cites the true work.
Right is the true work where it is registered, and no work where it is not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from _tools import COMMAND, RECORDS, scorers

Record = dict[str, Any]
Case = tuple[list[Record], Record, str | None]
"""Look-alikes to register, the work as it is cited, the DOI that is right (None: none is, "tie": several are)."""


def dated(year: int) -> dict[str, Any]:
    """Give a date of a year as the registry gives it."""
    return {"date-parts": [[year]]}


def copy(record: Record, doi: str, **changed: Any) -> Record:
    """Give a record under another DOI with some values changed; None takes a value away."""
    held = {**record, "DOI": doi, "URL": f"https://doi.org/{doi}", **{key.replace("_", "-"): value for key, value in changed.items()}}
    return {key: value for key, value in held.items() if value is not None}


_BARE: dict[str, Any] = dict.fromkeys(
    ("container_title", "short_container_title", "volume", "issue", "page", "article_number", "ISSN", "issn_type")
)
_DATES = ("issued", "published", "published_online", "published_print", "published_other", "journal_issue")


def at(year: int) -> dict[str, Any]:
    """Date a record anew."""
    return {**dict.fromkeys(_DATES), "issued": dated(year), "published": dated(year), "posted": dated(year)}


def year_of(record: Record) -> int:
    """Give the year of the first date."""
    return int(record["issued"]["date-parts"][0][0])


def fake(record: Record, _: Record) -> Iterator[Case]:
    """Add a copy of the work that a paper mill posted years later."""
    false = copy(record, f"10.65215/{abs(hash(record['DOI'])) % 10**8}", type="posted-content", **_BARE, **at(2025))
    yield [false], record, record["DOI"]
    yield [false], {**record, "volume": "", "issue": "", "page": ""}, record["DOI"]


def parts_of_it(record: Record, _: Record) -> Iterator[Case]:
    """Add supplements, referee reports and the issue of the work."""
    title = record["title"][0]
    yield (
        [
            copy(record, f"{record['DOI']}.s001", type="component"),
            copy(record, f"{record['DOI']}/review1", type="peer-review", title=[f'Review for "{title}"'], page=None),
            copy(record, f"{record['DOI']}.issue", type="journal-issue", author=None),
            copy(record, f"{record['DOI']}.t001", type="component", title=[f"Table 1. {title}"]),
        ],
        record,
        record["DOI"],
    )


def review(record: Record, other: Record) -> Iterator[Case]:
    """Cite a book of which reviews carry the title and the author."""
    for work, registered in ((record, True), (other, False)):
        book = copy(work, f"10.99999/book.{work['DOI'][3:]}", type="book", publisher="Beacon Press", **_BARE)
        later = at(year_of(work) + 1)
        first = copy(book, f"{book['DOI']}.r1", type="journal-article", container_title=["Reviews in History"], page="90-93", **later)
        title = f"{work['title'][0]}. By {work['author'][0]['family']}"
        second = copy(first, f"{book['DOI']}.r2", title=[title], author=[{"given": "R.", "family": "Eviewer"}])
        yield [*([book] if registered else []), first, second], book, book["DOI"] if registered else None


def notice(record: Record, _: Record) -> Iterator[Case]:
    """Add errata, comments and replies."""
    title = record["title"][0]
    heads = ("Correction to: ", "Erratum: ", "Comment on “", "Reply to comment on ", "Retraction: ", "Author response: ")
    yield (
        [copy(record, f"{record['DOI']}.n{place}", title=[head + title], page=str(900 + place)) for place, head in enumerate(heads)],
        record,
        record["DOI"],
    )


def preprint(record: Record, _: Record) -> Iterator[Case]:
    """Add the preprint; cite the published work, then the preprint."""
    posted = copy(
        record, f"10.99999/preprint.{record['DOI'][3:]}", type="posted-content", subtype="preprint", **_BARE, **at(year_of(record))
    )
    yield [posted], record, record["DOI"]
    yield [posted], {**posted, "howpublished": "bioRxiv"}, "tie"


def part_two(record: Record, other: Record) -> Iterator[Case]:
    """Register the first part of a work, and cite the second."""
    for work, registered in ((record, True), (other, False)):
        title = work["title"][0].rstrip(".")
        first = copy(work, f"10.99999/part1.{work['DOI'][3:]}", title=[f"{title}: Part I"], page="901-950")
        second = copy(work, f"10.99999/part2.{work['DOI'][3:]}", title=[f"{title}: Part II"], page="951-999")
        yield [first, *([second] if registered else [])], second, second["DOI"] if registered else None


def generic(record: Record, other: Record) -> Iterator[Case]:
    """Cite one of many editorials of one journal by one editor."""
    for work, registered in ((record, True), (other, False)):
        many = [
            copy(work, f"10.99999/ed{n}.{work['DOI'][3:]}", title=["Editorial"], **at(1990 + n), volume=str(60 + n), page=str(n))
            for n in range(1, 6)
        ]
        yield [each for each in many if registered or each is not many[2]], many[2], many[2]["DOI"] if registered else None


def edition(record: Record, _: Record) -> Iterator[Case]:
    """Register an article in the two languages of a journal, under one title."""
    german = copy(
        record,
        f"10.99999/ger.{record['DOI'][3:]}",
        container_title=["Zeitschrift für Brunnenkunde"],
        ISSN=["0044-0000"],
        page="7001-7009",
        volume="999",
    )
    yield [german], record, record["DOI"]
    yield [german], german, german["DOI"]


def everywhere(record: Record, _: Record) -> Iterator[Case]:
    """Register one statement in several journals at once; cite it in one, and in none."""
    names = ("Annals of Wells", "Spring Letters", "Journal of Deep Water")
    twins = [
        copy(
            record,
            f"10.99999/st{n}.{record['DOI'][3:]}",
            container_title=[name],
            ISSN=[f"100{n}-0000"],
            volume=str(n + 3),
            page=f"{n}1-{n}9",
        )
        for n, name in enumerate(names)
    ]
    yield twins, twins[1], twins[1]["DOI"]
    yield twins, {key: value for key, value in record.items() if key not in {"container-title", "volume", "issue", "page"}}, "tie"


def translated(record: Record, other: Record) -> Iterator[Case]:
    """Cite a work by its original title, and one of which only a translation is registered."""
    for work, registered in ((record, True), (other, False)):
        german = f"Untersuchungen über Brunnen und Quellen im Bezirk {zlib.crc32(work['DOI'].encode())}"
        doi = f"10.99999/tr.{work['DOI'][3:]}"
        english = copy(work, doi, title=[f"{work['title'][0].rstrip('.')} in translation"], original_title=[german], page="8801-8809")
        if registered:
            yield [english], {**english, "title": [german]}, doi
        else:
            yield [{**english, "original-title": [], "page": "1-9", "volume": "999"}], {**english, "title": [german]}, None


TRAPS: dict[str, Callable[[Record, Record], Iterator[Case]]] = {
    trap.__name__: trap for trap in (fake, parts_of_it, review, notice, preprint, part_two, generic, edition, everywhere, translated)
}
_REPLACED = {"fake", "parts_of_it", "notice"}
"""Traps that are also set with the true work taken out of the registry."""


def entry(key: str, cited: Record) -> str:
    """Write a citation without DOI."""
    kind = {"book": "book", "posted-content": "misc"}.get(cited["type"], "article")
    people = " and ".join(f"{person['family']}, {person['given']}" for person in cited["author"])
    fields = {
        "author": people,
        "title": cited["title"][0],
        "journal": (cited.get("container-title") or [""])[0],
        "publisher": cited.get("publisher", "") if kind == "book" else "",
        "howpublished": cited.get("howpublished", ""),
        "year": str(year_of(cited)),
        **{name: str(cited.get(key) or "") for name, key in (("volume", "volume"), ("number", "issue"), ("pages", "page"))},
    }
    text = "".join(f"  {name} = {{{value.replace('&', chr(92) + '&')}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{text}}}\n"


def main() -> int:
    """Set every trap, run the check once, and count what was taken for the cited work."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per-trap", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    scoring = scorers()
    import corrupt

    pool, _ = corrupt.load([str(RECORDS)])
    pool = sorted((record for record in pool if corrupt.single_year(record)), key=lambda record: record["DOI"])
    random.Random(args.seed).shuffle(pool)
    added: list[Record] = []
    removed: set[str] = set()
    cases: dict[str, tuple[str, str | None]] = {}
    text: list[str] = []
    for name, trap in TRAPS.items():
        for _ in range(args.per_trap):
            record = pool.pop()
            gone = name in _REPLACED and bool(len(pool) % 2)
            if gone:
                removed.add(record["DOI"])
            for more, cited, right in trap(record, pool.pop()):
                own = {each["DOI"] for each in more}
                key = f"{name}-{len(cases)}"
                added += more
                cases[key] = (name, None if gone and right not in own else right)
                text.append(entry(key, cited))
    return _run(scoring, added, removed, cases, text, show=args.show)


def _run(
    scoring: Any, added: list[Record], removed: set[str], cases: dict[str, tuple[str, str | None]], text: list[str], *, show: bool
) -> int:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with gzip.open(RECORDS, "rt", encoding="utf-8") as lines, (folder / "works.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(line for line in lines if json.loads(line)["DOI"].lower() not in removed)
            out.writelines(json.dumps(record) + "\n" for record in added)
        (folder / "list.bib").write_text("\n".join(text), encoding="utf-8")
        with scoring.emulator([folder / "works.jsonl"]) as url:
            references, result = scoring.check(COMMAND, str(folder / "list.bib"), url)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for reference in references:
        name, right = cases[reference["key"]]
        match = reference["match"]
        found = (match["doi"] or "").lower() if match["status"] == "found" else None
        if right == "tie":
            verdict = "right" if match["status"] != "found" else "wrong"
        elif found is None:
            verdict = "right" if right is None else "missed"
        else:
            verdict = "right" if found == right else "wrong"
        serious = scoring.flagged(reference)
        counts[name][verdict] += 1
        counts[name]["n"] += 1
        counts[name]["flagged"] += serious and right not in {None, "tie"}
        if show and (verdict != "right" or (serious and right not in {None, "tie"})):
            told = [f"{each['name']}: {each['message']}" for each in scoring.serious(reference)]
            print(f"{reference['key']}: {verdict}; right {right}, {match['status']} {match['doi']} {match['score']} {told}")
    print(f"{'trap':14} {'n':>4} {'right':>6} {'wrong':>6} {'missed':>7} {'flagged':>8}")
    for name, row in counts.items():
        print(f"{name:14} {row['n']:4} {row['right']:6} {row['wrong']:6} {row['missed']:7} {row['flagged']:8}")
    print(f"{len(cases)} references, {result.seconds:.1f} s, exit {result.code}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

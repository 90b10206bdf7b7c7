"""Items to render: real records as CSL-JSON, and the ways in which people cite one work differently."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from refcheck.compare.iso4 import iso4
from refcheck.exporters.csl_json import export
from refcheck.model.references import CitedReference
from refcheck.registries.crossref_record import read_record

Item = dict[str, Any]
_JOURNAL = "title author container-title container-title-short volume issue page issued DOI ISSN publisher"
_OTHERS = (
    "title author editor translator container-title container-title-short collection-title volume issue page issued DOI ISBN publisher "
    "publisher-place edition event-title event-place genre number version"
)
"""Variables that references are made of, for articles and for other works."""
_SMALL = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "nor", "but", "by", "with", "from", "as", "via", "over", "into"}
)
_LOST = {
    "issue": 0.15,
    "DOI": 0.5,
    "URL": 0.05,
    "publisher": 0.05,
    "publisher-place": 0.08,
    "page": 0.05,
    "volume": 0.03,
    "editor": 0.03,
    "author": 0.015,
    "issued": 0.03,
    "container-title": 0.01,
    "ISSN": 0.9,
    "ISBN": 0.4,
    "edition": 0.1,
}
"""Variable -> in what share of cases it is not cited."""
_DAILY = frozenset({"article-newspaper", "article-magazine", "webpage", "post-weblog", "legal_case"})
"""Types whose whole date is cited."""


def read_items(paths: Iterable[Path], without: frozenset[str]) -> list[Item]:
    """Read Crossref works as CSL-JSON; works with a DOI in `without`, and those without title or author, are left out."""
    made: list[Item] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            messages = [json.loads(line) for line in lines]
        cited = [
            CitedReference(reference=read_record(message, retrieved=None).reference, id=message["DOI"].lower()) for message in messages
        ]
        made += [_trimmed(item) for item in json.loads(export(cited)) if item["id"] not in without and _usable(item)]
    return made


def _usable(item: Item) -> bool:
    names = [name.get("family", "") for name in item.get("author") or item.get("editor") or []]
    parts = item["type"] not in {"periodical", "document"} and "issued" in item
    return (
        parts and bool(item.get("title")) and all(len(name) > 1 or not name for name in names) and bool(names) and len(item["title"]) < 300
    )


def _trimmed(item: Item) -> Item:
    kept = (_JOURNAL if item["type"] == "article-journal" else _OTHERS).split()
    made = {"id": item["id"], "type": item["type"], "language": "en"} | {key: item[key] for key in kept if key in item}
    if "page" not in made and "number" in item and item["type"] == "article-journal":
        made["page"] = item["number"]
    for key in ("author", "editor"):
        if key in made:
            made[key] = [_numberless(name) for name in made[key]]
    if "publisher" in made:
        made["publisher"] = re.sub(r"\s*\([^)]*\)$|\s+BV$", "", made["publisher"])
    for key in ("ISSN", "ISBN"):
        if key in made:
            made[key] = made[key].split(",")[0]
    return made


def _numberless(name: dict[str, str]) -> dict[str, str]:
    """Take off the number that tells namesakes apart in some sources ("Sijia Liu 0001")."""
    if not name.get("family", "").isdigit() or "given" not in name:
        return name
    *given, family = name["given"].split()
    return {"family": family, "given": " ".join(given)} if given else {"family": family}


def dois(paths: Iterable[Path]) -> frozenset[str]:
    """Give the DOIs of the works that rows of some files name, to keep them out."""
    return frozenset(str(row["doi"]).lower() for path in paths for row in _rows(path) if row.get("doi"))


def _rows(path: Path) -> Iterator[Item]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def share(text: str, parts: int) -> int:
    """Put a text into one of so many parts, always the same."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % parts


# ------------------------------------------------------------------ variation
def vary(item: Item, rng: Random) -> Item:
    """Cite a work as somebody may: parts missing, the journal abbreviated, the title in another case, few or all identifiers."""
    made = {key: value for key, value in item.items() if rng.random() >= _LOST.get(key, 0)}
    for key in ("author", "editor"):
        if len(made.get(key, ())) > 8 and rng.random() < 0.6:
            made[key] = made[key][: rng.randint(3, 8)]
    if made["type"] in {"article-journal", "review-book"}:
        _journal(made, rng)
    _container(made, rng)
    if "title" in made and item["language"] == "en" and made["type"] not in {"legal_case", "legislation"}:
        made["title"] = _recased(made["title"], rng)
    if "date-parts" in made.get("issued", {}) and made["type"] not in _DAILY and rng.random() < 0.5:
        made["issued"] = {"date-parts": [made["issued"]["date-parts"][0][:1]]}
    if made.keys() & {"DOI", "URL"} and "accessed" not in made and rng.random() < 0.12:
        made["accessed"] = {"date-parts": [[rng.randint(2008, 2025), rng.randint(1, 12), rng.randint(1, 28)]]}
    return made


def _journal(item: Item, rng: Random) -> None:
    if rng.random() < 0.9:
        item.pop("publisher", None)
    if rng.random() < 0.12:
        item["arxiv"] = f"arXiv:{rng.randint(8, 24):02}{rng.randint(1, 12):02}.{rng.randint(0, 19999):05}"
    if rng.random() < 0.12:
        item["PMID"] = str(rng.randint(1000000, 38999999))
        if rng.random() < 0.4:
            item["PMCID"] = f"PMC{rng.randint(100000, 9999999)}"


def _container(item: Item, rng: Random) -> None:
    title = item.get("container-title")
    if title is None or item["type"] not in {"article-journal", "review-book", "paper-conference"}:
        return
    short = item.get("container-title-short") or iso4(title) or title
    if rng.random() < 0.3:
        short = short.replace(".", "")
    item["container-title-short"] = short
    if rng.random() < 0.3 and item["type"] != "paper-conference":
        item["container-title"] = short


def _recased(title: str, rng: Random) -> str:
    drawn = rng.random()
    if drawn < 0.15:
        words = title.split(" ")
        return " ".join(word if place and word in _SMALL else word[:1].upper() + word[1:] for place, word in enumerate(words))
    if drawn < 0.35:
        words = title.split(" ")
        return " ".join(word.lower() if place and word[1:].islower() and word[:1].isupper() else word for place, word in enumerate(words))
    return title.upper() if drawn < 0.37 else title

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
_KEPT = {
    "article-journal": ("title", "author", "container-title", "container-title-short", "volume", "issue", "page", "issued", "DOI", "ISSN", "publisher"),
    "": ("title", "author", "editor", "translator", "container-title", "container-title-short", "collection-title", "volume", "issue", "page", "issued", "DOI", "ISBN", "publisher", "publisher-place",
         "edition", "event-title", "event-place", "genre", "number", "version"),
}  # fmt: skip
_SMALL = frozenset("a an the of in on at to for and or nor but by with from as via vs over under into".split())


def read_items(paths: Iterable[Path], without: frozenset[str]) -> list[Item]:
    """Read Crossref works as CSL-JSON; works with a DOI in `without`, and those without title or author, are left out."""
    made: list[Item] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            messages = [json.loads(line) for line in lines]
        cited = [CitedReference(reference=read_record(message, retrieved=None).reference, id=message["DOI"].lower()) for message in messages]
        made += [_trimmed(item) for item in json.loads(export(cited)) if item["id"] not in without and _usable(item)]
    return made


def _usable(item: Item) -> bool:
    names = [name.get("family", "") for name in item.get("author") or item.get("editor") or []]
    parts = item["type"] not in {"periodical", "document"} and "issued" in item
    return parts and bool(item.get("title")) and all(len(name) > 1 or not name for name in names) and bool(names) and len(item["title"]) < 300


def _trimmed(item: Item) -> Item:
    kept = _KEPT.get(item["type"], _KEPT[""])
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
    made = dict(item)
    chance = lambda part: rng.random() < part  # noqa: E731 - one draw, asked for below
    for key, lost in (("issue", 0.15), ("DOI", 0.5), ("URL", 0.05), ("publisher", 0.05), ("publisher-place", 0.08), ("page", 0.05), ("volume", 0.03), ("editor", 0.03), ("author", 0.02), ("issued", 0.03),
                      ("container-title", 0.01), ("ISSN", 0.9), ("ISBN", 0.5), ("edition", 0.1)):  # fmt: skip
        if key in made and chance(lost):
            del made[key]
    if "author" in item and "editor" not in made and made["type"] == "article-journal":
        made["author"] = item["author"]
    for key in ("author", "editor"):
        if len(made.get(key, ())) > 8 and chance(0.6):
            made[key] = made[key][: rng.randint(3, 8)]
    if made["type"] in {"article-journal", "review-book"}:
        made.pop("publisher", None) if chance(0.9) else None
        if chance(0.06):
            made["PMID"] = str(rng.randint(1000000, 38999999))
            if chance(0.4):
                made["PMCID"] = f"PMC{rng.randint(100000, 9999999)}"
    _container(made, rng)
    if "title" in made and item["language"] == "en":
        made["title"] = _recased(made["title"], rng)
    if chance(0.5) and "issued" in made and made["type"] not in {"article-newspaper", "article-magazine", "webpage", "post-weblog"}:
        made["issued"] = {"date-parts": [made["issued"]["date-parts"][0][:1]]} if "date-parts" in made["issued"] else made["issued"]
    if ("DOI" in made or "URL" in made) and "accessed" not in made and chance(0.12):
        made["accessed"] = {"date-parts": [[rng.randint(2008, 2025), rng.randint(1, 12), rng.randint(1, 28)]]}
    return made


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

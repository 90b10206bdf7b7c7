"""Which works are printed in which ways: styles, templates, languages and their weights."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from fictional_forms import FORMS, fill
from fictional_words import LANGUAGES, Author, Pool
from fictional_works import KINDS, draw
from printed import Printed
from rendering_items import share, vary

Item = dict[str, Any]
Made = list[tuple[Printed, Item, str]]
"""Printed references, each with its work and the name of its style."""
Jobs = dict[tuple[Path, str], list[Item]]
"""Style and locale -> what is to be rendered in them."""
Styles = Mapping[str, Sequence[tuple[Path, int]]]
"""Language -> styles with weights; "" holds the common ones and the other English ones."""
COMMON = {
    40: """apa american-medical-association nlm-citation-sequence chicago-author-date chicago-notes-bibliography
    modern-language-association ieee harvard-cite-them-right elsevier-harvard""",
    25: """american-chemical-society nature science elsevier-vancouver elsevier-with-titles springer-basic-author-date
    springer-basic-brackets springer-mathphys-author-date springer-lecture-notes-in-computer-science sage-harvard
    american-sociological-association american-physics-society american-institute-of-physics plos cell frontiers oscola mhra-notes
    mhra-author-date turabian-author-date""",
    12: """elsevier-without-titles elsevier-with-titles-alphabetical springer-socpsych-author-date springer-humanities-author-date
    springer-vancouver-brackets springer-physics-brackets sage-vancouver royal-society-of-chemistry
    american-political-science-association american-geophysical-union american-meteorological-society
    american-society-for-microbiology american-anthropological-association multidisciplinary-digital-publishing-institute
    taylor-and-francis-chicago-author-date taylor-and-francis-national-library-of-medicine cambridge-university-press-author-date
    oxford-journals-scimed-author-date new-harts-rules-notes new-harts-rules-author-date chicago-notes chicago-author-date-classic
    chicago-shortened-notes-bibliography mcgill-en bluebook-law-review bluebook-inline iso690-author-date-en iso690-numeric-en
    society-of-biblical-literature-fullnote-bibliography council-of-science-editors-author-date acm-sig-proceedings bmj the-lancet
    new-england-journal-of-medicine american-statistical-association american-journal-of-archaeology
    unified-style-sheet-for-linguistics american-mathematical-society-numeric harvard-university-of-leeds
    harvard-anglia-ruskin-university f1000research pnas proceedings-of-the-royal-society-b copernicus-publications
    american-physics-society-without-titles""",
}
"""Styles the world uses most, by weight; any other style has the weight 3."""
LOCALES = {
    "en": ("en-US", "en-GB"),
    "de": ("de-DE", "de-AT"),
    "fr": ("fr-FR",),
    "es": ("es-ES",),
    "pt": ("pt-BR", "pt-PT"),
    "it": ("it-IT",),
    "nl": ("nl-NL",),
}
WAYS = {"record in style": 30, "record in template": 5, "work in style": 32, "work in template": 33}
_WEIGHTS = {name: weight for weight, names in COMMON.items() for name in names.split()}
_HELD = 6
"""One uncommon style, one record and one template in so many is of the part "valid"."""
_TRIES = 4
_STYLE_TAG = re.compile(r"<style\b[^>]*>")


def read_styles(folder: Path) -> Styles:
    """List the independent styles of a folder: all of our other languages, the common ones, and one in eight of the other English ones."""
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
        elif language == "en" and (path.stem in _WEIGHTS or share(path.stem, 8) == 1):
            styles[""].append((path, _WEIGHTS.get(path.stem, 3)))
    return styles


class Planner:
    """Draws works, and how each is printed."""

    def __init__(self, rng: Random, items: Sequence[Item], styles: Styles, part: str) -> None:
        """Draw from one part of the items, styles and templates."""
        self.rng, self.part = rng, part
        self.items = [item for item in items if self._ours(item["id"])]
        self.pool = Pool.of(self.items)
        self.styles = {language: [each for each in listed if self._ours(each[0].stem)] for language, listed in styles.items()}
        self.forms = {group: {kind: list(filter(self._ours, texts)) for kind, texts in kinds.items()} for group, kinds in FORMS.items()}
        paths = [path for listed in self.styles.values() for path, _ in listed]
        self.notes = {path for path in paths if 'class="note"' in path.read_text(encoding="utf-8")[:4000]}
        self.ways = {
            way: weight
            for way, weight in WAYS.items()
            if (self.items or "record" not in way) and (any(self.styles.values()) or "style" not in way)
        }

    def _ours(self, name: str) -> bool:
        return self.part == "all" or (share(f"held {name}", _HELD) == 0 and name not in _WEIGHTS) == (self.part == "valid")

    def plan(self, count: int) -> tuple[Made, Jobs]:
        """Draw works and the way each is printed: those of templates done, those of styles as jobs."""
        made: Made = []
        jobs: Jobs = defaultdict(list)
        for place in range(count):
            way = self.rng.choices(list(self.ways), list(self.ways.values()))[0]
            if way == "work in template":
                made += self._work_in_template()
            elif way == "record in template":
                item = vary(self._record(), self.rng)
                made += self._in_template(item, "any", "article") if item["type"] == "article-journal" else []
            else:
                item = vary(self._record() if "record" in way else draw(self.rng, self.pool), self.rng)
                style, locale = self._style(item["language"])
                jobs[style, locale].append(self._job(item, style, place))
        return made, jobs

    def _job(self, item: Item, style: Path, place: int) -> Item:
        if "edition" in item and self.rng.random() < 0.8:
            item["edition"] = str(self.rng.randint(2, 9))
        job: Item = {"item": item | {"src": _source(item), "id": f"i{place}"}, "note": style in self.notes and self.rng.random() < 0.6}
        return job | ({"locator": str(self.rng.randint(1, 400))} if self.rng.random() < 0.2 else {})

    def _record(self) -> Item:
        """Draw a record; papers of conferences, of which some files hold little else, are drawn less often."""
        found = self.rng.choice(self.items)
        return found if found["type"] != "paper-conference" or self.rng.random() < 0.25 else self.rng.choice(self.items)

    def _style(self, language: str) -> tuple[Path, str]:
        """Draw a style of the language or an English one, and the locale; now and then a work is cited in a text of another language."""
        rng, of_style = self.rng, language
        if language == "en":
            of_style = rng.choice([*LOCALES]) if rng.random() < 0.17 else ""
        elif rng.random() < 0.4:
            of_style = ""
        listed = self.styles.get(of_style) or self.styles[""]
        style = rng.choices([path for path, _ in listed], [weight for _, weight in listed])[0]
        return style, rng.choice(LOCALES[language if rng.random() < 0.75 else of_style or "en"])

    def _work_in_template(self) -> Made:
        rng = self.rng
        language = rng.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        groups = [group for group in (language, "any") if self.forms[group].get(kind.__name__)]
        if not groups:
            return []
        item = vary(draw(rng, self.pool, language, kind), rng)
        author = Author(rng, language, self.pool)
        if item["type"] == "book" and "page" not in item:
            item |= author.maybe(0.3, {"page": author.pages()})
        if item.get("edition", "").isdigit():
            item["edition"] = author.some("editions")
        return self._in_template(item, rng.choices(groups, [3, 1][: len(groups)])[0], kind.__name__)

    def _in_template(self, item: Item, group: str, kind: str) -> Made:
        for _ in range(_TRIES):
            printed = fill(self.rng, item, self.rng.choice(self.forms[group][kind]), group)
            if printed is not None:
                return [(printed, item | {"src": _source(item)}, f"template:{group}/{kind}")]
        return []


def _source(item: Item) -> str:
    return f"record:{item['id']}" if "id" in item else "fiction"

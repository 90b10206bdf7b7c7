"""Words, names, dates and numbers of which fictional works are made."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

Item = dict[str, Any]
WORDS: dict[str, dict[str, list[str]]] = {
    language: {kind: [word.strip() for word in text.split(";")] for kind, text in lists.items()}
    for language, lists in tomllib.loads(Path(__file__).with_name("fictional_words.toml").read_text(encoding="utf-8")).items()
}
LANGUAGES = {"en": 35, "de": 24, "fr": 19, "es": 8, "pt": 6, "it": 4, "nl": 4}
"""Languages with their weights."""
_PARTICLE = re.compile(r"(van der|van den|van|von der|von|zur|zu|du|d'|de la|de La|de|del|dos|da) ?(?=[A-ZÉ])")
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en"}
_HOSTS = "www.{}.org; {}.com; www.{}.de; {}.fr; {}.info; blog.{}.net; www.{}.gov.uk; {}.edu; www.{}.es"
_DOIS = "10.1016/j.{a}.{y}.{n}; 10.1007/s{n}-0{y}-{m}; 10.3917/{a}.{m}.0{m}; 10.1515/{a}-{y}-{m}; 10.{p}/{a}{n}; 10.5281/zenodo.{n}"


@dataclass(frozen=True, slots=True)
class Pool:
    """What real records lend to fictional works: more names, titles and journals than a table can hold."""

    names: Sequence[dict[str, str]] = ()
    titles: Sequence[str] = ()
    """English ones."""
    journals: Sequence[str] = ()

    @classmethod
    def of(cls, items: Sequence[Item]) -> Pool:
        """Take them out of records."""
        names = [name for item in items for name in (item.get("author") or [])[:4] if name.get("given") and len(name.get("family", "")) > 1]
        journals = [item["container-title"] for item in items if item["type"] == "article-journal" and "container-title" in item]
        return cls(names, [item["title"] for item in items], journals)


class Author:
    """Draws values of one language."""

    def __init__(self, rng: Random, language: str, pool: Pool) -> None:
        """Draw from the words of a language, and now and then from a pool."""
        self.rng, self.language, self.words, self.pool = rng, language, WORDS[language], pool

    # ------------------------------------------------------------------ chance
    def chance(self, share: float) -> bool:
        """Say yes in this share of cases."""
        return self.rng.random() < share

    def some(self, kind: str) -> str:
        """Draw an entry of one list of words."""
        return self.rng.choice(self.words[kind])

    def one(self, choices: str) -> str:
        """Draw one of some texts, parted by "; "."""
        return self.rng.choice(choices.split("; "))

    def number(self, first: int, last: int) -> str:
        """Draw a number."""
        return str(self.rng.randint(first, last))

    def maybe(self, share: float, values: Item) -> Item:
        """Give values in this share of cases, else none."""
        return values if self.chance(share) else {}

    # ------------------------------------------------------------------ people
    def name(self) -> dict[str, str]:
        """Draw a person; one in eight is of another language, and some are of the pool."""
        if self.pool.names and self.chance(0.4 if self.language == "en" else 0.12):
            return self.rng.choice(self.pool.names)
        words = WORDS[self.rng.choice(list(WORDS))] if self.chance(0.12) else self.words
        family, given = self.rng.choice(words["family"]), self.rng.choice(words["given"])
        made = {"family": family, "given": given}
        particle = _PARTICLE.match(family)
        if particle:
            made = {"family": family[particle.end() :], "given": given, "non-dropping-particle": particle[1]}
        return made | self.maybe(0.015, {"suffix": self.one("Jr.; III; II; Sr.")})

    def names(self, *weights: int) -> list[dict[str, str]]:
        """Draw persons; the weights are those of one, two, three ... names."""
        return [self.name() for _ in range(self.rng.choices(range(1, len(weights) + 1), weights)[0])]

    def body(self) -> list[dict[str, str]]:
        """Draw an organisation."""
        return [{"literal": self.some("bodies")}]

    # ------------------------------------------------------------------ texts
    def title(self, *, plain: float = 0.35) -> str:
        """Draw a title, with or without place, time and, unless it is `plain`, subtitle."""
        if self.language == "en" and self.pool.titles and self.chance(0.4):
            return self.rng.choice(self.pool.titles)
        title = self.some("heads") if self.chance(0.35) else f"{self.some('aspects')} {self.some('objects')}"
        if self.chance(0.25):
            first, second = self.rng.sample(self.words["nouns"], 2)
            title = f"{first} {_AND[self.language]} {second if self.language in {'en', 'de'} else second.lower()}"
        if not title.endswith(("?", ")")) and self.chance(0.4):
            title += " " + self.some("tails")
        if self.chance(plain):
            return title
        mark = " " if title.endswith("?") else self.rng.choice([": ", ": ", ": ", ". "])
        subtitle = self.some("subs")
        if mark == ". " or self.chance(0.3):
            subtitle = subtitle[:1].upper() + subtitle[1:]
        return title + (" : " if self.language == "fr" and mark == ": " and self.chance(0.5) else mark) + subtitle

    def journal(self) -> str:
        """Draw a journal."""
        return (
            self.rng.choice(self.pool.journals)
            if self.language == "en" and self.pool.journals and self.chance(0.5)
            else self.some("journals")
        )

    def house(self) -> Item:
        """Draw publisher and place, or one of them."""
        made = {"publisher": self.some("publishers"), "publisher-place": self.some("towns")}
        if self.chance(0.25):
            del made[self.rng.choice(["publisher", "publisher-place"])]
        return made

    # ------------------------------------------------------------------ dates and numbers
    def year(self, first: int = 1900) -> int:
        """Draw a year; late ones are likelier."""
        return int(2024 - (2024 - first) * self.rng.random() ** 2)

    def issued(self, first: int = 1900, *, day: bool = False) -> Item:
        """Draw a date."""
        return {"date-parts": [[self.year(first), *([self.rng.randint(1, 12), self.rng.randint(1, 28)] if day else [])]]}

    def pages(self) -> str:
        """Draw a range of pages."""
        first = int(self.rng.choice([self.number(1, 99), self.number(100, 999), self.number(1000, 3000)]))
        return f"{first}-{first + self.rng.randint(1, 45)}" if self.chance(0.93) else str(first)

    def url(self) -> str:
        """Draw the address of a page."""
        host = self.one(_HOSTS).format(re.sub(r"[^a-z]", "", self.some("family").lower()) or "page")
        year = f"{self.year(1998)}/{self.rng.randint(1, 12):02}"
        return (
            self.one("http://; https://")
            + host
            + self.one(f"; /; /report.pdf; /{year}/; /article-{self.number(100, 99999)}.html; /docs/index.php?id=12; /en/publications")
        )

    def doi(self) -> str:
        """Draw a DOI."""
        letters = "".join(self.rng.choices("abcdefghijklmnoprstuv", k=self.rng.randint(3, 6)))
        return self.one(_DOIS).format(
            a=letters, y=self.year(2000), n=self.number(10000, 9999999), m=self.number(100, 999), p=self.number(1000, 29999)
        )

    def arxiv(self) -> str:
        """Draw a number of arXiv, of the form before or since 2007."""
        month = f"{self.rng.randint(1, 12):02}"
        new = f"{self.rng.randint(10, 23)}{month}.{self.rng.randint(0, 19999):05}"
        old = f"{self.one('hep-th; astro-ph; cond-mat; math.AG')}/{self.rng.randint(92, 106) % 100:02}{month}{self.rng.randint(1, 999):03}"
        return self.rng.choice(["arXiv:", "arXiv:", "arXiv: ", ""]) + self.rng.choice([new, new, old])

    def isbn(self) -> str:
        """Draw an ISBN of thirteen or ten digits that is well-formed."""
        digits = [self.rng.randint(0, 9) for _ in range(9)]
        if self.chance(0.3):
            check = sum((10 - place) * digit for place, digit in enumerate(digits))
            return "".join(map(str, digits)) + "0123456789X"[-check % 11]
        digits = [9, 7, 8, *digits]
        check = -sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10
        text = "".join(map(str, [*digits, check]))
        return f"{text[:3]}-{text[3]}-{text[4:7]}-{text[7:12]}-{text[12]}" if self.chance(0.6) else text

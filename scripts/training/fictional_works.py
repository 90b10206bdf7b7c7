"""Works that nobody wrote, as CSL-JSON: their kinds, and how likely each is in which language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

Item = dict[str, Any]
WORDS: dict[str, dict[str, list[str]]] = {
    language: {kind: [word.strip() for word in text.split(";")] for kind, text in lists.items()}
    for language, lists in tomllib.loads(Path(__file__).with_name("fictional_words.toml").read_text(encoding="utf-8")).items()
}
LANGUAGES = {"en": 35, "de": 24, "fr": 19, "es": 8, "pt": 6, "it": 4, "nl": 4}
PARTICLES = re.compile(r"^(van der|van den|van|von der|von|zur|zu|du|d'|de la|de La|de|del|dos|da|Van|'t|Le|La|Di|De|Della)[ ]?(?=[A-ZÉ])")
SUBORDINATE = frozenset({"van der", "van den", "van", "von der", "von", "zur", "zu", "du", "d'", "de la", "de La", "de", "del", "dos", "da"})
ASIAN = (("王", "伟"), ("李", "娜"), ("张", "敏"), ("佐藤", "健一"), ("鈴木", "花子"), ("김", "민수"), ("陈", "志强"))


class Author:
    """Draws works of one language."""

    def __init__(self, rng: Random, language: str) -> None:
        """Draw from the words of a language."""
        self.rng, self.language, self.words = rng, language, WORDS[language]

    def some(self, kind: str) -> str:
        """Draw an entry of one list."""
        return self.rng.choice(self.words[kind])

    def chance(self, share: float) -> bool:
        """Say yes in this share of cases."""
        return self.rng.random() < share

    def name(self) -> dict[str, str]:
        """Draw a person; one in eight is of another language."""
        words = WORDS[self.rng.choice(list(WORDS))] if self.chance(0.12) else self.words
        family, given = self.rng.choice(words["family"]), self.rng.choice(words["given"])
        made = {"family": family, "given": given}
        particle = PARTICLES.match(family)
        if particle and particle[1] in SUBORDINATE:
            made = {"family": family[particle.end() :], "given": given, "non-dropping-particle": particle[1]}
        if self.chance(0.015):
            made["suffix"] = self.rng.choice(["Jr.", "III", "II", "Sr."])
        return made

    def names(self, *weights: int) -> list[dict[str, str]]:
        """Draw persons; the weights are those of one, two, three ... names."""
        count = self.rng.choices(range(1, len(weights) + 1), weights)[0]
        return [self.name() for _ in range(count)]

    def body(self) -> list[dict[str, str]]:
        """Draw an organisation."""
        return [{"literal": self.some("bodies")}]

    def year(self, first: int = 1900) -> int:
        """Draw a year; late ones are likelier."""
        return int(2024 - (2024 - first) * self.rng.random() ** 2)

    def issued(self, first: int = 1900, *, day: bool = False) -> Item:
        """Draw a date."""
        parts = [self.year(first)]
        if day:
            parts += [self.rng.randint(1, 12), self.rng.randint(1, 28)]
        return {"date-parts": [parts]}

    def title(self, *, plain: float = 0.35, most: int = 2) -> str:
        """Draw a title with or without place, time and subtitle."""
        rng = self.rng
        join = {"en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en"}[self.language]
        title = self.some("heads")
        if self.chance(0.35):
            first, second = rng.sample(self.words["nouns"], 2)
            second = second if self.language in {"en", "de"} else second.lower()
            title = f"{first} {join} {second}"
        if not title.endswith(("?", ")")) and self.chance(0.4):
            title += " " + self.some("tails")
        if not self.chance(plain) and most > 1:
            mark = " " if title.endswith("?") else rng.choice([": ", ": ", ": ", ". "])
            sub = self.some("subs")
            sub = sub[:1].upper() + sub[1:] if mark == ". " or self.chance(0.3) else sub
            title += (" : " if self.language == "fr" and mark == ": " and self.chance(0.5) else mark) + sub
        return title

    def pages(self) -> str:
        """Draw a range of pages."""
        first = self.rng.choice([self.rng.randint(1, 99), self.rng.randint(100, 999), self.rng.randint(1000, 3000)])
        return f"{first}-{first + self.rng.randint(1, 45)}" if self.chance(0.93) else str(first)

    def house(self) -> Item:
        """Draw publisher and place, or one of them."""
        made = {"publisher": self.some("publishers"), "publisher-place": self.some("towns")}
        if self.chance(0.25):
            del made[self.rng.choice(["publisher", "publisher-place"])]
        return made

    def url(self) -> str:
        """Draw the address of a page."""
        word = re.sub(r"[^a-z]", "", self.some("family").lower()) or "page"
        host = self.rng.choice(["www.{}.org", "{}.com", "www.{}.de", "{}.fr", "https://{}.info", "blog.{}.net", "www.{}.gov.uk", "{}.edu", "www.{}.es"]).format(word)
        tail = self.rng.choice(["", "/", "/report.pdf", f"/{self.year()}/{self.rng.randint(1, 12):02}/", f"/article-{self.rng.randint(100, 99999)}.html", "/docs/index.php?id=12", "/en/publications"])
        return host + tail if host.startswith("http") else self.rng.choice(["http://", "https://"]) + host + tail

    def doi(self) -> str:
        """Draw an identifier."""
        rng = self.rng
        return rng.choice(["10.1016/j.{a}.{y}.{n}", "10.1007/s{n}-0{y}-{m}", "10.3917/{a}.{m}.0{m}", "10.1515/{a}-{y}-{m}", "10.{p}/{a}{n}", "10.5281/zenodo.{n}"]).format(
            a="".join(rng.choices("abcdefghijklmnoprstuv", k=rng.randint(3, 6))), y=self.year(2000), n=rng.randint(10000, 9999999), m=rng.randint(100, 999), p=rng.randint(1000, 29999)
        )

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

    # ------------------------------------------------------------------ kinds of works
    def article(self) -> Item:
        """Draw an article of a journal."""
        made = {"type": "article-journal", "title": self.title(), "author": self.names(50, 25, 12, 6, 4, 2, 1), "container-title": self.some("journals"), "page": self.pages(),
                "volume": str(self.rng.randint(1, 140)), "issued": self.issued(1930)}  # fmt: skip
        if self.chance(0.6):
            made["issue"] = self.rng.choice([str(self.rng.randint(1, 12)), str(self.rng.randint(1, 400)), "1/2", "3-4"])
        if self.chance(0.25):
            made["DOI"] = self.doi()
        if self.chance(0.05):
            made["page"] = self.rng.choice(["e", "", "", "L"]) + str(self.rng.randint(1000, 999999))
        if self.chance(0.03):
            made["status"] = {"en": "in press", "de": "im Druck", "fr": "à paraître", "es": "en prensa", "pt": "no prelo", "it": "in corso di stampa", "nl": "in druk"}[self.language]
            for key in ("volume", "issue", "page", "issued"):
                made.pop(key, None)
        return made

    def book(self) -> Item:
        """Draw a monograph, or a volume of one in several."""
        made = {"type": "book", "title": self.title(), "author": self.names(75, 18, 7), "issued": self.issued(1850), **self.house()}
        if self.chance(0.3):
            made["edition"] = self.some("editions") if self.chance(0.6) else str(self.rng.randint(2, 8))
        if self.chance(0.3):
            made["collection-title"] = self.some("series")
            if self.chance(0.7):
                made["collection-number"] = str(self.rng.randint(1, 400))
        if self.chance(0.15):
            made["translator"] = self.names(90, 10)
            if self.chance(0.4):
                made["original-date"] = self.issued(1700)
        if self.chance(0.12):
            made["volume"] = self.rng.choice(["1", "2", "3", "I", "II", "III", "IV", "5"])
        if self.chance(0.06):
            made["number-of-volumes"] = str(self.rng.randint(2, 12))
        if self.chance(0.08):
            made["ISBN"] = self.isbn()
        if self.chance(0.1):
            made["page"] = self.pages()
        return made

    def edited(self) -> Item:
        """Draw a book that has editors in the place of authors, or an edition of somebody's works."""
        made = self.book() | {"editor": self.names(40, 40, 20), "title": self.some("collections") if self.chance(0.4) else self.title()}
        if self.chance(0.75):
            del made["author"]
        return made

    def chapter(self) -> Item:
        """Draw a part of a book."""
        made = {"type": "chapter", "title": self.title(plain=0.5), "author": self.names(75, 18, 7), "editor": self.names(45, 38, 17), "page": self.pages(), "issued": self.issued(1930), **self.house(),
                "container-title": self.some("collections") if self.chance(0.4) else self.title(plain=0.4)}  # fmt: skip
        if self.chance(0.12):
            del made["editor"]
        for key, kind, share in (("edition", "editions", 0.1), ("collection-title", "series", 0.15)):
            if self.chance(share):
                made[key] = self.some(kind)
        if "collection-title" in made and self.chance(0.6):
            made["collection-number"] = str(self.rng.randint(1, 200))
        if self.chance(0.1):
            made["volume"] = self.rng.choice(["1", "2", "II", "III", "IV"])
        return made

    def thesis(self) -> Item:
        """Draw a thesis."""
        made = {"type": "thesis", "title": self.title(), "author": self.names(1), "genre": self.some("genres"), "publisher": self.some("universities"), "issued": self.issued(1960)}
        if self.chance(0.3):
            made["publisher-place"] = self.some("towns")
        if self.chance(0.2):
            made["URL"] = self.url()
        return made

    def report(self) -> Item:
        """Draw a report with or without number."""
        made = {"type": "report", "title": self.title(), "author": self.body() if self.chance(0.6) else self.names(50, 30, 20), "issued": self.issued(1980), "publisher": self.some("bodies")}
        if self.chance(0.6):
            made["genre"] = self.some("reports")
        if self.chance(0.5):
            made["number"] = self.rng.choice([str(self.rng.randint(1, 30000)), f"{self.rng.randint(1, 40)}/{self.year(1990)}", f"TR-{self.rng.randint(10, 999)}"])
        if self.chance(0.5):
            made["publisher-place"] = self.some("towns")
        return made | ({"URL": self.url()} if self.chance(0.4) else {})

    def webpage(self) -> Item:
        """Draw a page of a site."""
        made = {"type": self.rng.choice(["webpage", "webpage", "post-weblog"]), "title": self.title(plain=0.7), "container-title": self.some("sites"), "URL": self.url(), "issued": self.issued(2000, day=self.chance(0.5)),
                "author": self.body() if self.chance(0.4) else self.names(80, 20)}  # fmt: skip
        for key, share in (("author", 0.25), ("issued", 0.25), ("container-title", 0.3)):
            if self.chance(share):
                del made[key]
        if self.chance(0.6):
            made["accessed"] = self.issued(2005, day=True)
        return made

    def newspaper(self) -> Item:
        """Draw a piece of a paper or magazine."""
        made = {"type": self.rng.choice(["article-newspaper", "article-newspaper", "article-magazine"]), "title": self.title(plain=0.8), "container-title": self.some("papers"), "issued": self.issued(1950, day=True)}
        if self.chance(0.75):
            made["author"] = self.names(90, 10)
        if self.chance(0.5):
            made["page"] = self.rng.choice([str(self.rng.randint(1, 60)), f"A{self.rng.randint(1, 30)}", self.pages()])
        if self.chance(0.25):
            made["issue"] = str(self.rng.randint(1, 300))
        return made | ({"URL": self.url(), "accessed": self.issued(2005, day=True)} if self.chance(0.25) else {})

    def dataset(self) -> Item:
        """Draw a set of data."""
        made = {"type": "dataset", "title": self.title(plain=0.6), "author": self.names(40, 30, 30), "publisher": self.rng.choice(["Zenodo", "Dryad", "figshare", "PANGAEA", "GESIS Datenarchiv, Köln", "ICPSR", "Harvard Dataverse"]), "issued": self.issued(2005), "DOI": self.doi()}
        if self.chance(0.3):
            made["version"] = f"{self.rng.randint(1, 3)}.{self.rng.randint(0, 9)}"
        if self.chance(0.3):
            made["genre"] = self.rng.choice(["Data set", "Dataset", "Datensatz"])
        return made

    def software(self) -> Item:
        """Draw a program."""
        name = self.rng.choice(["lme", "geo", "pyro", "stat", "net", "Mesh", "Tree", "Vis", "Astro", "text"]) + self.rng.choice(["kit", "4", "plot", "Lab", "map", "flow", "R", "py", "tools", ""])
        made = {"type": "software", "title": name + self.rng.choice(["", ": tools for sparse graphs", ": An R package for mixed models", ": a library for text", ": Linear models with many levels"]), "author": self.names(50, 30, 20), "issued": self.issued(1998)}
        made |= {key: value for key, value in (("version", f"{self.rng.randint(0, 9)}.{self.rng.randint(0, 20)}.{self.rng.randint(0, 9)}"), ("URL", self.url()), ("genre", self.rng.choice(["Computer software", "R package", "Software"])), ("publisher", self.some("universities"))) if self.chance(0.5)}
        return made

    def standard(self) -> Item:
        """Draw a standard."""
        body = self.rng.choice(["ISO", "DIN EN", "BS EN", "ASTM", "IEEE Std", "NF EN", "UNE-EN", "ISO/IEC", "EN", "ABNT NBR"])
        made = {"type": "standard", "title": self.title(plain=0.7), "author": self.body(), "number": f"{body} {self.rng.randint(100, 29999)}{self.rng.choice(['', '', '-1', '-2', f':{self.year(1980)}'])}", "issued": self.issued(1975)}
        if self.chance(0.5):
            made |= self.house()
        return made

    def patent(self) -> Item:
        """Draw a patent."""
        number = self.rng.choice([f"US {self.rng.randint(3, 11)},{self.rng.randint(100, 999)},{self.rng.randint(100, 999)} B2", f"EP{self.rng.randint(1000000, 3999999)}A1", f"WO {self.year(1990)}/{self.rng.randint(10000, 199999)}", f"DE {self.rng.randint(10000000, 19999999)} A1", f"FR{self.rng.randint(2000000, 2999999)}"])
        return {"type": "patent", "title": self.title(plain=0.9), "author": self.names(40, 30, 30), "number": number, "issued": self.issued(1960, day=self.chance(0.4))}

    def conference(self) -> Item:
        """Draw a paper of a conference."""
        meeting = self.some("meetings")
        year = self.year(1980)
        lead = {"en": "Proceedings of the ", "de": "Tagungsband ", "fr": "Actes du ", "es": "Actas del ", "pt": "Anais do ", "it": "Atti del ", "nl": "Handelingen "}[self.language]
        made = {"type": "paper-conference", "title": self.title(plain=0.6), "author": self.names(25, 30, 25, 15, 5), "container-title": (lead if self.chance(0.6) else "") + meeting + self.rng.choice(["", "", f" {year}", f" ({meeting[:1]}CS '{year % 100:02})"]), "issued": {"date-parts": [[year]]}}
        if self.chance(0.3):
            made |= {"event-title": meeting, "event-place": self.some("towns")}
        if self.chance(0.7):
            made["page"] = self.pages()
        if self.chance(0.5):
            made |= self.house()
        if self.chance(0.2):
            made["editor"] = self.names(40, 40, 20)
        if self.chance(0.2):
            made |= {"collection-title": self.rng.choice([self.some("series"), "Lecture Notes in Computer Science", "LNCS", "AIP Conf. Proc.", "CEUR Workshop Proceedings"]), "volume": str(self.rng.randint(10, 9000))}
        return made

    def preprint(self) -> Item:
        """Draw a preprint."""
        server = self.rng.choice(["arXiv", "arXiv", "bioRxiv", "SSRN", "PsyArXiv", "medRxiv"])
        made = {"type": "article", "title": self.title(), "author": self.names(20, 30, 20, 20, 10), "issued": self.issued(1995, day=self.chance(0.2)), "publisher": server}
        if server == "arXiv":
            made["number"] = self.rng.choice([f"arXiv:{self.rng.randint(10, 23):02}{self.rng.randint(1, 12):02}.{self.rng.randint(1000, 99999):05}", f"hep-th/{self.rng.randint(90, 99)}{self.rng.randint(1, 12):02}{self.rng.randint(1, 999):03}"])
        else:
            made["DOI"] = self.doi()
        return made

    def entry(self) -> Item:
        """Draw an article of an encyclopaedia."""
        made = self.chapter() | {"type": "entry-encyclopedia", "title": self.some("nouns") if self.chance(0.6) else f"{self.some('family')}, {self.some('given')}"}
        if self.chance(0.3):
            del made["author"]
        return made

    def film(self) -> Item:
        """Draw a film."""
        return {"type": "motion_picture", "title": self.title(plain=0.9), "director": self.names(90, 10), "author": self.names(1), "publisher": self.rng.choice(["Columbia", "Gaumont", "UFA", "BBC", "Warner Bros.", "RAI"]), "issued": self.issued(1920)}

    def archival(self) -> Item:
        """Draw a letter or file in an archive."""
        made = {"type": "manuscript", "title": self.title(plain=0.9), "archive": self.some("archives"), "archive_location": self.rng.choice([f"MS {self.rng.randint(1, 9999)}", f"R 58/{self.rng.randint(1, 999)}", f"Add. MS {self.rng.randint(1000, 40000)}", f"fol. {self.rng.randint(1, 300)}r", f"cote {self.rng.randint(1, 99)} J {self.rng.randint(1, 99)}", f"Box {self.rng.randint(1, 40)}, Folder {self.rng.randint(1, 40)}"]), "issued": self.issued(1500)}
        return made | ({"author": self.names(1)} if self.chance(0.6) else {})

    def review(self) -> Item:
        """Draw a book review."""
        return self.article() | {"type": "review-book", "reviewed-title": self.title(plain=0.6), "reviewed-author": self.names(1)}

    def case(self) -> Item:
        """Draw a decision of a court."""
        rng = self.rng
        title = f"{self.some('family')} v {self.some('family')}" if self.language == "en" else rng.choice([self.some("heads"), f"{self.some('family')} c. {self.some('family')}"])
        reporter = {"en": ["AC", "QB", "WLR", "All ER", "F.3d", "U.S.", "S. Ct.", "EWCA Civ", "UKHL", "F. Supp. 2d", "Cal. App. 4th", "EHRR"], "de": ["NJW", "BGHZ", "BVerfGE", "NZA", "JZ", "MDR", "NVwZ", "GRUR", "BAGE"], "fr": ["D.", "JCP G", "Bull. civ.", "AJDA", "Rec. Lebon", "Gaz. Pal."]}
        made = {"type": "legal_case", "title": title, "authority": self.some("courts"), "container-title": rng.choice(reporter.get(self.language, ["Foro it.", "RTC", "NJ", "ECR"])), "volume": str(rng.randint(1, 560)), "page": str(rng.randint(1, 1200)), "issued": self.issued(1920, day=self.language != "en")}
        if self.chance(0.4):
            made["number"] = rng.choice([f"C-{rng.randint(1, 700)}/{rng.randint(60, 99)}", f"VI ZR {rng.randint(1, 400)}/{rng.randint(0, 23):02}", f"1 BvR {rng.randint(1, 3000)}/{rng.randint(0, 23):02}", f"n° {rng.randint(0, 23):02}-{rng.randint(10, 25)}.{rng.randint(100, 999)}", f"No. {rng.randint(1, 23):02}-{rng.randint(100, 9999)}"])
        return made

    def law(self) -> Item:
        """Draw a statute."""
        made = {"type": "legislation", "title": self.some("laws"), "issued": self.issued(1900, day=self.chance(0.4))}
        if self.language == "en" and self.chance(0.4):
            made |= {"container-title": self.rng.choice(["U.S.C.", "Stat.", "Fed. Reg.", "OJ L"]), "volume": str(self.rng.randint(1, 120)), "page": str(self.rng.randint(1, 3000)), "section": str(self.rng.randint(1, 900))}
        return made


KINDS: dict[Callable[[Author], Item], int] = {
    Author.article: 30,
    Author.book: 18,
    Author.edited: 6,
    Author.chapter: 17,
    Author.thesis: 5,
    Author.report: 6,
    Author.webpage: 6,
    Author.newspaper: 4,
    Author.dataset: 2,
    Author.software: 2,
    Author.standard: 1,
    Author.patent: 1,
    Author.conference: 7,
    Author.preprint: 2,
    Author.entry: 3,
    Author.film: 1,
    Author.archival: 2,
    Author.review: 1,
    Author.case: 4,
    Author.law: 1,
}
"""Kinds of works with their weights among the fictional ones."""


def draw(rng: Random, language: str | None = None, kind: Callable[[Author], Item] | None = None) -> Item:
    """Draw one work: CSL-JSON with `language`."""
    language = language or rng.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    kind = kind or rng.choices(list(KINDS), list(KINDS.values()))[0]
    made = kind(Author(rng, language))
    for key in ("author", "editor"):
        if key in made and rng.random() < 0.01:
            family, given = rng.choice(ASIAN)
            made[key] = [{"family": family, "given": given}, *made[key][1:]]
    return {**made, "language": language}

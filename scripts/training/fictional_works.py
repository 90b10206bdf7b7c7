"""Works that nobody wrote, as CSL-JSON: their kinds, and how likely each is."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from fictional_words import LANGUAGES, Author, Item, Pool

_ASIAN = (("王", "伟"), ("李", "娜"), ("张", "敏"), ("佐藤", "健一"), ("鈴木", "花子"), ("김", "민수"), ("陈", "志强"))
_IN_PRESS = {
    "en": "in press",
    "de": "im Druck",
    "fr": "à paraître",
    "es": "en prensa",
    "pt": "no prelo",
    "it": "in corso di stampa",
    "nl": "in druk",
}
_PROCEEDINGS = {
    "en": "Proceedings of the",
    "de": "Tagungsband",
    "fr": "Actes du",
    "es": "Actas del",
    "pt": "Anais do",
    "it": "Atti del",
    "nl": "Handelingen",
}
_REPORTERS = {
    "en": "AC; QB; WLR; All ER; F.3d; U.S.; S. Ct.; EWCA Civ; UKHL; F. Supp. 2d; Cal. App. 4th; EHRR",
    "de": "NJW; BGHZ; BVerfGE; NZA; JZ; MDR; NVwZ; GRUR; BAGE",
    "fr": "D.; JCP G; Bull. civ.; AJDA; Rec. Lebon; Gaz. Pal.",
}
_OFFICIAL = {"en": "OJ L", "de": "ABl. L", "fr": "JO L", "es": "DO L"}


def article(by: Author) -> Item:
    """Draw an article of a journal."""
    made: Item = {
        "type": "article-journal",
        "title": by.title(),
        "author": by.names(50, 25, 12, 6, 4, 2, 1),
        "container-title": by.journal(),
    }
    if by.chance(0.03):
        return made | {"status": _IN_PRESS[by.language]}
    page = by.pages() if by.chance(0.95) else by.one("e; L; ; ") + by.number(1000, 999999)
    month = by.rng.sample(range(1, 13), 1) if by.chance(0.12) else []
    made |= {"volume": by.number(1, 140), "page": page, "issued": {"date-parts": [[by.year(1930), *month]]}}
    made |= by.maybe(0.6 if by.language == "pt" else 0, {"publisher-place": by.some("towns")})
    made |= by.maybe(0.6, {"issue": by.one(f"{by.number(1, 12)}; {by.number(1, 12)}; {by.number(1, 400)}; 1/2; 3-4")})
    return made | by.maybe(0.25, {"DOI": by.doi()})


def book(by: Author) -> Item:
    """Draw a monograph, or a volume of one in several."""
    made: Item = {"type": "book", "title": by.title(), "author": by.names(75, 18, 7), "issued": by.issued(1850), **by.house()}
    made |= by.maybe(0.45, {"edition": by.some("editions") if by.chance(0.6) else by.number(2, 8)})
    made |= by.maybe(0.45, {"collection-title": by.some("series")} | by.maybe(0.7, {"collection-number": by.number(1, 400)}))
    made |= by.maybe(0.25, {"translator": by.names(90, 10)} | by.maybe(0.4, {"original-date": by.issued(1700)}))
    made |= by.maybe(0.12, {"volume": by.one("1; 2; 3; I; II; III; IV; 5")})
    made |= by.maybe(0.06, {"number-of-volumes": by.number(2, 12)})
    made |= by.maybe(0.2, {"ISBN": by.isbn()}) | by.maybe(0.1, {"DOI": by.doi()})
    return made | by.maybe(0.1, {"page": by.pages()})


def edited(by: Author) -> Item:
    """Draw a book that has editors in the place of authors, or an edition of somebody's works."""
    made = book(by) | {"editor": by.names(40, 40, 20), "title": by.some("collections") if by.chance(0.4) else by.title()}
    if by.chance(0.75):
        del made["author"]
    return made


def chapter(by: Author) -> Item:
    """Draw a part of a book."""
    made: Item = {
        "type": "chapter",
        "title": by.title(plain=0.5),
        "author": by.names(75, 18, 7),
        "page": by.pages(),
        "issued": by.issued(1930),
    }
    made |= by.house() | {"container-title": by.some("collections") if by.chance(0.4) else by.title(plain=0.4)}
    made |= by.maybe(0.88, {"editor": by.names(45, 38, 17)})
    made |= by.maybe(0.15, {"edition": by.some("editions")})
    made |= by.maybe(0.3, {"collection-title": by.some("series")} | by.maybe(0.6, {"collection-number": by.number(1, 200)}))
    return made | by.maybe(0.1, {"volume": by.one("1; 2; II; III; IV")})


def thesis(by: Author) -> Item:
    """Draw a thesis."""
    made: Item = {
        "type": "thesis",
        "title": by.title(),
        "author": by.names(1),
        "genre": by.some("genres"),
        "publisher": by.some("universities"),
    }
    made |= {"issued": by.issued(1960)}
    return made | by.maybe(0.3, {"publisher-place": by.some("towns")}) | by.maybe(0.2, {"URL": by.url()})


def report(by: Author) -> Item:
    """Draw a report with or without number."""
    made: Item = {
        "type": "report",
        "title": by.title(),
        "author": by.body() if by.chance(0.6) else by.names(50, 30, 20),
        "issued": by.issued(1980),
    }
    made |= {"publisher": by.some("bodies")} | by.maybe(0.6, {"genre": by.some("reports")})
    made |= by.maybe(0.5, {"number": by.one(f"{by.number(1, 30000)}; {by.number(1, 40)}/{by.year(1990)}; TR-{by.number(10, 999)}")})
    return made | by.maybe(0.5, {"publisher-place": by.some("towns")}) | by.maybe(0.4, {"URL": by.url()})


def webpage(by: Author) -> Item:
    """Draw a page of a site."""
    made: Item = {"type": by.one("webpage; webpage; post-weblog"), "title": by.title(plain=0.7), "URL": by.url()}
    made |= by.maybe(0.75, {"author": by.body() if by.chance(0.4) else by.names(80, 20)})
    made |= by.maybe(0.75, {"issued": by.issued(2000, day=by.chance(0.5))})
    return made | by.maybe(0.7, {"container-title": by.some("sites")}) | by.maybe(0.6, {"accessed": by.issued(2005, day=True)})


def newspaper(by: Author) -> Item:
    """Draw a piece of a paper or magazine."""
    made: Item = {"type": by.one("article-newspaper; article-newspaper; article-magazine"), "title": by.title(plain=0.8)}
    made |= {"container-title": by.some("papers"), "issued": by.issued(1950, day=True)}
    made |= by.maybe(0.75, {"author": by.names(90, 10)})
    made |= by.maybe(0.5, {"page": by.one(f"{by.number(1, 60)}; A{by.number(1, 30)}; {by.pages()}")})
    made |= by.maybe(0.25, {"issue": by.number(1, 300)})
    made |= by.maybe(0.3, {"publisher-place": by.some("towns")})
    return made | by.maybe(0.25, {"URL": by.url(), "accessed": by.issued(2005, day=True)})


def dataset(by: Author) -> Item:
    """Draw a set of data."""
    made: Item = {
        "type": "dataset",
        "title": by.title(plain=0.6),
        "author": by.names(40, 30, 30),
        "issued": by.issued(2005),
        "DOI": by.doi(),
    }
    made |= {"publisher": by.one("Zenodo; Dryad; figshare; PANGAEA; GESIS Datenarchiv, Köln; ICPSR; Harvard Dataverse")}
    made |= by.maybe(0.3, {"version": f"{by.number(1, 3)}.{by.number(0, 9)}"})
    return made | by.maybe(0.3, {"genre": by.one("Data set; Dataset; Datensatz")})


def software(by: Author) -> Item:
    """Draw a program."""
    name = by.one("lme; geo; pyro; stat; net; Mesh; Tree; Vis; Astro; text") + by.one("kit; 4; plot; Lab; map; flow; R; py; tools; ")
    made: Item = {"type": "software", "author": by.names(50, 30, 20), "issued": by.issued(1998)}
    made |= {
        "title": name
        + by.one("; : tools for sparse graphs; : An R package for mixed models; : a library for text; : Linear models with many levels")
    }
    made |= by.maybe(0.5, {"version": f"{by.number(0, 9)}.{by.number(0, 20)}.{by.number(0, 9)}"}) | by.maybe(0.5, {"URL": by.url()})
    return (
        made
        | by.maybe(0.5, {"genre": by.one("Computer software; R package; Software")})
        | by.maybe(0.5, {"publisher": by.some("universities")})
    )


def standard(by: Author) -> Item:
    """Draw a standard."""
    body = by.one("ISO; DIN EN; BS EN; ASTM; IEEE Std; NF EN; UNE-EN; ISO/IEC; EN; ABNT NBR")
    number = f"{body} {by.number(100, 29999)}" + by.one(f"; ; -1; -2; :{by.year(1980)}")
    made: Item = {"type": "standard", "title": by.title(plain=0.7), "author": by.body(), "number": number, "issued": by.issued(1975)}
    return made | by.maybe(0.5, by.house())


def patent(by: Author) -> Item:
    """Draw a patent."""
    american = f"US {by.number(3, 11)},{by.number(100, 999)},{by.number(100, 999)} B2"
    number = by.number(100000, 999999)
    others = f"EP1{number}A1; WO {by.year(1990)}/{number}; DE 10{number} A1; FR2{number}"
    made: Item = {
        "type": "patent",
        "title": by.title(plain=0.9),
        "author": by.names(40, 30, 30),
        "issued": by.issued(1960, day=by.chance(0.4)),
    }
    return made | {"number": by.one(f"{american}; {others}")}


def conference(by: Author) -> Item:
    """Draw a paper of a conference."""
    meeting, year = by.some("meetings"), by.year(1980)
    container = (
        (f"{_PROCEEDINGS[by.language]} " if by.chance(0.6) else "") + meeting + by.one(f"; ;  {year};  ({meeting[:1]}CS '{year % 100:02})")
    )
    made: Item = {
        "type": "paper-conference",
        "title": by.title(plain=0.6),
        "author": by.names(25, 30, 25, 15, 5),
        "container-title": container,
    }
    made |= {"issued": {"date-parts": [[year]]}} | by.maybe(0.7, {"page": by.pages()}) | by.maybe(0.5, by.house())
    made |= by.maybe(0.3, {"event-title": meeting, "event-place": by.some("towns")}) | by.maybe(0.2, {"editor": by.names(40, 40, 20)})
    made |= by.maybe(0.2, {"DOI": by.doi()})
    series = by.one(f"{by.some('series')}; Lecture Notes in Computer Science; LNCS; AIP Conf. Proc.; CEUR Workshop Proceedings")
    return made | by.maybe(0.2, {"collection-title": series, "volume": by.number(10, 9000)})


def preprint(by: Author) -> Item:
    """Draw a preprint."""
    server = by.one("arXiv; arXiv; bioRxiv; SSRN; PsyArXiv; medRxiv")
    number = by.arxiv()
    made: Item = {
        "type": "article",
        "title": by.title(),
        "author": by.names(20, 30, 20, 20, 10),
        "issued": by.issued(1995, day=by.chance(0.2)),
    }
    return made | {"publisher": server} | ({"number": number, "arxiv": number} if server == "arXiv" else {"DOI": by.doi()})


def entry(by: Author) -> Item:
    """Draw an article of an encyclopaedia."""
    made = chapter(by) | {"type": "entry-encyclopedia"}
    made["title"] = by.some("nouns") if by.chance(0.6) else f"{by.some('family')}, {by.some('given')}"
    if by.chance(0.3):
        del made["author"]
    return made | by.maybe(0.15, {"URL": by.url()})


def film(by: Author) -> Item:
    """Draw a film."""
    made: Item = {
        "type": "motion_picture",
        "title": by.title(plain=0.9),
        "director": by.names(90, 10),
        "author": by.names(1),
        "issued": by.issued(1920),
    }
    return made | {"publisher": by.one("Columbia; Gaumont; UFA; BBC; Warner Bros.; RAI")}


def archival(by: Author) -> Item:
    """Draw a letter or file in an archive."""
    number = by.number(1, 999)
    mark = by.one(
        f"MS {number}; R 58/{number}; Add. MS {number}; fol. {number}r; cote {number} J 12; Box {number}, Folder {by.number(1, 40)}"
    )
    made: Item = {
        "type": "manuscript",
        "title": by.title(plain=0.9),
        "archive": by.some("archives"),
        "archive_location": mark,
        "issued": by.issued(1500),
    }
    return made | by.maybe(0.6, {"author": by.names(1)})


def review(by: Author) -> Item:
    """Draw a book review."""
    return article(by) | {"type": "review-book", "reviewed-title": by.title(plain=0.6), "reviewed-author": by.names(1)}


def case(by: Author) -> Item:
    """Draw a decision of a court."""
    parties = f"{by.some('family')} {'v' if by.language == 'en' else 'c.'} {by.some('family')}"
    made: Item = {
        "type": "legal_case",
        "title": parties if by.language == "en" or by.chance(0.5) else by.some("heads"),
        "authority": by.some("courts"),
    }
    made |= {
        "container-title": by.one(_REPORTERS.get(by.language, "Foro it.; RTC; NJ; ECR")),
        "volume": by.number(1, 560),
        "page": by.number(1, 1200),
    }
    made |= {"issued": by.issued(1920, day=by.language != "en")}
    year = f"{by.rng.randint(0, 23):02}"
    marks = {"de": f"VI ZR {by.number(1, 400)}/{year}; 1 BvR {by.number(1, 3000)}/{year}; {by.number(1, 30)} U {by.number(1, 200)}/{year}",
             "fr": f"{year}-{by.number(10, 25)}.{by.number(100, 999)}; {by.number(60000, 480000)}"}  # fmt: skip
    number = by.one(f"C-{by.number(1, 700)}/{by.number(60, 99)}; " + marks.get(by.language, f"{year}-{by.number(100, 9999)}"))
    return made | by.maybe(0.4, {"number": number})


def law(by: Author) -> Item:
    """Draw a statute, or an act of the European Union."""
    if by.language in _OFFICIAL and by.chance(0.5):
        year = by.year(1975)
        title = by.some("acts").format(n=f"{year}/{by.number(1, 2000)}")
        made: Item = {"type": "legislation", "title": title, "issued": {"date-parts": [[year]]}, "container-title": _OFFICIAL[by.language]}
        return made | {"volume": by.number(1, 350), "page": by.number(1, 300)}
    made = {"type": "legislation", "title": by.some("laws"), "issued": by.issued(1900, day=by.chance(0.4))}
    code: Item = {
        "container-title": by.one("U.S.C.; Stat.; Fed. Reg."),
        "volume": by.number(1, 120),
        "page": by.number(1, 3000),
        "section": by.number(1, 900),
    }
    return made | (by.maybe(0.4, code) if by.language == "en" else {})


KINDS: dict[Callable[[Author], Item], int] = {
    article: 30,
    book: 20,
    edited: 9,
    chapter: 22,
    thesis: 5,
    report: 6,
    webpage: 6,
    newspaper: 4,
    dataset: 2,
    software: 2,
    standard: 1,
    patent: 1,
    conference: 7,
    preprint: 2,
    entry: 3,
    film: 1,
    archival: 2,
    review: 1,
    case: 4,
    law: 2,
}
"""Kinds of works with their weights among the fictional ones; templates go by their names."""


def draw(rng: Random, pool: Pool, language: str | None = None, kind: Callable[[Author], Item] | None = None) -> Item:
    """Draw one work: CSL-JSON with `language`."""
    language = language or rng.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    kind = kind or rng.choices(list(KINDS), list(KINDS.values()))[0]
    made = kind(Author(rng, language, pool))
    for key in ("author", "editor"):
        if key in made and rng.random() < 0.01:
            family, given = rng.choice(_ASIAN)
            made[key] = [{"family": family, "given": given}, *made[key][1:]]
    return {**made, "language": language}

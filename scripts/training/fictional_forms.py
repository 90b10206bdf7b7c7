"""Forms of references that no CSL style prints: templates of `fictional_forms.toml`, filled with names, dates and quotes of many ways."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

from fictional_words import WORDS
from printed import Printed

Item = Mapping[str, Any]
FORMS: dict[str, dict[str, list[str]]] = {
    language: {kind: text.strip().splitlines() for kind, text in kinds.items()}
    for language, kinds in tomllib.loads(Path(__file__).with_name("fictional_forms.toml").read_text(encoding="utf-8")).items()
}
FIELDS = {
    "title": ("title", "title"),
    "container": ("container-title", "container-title"),
    "journal": ("container-title", "container-title"),
    "volume": ("volume", "volume"),
    "issue": ("issue", "issue"),
    "pages": ("page", "pages"),
    "publisher": ("publisher", "publisher"),
    "place": ("publisher-place", "location"),
    "edition": ("edition", "edition"),
    "series": ("collection-title", "collection-title"),
    "seriesno": ("collection-number", "collection-number"),
    "genre": ("genre", "genre"),
    "number": ("number", "number"),
    "number-of-volumes": ("number-of-volumes", None),
    "version": ("version", None),
    "url": ("URL", "url"),
    "doi": ("DOI", "doi"),
    "isbn": ("ISBN", "isbn"),
    "arxiv": ("arxiv", "arxiv"),
    "pmid": ("PMID", "pmid"),
    "pmcid": ("PMCID", "pmcid"),
    "court": ("authority", None),
    "section": ("section", None),
    "archive": ("archive", "archive"),
    "location": ("archive_location", "archive"),
    "reviewed": ("reviewed-title", None),
}
"""Field of a template -> CSL variable and label."""
QUOTES = {
    "en": ["“”", "“”", "‘’", '""', "''"],
    "de": ["„“", "„“", "»«", "“”", '""', "‚‘"],
    "fr": ["«»", "«»", "“”", '""'],
    "es": ["“”", "«»", '""'],
    "pt": ["“”", "«»", '""'],
    "it": ["«»", "“”", '""'],
    "nl": ["‘’", "“”", "''", '""'],
}
ORDERS = {
    "en": ["given", "given", "initials given", "inverted", "inverted", "inverted initials", "inverted initials", "inverted bare"],
    "de": ["inverted", "inverted", "inverted", "given", "given", "inverted initials", "family"],
    "fr": ["given", "given", "inverted", "inverted initials", "bracketed", "bracketed", "initials given", "spaced", "bracketed initials"],
    "es": ["inverted", "inverted", "given", "inverted initials"],
    "pt": ["inverted", "inverted", "inverted initials", "inverted bare"],
    "it": ["given", "given", "initials given", "initials given", "inverted"],
    "nl": ["initials given", "initials given", "given", "inverted initials"],
    "any": ["initials given", "initials given", "inverted initials", "inverted bare", "spaced initials"],
}
"""Language -> orders of a name."""
JOINS = {
    "en": ("and", "&"),
    "de": ("und", "u.", "/"),
    "fr": ("et", "&"),
    "es": ("y", "e"),
    "pt": ("e", "&"),
    "it": ("e", "-"),
    "nl": ("en", "&"),
    "any": ("and", "&", ""),
}
OTHERS = {
    "en": ["et al.", "et al", "and others", "& al."],
    "de": ["u. a.", "u.a.", "et al.", "et al"],
    "fr": ["et al.", "et alii", "& al."],
    "es": ["et al.", "y otros"],
    "pt": ["et al.", "et al"],
    "it": ["et al.", "e altri"],
    "nl": ["et al.", "e.a."],
    "any": ["et al.", "et al"],
}
DATES = {
    "en": ["{d} {m} {y}", "{m} {d}, {y}", "{d} {b} {y}", "{b} {d}, {y}", "{y}-{n:02}-{d:02}", "{d}/{n}/{y}"],
    "de": ["{d}. {m} {y}", "{d}.{n}.{y}", "{d:02}.{n:02}.{y}", "{d}. {n}. {y}", "{y}-{n:02}-{d:02}"],
    "fr": ["{d} {m} {y}", "{d} {b} {y}", "{d:02}/{n:02}/{y}"],
    "es": ["{d} de {m} de {y}", "{d}-{n}-{y}", "{d}/{n:02}/{y}", "{d} {m} {y}"],
    "pt": ["{d} {m} {y}", "{d} de {m} de {y}", "{d:02}/{n:02}/{y}"],
    "it": ["{d} {m} {y}", "{d}/{n}/{y}"],
    "nl": ["{d} {m} {y}", "{d}-{n}-{y}"],
}
NO_YEAR = {"en": "n.d.", "de": "o. J.", "fr": "s. d.", "es": "s. f.", "pt": "s. d.", "it": "s. d.", "nl": "z.j."}
_QUOTE = re.compile(r"«\s?|\s?»|[“„‘”’]")
_PART = re.compile(r"\{([a-z-]*)=([^}]*)\}|\{([^}=]*)\}|([⟨⟩])")


@dataclass(frozen=True, slots=True)
class Manner:
    """How names are printed."""

    order: str
    apart: str
    """Between two names."""
    join: str
    """Before the last name."""
    rest: str
    """Order of the names after the first."""
    upper: bool
    """Family names in capitals."""
    most: int
    """Longest list that is printed whole; of a longer one the first names are."""
    others: str
    behind: bool
    """A particle is printed behind the given name: "Certeau, Michel de"."""

    @classmethod
    def draw(cls, rng: Random, language: str) -> Manner:
        """Draw a manner of a language."""
        order = rng.choice(ORDERS[language])
        apart = rng.choice(["; ", " / ", "/", ", ", ", "]) if language == "de" or not order.startswith("initials") else ", "
        word = rng.choice(JOINS[language])
        join = apart if rng.random() < 0.3 or not word else f" {word} " if word != "/" else "/"
        if apart == ", " and join != apart and language in {"en", "any"} and rng.random() < 0.4:
            join = f", {word} "
        inverted = order.startswith("inverted") and apart == ", " and rng.random() < 0.4
        rest = ("initials given" if "initials" in order else "given") if inverted else order
        if order == "inverted" and apart == ", " and not inverted:
            apart = "; "
        return cls(
            order,
            apart,
            join,
            rest,
            rng.random() < (0.3 if language in {"fr", "pt", "es"} else 0.12),
            rng.choice([1, 2, 3, 3, 6, 99]),
            rng.choice(OTHERS[language]),
            rng.random() < 0.5,
        )

    def list(self, names: Sequence[Mapping[str, str]], rng: Random) -> str:
        """Print a list of names."""
        cut = len(names) > self.most
        shown = names[: rng.choice([1, 1, min(3, self.most)])] if cut else names
        dotted = rng.choice([". ", ".", ". "])
        texts = [self.name(name, self.rest if place else self.order, dotted) for place, name in enumerate(shown)]
        if cut:
            return self.apart.join(texts) + rng.choice([" ", ", "]) + self.others
        return texts[0] if len(texts) == 1 else self.apart.join(texts[:-1]) + self.join + texts[-1]

    def name(self, name: Mapping[str, str], order: str, dotted: str) -> str:
        """Print one name."""
        if not name.get("given") or not name.get("family"):
            return name.get("literal") or name.get("family") or name["given"]
        family, given = name["family"], name["given"]
        if self.upper:
            family = family.upper()
        if not given.isascii() and ord(given[0]) > 0x2E7F:  # Chinese, Japanese and Korean names are printed as one
            return name["family"] + given
        if "initials" in order or "bare" in order:
            bare = "bare" in order
            parts = [re.sub(r"(\w)[^\s\-]*", r"\1" + ("" if bare else "."), part) for part in given.split()]
            given = ("" if bare else dotted[1:]).join(parts)
            given = given.replace("-", "") if bare else given
        particle = name.get("non-dropping-particle", "")
        glue = "" if particle.endswith("'") else " "
        whole = f"{particle}{glue}{family}" if particle else family
        suffix = f", {name['suffix']}" if "suffix" in name else ""
        if order == "family":
            return whole
        if order.endswith("given"):
            return f"{given} {whole}{suffix}"
        if particle and " " not in particle and self.behind:
            whole, given = family, f"{given} {particle}"
        if order.startswith("bracketed"):
            return f"{whole} ({given})"
        if order == "inverted bare" or order.startswith("spaced"):
            return f"{whole} {given}{suffix}"
        return f"{whole}, {given}{suffix}"


def fill(rng: Random, item: Item, template: str, forms: str) -> Printed | None:
    """Fill a template.

    Args:
        rng: draws the wordings, and the manner of names.
        item: CSL-JSON with `language`.
        template: one of `FORMS`.
        forms: language the template stands under.

    Returns:
        None where the item lacks a field the template needs.
    """
    filler = _Filler(rng, item, template, forms)
    pieces = filler.pieces(template)
    if pieces is None:
        return None
    stops = [False, *(text.endswith(".") for text, _ in pieces)]
    return Printed.of(
        (text[1:] if stop and text.startswith(".") else text, label) for stop, (text, label) in zip(stops, pieces, strict=False)
    )


class _Filler:
    """The values of one reference, as text."""

    def __init__(self, rng: Random, item: Item, template: str, forms: str) -> None:
        self.rng, self.item, self.language = rng, item, item["language"]
        names = "any" if forms == "any" and self.language == "en" else self.language
        self.authors, self.editors = Manner.draw(rng, names), Manner.draw(rng, names)
        if rng.random() < 0.5:
            self.editors = self.authors
        self.quotes = rng.choice(QUOTES[self.language])
        self.space = "\u00a0" if rng.random() < 0.2 else " "
        self.dash = rng.choice(["-", "–", "–", "-", "--", " - ", "–"])
        self.short = rng.random() < 0.12
        self.whole = "{pages}" in template

    def pieces(self, template: str) -> list[tuple[str, str | None]] | None:
        """Fill the template, or a part of it that is left out where a value is unknown."""
        made: list[tuple[str, str | None]] = []
        stack: list[tuple[list[tuple[str, str | None]], bool]] = []
        known, end = True, 0
        template = self._own(template)
        for part in _PART.finditer(template):
            made.append((template[end : part.start()], None))
            end = part.end()
            label, wordings, field, edge = part.groups()
            if edge == "⟨":
                stack.append((made, known))
                made, known = [], True
            elif edge:
                inner, whole = made, known
                made, known = stack.pop()
                made += inner if whole and self.rng.random() < 0.85 else []
            elif wordings is not None:
                wording = self.rng.choice(wordings.split("|"))
                made.append((wording.replace("#", str(self.rng.randint(2, 400))), label or None))
            else:
                value = self._value(field)
                known = known and value is not None
                made.append(value or ("", None))
        made.append((template[end:], None))
        return [(text, label) for text, label in made if text] if known else None

    def _own(self, template: str) -> str:
        """Put the quotes and blanks of this reference into a template; quotes in it open and close by turns."""
        opening, closing = self.quotes[0], self.quotes[1]
        inner = self.space if self.quotes == "«»" and self.language == "fr" else ""
        turns = cycle((opening + inner, inner + closing))
        template = _QUOTE.sub(lambda _: next(turns), template)
        return template.replace("p. ", f"p.{self.space}").replace("S. ", f"S.{self.space}")

    def _value(self, field: str) -> tuple[str, str | None] | None:
        rng, item = self.rng, self.item
        lower = field.lower()
        if lower in {"author", "editor", "translator"}:
            names = item.get(lower)
            manner = self.authors if lower == "author" else self.editors
            if field.isupper():
                manner = replace(manner, upper=True)
            return (manner.list(names, rng), lower) if names else None
        if lower in {"year", "year2", "origyear", "date", "accessed"}:
            return self._date(lower)
        if lower in {"nodate", "rn", "count"}:
            drawn = {"nodate": (NO_YEAR[self.language], "date"), "count": (str(rng.randint(60, 700)), "number-of-pages")}
            return drawn.get(lower, (str(rng.randint(2, 700)), None))
        return self._text(field)

    def _text(self, field: str) -> tuple[str, str | None] | None:
        rng, item, lower = self.rng, self.item, field.lower()
        if lower == "page":
            value = item.get("page")
            return (re.split(r"[-–]", value)[0], None if self.whole else "pages") if value else None
        variable, label = FIELDS[lower]
        value = item.get(variable)
        if value is None:
            return None
        if lower == "pages":
            value = value.replace("-", self.dash)
        if lower == "journal" and "container-title-short" in item and self.short:
            value = item["container-title-short"]
        if lower == "volume" and rng.random() < 0.03 and value.isdigit() and int(value) < 40:
            value = _roman(int(value))
        return value.upper() if field.isupper() else value, label

    def _date(self, field: str) -> tuple[str, str | None] | None:
        item, rng = self.item, self.rng
        variable = {"origyear": "original-date", "accessed": "accessed"}.get(field, "issued")
        label = {"origyear": "original-date", "accessed": "accessed"}.get(field, "date")
        if variable not in item:
            if variable == "issued" and "status" in item:
                return item["status"], label
            return (NO_YEAR[self.language], label) if variable == "issued" and field == "year" and rng.random() < 0.6 else None
        parts = item[variable]["date-parts"][0]
        months = WORDS[self.language]["months"]
        if len(parts) == 2 and field in {"year", "date"} and rng.random() < 0.6:
            return f"{rng.choice([months[parts[1] - 1], _short(months[parts[1] - 1])])} {parts[0]}", label
        if field in {"year", "year2", "origyear"} or len(parts) < 3:
            letter = rng.choice("abc") if field == "year" and rng.random() < 0.04 else ""
            return f"{parts[0]}{letter}", label
        year, month, day = parts
        return rng.choice(DATES[self.language]).format(d=day, m=months[month - 1], b=_short(months[month - 1]), n=month, y=year), label


def _short(month: str) -> str:
    return month if len(month) <= 4 else month[:3] + "."


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            text, number = text + sign, number - value
    return text

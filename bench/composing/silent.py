"""Documents without a reference list, of many kinds: what a finder must leave alone."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Mapping

from composing.words import FAMILIES, FURNITURE, LANGUAGES, Language, paragraph, sentence

_GIVEN = ("Ada", "Bela", "Carl", "Dora", "Emil", "Finn", "Gita", "Hugo")
_MONTHS = ("January", "March", "May", "July", "October", "December")
_PLACES = ("Bergen", "Porto", "Lille", "Kiel", "Turin", "Leeds")
_FIRMS = ("Northsea Works", "Lane University", "Institute for Marine Studies", "Quiet Places Ltd", "City Council")
Draw = random.Random


def _name(draw: Draw) -> str:
    return f"{draw.choice(_GIVEN)} {draw.choice(FAMILIES)}"


def _short(draw: Draw) -> str:
    return f"{draw.choice(FAMILIES)}, {draw.choice(_GIVEN)[0]}."


def _year(draw: Draw) -> int:
    return draw.randrange(1890, 2025)


def _title(draw: Draw) -> str:
    english = LANGUAGES["en"]
    return f"{draw.choice(english.things)} {draw.choice(['in', 'after', 'and'])} {draw.choice(english.things)}".capitalize()


def _day(draw: Draw) -> str:
    return f"{draw.randrange(1, 29)} {draw.choice(_MONTHS)} {_year(draw)}"


def _lines(least: int, most: int, make: Callable[[Draw, int], str], gap: str = "\n") -> Callable[[Draw, Language], str]:
    def written(draw: Draw, _: Language) -> str:
        return gap.join(make(draw, place) for place in range(1, draw.randrange(least, most) + 1))

    return written


def _prose(draw: Draw, language: Language) -> str:
    return "\n\n".join(paragraph(draw, language) for _ in range(draw.randrange(4, 30)))


def _dense(draw: Draw, language: Language) -> str:
    def cited(draw: Draw) -> str:
        one, two = draw.choice(FAMILIES), draw.choice(FAMILIES)
        return draw.choice(
            [
                f"{one}, {draw.choice('ABC')}. ({_year(draw)}) showed that {sentence(draw, language, cites=False)[:-1].lower()}.",
                f"{sentence(draw, language, cites=False)[:-1]} ({one}, {_year(draw)}; {two} et al., {_year(draw)}, pp. 12–14).",
                f"See {one} & {two} ({_year(draw)}) for a review. In {_year(draw)} it was different.",
            ]
        )

    return "\n\n".join(" ".join(cited(draw) for _ in range(draw.randrange(2, 6))) for _ in range(draw.randrange(3, 15)))


def _code(draw: Draw, _: Language) -> str:
    rows = [f'    "{_short(draw)} ({_year(draw)})": ("{_title(draw)}", {draw.randrange(900)}),' for _ in range(draw.randrange(3, 20))]
    return "WORKS = {\n" + "\n".join(rows) + "\n}\n\ndef cite(name, year=2020):\n    return f'{name} ({year}). https://doi.org/10.{year}/x'"


def _mail(draw: Draw, language: Language) -> str:
    out = []
    for depth in range(draw.randrange(2, 6)):
        mark = ">" * depth + " " if depth else ""
        head = [
            f"On {_day(draw)}, {_name(draw)} <{draw.choice(FAMILIES).lower()}@example.org> wrote:",
            f"Subject: Re: {_title(draw)} ({_year(draw)})",
        ]
        out += [mark + line for line in [*head, "", *textwrap.wrap(paragraph(draw, language), 70), f"{draw.choice(_GIVEN)}", ""]]
    return "\n".join(out)


def _table(draw: Draw, _: Language) -> str:
    tab = draw.choice(["\t", "  ", " | ", ", "])
    return "\n".join(
        tab.join(
            [
                f"{_short(draw)} ({_year(draw)})",
                draw.choice(_PLACES),
                str(draw.randrange(10, 900)),
                f"{draw.random():.2f}",
                f"p < 0.0{draw.randrange(9)}",
            ]
        )
        for _ in range(draw.randrange(4, 25))
    )


KINDS: Mapping[str, Callable[[Draw, Language], str]] = {
    "prose": _prose,
    "prose full of citations": _dense,
    "table of contents": _lines(5, 40, lambda d, n: f"{n}. {_title(d)}, {_year(d)}–{_year(d)} {'.' * 12} {n * 7}"),
    "contents with authors": _lines(5, 25, lambda d, n: f"{_name(d)}: {_title(d)}  {n * 11}"),
    "list of figures": _lines(4, 20, lambda d, n: f"Figure {n}. {_title(d)}, {_year(d)}. Photograph: {_name(d)}.", "\n\n"),
    "biographies": _lines(
        3,
        8,
        lambda d, _: (
            f"{_name(d)} is a professor at {d.choice(_FIRMS)}, {d.choice(_PLACES)}. Since {_year(d)} she has worked on "
            f"{d.choice(LANGUAGES['en'].things)}. Her book {_title(d)} came out in {_year(d)}."
        ),
        "\n\n",
    ),
    "life": _lines(
        5,
        20,
        lambda d, _: (
            f"{_year(d)}–{_year(d)} {d.choice(['Lecturer', 'PhD', 'Fellow', 'Diploma'])}, {d.choice(_FIRMS)}, {d.choice(_PLACES)}."
        ),
    ),
    "changes": _lines(
        2,
        12,
        lambda d, n: (
            f"## {n}.{d.randrange(9)}.0 ({_year(d)}-04-{n:02})\n\n- Fixed {d.choice(LANGUAGES['en'].things)} (#{d.randrange(999)}). "
            f"Thanks to {_name(d)}.\n- Added {_title(d).lower()}, see https://example.org/issues/{n}."
        ),
        "\n\n",
    ),
    "menu": _lines(6, 30, lambda d, _: d.choice(FURNITURE)),
    "news": _lines(
        3, 15, lambda d, _: f"{_title(d).title()}\nBy {_name(d)}, {_day(d)}\nhttps://www.example.org/news/{d.randrange(999)}", "\n\n"
    ),
    "data": _table,
    "code": _code,
    "mail": _mail,
    "results": _lines(4, 30, lambda d, n: f"{n}. {_short(d)} ({_year(d)}) {d.randrange(2, 4)}:{d.randrange(10, 59)}:{d.randrange(10, 59)}"),
    "programme": _lines(4, 20, lambda d, n: f"{8 + n // 2}:{'00' if n % 2 == 0 else '30'}  {_name(d)} ({d.choice(_FIRMS)}): {_title(d)}"),
    "acknowledgements": lambda d, _: (
        "Acknowledgements\n\n"
        + " ".join(f"We thank {_name(d)} and {_name(d)} ({d.choice(_FIRMS)}) for help in {_year(d)}." for _ in range(d.randrange(3, 9)))
    ),
    "index": _lines(10, 60, lambda d, _: f"{_short(d)}, {d.randrange(9, 99)}, {d.randrange(100, 199)}–{d.randrange(200, 299)}"),
    "people": _lines(5, 30, lambda d, _: f"{_short(d)}, {d.choice(_FIRMS)}, {d.choice(_PLACES)}, born {_year(d)}."),
    "price list": _lines(5, 25, lambda d, n: f"{n}) {_title(d)} ({_year(d)}), {d.randrange(5, 900)}.00 EUR"),
    "minutes": _lines(
        4,
        15,
        lambda d, n: f"{n}. {_name(d)} reported on {d.choice(LANGUAGES['en'].things)} ({_day(d)}). It was agreed to meet in {_year(d)}.",
        "\n\n",
    ),
    "statutes": _lines(
        4,
        15,
        lambda d, n: f"§ {n} {_title(d)}. (1) The committee meets at {d.choice(_PLACES)} (Act of {_day(d)}, p. {d.randrange(10, 99)}).",
        "\n\n",
    ),
    "timeline": _lines(5, 25, lambda d, _: f"{_day(d)}: {_title(d)}. {_name(d)} goes to {d.choice(_PLACES)}."),
    "questions": _lines(
        4, 20, lambda d, n: f"{n}. When was {d.choice(LANGUAGES['en'].things)} opened? (a) {_year(d)} (b) {_year(d)} (c) {_year(d)}"
    ),
    "letters": _lines(
        3,
        10,
        lambda d, _: f"{d.choice(_PLACES)}, {_day(d)}\n\nDear {_name(d)},\n\n{paragraph(d, LANGUAGES['en'])}\n\nYours, {_name(d)}",
        "\n\n",
    ),
    "paintings": _lines(
        4,
        20,
        lambda d, n: (
            f"{n}. {_name(d)}, {_title(d)}, {_year(d)}, oil on wood, {d.randrange(20, 90)} x {d.randrange(20, 90)} cm, {d.choice(_PLACES)}."
        ),
    ),
    "awards": _lines(4, 20, lambda d, _: f"{_year(d)}: {_name(d)}, for {_title(d)} ({d.choice(_FIRMS)})"),
    "grants": _lines(4, 15, lambda d, n: f"{n}. {_short(d)} ({_year(d)}), {_title(d)}, {d.choice(_FIRMS)}, {d.randrange(5, 900)},000 EUR."),
    "talks": _lines(4, 20, lambda d, _: f"“{_title(d)}”, invited talk, {d.choice(_FIRMS)}, {d.choice(_PLACES)}, {_day(d)}."),
    "directory": _lines(
        4, 20, lambda d, _: f"{_short(d)} ({d.choice(_FIRMS)}), Room {d.randrange(9, 400)}, tel. 555-{_year(d)}, since {_year(d)}"
    ),
    "films": _lines(
        4, 20, lambda d, _: f"{_title(d)} ({_year(d)}), directed by {_name(d)}, with {_name(d)} and {_name(d)}. {d.randrange(60, 180)} min."
    ),
    "houses": _lines(
        4, 20, lambda d, n: f"No. {n}, {d.choice(_PLACES)}: built {_year(d)} by {_name(d)}, pulled down {_year(d)} (map, p. {n})."
    ),
    "questions to parliament": _lines(
        4,
        12,
        lambda d, n: f"({n}) {_name(d)} asked on {_day(d)} whether {sentence(d, LANGUAGES['en'])[:-1].lower()} (No. {n}/{_year(d)}).",
        "\n\n",
    ),
}
"""Kind -> how one is written."""


def _wrapped(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(block, width) if "\n" not in block else block for block in text.split("\n\n"))


def silent(seed: int) -> tuple[str, str]:
    """Make a document without a list: its kind and its text, often between paragraphs of prose."""
    draw = random.Random(seed)
    kind = sorted(KINDS)[seed % len(KINDS)]
    language = LANGUAGES[draw.choice(["en", "en", *LANGUAGES])]
    text = KINDS[kind](draw, language)
    if draw.random() < 0.6:
        text = "\n\n".join([_prose(draw, language), text, *([_prose(draw, language)] if draw.random() < 0.5 else [])])
    return kind, (_wrapped(text, draw.randrange(50, 100)) if draw.random() < 0.4 else text) + "\n"

"""Compose a document: prose, headings and page furniture around lists of real references."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from composing.pages import Part, Setting, as_text
from composing.strings import strings
from composing.words import FAMILIES, FURNITURE, LANGUAGES, OWN_HEADINGS, Language, paragraph

LAYOUTS = (
    *("blank", "line", "wrapped", "wrapped-blank", "hanging", "number", "number-wrapped", "number-hanging", "bullet", "key"),
    "notes",
)
_COUNTS = (2, 3, 5, 8, 11, 16, 23, 40, 80, 150)
_FEW = 3
_LABELS = ("{}. ", "[{}] ", "({}) ", "{}) ", "{}.\t")
_BULLETS = ("• ", "- ", "* ", "– ")
_MARKS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AGAIN = (
    "Ibid., p. {n}.",
    "Ebd., S. {n}.",
    "Ders., a.a.O., S. {n}.",
    "Op. cit., pp. {n}–{m}.",
    "{family}, p. {n}.",
    "{family} (note {k}), {n}.",
)
_JOINTS = ("; ", "; see also ", "; vgl. auch ")
Pages = Literal["none", "feeds", "copied"]


@dataclass(frozen=True)
class Made:
    """A document and what its list holds."""

    seed: int
    style: str
    language: str
    heading: bool
    setting: Setting
    parts: tuple[Part, ...]
    references: tuple[str, ...]
    """As they are printed, without label, in the order of the document."""
    text: str


def compose(seed: int, *, held_out: bool = True) -> Made:
    """Make the document of a seed; of references to measure with, or else of those to train with."""
    draw = random.Random(seed)
    pool = strings(held_out=held_out)
    style, layout = draw.choice(sorted(pool)), draw.choice(LAYOUTS)
    code = draw.choice(["en", "en", "en", *LANGUAGES])
    language = LANGUAGES[code]
    setting = _setting(draw, layout)
    references = draw.sample(pool[style], min(len(pool[style]), draw.choice(_COUNTS)))
    if not layout.startswith("number") and draw.random() < 0.8:
        references.sort(key=str.casefold)
    heading = _heading(draw, language, few=len(references) <= _FEW)
    parts = _prose(draw, language, long=setting.pages != "none")
    if layout == "notes":
        parts, references = _annotated(draw, language, references, parts)
    else:
        parts += [Part("heading", heading)] if heading else []
        parts += _listed(draw, language, references, layout)
    end = draw.random()
    if end < 0.3:
        parts += _prose(draw, language, long=False)
    elif end < 0.5 and setting.pages == "none":
        parts += [Part("furniture", line) for line in draw.sample(FURNITURE, 3)]
    return Made(
        seed, style, code, bool(heading), setting, tuple(parts), tuple(references), as_text(parts, setting, random.Random(seed + 1))
    )


def _setting(draw: random.Random, layout: str) -> Setting:
    """Draw how lines and pages are set; a list without other sign than its lines or blank lines is not always wrapped."""
    wrapped = not (layout in {"blank", "line", "number"} or (layout in {"bullet", "key", "notes"} and draw.random() < 0.3))
    pages: Pages = draw.choice(["none", "none", "feeds", "feeds", "copied"]) if wrapped else "none"
    columns: Literal["one", "read", "beside"] = "one"
    if pages != "none" and draw.random() < 0.4:
        columns = "read" if pages == "copied" or draw.random() < 0.5 else "beside"
    return Setting(
        layout=layout,
        width=None if not wrapped else draw.randrange(36, 60) if columns != "one" else draw.randrange(55, 120),
        prose_wrapped=wrapped or draw.random() < 0.3,
        hanging="hanging" in layout or (layout in {"bullet", "key"} and draw.random() < 0.6),
        gap=layout in {"blank", "wrapped-blank"} or ("wrapped" not in layout and draw.random() < 0.3),
        hyphenated=draw.random() < 0.3,
        broken=draw.random() < 0.4,
        pages=pages,
        columns=columns,
        head=draw.choice(["none", "both", "top", "foot", "foot"]),
        rows=draw.randrange(28, 62),
    )


def _heading(draw: random.Random, language: Language, *, few: bool) -> str | None:
    kind = draw.random()
    if few or kind < 0.6:
        return draw.choice(language.lists)
    return draw.choice(OWN_HEADINGS) if kind < 0.7 else None


def _prose(draw: random.Random, language: Language, *, long: bool) -> list[Part]:
    parts = []
    for _ in range(draw.randrange(8, 30) if long else draw.randrange(2, 9)):
        kind = draw.random()
        if long or kind < 0.6:
            parts.append(Part("prose", paragraph(draw, language)))
        elif kind < 0.8:
            parts.append(Part("heading", draw.choice(language.heads)))
        else:
            parts += [Part("furniture", line) for line in draw.sample(FURNITURE, draw.randrange(1, 5))]
    return parts


def _listed(draw: random.Random, language: Language, references: list[str], layout: str) -> list[Part]:
    """Set the references as one list, or under headings of parts, or as two lists with prose between."""
    form, bullet = draw.choice(_LABELS), draw.choice(_BULLETS)
    kind, first = draw.random(), draw.randrange(3, max(4, len(references)))
    found = []
    for place, reference in enumerate(references):
        if place == first and len(references) >= first + _FEW and kind < 0.2:
            if kind < 0.12:
                found.append(Part("heading", draw.choice(language.parts)))
            else:
                found += [Part("prose", paragraph(draw, language)), Part("heading", draw.choice(language.lists))]
        label = {"bullet": bullet, "key": f"[{draw.choice(FAMILIES)[:3].upper()}{10 + place}] "}.get(layout, "")
        found.append(Part("entry", reference, form.format(place + 1) if layout.startswith("number") else label))
    return found


def _annotated(draw: random.Random, language: Language, references: list[str], parts: list[Part]) -> tuple[list[Part], list[str]]:
    """Put references into notes, with remarks and repeated works between; or with a list at the end, which then is what counts."""
    form = draw.choice(["{} ", "{}. ", "[{}] ", "{}", "{}\t"])
    raised = form == "{}"
    notes: list[Part] = []

    def add(text: str, *, entry: bool) -> None:
        number = str(len(notes) + 1)
        notes.append(Part("entry" if entry else "note", text, form.format(number.translate(_MARKS) if raised else number)))

    queue = list(references)
    listed = draw.random() < 0.25
    while queue:
        kind = draw.random()
        if kind < 0.2 and notes:
            again = draw.choice(_AGAIN)
            add(
                again.format(n=draw.randrange(9, 300), m=draw.randrange(300, 400), k=draw.randrange(1, 9), family=draw.choice(FAMILIES)),
                entry=False,
            )
        elif kind < 0.3:
            add(paragraph(draw, language)[:200].rpartition(".")[0] + ".", entry=False)
        elif kind < 0.37 and len(queue) > 1 and not listed:
            one, two = queue.pop(0).rstrip("."), queue.pop(0)
            number = str(len(notes) + 1)
            label = form.format(number.translate(_MARKS) if raised else number)
            notes.append(Part("entry", one, label, joined=(draw.choice(_JOINTS), two)))
        else:
            add(queue.pop(0), entry=True)
    prose = [part for part in parts if part.kind == "prose"] or [Part("prose", paragraph(draw, language))]
    while len(prose) * 3 < len(notes):
        prose.append(Part("prose", paragraph(draw, language)))
    share = -(-len(notes) // len(prose))
    out = []
    for place, part in enumerate(prose):
        own = notes[place * share : (place + 1) * share]
        marks = "".join(
            f" {language.things[0].capitalize()} {language.deeds[0]}.{note.label.strip(' .[]').translate(_MARKS)}" for note in own
        )
        out.append(Part("prose", part.text + marks, notes=tuple(own)))
    found = [text for note in notes if note.kind == "entry" for text in (note.text, *note.joined[1:])]
    if listed:
        out.append(Part("heading", draw.choice(language.lists)))
        out += [Part("entry", reference) for reference in sorted(references)]
        return out, sorted(references)
    return [*out, Part("end of text", draw.choice([*language.notes, ""]))], found

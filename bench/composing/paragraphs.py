"""Paragraphs of wrapped references whose lines are known, to train the line model with and to measure it."""

from __future__ import annotations

import random
from collections.abc import Iterator

from composing.pages import Part, Setting, wrap
from composing.strings import strings
from composing.words import FURNITURE, LANGUAGES, paragraph
from refcheck.readers.segmenting.layout import Line
from refcheck.readers.segmenting.line_model import FIRST, INSIDE, OTHER


def paragraphs(documents: range, *, held_out: bool) -> Iterator[tuple[list[Line], list[str]]]:
    """Make paragraphs of wrapped references, with prose or furniture beside them, and what each line is."""
    pool = strings(held_out=held_out)
    for seed in documents:
        draw = random.Random(seed)
        texts = pool[draw.choice(sorted(pool))]
        chosen = draw.sample(texts, min(len(texts), draw.randrange(2, 40)))
        if draw.random() < 0.7:
            chosen.sort(key=str.casefold)
        width, hang = draw.choice([draw.randrange(36, 60), draw.randrange(55, 120)]), draw.choice([0, 0, 0, 4])
        setting = Setting("wrapped", width, True, bool(hang), False, draw.random() < 0.3, draw.random() < 0.4, "none", "one", "none", 50)
        language = LANGUAGES[draw.choice(sorted(LANGUAGES))]
        parts = [Part("entry", text) for text in chosen]
        if draw.random() < 0.3:
            parts.insert(0, Part("prose", draw.choice([paragraph(draw, language), *language.lists, *language.heads])))
        if draw.random() < 0.3:
            furniture = [line for line in FURNITURE if not line.startswith("http")]
            parts.append(Part("prose", draw.choice([paragraph(draw, language), *furniture])))
        lines: list[Line] = []
        kinds: list[str] = []
        for part in parts:
            entry = part.kind == "entry"
            for place, text in enumerate(wrap(part.text, width - (hang if entry else 0), len, setting)):
                lines.append(Line(0, len(text), text, hang if entry and place else 0, after_blank=False))
                kinds.append(OTHER if not entry else INSIDE if place else FIRST)
        yield lines, kinds

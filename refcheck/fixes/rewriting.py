"""Put a new value in the place of a cited one, in the notation of its source."""

from __future__ import annotations

import json
import re
from typing import Literal

from refcheck.model.locators import Locator
from refcheck.model.references import CitedReference, Origin
from refcheck.text.latex import to_latex, to_text

Notation = Literal["bibtex", "bibtex-quoted", "bibtex-bare", "json", "json-quoted", "json-bare", "text"]
"""How a value is written where it stands; "bare" is a number without quotes or braces, "quoted" in quotation marks."""
_DASH = re.compile(r"[-\u2010-\u2015\u2212]+")


def notation_of(cited: CitedReference, origin: Origin) -> Notation:
    """Tell how the value at an origin is written, from the text of its reference."""
    start = cited.raw.lstrip()[:1]
    if cited.kind == "list" or cited.span is None or start not in "@{":
        return "text"
    before = cited.raw[: origin.span.start - cited.span.start].rstrip()[-1:]
    if start == "{":
        return "json-quoted" if origin.raw.startswith('"') else "json" if before == '"' else "json-bare"
    return "bibtex" if before == "{" else "bibtex-quoted" if before == '"' else "bibtex-bare"


def rewritten(cited: str | Locator, registered: str | Locator, raw: str, notation: Notation) -> tuple[int, int, str] | None:
    """Plan the edit of a raw value: the stretch to replace, and what to put there; None where that is not certain.

    Where words are exchanged and each stands in the raw value once, those alone are replaced, so that markup, braces and
    casing of the rest stay. Else the whole is, if it says what was read.
    """
    old, new = (str(value) for value in (cited, registered))
    if isinstance(registered, str):
        piece = _words_alone(old, new, raw, notation)
        if piece is not None:
            return piece
    written = _written(new, notation)
    if isinstance(registered, Locator) and written is not None:
        written = _DASH.sub(_dash_of(raw, notation), written)
    whole = re.findall(r"\w+", _read(raw, notation)) == re.findall(r"\w+", old)
    return (0, len(raw), written) if whole and written is not None else None


def _words_alone(old: str, new: str, raw: str, notation: Notation) -> tuple[int, int, str] | None:
    """Find the one stretch of words that differs, where the raw value has it once; None where it has not."""
    ours, theirs = old.split(), new.split()
    start = next((at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), min(len(ours), len(theirs)))
    ours, theirs = ours[start:], theirs[start:]
    while ours and theirs and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    if not ours or not theirs:
        return None
    places = list(re.finditer(rf"(?<![\w\\]){re.escape(' '.join(ours))}(?!\w)", raw))
    written = _written(" ".join(theirs), notation)
    if len(places) != 1 or written is None or notation == "json-quoted":
        return None
    return places[0].start(), places[0].end(), written


def _read(raw: str, notation: Notation) -> str:
    if notation.startswith("bibtex"):
        return to_text(raw)
    return str(json.loads(raw)) if notation == "json-quoted" else raw


def _written(text: str, notation: Notation) -> str | None:
    """Write a text in a notation; None where it cannot stand there."""
    if notation.endswith("bare"):
        return text if text.isascii() and text.isdigit() else None
    if notation.startswith("bibtex"):
        return None if notation == "bibtex-quoted" and '"' in text else to_latex(text)
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if notation == "json-quoted" else quoted[1:-1] if notation == "json" else text


def _dash_of(raw: str, notation: Notation) -> str:
    """Give the kind of dash that a raw range has, or that ranges have in its notation."""
    dash = _DASH.search(raw)
    return dash[0] if dash is not None else "--" if notation.startswith("bibtex") else "-"

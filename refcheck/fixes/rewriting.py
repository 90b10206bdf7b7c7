"""Put a new value in the place of a cited one, in the notation of its source."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from refcheck.model.locators import Locator
from refcheck.model.references import CitedReference, Origin
from refcheck.text.latex import to_latex, to_text

Notation = Literal["bibtex", "bibtex-quoted", "bibtex-bare", "json", "json-quoted", "json-bare", "xml", "yaml", "text"]
"""How a value is written where it stands; "bare" is a number without quotes or braces, "quoted" in quotation marks.

"yaml" is without quotation marks or between single ones; what is between double ones in YAML is written as in JSON.
"""
_YAML = re.compile(r"[\w\"'-]+\s*:(?:\s|$)")
"""How an item of CSL-YAML begins: with the name of its first member."""
_PLAIN = re.compile(r"[^\W_](?:[\w ,.()/\u2010-\u2015-]*[\w.)])?")
"""What means the same in YAML with and without quotation marks."""
_DASH = re.compile(r"[-\u2010-\u2015\u2212]+")


def notation_of(cited: CitedReference, origin: Origin) -> Notation:
    """Tell how the value at an origin is written, from the text of its reference."""
    start = "key" if _YAML.match(cited.raw) else cited.raw.lstrip()[:1]
    if cited.kind == "list" or cited.span is None or start not in _NOTATIONS:
        return "text"
    before = cited.raw[: origin.span.start - cited.span.start].rstrip()[-1:]
    braced, quoted, bare = _NOTATIONS[start]
    if start in {"{", "key"} and origin.raw.startswith('"'):
        return "json-quoted"
    return braced if before == "{" else quoted if before == '"' else bare


_NOTATIONS: Mapping[str, tuple[Notation, Notation, Notation]] = MappingProxyType(
    {
        "@": ("bibtex", "bibtex-quoted", "bibtex-bare"),
        "{": ("json-bare", "json", "json-bare"),
        "key": ("yaml", "json", "yaml"),
        "<": ("xml", "xml", "xml"),
    }
)
"""Sign a reference begins with -> how a value is written after a brace, after a quotation mark, and else."""


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
    if notation == "xml":
        return html.unescape(raw)
    return str(json.loads(raw)) if notation == "json-quoted" else raw


def _written(text: str, notation: Notation) -> str | None:
    """Write a text in a notation; None where it cannot stand there."""
    if notation.endswith("bare"):
        return text if text.isascii() and text.isdigit() else None
    if notation.startswith("bibtex"):
        return None if notation == "bibtex-quoted" and '"' in text else to_latex(text)
    if notation == "xml":
        return html.escape(text, quote=False)
    if notation == "yaml":
        return text if _PLAIN.fullmatch(text) else None
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted if notation == "json-quoted" else quoted[1:-1] if notation == "json" else text


def _dash_of(raw: str, notation: Notation) -> str:
    """Give the kind of dash that a raw range has, or that ranges have in its notation."""
    dash = _DASH.search(raw)
    return dash[0] if dash is not None else "--" if notation.startswith("bibtex") else "-"

"""CSL-JSON items to printed references: citeproc-js renders them with marked values, and the marks become exact fields.

Values come marked by variable, with what a style prints around them ("Nr. 3", " : Beck", "(2012)"); the value itself is searched in
there. Names come unmarked, for styles print several roles in one run: each list is searched in the text that no other field has.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from printed import Printed
from rendering_names import even, find_names

Item = Mapping[str, Any]
LABELS = {
    "title": "title",
    "title-short": "title",
    "container-title": "container-title",
    "container-title-short": "container-title",
    "collection-title": "collection-title",
    "collection-number": "collection-number",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "page-first": "pages",
    "locator": "pages",
    "issued": "date",
    "original-date": "original-date",
    "status": "date",
    "accessed": "accessed",
    "publisher": "publisher",
    "publisher-place": "location",
    "event-place": "event-place",
    "event-title": "event-title",
    "event": "event-title",
    "edition": "edition",
    "genre": "genre",
    "note": "note",
    "medium": "medium",
    "number": "number",
    "number-of-pages": "number-of-pages",
    "number-of-volumes": "note",
    "DOI": "doi",
    "URL": "url",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "archive": "archive",
    "archive_location": "archive",
    "citation-number": "citation-number",
}
"""CSL variable -> label. Other variables (court, version, section) stay without label."""
ROLES = {"author": "author", "director": "author", "editor": "editor", "translator": "translator"}
VARIABLES = tuple(LABELS)
_OPEN, _CLOSE, _SMALL, _END_SMALL, _FIRST = "\ue000", "\ue001", "\ue002", "\ue003", 0xE100
_EDGE = " \u00a0\u202f.,;:–—-/<>«»„“”\"‘’'‹›‚"
_PAIRS = {"(": ")", "[": "]"}
_LEADS = re.compile(
    r"(?:nr|no|n|nº|num|n[úu]mero|number|issue|vol|volume|volumen|bd|band|jg|h|heft|t|tome|tomo|fasc|pp?|pages?|s|seiten?|pag|doi|isbn|issn|pmid|pmcid)"
    r"\b[\s.:°º]*(?=\S)",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?:re|er|nd|rd|th|st|e|a|ème|\.?ª|\.?º)?\.?\s?"
    r"(?:Aufl(?:age|\.)?|ed(?:ition|izione|ição|ición|n\.?|\.)?|éd(?:ition|\.)?|druk|dr\.)(?!\w)",
    re.IGNORECASE,
)
_DATE_LEAD = re.compile(r"(?:published|posted|issued|updated|publié|le|el|am|vom)\s+", re.IGNORECASE)
_NO_DATE = re.compile(r"(?<![\w.])(?:n\.\s?d|o\.\s?J|s\.\s?d|s\.\s?a|s\.\s?f|z\.\s?j)\.(?!\w)", re.IGNORECASE)
_OTHERWISE = {"container-title": "container-title-short", "event": "event-title", "page-first": "page"}
_COUNTED = {"edition": _EDITION, "number-of-volumes": re.compile(r"\s?(?:vols?|Bde|Bände|tomes|tomos|v|dl)\b\.?")}
"""Variables whose field has the word behind the number: "2nd ed.", "3 vols."."""
_THESIS = re.compile(r"(?:unpublished )?(?:PhD|Ph\.\s?D\.|doctoral|master['’]?s?|MA) (?:thesis|dissertation|diss\.)", re.IGNORECASE)
_REWRITTEN = frozenset({"issued", "accessed", "original-date", "DOI", "edition", "number-of-volumes"})
"""Variables whose value a style writes in its own way."""
_SURE = 5
"""A value longer than this is found in the text by itself, a shorter one only where it stands there once."""


def render(jobs: Sequence[tuple[Path, str, list[dict[str, Any]]]], citeproc: Path, locales: Path) -> list[list[str | None]]:
    """Render items: a job is a style, a locale, and `{"item", "note", "locator"?}`; the answer has the same shape, marked."""
    lines = (json.dumps({"style": str(style), "locale": locale, "items": items}, ensure_ascii=False) for style, locale, items in jobs)
    script = Path(__file__).with_name("rendering_csl.js")
    done = subprocess.run(
        ["node", str(script), str(citeproc), str(locales)],  # noqa: S607 - node, wherever it is
        input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, "VARIABLES": json.dumps(VARIABLES)},
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def to_printed(marked: str, item: Item, *, capitals: bool = False) -> Printed | None:
    """Turn a marked string into text with fields.

    Args:
        marked: as the script printed it.
        item: what was rendered.
        capitals: small capitals are printed as capitals, as they come out of a copied text.

    Returns:
        None where the authors were not found in the text: its fields are not to be trusted.
    """
    if capitals:
        marked = re.sub(f"{_SMALL}([^{_END_SMALL}]*){_END_SMALL}", lambda found: found[1].upper(), marked)
    marked = re.sub(f"[{_SMALL}{_END_SMALL}]", "", marked)
    text, chunks = _unmarked(marked.replace("\u200b", "").strip().replace("\n", " "))
    fields = _Fields(text)
    for start, stop, variable in sorted(chunks, key=lambda chunk: chunk[1] - chunk[0]):
        fields.take(_value(text, start, stop, variable, item), LABELS[variable])
    for role, label in [*ROLES.items(), *ROLES.items()]:  # some styles print a list twice
        extent = find_names(text, item.get(role) or [], fields.taken)
        if extent:
            fields.take(extent, label)
    if item.get("author") and not fields.has("author"):
        return None
    _take_unmarked(text, item, fields)
    return Printed.from_spans(text, _merged(text, fields.spans))


class _Fields:
    """The fields found so far; each letter is of one at most."""

    def __init__(self, text: str) -> None:
        self.taken = [False] * len(text)
        self.spans: list[tuple[int, int, str]] = []

    def take(self, extent: tuple[int, int], label: str) -> None:
        start, stop = extent
        if start < stop and not any(self.taken[start:stop]):
            self.taken[start:stop] = [True] * (stop - start)
            self.spans.append((start, stop, label))

    def has(self, label: str) -> bool:
        return any(label == each for _, _, each in self.spans)


def _take_unmarked(text: str, item: Item, fields: _Fields) -> None:
    """Find what styles print without a marker: values within other texts, and words for what is not known."""
    for variable, label in LABELS.items():
        value = even(str(item.get(variable, "")))
        if not value or fields.has(label):
            continue
        places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", even(text))]
        if len(places) == 1 or (places and len(value) > _SURE):
            fields.take(places[0], label)
    if item["type"] == "thesis" and not fields.has("genre"):
        for found in _THESIS.finditer(text):
            fields.take(found.span(), "genre")
    if "issued" not in item:
        for found in _NO_DATE.finditer(text):
            fields.take(found.span(), "date")


def _merged(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join the parts of a date that a style prints one after the other: "2003, May 3"."""
    made: list[tuple[int, int, str]] = []
    for start, stop, label in sorted(spans):
        joins = made and label == "date" == made[-1][2] and start - made[-1][1] <= len(", ") and not text[made[-1][1] : start].isalnum()
        made.append((made.pop()[0] if joins else start, stop, label))
    return made


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the markers out: the text, and where each marked piece stands."""
    letters: list[str] = []
    opened: list[tuple[int, str]] = []
    chunks: list[tuple[int, int, str]] = []
    for place, sign in enumerate(marked):
        if sign == _OPEN:
            opened.append((len(letters), VARIABLES[ord(marked[place + 1]) - _FIRST]))
        elif sign == _CLOSE:
            start, variable = opened.pop()
            chunks.append((start, len(letters), variable))
        elif not _FIRST <= ord(sign) < _FIRST + len(VARIABLES) and not (sign == " " and letters[-1:] == [" "]):
            letters.append(sign)
    return "".join(letters), chunks


def _value(text: str, start: int, stop: int, variable: str, item: Item) -> tuple[int, int]:
    """Find the value within its marked piece."""
    chunk = even(text[start:stop])
    for key in (variable, _OTHERWISE.get(variable, variable)):
        value = even(str(item.get(key, ""))) if variable not in _REWRITTEN else ""
        place = chunk.find(value) if value else -1
        if place >= 0:
            return start + place, start + place + len(value)
    inner = trimmed(text, start, stop)
    if variable in {"issued", "accessed"}:
        word = _DATE_LEAD.match(text, *inner)
        return (word.end() if word else inner[0]), inner[1]
    if variable in _COUNTED:
        behind = _COUNTED[variable].match(text, inner[1])
        return inner[0], behind.end() if behind else inner[1]
    lead = _LEADS.match(text[inner[0] : inner[1]])
    if lead and variable not in {"title", "container-title", "note", "genre"}:
        inner = trimmed(text, inner[0] + lead.end(), inner[1])
    return inner


def trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """Take punctuation, quotes and brackets without their other half off both ends."""
    before = None
    while before != (start, stop) and start < stop:
        before = (start, stop)
        inner = text[start:stop]
        start += len(inner) - len(inner.lstrip(_EDGE))
        stop -= len(inner) - len(inner.rstrip(_EDGE))
        if start >= stop:
            break
        inner = text[start:stop]
        for opens, closes in _PAIRS.items():
            if inner[0] == opens and (inner[-1] == closes or closes not in inner):
                start += 1
            if inner[-1] == closes and (inner[0] == opens or opens not in inner):
                stop -= 1
    return start, max(start, stop)

"""CSL-JSON items to printed references: citeproc-js renders them with marked values, and the marks become exact fields.

Values come marked by variable, with what a style prints around them ("Nr. 3", " : Beck", "(2012)"); the value itself is searched in
there. Names come unmarked, for styles print several roles in one run: each list is searched in the text that no other field has.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from printed import Printed

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
_SAME = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": "'", "–": "-", "—": "-", "‐": "-", "\u2011": "-"}
_EDGE = " \u00a0\u202f.,;:–—-/<>«»„“”\"‘’'‹›‚"
_PAIRS = {"(": ")", "[": "]"}
_LEADS = re.compile(r"^(?:nr|no|n|nº|num|n[úu]mero|number|issue|vol|volume|volumen|bd|band|jg|h|heft|t|tome|tomo|fasc|pp?|pages?|pp|s|seiten?|pag|doi|isbn|issn|pmid|pmcid)\b[\s.:°º]*(?=\S)", re.IGNORECASE)
_EDITION = re.compile(r"(?:re|er|nd|rd|th|st|e|a|ème|\.?ª|\.?º)?\.?[ \u00a0\u202f]?(?:Aufl(?:age|\.)?|ed(?:ition|izione|ição|ición|n\.?|\.)?|éd(?:ition|\.)?|druk|dr\.)(?!\w)", re.IGNORECASE)
_NO_DATE = re.compile(r"(?<![\w.])(?:n\. ?d|o\. ?J|s\. ?d|s\. ?a|s\. ?f|z\. ?j)\.(?!\w)", re.IGNORECASE)
_ET_AL = re.compile(r",?[ \u00a0](?:(?:et[ \u00a0]al(?:ii|\.)?|and others|u\.[ \u00a0]?a\.|und andere|e altri|y otros|e outros|et autres|& al\.?|en anderen|e\.a\.)(?!\w))")
_FIRST_ASIAN = 0x2E7F
_SURE = 5
"""A value this long is found in the text by itself, where a style prints it unmarked."""
_INITIAL_STOP = re.compile(r"(?<!\w)\w\.")


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
        None where a title that the text should show was not found in it: its fields are not to be trusted.
    """
    if capitals:
        marked = re.sub(f"{_SMALL}([^{_END_SMALL}]*){_END_SMALL}", lambda found: found[1].upper(), marked)
    marked = re.sub(f"[{_SMALL}{_END_SMALL}]", "", marked)
    text, chunks = _unmarked(marked.replace("\u200b", "").strip().replace("\n", " "))
    taken = [False] * len(text)
    spans: list[tuple[int, int, str]] = []

    def take(start: int, stop: int, label: str) -> None:
        if start < stop and not any(taken[start:stop]):
            taken[start:stop] = [True] * (stop - start)
            spans.append((start, stop, label))

    for start, stop, variable in sorted(chunks, key=lambda chunk: chunk[1] - chunk[0]):
        found = _value(text, start, stop, variable, item)
        if found:
            take(*found, LABELS[variable])
    for role, label in ROLES.items():
        for start, stop in _names(text, item.get(role) or [], taken):
            take(start, stop, label)
    for variable, label in LABELS.items():
        place = _even(text).find(_even(str(item.get(variable, "")))) if label not in {label for _, _, label in spans} and len(str(item.get(variable, ""))) > _SURE else -1
        if place >= 0:
            take(place, place + len(str(item[variable])), label)
    if "issued" not in item:
        for found in _NO_DATE.finditer(text):
            take(found.start(), found.end(), "date")
    if item.get("author") and not any(label == "author" for _, _, label in spans):
        return None
    return Printed.from_spans(text, _merged(text, spans))


def _merged(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join the parts of a date that a style prints one after the other: "2003, May 3"."""
    made: list[tuple[int, int, str]] = []
    for start, stop, label in sorted(spans):
        if made and label == "date" == made[-1][2] and start - made[-1][1] <= len(", ") and not text[made[-1][1] : start].isalnum():
            start = made.pop()[0]
        made.append((start, stop, label))
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


def _even(text: str) -> str:
    """Fold case, quotes, dashes and blanks, letter for letter."""
    return "".join(_SAME.get(letter, " " if letter.isspace() else letter.lower() if len(letter.lower()) == 1 else letter) for letter in text)


def _value(text: str, start: int, stop: int, variable: str, item: Item) -> tuple[int, int] | None:
    """Find the value within its marked piece."""
    chunk = _even(text[start:stop])
    for key in (variable, "container-title-short" if variable == "container-title" else "event-title"):
        value = _even(str(item.get(key, ""))) if variable not in {"issued", "accessed", "original-date", "DOI", "edition"} else ""
        place = chunk.find(value) if value else -1
        if place >= 0:
            return start + place, start + place + len(value)
    inner = trimmed(text, start, stop)
    if variable == "edition":
        behind = _EDITION.match(text, inner[1])
        return inner[0], behind.end() if behind else inner[1]
    lead = _LEADS.match(text[inner[0] : inner[1]])
    if lead and variable not in {"title", "container-title", "note", "genre"}:
        inner = trimmed(text, inner[0] + lead.end(), inner[1])
    return inner if inner[0] < inner[1] else None


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


# ------------------------------------------------------------------ names
def _names(text: str, names: Iterable[Mapping[str, str]], taken: Sequence[bool]) -> list[tuple[int, int]]:
    """Find a list of names, printed one after the other; it may be cut, and it may be printed twice."""
    found: list[tuple[int, int]] = []
    names = list(names)
    while names:
        extent = _list_of_names(text, names, taken, found[-1][1] if found else 0)
        if extent is None or len(found) == 2:
            return found
        found.append(extent)
    return found


def _list_of_names(text: str, names: Sequence[Mapping[str, str]], taken: Sequence[bool], begin: int) -> tuple[int, int] | None:
    start: int | None = None
    end = begin
    for name in names:
        extent = _name(text, name, taken, end)
        if extent is None:
            continue
        if start is not None and (extent[0] - end > 12 or any(taken[end : extent[0]])):
            break
        start = extent[0] if start is None else start
        end = extent[1]
    if start is None:
        return None
    cut = _ET_AL.match(text, end)
    if cut and not any(taken[end : cut.end()]):
        end = cut.end()
    stops = _INITIAL_STOP.search(text, start, end)
    if end < len(text) and text[end] == "." and re.search(r"(?:^|[\s.\-])\w$", text[start:end]) and (stops or text[end - 3 : end - 1] == ", "):
        end += 1
    return start, end


def _name(text: str, name: Mapping[str, str], taken: Sequence[bool], begin: int) -> tuple[int, int] | None:
    """Find one name with its given names, before or behind."""
    particle = _even(name.get("non-dropping-particle", ""))
    family = _even(name.get("family") or name.get("literal") or name.get("given") or "")
    parts = [part for part in re.split(r"[\s.\-]+", _even(name.get("given", ""))) if part and "family" in name]
    each = [f"(?:{re.escape(part)}|{re.escape(part[:1])})[.]?" for part in parts]
    given = each[0] + "".join(f"(?:[\\s.\\-–‐]*{one})?" for one in each[1:]) if each else ""
    piece = f"(?:{re.escape(particle)}[\\s]*)?" if particle else ""
    tail = f"(?:,?\\s+{re.escape(_even(name['suffix']))})?" if name.get("suffix") else ""
    pattern = f"(?<!\\w){piece}{re.escape(family)}(?!\\w){tail}"
    if given:
        behind = f"(?:,?\\s*\\(?(?<!\\w){given}(?!\\w)\\)?{f'(?:,?{chr(92)}s+{re.escape(particle)})?' if particle else ''}{tail})?"
        pattern = f"(?:(?<!\\w){given}\\s*(?=\\W|{re.escape((particle or family)[:1])}))?{pattern}{behind}"
    if ord(family[:1] or "a") > _FIRST_ASIAN:
        pattern = f"{re.escape(family)},?\\s*{given}|(?:{given}\\s*)?{re.escape(family)}"
    for found in re.finditer(pattern, _even(text)[begin:]):
        start, stop = begin + found.start(), begin + found.end()
        if not any(taken[start:stop]):
            return start, stop
    return None

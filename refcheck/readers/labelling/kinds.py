"""The type of a work, from what its reference shows: a small classifier over its variables and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_WORD = re.compile(r"[^\W\d_]+")
_HOST = re.compile(r"(?:https?:?//)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)")
_TEXTS = (
    ("t", "title"),
    ("c", "container_title"),
    ("p", "publisher"),
    ("g", "genre"),
    ("m", "medium"),
    ("n", "note"),
    ("e", "event_title"),
    ("s", "collection_title"),
    ("k", "status"),
)
"""Letter before the words of a variable."""
SHAPE = (
    "container_title",
    "volume",
    "issue",
    "page",
    "publisher",
    "publisher_place",
    "editor",
    "url",
    "doi",
    "edition",
    "genre",
    "arxiv",
    "isbn",
    "accessed",
    "number_of_pages",
    "number",
)
"""Variables that tell a type by being there."""
_BLOG = re.compile(r"\b(?:blog|web\s?log)\b", re.IGNORECASE)
_PREPRINTS = re.compile(r"rxiv\b|\bpreprints?\b|\bssrn\b|\bresearch square\b", re.IGNORECASE)
"""How places that hold preprints are called."""
_PERIODIC = re.compile(
    r"zeitschrift|zeitung|\b(?:journal|review|revue|revista|rivista|archiv|bulletin|annal\w*|jahrbuch|blätter|heft\w*|quarterly|magazin\w*|"
    r"forum|cahiers|studi\w*|tidskrift|tijdschrift|mitteilungen|monats\w*|viertel\w*)",
    re.IGNORECASE,
)
"""How periodicals are called."""
_MARKS = {
    "J": "article-journal",
    "M": "book",
    "D": "thesis",
    "C": "paper-conference",
    "R": "report",
    "S": "standard",
    "P": "patent",
    "N": "article-newspaper",
    "A": "chapter",
    "G": "collection",
    "EB": "webpage",
    "DB": "dataset",
    "CP": "software",
}
"""Letters of GB/T 7714 -> CSL type."""
_SAID = (
    (re.compile(r"\b(?:data\s?set|database|data)\b", re.IGNORECASE), "dataset"),
    (re.compile(r"\b(?:software|computer program|source code|code|mobile app)\b", re.IGNORECASE), "software"),
    (_BLOG, "post-weblog"),
    (re.compile(r"\b(?:film|video)\b", re.IGNORECASE), "motion_picture"),
    (re.compile(r"\bpodcast\b", re.IGNORECASE), "broadcast"),
    (re.compile(r"\bmap\b", re.IGNORECASE), "map"),
    (re.compile(r"\bpreprints?\b", re.IGNORECASE), "article"),
    (re.compile(r"\bpat(?:ent|\.)", re.IGNORECASE), "patent"),
    (
        re.compile(r"thes[ie]s\b|\bdiss|dissertação|thèse|tesis|\btese\b|\btesi\b|arbeit\b|schrift\b|mémoire|proefschrift", re.IGNORECASE),
        "thesis",
    ),
    (
        re.compile(r"\brep(?:ort|\.)|\bpaper\b|bericht|rapport|informe|memo(?:randum)?\b|policy brief|technical note", re.IGNORECASE),
        "report",
    ),
)
"""What a reference calls the work -> CSL type."""
_FIRST = 12
"""Words of a text that count."""


def attributes(values: Mapping[str, Any]) -> list[str]:
    """Say what tells the type of a work: which variables it has, and the words in them."""
    return [*dict.fromkeys(_attributes(values))]


def _attributes(values: Mapping[str, Any]) -> Iterator[str]:
    shape = "".join("x" if values.get(name) else "-" for name in SHAPE)
    yield shape
    yield shape[:8]
    yield shape[:4]
    for name in SHAPE:
        if values.get(name):
            yield f"+{name}"
    if values.get("within"):
        yield "+within"
    for letter, name in _TEXTS:
        words = _WORD.findall((values.get(name) or "").lower())
        for word in words[:_FIRST]:
            yield f"{letter}{word[:12]}"
        if words:
            yield f"{letter}1{words[0][:10]}"
            yield f"{letter}#{min(len(words), 9)}"
    authors = values.get("author") or ()
    yield f"a{min(len(authors), 3)}{'g' if authors and authors[0].literal else ''}"
    issued = values.get("issued")
    yield f"d{bool(issued)}{bool(issued and issued.month)}{bool(issued and issued.day)}"
    if host := _HOST.match(values.get("url") or ""):
        yield f"u{host[1][-14:]}"
    if values.get("doi"):
        yield f"i{str(values['doi']).partition('/')[0]}"


def _is_periodic(values: Mapping[str, Any]) -> bool:
    """Tell whether what a work stands in appears again and again: it has a volume, an issue or a day, or is called so."""
    issued = values.get("issued")
    called = _PERIODIC.search(values.get("container_title") or "") is not None
    return called or bool(values.get("volume") or values.get("issue") or values.get("issn") or (issued and issued.month))


def kind_of(values: Mapping[str, Any], tagger: Any) -> str:  # python-crfsuite has no types
    """Choose the CSL type of a work: what the reference calls it, else what a model takes it for."""
    if mark := values.get("mark"):
        return _MARKS[mark.partition("/")[0].strip()]
    said = f"{values.get('medium') or ''} {values.get('genre') or ''}"
    if not said.isspace():
        for pattern, kind in _SAID:
            if pattern.search(said):
                return kind
    container = values.get("container_title") or ""
    if _PREPRINTS.search(container):
        return "article"
    kind = str(tagger.tag([attributes(values)])[0])
    if kind == "article-journal" and values.get("within") and not _is_periodic(values):
        return "chapter"
    return "post-weblog" if kind == "webpage" and _BLOG.search(container) else kind

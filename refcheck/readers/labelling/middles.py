"""Part what stands between the names and the numbers: title, container, imprint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refcheck.readers.labelling.venues import ends_in_abbreviation, ends_in_short_word, is_abbreviation, venue_score

_SHORTEST = 2
"""Signs that are too few for a title."""
_OPEN = {
    "“": "”",
    '"': '"',
    "«": "»",
    "„": '“”"',
    "‘": "’",
    "'": "'",
    "「": "」",
    "『": "』",
    "《": "》",
    "‹": "›",
    "`": "'",
    "»": "«",
    "”": "”",
}
_RUNS_ON = re.compile(
    r"\s*(?::|,?\s+(?!(?:in|dans|en|em|vol|no|nr|pp?|eds?|edited|trans|translated|unpublished|special|paper|presented|doctoral|"
    r"master)\b)[a-zß-ÿ])"
)
_BOUNDARY = re.compile(r"(?P<slashes>\s//\s)|(?P<stop>[.?!。？！]+[”\"’'»)\]]*)(?=\s*[^\s\d.,;:)\]]|\s+\d)|(?P<comma>[,;、，])(?=\s*\S)")
_GOES_ON = re.compile(r"[a-zß-ÿ]|[?!][”\"’'»)\]]*\s*[a-zß-ÿ]+(?![A-Z])")
"""A small letter right after a full stop, or a word in small letters after a question: the sentence goes on."""
_SOFT = re.compile(r"(?<=[a-zß-ÿ)\d])\s+(?=([A-Z][a-z]{0,8})\s?\.\s?([A-Z][^\W\d_]*))")
"""Where an abbreviated journal follows a title with nothing but a blank between them."""
_GLUED = re.compile(r"(?<=[a-zß-ÿ)\]”’\"]{2})\.(?=[^\W\d_a-zß-ÿ][^\W\d_]|\[)")
"""A full stop without a blank after it is where two fields were joined."""
_HOST = re.compile(
    r"(?:(?<=[.?!,;:”\"’»)\]])\s*|(?<=\s)\s*)(?P<mark>In\s?:|in\s?:|In(?=\s+[^\sa-z]|\s+(?:the|van|von|de)\b)|in(?=\s+(?:[A-Z]\.|"
    r"Proc|[A-Z]\w+ \((?:[Ee]d|[Hh]rsg)))|(?<=[a-z]{3}[.?] )in(?=\s+[^\W\d_a-z])|Dans\s?:?|dans\s?:|En\s?:|[Ee]m\s?:)\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where one field may end and the next begin."""

    end: int
    """End of what stands before, without the mark that parts them."""
    next: int
    strong: bool
    """A full stop or question mark, not a comma."""


def quoted(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Find a title in quotation marks at the start of a stretch: its start and end inside the marks, and what follows."""
    at = start
    while at < end and text[at] in " .,;:":
        at += 1
    if at >= end or text[at] not in _OPEN:
        return None
    closing = _OPEN[text[at]]
    inner = at + (2 if text[at : at + 2] in ("``", "''", "‘‘") else 1)
    stop = inner
    while stop < end:
        stop = next((k for k in range(stop, end) if text[k] in closing), end)
        if stop >= end:
            return None
        after = text[stop + 1 : stop + 2]
        if not (after.isalnum() and text[stop - 1].isalnum()) and not (closing in "'’" and after and after not in " ,.;:)'" + closing):
            if closing in "'’" and text[stop + 1 : stop + 3].lstrip()[:1].islower() and text[stop - 1] not in ",.?!":
                stop += 1
                continue
            break
        stop += 1
    follow = stop + 1
    while follow < end and text[follow] in "'’\"”":
        follow += 1
    if _RUNS_ON.match(text, follow, end) and text[stop - 1] not in ".,!":
        return None
    inner_end = stop
    while inner_end > inner and text[inner_end - 1] in " ,.;:'":
        inner_end -= 1
    return (inner, inner_end, follow) if inner_end - inner > _SHORTEST else None


def find_host(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the "In" before the work that a part stands in: end of the part's title, start of the host."""
    for found in _HOST.finditer(text, start, end):
        before = text[start : found.start("mark")].rstrip()
        mark = found["mark"]
        if not before or before[-1] in '.?!,;:”"’»)]' or mark.endswith(":"):
            return found.start("mark"), found.end()
    return None


def cuts(text: str, start: int, end: int) -> Iterator[Cut]:
    """Give the places where a field may end, from left to right."""
    depth = 0
    at = start
    for found in _BOUNDARY.finditer(text, start, end):
        depth += (
            text.count("(", at, found.start())
            + text.count("[", at, found.start())
            - text.count(")", at, found.start())
            - text.count("]", at, found.start())
        )
        depth, at = max(0, depth), found.start()
        if depth or found.start() == start:
            continue
        if found["stop"]:
            stop = found.start()
            point = found["stop"][0] == "."
            if (point and ends_in_short_word(text[max(start, stop - 12) : stop])) or _GOES_ON.match(text, found.end() - (not point)):
                continue
            yield Cut(found.end() if found["stop"][0] in "?!？！" else stop, found.end(), strong=True)
        elif found["slashes"]:
            yield Cut(found.start(), found.end(), strong=True)
        elif found["comma"]:
            yield Cut(found.start(), found.end(), strong=False)


def part_title(text: str, start: int, end: int, *, titled: bool) -> tuple[int, int]:
    """Part a title from the container after it, where numbers follow the container.

    Returns:
        End of the title and start of the container; the title is empty where the container stands alone, and the
        container is where there is a title alone.
    """
    best, chosen = whole_score(text, start, end) - (2.0 if titled else 0.0), (start, start)
    if best < 1.5:  # noqa: PLR2004 -- less than a capitalised phrase
        best, chosen = max(best, 0.0), (end, end)
    found = list(cuts(text, start, end))
    sentences = any(cut.strong and not ends_in_abbreviation(text[start : cut.end]) for cut in found)
    for soft in _SOFT.finditer(text, start, end):
        if is_abbreviation(soft[1]) or is_abbreviation(soft[2]):
            found.append(Cut(soft.start(), soft.end(), strong=False))
            break
    for cut in found:
        left, right = text[start : cut.end], text[cut.next : end]
        if not right.strip():
            continue
        score = venue_score(right) + _title_score(left, strong=cut.strong) - (1.2 if sentences and not cut.strong else 0)
        if score > best:
            best, chosen = score, (cut.end, cut.next)
    return chosen


def whole_score(text: str, start: int, end: int) -> float:
    """Tell how much a whole stretch looks like a container without a title before it."""
    return venue_score(text[start:end]) + 0.4


def _title_score(text: str, *, strong: bool) -> float:
    """Tell how much the words before a cut look like a whole title."""
    words = text.split()
    score = 1.8 if strong else 0.2
    score += 1.2 if len(words) >= 4 else 0 if len(words) >= 2 else -1.5  # noqa: PLR2004
    score += 0.6 if any(word[0].islower() for word in words[1:]) else 0
    if strong and ends_in_abbreviation(text):
        score -= 2.5
    if not strong and text.count("(") > text.count(")"):
        score -= 3
    return score


def first_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """End the title at the first full stop that ends a sentence: its end, and the start of the rest."""
    if glued := _GLUED.search(text, start, end):
        return glued.start(), glued.end()
    for cut in cuts(text, start, end):
        whole = cut.strong and cut.end - start > _SHORTEST and not ends_in_abbreviation(text[start : cut.end])
        if whole and venue_score(_sentence(text, cut.next, end)) >= -1:
            return cut.end, cut.next
    return end, end


def _sentence(text: str, start: int, end: int) -> str:
    """Give the next sentence of a stretch."""
    stop = next((cut.end for cut in cuts(text, start, end) if cut.strong), end)
    return text[start:stop]

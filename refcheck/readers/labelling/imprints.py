"""Publisher, place, edition and editors in what follows a title."""

from __future__ import annotations

import re

from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.people import read_people
from refcheck.readers.labelling.places import is_place, is_publisher, is_state

_EDITION = re.compile(
    r"[(\[]?\s*(?<!\w)(?P<edition>\d{1,2}(?:st|nd|rd|th|[ae]|ª|º|\.)?\s?(?:rev(?:ised)?\.?\s)?(?:ed(?:ition|n)?|aufl(?:age)?|"
    r"éd(?:ition)?|edición|edição)(?![^\W\d_])\.?|"
    r"(?:second|third|fourth|fifth|sixth|revised|international|new|rev\.)\s(?:ed(?:ition|n)?)(?![^\W\d_])\.?)\s*[)\]]?",
    re.IGNORECASE,
)
_EDITED_BY = re.compile(
    r"[(\[,.]?\s*(?<!\w)(?i:edited (?:and translated )?by|eds?\.?(?: by)?|editors?:?|hrsg\.?(?: von| v\.)?|hg\.?(?: von| v\.)?|"
    r"herausgegeben von|sous la (?:dir(?:ection)?\.?) de|éd(?:ité)? par|"
    r"edición de|editado por|organizado por|a cura di|red\.)\s*,?\s+(?=[^\W\d_a-zß-ÿ])"
)
_TRANSLATED = re.compile(
    r"[(\[,.]?\s*(?<!\w)(?i:translated by|trans(?:l)?\.(?: by)?|übers(?:etzt)?\.? von|traduit par|trad\.(?: de| por)?|"
    r"traducción de)\s+(?=[^\W\d_a-zß-ÿ])"
)
_BRACKETED_ROLE = re.compile(
    r"[(\[](?P<names>[^()\[\]]{3,300}?),\s*(?P<role>Eds?\.|Hrsg\.|Hg\.|éds?\.|Trans\.|Übers\.|Trad\.)[^()]{0,20}[)\]]"
)
_EDGES = " .,;:()[]"
_FEW = 4
"""Words that the name of a place or publisher has at most."""
_FIRM = re.compile(r"\s*,\s*(?:Inc|Ltd|LLC|Co|Brown|GmbH)\b\.?")
_PARTING = re.compile(r"[,;(\[]|(?<=[^\W\d_]{2})[.?!]\s|(?<=[a-zß-ÿ]{2})\.(?=[A-Z])")
_SERIAL = re.compile(r"\b(?:journal|proceedings|review|conference|symposium|workshop|transactions)\b", re.IGNORECASE)
_PLACE_FIRST = re.compile(
    r"(?P<place>[^\W\d_][^:;.()\d]{1,44}?(?:\s?\([^)]{2,30}\))?|"
    r"St\. [A-Z]\w+)\s?:\s?(?P<publisher>[^\W\d_][^;:()]{1,90}?)\s*(?=[.;,()\[\]]|\d{4}|$)"
)


def read_edition(draft: Draft, start: int, end: int) -> None:
    """Set the edition a stretch names, and take it out of the text."""
    if found := _EDITION.search(draft.text, start, end):
        draft.put("edition", *found.span("edition"), confidence=0.9)
        draft.blank(*found.span())


def read_roles(draft: Draft, start: int, end: int) -> None:
    """Set editors and translators that are announced by words, and take them out of the text."""
    for found in _BRACKETED_ROLE.finditer(draft.text, start, end):
        role = "editor" if found["role"][0] in "EHé" else "translator"
        people = read_people(draft.text, *found.span("names"), bounded=True)
        if people:
            draft.put_names(role, people.names, confidence=0.9)
            draft.blank(*found.span())
    for role, pattern in (("editor", _EDITED_BY), ("translator", _TRANSLATED)):
        for found in pattern.finditer(draft.text, start, end):
            people = read_people(draft.text, found.end(), end)
            if people and role not in draft.values:
                stop = people.end
                draft.put_names(role, people.names, confidence=0.85)
                closing = re.compile(r"\s*[)\]]").match(draft.text, stop) if found[0].lstrip()[:1] in "([" else None
                draft.blank(found.start(), closing.end() if closing else stop)
                break


def read_imprint(draft: Draft, start: int, end: int, *, titled: bool = False) -> int:
    """Set publisher and place that stand in a stretch: where what is before them ends.

    Args:
        draft: what is labelled.
        start: first offset of the stretch.
        end: offset after the stretch.
        titled: the title stands at the start of the stretch, so that its first part is no imprint.
    """
    text = draft.text
    for found in _PLACE_FIRST.finditer(text, start, end) if ":" in text[start:end] else ():
        first, second = found.span("place"), found.span("publisher")
        place, publisher = found["place"], found["publisher"]
        opens = not text[start : found.start()].strip() or text[: found.start()].rstrip()[-1:] in ".,;(?!)"
        if not opens or not publisher[0].isupper():
            continue
        if is_place(publisher) and not is_place(place):
            draft.put("publisher", *first, confidence=0.7)
            draft.put("publisher_place", *draft.trim(*second), confidence=0.7)
            return first[0]
        if is_place(place) or (is_publisher(publisher) and place[0].isupper() and len(place.split()) <= _FEW):
            draft.put("publisher_place", *first, confidence=0.85 if is_place(place) else 0.6)
            draft.put("publisher", *_whole(draft, *second, end), confidence=0.85)
            return first[0]
    return _imprint_backward(draft, start, end, titled=titled)


def _whole(draft: Draft, start: int, end: int, limit: int) -> tuple[int, int]:
    """Extend a publisher over commas and abbreviations that belong to its name: "Wiley & Sons, Inc."."""
    tail = _FIRM.match(draft.text, end, limit)
    return draft.trim(start, tail.end() if tail else end, " ,;:")


def _imprint_backward(draft: Draft, start: int, end: int, *, titled: bool) -> int:
    """Read "publisher, place" from the end of a stretch, part by part: where what is before them ends."""
    text = draft.text
    low, last = draft.trim(start, end, _EDGES)
    floor, stop = (low if titled else low - 1), end
    place: tuple[int, int] | None = None
    publisher: tuple[int, int] | None = None
    while publisher is None or place is None:
        low, high = draft.trim(start, stop, _EDGES)
        edge = _last_part(text, low, high)
        if high > low and place is None and is_state(text[edge:high]) and edge > low:
            edge = min(edge, _last_part(text, low, edge - 1))
        part = text[edge:high]
        if edge <= floor or high <= low:
            break
        if place is None and is_place(part):
            place = (edge, high)
        elif publisher is None and place is not None and is_place(part):
            place = (edge, place[1])
        elif publisher is None and (_is_firm(part) or (place is not None and place[1] == last and _may_be_firm(text, edge, high))):
            publisher = (edge, high)
        else:
            break
        stop = edge
    for attribute, span in (("publisher_place", place), ("publisher", publisher)):
        if span:
            draft.put(attribute, *draft.trim(*span, " ,;:" if attribute == "publisher" else " .,;:"), confidence=0.75)
    return stop


def _is_firm(part: str) -> bool:
    """Tell whether a part names a publisher, and not a journal or conference."""
    return is_publisher(part) and not _SERIAL.search(part)


def _may_be_firm(text: str, start: int, end: int) -> bool:
    """Tell whether a part before a place can be a publisher nobody knows: few words, the first with a capital."""
    part = text[start:end].strip()
    return text[start - 1] not in "([" and part[:1].isupper() and len(part.split()) <= _FEW


def _last_part(text: str, low: int, high: int) -> int:
    """Find where the last part of a stretch begins: after a comma, bracket or full stop."""
    return max((found.end() for found in _PARTING.finditer(text, low, max(low, high))), default=low)

"""Publisher, place, edition and editors in what follows a title."""

from __future__ import annotations

import re

from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.people import read_people
from refcheck.readers.labelling.venues import is_place, is_publisher, is_state

_EDITION = re.compile(
    r"[(\[]?\s*(?<!\w)(?P<edition>\d{1,2}(?:st|nd|rd|th|[ae]|ª|º|\.)?\s?(?:rev(?:ised)?\.?\s)?(?:ed(?:ition|n)?|aufl(?:age)?|éd(?:ition)?|edición|edição)(?![^\W\d_])\.?|"
    r"(?:second|third|fourth|fifth|sixth|revised|international|new|rev\.)\s(?:ed(?:ition|n)?)(?![^\W\d_])\.?)\s*[)\]]?",
    re.IGNORECASE,
)
_EDITED_BY = re.compile(
    r"[(\[,.]?\s*(?<!\w)(?i:edited (?:and translated )?by|eds?\.?(?: by)?|editors?:?|hrsg\.?(?: von| v\.)?|hg\.?(?: von| v\.)?|herausgegeben von|sous la (?:dir(?:ection)?\.?) de|éd(?:ité)? par|"
    r"edición de|editado por|organizado por|a cura di|red\.)\s*,?\s+(?=[^\W\d_a-zß-ÿ])"
)
_TRANSLATED = re.compile(
    r"[(\[,.]?\s*(?<!\w)(?i:translated by|trans(?:l)?\.(?: by)?|übers(?:etzt)?\.? von|traduit par|trad\.(?: de| por)?|traducción de)\s+(?=[^\W\d_a-zß-ÿ])"
)
_PLACE_FIRST = re.compile(
    r"(?P<place>[^\W\d_][^:;.()\d]{1,44}?(?:\s?\([^)]{2,30}\))?|St\. [A-Z]\w+)\s?:\s?(?P<publisher>[^\W\d_][^;:()]{1,90}?)\s*(?=[.;,()\[\]]|\d{4}|$)"
)


def read_edition(draft: Draft, start: int, end: int) -> None:
    """Set the edition a stretch names, and take it out of the text."""
    if found := _EDITION.search(draft.text, start, end):
        draft.put("edition", *found.span("edition"), confidence=0.9)
        draft.blank(*found.span())


def read_roles(draft: Draft, start: int, end: int) -> None:
    """Set editors and translators that are announced by words, and take them out of the text."""
    for role, pattern in (("editor", _EDITED_BY), ("translator", _TRANSLATED)):
        for found in pattern.finditer(draft.text, start, end):
            people = read_people(draft.text, found.end(), end)
            if people and (people.certain or len(people.names) > 0) and role not in draft.values:
                stop = people.end
                draft.put_names(role, people.names, confidence=0.85)
                closing = re.compile(r"\s*[)\]]").match(draft.text, stop) if found[0].lstrip()[:1] in "([" else None
                draft.blank(found.start(), closing.end() if closing else stop)
                break


def read_imprint(draft: Draft, start: int, end: int, *, titled: bool = False) -> int:
    """Set publisher and place that stand at the end of a stretch: where what is before them ends.

    Args:
        titled: the title stands at the start of the stretch, so that its first part is no imprint.
    """
    text = draft.text
    low = start
    for found in _PLACE_FIRST.finditer(text, start, end):
        place, publisher = found["place"], found["publisher"]
        at_start = not text[start : found.start()].strip() or text[: found.start()].rstrip()[-1:] in ".,;(?!)"
        town = re.split(r"\.\s+|,\s+(?=[A-Z][a-z]+ [A-Z])", place)[-1]
        if (
            at_start
            and (is_place(place) or is_publisher(publisher) and len(place.split()) <= 4 and place[0].isupper())
            and publisher[:1].isupper()
        ):  # noqa: PLR2004
            low = found.start("place")
            if is_place(publisher) and not is_place(place):
                draft.put("publisher", low, found.end("place"), confidence=0.7)
                draft.put("publisher_place", *draft.trim(*found.span("publisher")), confidence=0.7)
                return low
            draft.put("publisher_place", low, found.end("place"), confidence=0.85 if is_place(town) else 0.6)
            draft.put("publisher", *_whole(draft, *found.span("publisher"), end), confidence=0.85)
            return low
    return _imprint_backward(draft, start, end, titled=titled)


def _whole(draft: Draft, start: int, end: int, limit: int) -> tuple[int, int]:
    """Extend a publisher over commas and abbreviations that belong to its name: "Wiley & Sons, Inc."."""
    tail = re.compile(r"\s*,\s*(?:Inc|Ltd|LLC|Co|Brown|GmbH)\b\.?").match(draft.text, end, limit)
    return draft.trim(start, tail.end() if tail else end, " ,;:")


def _imprint_backward(draft: Draft, start: int, end: int, *, titled: bool) -> int:
    """Read "publisher, place" from the end of a stretch, part by part."""
    text = draft.text
    floor, stop = (draft.trim(start, end, " .,;:()[]")[0] if titled else start - 1), end
    place: tuple[int, int] | None = None
    publisher: tuple[int, int] | None = None
    while True:
        low, high = draft.trim(start, stop, " .,;:()[]")
        if high <= low:
            break
        edge = max(
            low,
            max(text.rfind(mark, low, high) for mark in (",", ";", "(", "[")) + 1,
            max(
                (m.end() for m in re.finditer(r"(?<=[^\W\d_]{2})[.?!]\s|(?<=[a-zß-ÿ]{2})\.(?=[A-Z])", text[:high]) if m.end() > low),
                default=low,
            ),
        )
        part = text[edge:high]
        if is_state(part) and edge > low and place is None:
            before = max(low, max(text.rfind(mark, low, edge - 1) for mark in (",", ";", "(", ".")) + 1)
            if is_place(text[before:high]) and before > floor:
                place, stop = (before, high), before
                continue
        if place is None and edge > floor and is_place(part):
            place, stop = (edge, high), edge
        elif (
            publisher is None
            and edge > floor
            and is_publisher(part)
            and not re.search(r"\b(?:journal|proceedings|review|conference|symposium|workshop|transactions)\b", part, re.IGNORECASE)
        ):
            publisher, stop = (edge, high), edge
            if place is not None:
                break
        elif (
            publisher is None
            and place is not None
            and edge > floor
            and len(part.split()) <= 4
            and part.strip()[:1].isupper()
            and place[1] == draft.trim(start, end, " .,;:()[]")[1]
        ):  # noqa: PLR2004
            publisher, stop = (edge, high), edge
            break
        else:
            break
    if place:
        draft.put("publisher_place", *draft.trim(*place), confidence=0.75)
    if publisher:
        draft.put("publisher", *draft.trim(*publisher, " ,;:"), confidence=0.75)
    return stop

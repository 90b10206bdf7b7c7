"""What a work stands in: journal, proceedings, book, site; and the imprint around it."""

from __future__ import annotations

import re

from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.imprints import read_edition, read_imprint, read_roles
from refcheck.readers.labelling.middles import first_sentence
from refcheck.readers.labelling.people import read_people
from refcheck.readers.labelling.venues import venue_score

_LEAD = re.compile(r"(?:in|In|dans)\s*:?\s+")
_UNUSED = re.compile(rb"\0+")
_JOURNAL = 5
"""Score from which an abbreviated title is no list of names ("J. Phys.")."""


def set_title(draft: Draft, start: int, end: int) -> None:
    """Set a title: without the quotation marks that enclose all of it and an opening bracket left over."""
    text = draft.text
    low, high = draft.trim(start, end)
    if high - low > 2 and text[low] in "“\"«„‘'" and text[high - 1] in "”\"»“’'":  # noqa: PLR2004 -- the marks alone
        low, high = low + 1, high - 1
    while high > low and text[high - 1] in "([ ":
        high -= 1
    draft.put("title", *draft.trim(low, high), confidence=0.9)


def set_container(draft: Draft, start: int, end: int, *, confidence: float) -> None:
    """Set a container: without "in" and brackets left over; the full stop of an abbreviated title stays with it."""
    text = draft.text
    low, high = draft.trim(start, end, " .,;:–—-")
    if lead := _LEAD.match(text, low, high):
        low = lead.end()
    while high > low and text[high - 1] in "([ ":
        high -= 1
    if text[high : high + 1] == "." and "." in text[low:high]:
        high += 1
    draft.put("container_title", low, high, confidence=confidence)


def leave_imprint(draft: Draft, start: int, end: int, *, confidence: float) -> None:
    """Set a container, and publisher and place where they stand at its end."""
    if re.search(r"[,.;:(]", draft.text[start:end].strip(" .,;:")):
        end = read_imprint(draft, start, end)
    set_container(draft, start, end, confidence=confidence)


def rest_imprint(draft: Draft, start: int, end: int) -> None:
    """Read publisher and place in what is not used yet of a stretch, which stands after numbers or a date."""
    for found in _UNUSED.finditer(bytes(draft.used[start:end])):
        low, high = draft.trim(start + found.start(), start + found.end(), " .,;:()[]")
        if re.search(r"[^\W\d_]{3}", draft.text[low:high]):
            read_imprint(draft, low, high)


def read_host(draft: Draft, start: int, limit: int, end: int) -> None:
    """Read the work that a part stands in: editors, title, imprint.

    Args:
        draft: what is labelled.
        start: offset after "In".
        limit: where the numbers begin.
        end: end of the reference.
    """
    text = draft.text
    draft.values["within"] = True
    people = read_people(text, start, limit)
    listed = people is not None and people.certain and text[people.end :].lstrip()[:1] in {",", ":", "."}
    if people and (people.editors or (listed and venue_score(text[start : people.end]) <= _JOURNAL)):
        draft.put_names("editor", people.names, confidence=0.9 if people.editors else 0.7)
        draft.use(start, people.end)
        start = people.end
    read_edition(draft, start, end)
    read_roles(draft, start, end)
    low, high = draft.trim(start, draft.before_date(start, limit))
    title_end, rest = first_sentence(text, low, high)
    if rest < high:
        set_container(draft, low, title_end, confidence=0.85)
        read_imprint(draft, rest, high)
    else:
        leave_imprint(draft, low, high, confidence=0.85)
    rest_imprint(draft, limit, end)

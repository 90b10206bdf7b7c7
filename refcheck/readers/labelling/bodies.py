"""The body of a reference: what stands after names and date."""

from __future__ import annotations

import re

from refcheck.model.dates import Date
from refcheck.readers.labelling.containers import leave_imprint, read_host, rest_imprint, set_container, set_title
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.genres import read_genre
from refcheck.readers.labelling.heads import Head, put_date
from refcheck.readers.labelling.imprints import read_edition, read_imprint, read_roles
from refcheck.readers.labelling.locus import find_runs
from refcheck.readers.labelling.middles import find_host, first_sentence, part_title, quoted
from refcheck.readers.labelling.numbers import choose_run, read_runs
from refcheck.readers.labelling.places import is_place, is_publisher
from refcheck.readers.labelling.venues import is_proceedings, venue_score
from refcheck.text.dates import UNDATED, UNPUBLISHED, FoundDate

_BRACKETED_IMPRINT = re.compile(r"[(\[]\s*(?P<inner>[^\W\d_][^()\[\]]{2,90}?)\s*[,.]?\s*(?:1[5-9]|20)\d\d[a-z]?\s*[)\]]")
_PLACE_END = re.compile(r"[,.:;]\s*([A-Z][^,.:;()]{2,30}(?:,\s*[A-Z]{2})?)[\s.,;:]*$")
_FIELD_END = re.compile(r"\s*(?:[.,;:)\]]|$)")
_IN = re.compile(r"[\s.,;:]*(?:in|dans|en)\b\s*:?\s*", re.IGNORECASE)
_SITE = 80
"""Signs that the name of a site or series has at most."""


def read_body(draft: Draft, head: Head, dates: list[FoundDate]) -> None:
    """Read everything after the head: numbers, title, container, imprint."""
    start, end = head.end, len(draft.text.rstrip())
    read_genre(draft, start, end)
    after = start
    if inside := quoted(draft.text, start, end):
        draft.put("title", inside[0], inside[1], confidence=0.95)
        after = inside[2]
    later = [date for date in dates if date.start >= after]
    runs = find_runs(draft.text, after, end, later, dated="issued" in draft.values)
    taken = read_runs(draft, runs, choose_run(draft, runs, after, end))
    if "issued" not in draft.values:
        _late_date(draft, after, end, later)
    limit = min((run.start for run in taken), default=end)
    numbered = any({"volume", "pages", "article", "issue"} & run.roles() for run in taken)
    if inside:
        _after_title(draft, after, limit, end)
    elif not _with_host(draft, start, limit, end, numbered=numbered) and not _with_bracketed_imprint(
        draft, start, limit, end, numbered=numbered
    ):
        _title_and_rest(draft, start, limit, end, head=head, numbered=numbered)
    if "title" not in draft.values and not {"issue", "page"} & set(draft.values):
        draft.rename("container_title", "title")


def _late_date(draft: Draft, start: int, end: int, dates: list[FoundDate]) -> None:
    """Set the date from the last year of the body, or from what is printed instead of one."""
    later = [date for date in dates if not any(draft.used[date.start : date.end])]
    if fitting := [date for date in later if _FIELD_END.match(draft.text, date.end, end)] or later:
        put_date(draft, fitting[-1], confidence=0.8)
        return
    for pattern, status in ((UNPUBLISHED, True), (UNDATED, False)):
        for found in pattern.finditer(draft.text, start, end):
            if _FIELD_END.match(draft.text, found.end()) and "issued" not in draft.values:
                draft.put("issued", *found.span(), Date(literal=draft.clean(*found.span())), confidence=0.8)
                if status:
                    draft.put("status", *found.span(), confidence=0.8)


def _after_title(draft: Draft, start: int, limit: int, end: int) -> None:
    """Read what follows a title in quotation marks."""
    lead = _IN.match(draft.text, start, limit)
    if host := find_host(draft.text, start, limit) or (lead and (start, lead.end())):
        read_host(draft, host[1], limit, end)
        return
    read_roles(draft, start, end)
    leave_imprint(draft, *draft.trim(start, draft.before_date(start, limit)), confidence=0.85)
    rest_imprint(draft, limit, end)


def _with_host(draft: Draft, start: int, limit: int, end: int, *, numbered: bool) -> bool:
    """Read a part of a work that "In" announces; False where none does."""
    host = find_host(draft.text, start, limit)
    if host is None and limit < end and not numbered:
        host = find_host(draft.text, limit, end)
    if host is None:
        return False
    set_title(draft, start, min(host[0], limit))
    read_host(draft, host[1], limit if host[1] < limit else end, end)
    return True


def _with_bracketed_imprint(draft: Draft, start: int, limit: int, end: int, *, numbered: bool) -> bool:
    """Read a book whose imprint stands in brackets with the year: "Title (Publisher, Place, 1999)"; False where it is none."""
    read_edition(draft, start, end)
    read_roles(draft, start, end)
    bracket = _BRACKETED_IMPRINT.search(draft.text, start, end)
    if bracket is None:
        return False
    inner = bracket["inner"]
    if not (is_publisher(inner) or is_place(inner.rpartition(",")[2]) or ("," in inner and not numbered)):
        return False
    low, high = bracket.span("inner")
    left = read_imprint(draft, low, high)
    draft.put("publisher", *draft.trim(low, left), confidence=0.6)
    set_title(draft, start, min(bracket.start(), limit))
    return True


def _title_and_rest(draft: Draft, start: int, limit: int, end: int, *, head: Head, numbered: bool) -> None:
    """Read a title without quotation marks and what it stands in."""
    text = draft.text
    stop = draft.before_date(start, limit)
    place = _PLACE_END.search(text[start:stop])
    serial = bool({"volume", "issue"} & set(draft.values))
    if not numbered or (not serial and place and is_place(place[1])):
        _plain_book(draft, start, stop, end)
        return
    title_end, venue = part_title(text, start, stop, titled=head.titled)
    after_date = draft.origins["issued"].span.end - draft.offset if stop < limit else limit
    if re.search(r"[^\W\d_]", text[after_date:limit]):
        title_end, venue, stop = stop, after_date, limit
    set_title(draft, start, title_end)
    set_container(draft, venue, stop, confidence=0.85)
    rest_imprint(draft, limit, end)


def _plain_book(draft: Draft, start: int, stop: int, end: int) -> None:
    """Read a work that stands by itself: title, then imprint or the site it stands on."""
    text = draft.text
    title_end, rest = first_sentence(text, start, stop)
    if rest >= stop:
        set_title(draft, start, read_imprint(draft, start, stop, titled=True))
    else:
        set_title(draft, start, title_end)
        low, high = draft.trim(rest, read_imprint(draft, rest, stop))
        segment = text[low:high]
        free = "publisher" not in draft.values
        if free and is_publisher(segment) and "url" not in draft.values and not is_proceedings(segment):
            draft.put("publisher", low, high, confidence=0.6)
        elif is_proceedings(segment) or (free and len(segment) < _SITE and venue_score(segment) > 0):
            set_container(draft, low, high, confidence=0.7)
    rest_imprint(draft, stop, end)

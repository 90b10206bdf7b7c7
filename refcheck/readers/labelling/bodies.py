"""The body of a reference: what stands after names and date."""

from __future__ import annotations

import re

from refcheck.model.dates import Date
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.genres import read_genre
from refcheck.readers.labelling.heads import Head, put_date
from refcheck.readers.labelling.imprints import read_edition, read_imprint, read_roles
from refcheck.readers.labelling.locus import find_runs
from refcheck.readers.labelling.middles import find_host, first_sentence, part_title, quoted
from refcheck.readers.labelling.numbers import choose_run, read_runs
from refcheck.readers.labelling.people import read_people
from refcheck.readers.labelling.places import is_place, is_publisher
from refcheck.readers.labelling.venues import is_proceedings, venue_score
from refcheck.text.dates import UNDATED, UNPUBLISHED, FoundDate

_BRACKETED_IMPRINT = re.compile(r"[(\[]\s*(?P<inner>[^\W\d_][^()\[\]]{2,90}?)\s*[,.]?\s*(?:1[5-9]|20)\d\d[a-z]?\s*[)\]]")
_PLACE_END = re.compile(r"[,.:;]\s*([A-Z][^,.:;()]{2,30}(?:,\s*[A-Z]{2})?)[\s.,;:]*$")


def read_body(draft: Draft, head: Head, dates: list[FoundDate]) -> None:
    """Read everything after the head: numbers, title, container, imprint."""
    start, end = head.end, len(draft.text.rstrip())
    read_genre(draft, start, end)
    inside = quoted(draft.text, start, end)
    after_quote = start
    if inside:
        draft.put("title", inside[0], inside[1], confidence=0.95)
        after_quote = inside[2]
    runs = find_runs(draft.text, after_quote, end, [date for date in dates if date.start >= after_quote], dated="issued" in draft.values)
    main = choose_run(draft, runs, after_quote, end)
    taken = read_runs(draft, runs, main)
    if "issued" not in draft.values:
        _late_date(draft, after_quote, end, dates)
    limit = min([run.start for run in taken], default=end)
    if inside:
        _venue_only(draft, after_quote, limit, end)
    else:
        _title_and_venue(
            draft,
            start,
            limit,
            end,
            numbered=any({"volume", "pages", "article", "issue"} & run.roles() for run in taken),
            titled=head.titled,
        )
    if "title" not in draft.values and "container_title" in draft.values and not {"volume", "page"} & set(draft.values):
        draft.values["title"] = draft.values.pop("container_title")
        draft.origins["title"] = draft.origins.pop("container_title")


def _late_date(draft: Draft, start: int, end: int, dates: list[FoundDate]) -> None:
    """Set the date from the last year of the body, or from what is printed instead of one."""
    later = [date for date in dates if date.start >= start and not any(draft.used[date.start : date.end])]
    fitting = [date for date in later if re.match(r"\s*(?:[.,;:)\]]|$)", draft.text[date.end : end])] or later
    if fitting:
        chosen = fitting[-1]
        put_date(draft, chosen, confidence=0.8)
        return
    for pattern, attribute in ((UNPUBLISHED, "status"), (UNDATED, None)):
        if found := next(
            (match for match in pattern.finditer(draft.text, start, end) if re.match(r"\s*(?:[.,;)\]]|$)", draft.text[match.end() :])), None
        ):
            draft.put("issued", *found.span(), Date(literal=draft.clean(*found.span())), confidence=0.8)
            if attribute:
                draft.put(attribute, *found.span(), confidence=0.8)
            return


def _before_date(draft: Draft, start: int, limit: int) -> int:
    """End a stretch where the date of the work stands in it, if it does not stand within words."""
    origin = draft.origins.get("issued")
    at = origin.span.start - draft.offset if origin else -1
    if start < at < limit and draft.text[start:at].strip(" .,;:()[]"):
        low = at
        while low > start and draft.text[low - 1] in " (,;[.":
            low -= 1
        return low
    return limit


def _venue_only(draft: Draft, start: int, limit: int, end: int) -> None:
    """Read what follows a title in quotation marks."""
    host = find_host(draft.text, start, limit)
    if host is None and (lead := re.match(r"[\s.,;:]*(?:in|dans|en)\b\s*:?\s*", draft.text[start:limit], re.IGNORECASE)):
        host = (start, start + lead.end())
    if host:
        read_host(draft, host[1], limit, end)
        return
    read_roles(draft, start, end)
    stop = _before_date(draft, start, limit)
    low, high = draft.trim(start, stop)
    if high > low:
        low, high = _leave_imprint(draft, low, high)
        if high > low:
            draft.put("container_title", low, high, confidence=0.85)
    if limit < end:
        _rest_imprint(draft, limit, end)


def _title_and_venue(draft: Draft, start: int, limit: int, end: int, *, numbered: bool, titled: bool) -> None:
    """Read a title without quotation marks and what it stands in."""
    text = draft.text
    host = find_host(text, start, limit)
    if host is None and limit < end and (late := find_host(text, limit, end)):
        host = late if not numbered else None
    if host:
        low, high = draft.trim(start, min(host[0], limit), " .,;:")
        low, high = _shorten(draft, low, high)
        draft.put("title", low, high, confidence=0.9)
        read_host(draft, host[1], limit if host[1] < limit else end, end)
        return
    read_edition(draft, start, end)
    read_roles(draft, start, end)
    if bracket := _BRACKETED_IMPRINT.search(text, start, end):
        inner = bracket.span("inner")
        if is_publisher(bracket["inner"]) or is_place(bracket["inner"].rpartition(",")[2]) or ("," in bracket["inner"] and not numbered):
            left = read_imprint(draft, inner[0] - 1, inner[1])
            if left > inner[0]:
                draft.put("publisher", *draft.trim(inner[0], left), confidence=0.6)
            _put_title(draft, start, min(bracket.start(), limit))
            return
    stop = _before_date(draft, start, limit)
    if (
        numbered
        and not {"volume", "issue"} & set(draft.values)
        and _PLACE_END.search(text[start:stop])
        and is_place(_PLACE_END.search(text[start:stop])[1])
    ):
        _plain_book(draft, start, stop, limit, end)
        return
    if numbered and not _book_like(draft, limit, end):
        title_end, venue = part_title(text, start, stop, titled=titled)
        if stop < limit and re.search(r"[^\W\d_]", between := text[draft.origins["issued"].span.end - draft.offset : limit]):
            title_end, venue, stop = stop, limit - len(between), limit
        _put_title(draft, start, title_end)
        low, high = draft.trim(venue, stop, " ,;:")
        if high > low:
            low, high = _venue_edges(draft, low, high)
            draft.put("container_title", low, high, confidence=0.85)
        _rest_imprint(draft, limit, end)
        return
    _plain_book(draft, start, stop, limit, end)


def _book_like(draft: Draft, limit: int, end: int) -> bool:
    """Tell whether an imprint follows the numbers, and nothing but pages or a volume was found."""
    del limit, end
    return bool({"volume", "page"} & set(draft.values)) and "genre" in draft.values


def _put_title(draft: Draft, start: int, end: int) -> None:
    low, high = draft.trim(start, end, " .,;:")
    low, high = _shorten(draft, low, high)
    if high > low:
        draft.put("title", low, high, confidence=0.9)


def _shorten(draft: Draft, low: int, high: int) -> tuple[int, int]:
    """Take quotation marks off that enclose all of a title, and an opening bracket left over."""
    text = draft.text
    if high - low > 2 and text[low] in "“\"«„‘'" and text[high - 1] in "”\"»“’'":  # noqa: PLR2004
        low, high = low + 1, high - 1
    while high > low and text[high - 1] in "([ ":
        high -= 1
    return draft.trim(low, high, " .,;:")


def _venue_edges(draft: Draft, low: int, high: int) -> tuple[int, int]:
    """Take "in" and brackets left over off a container; its last full stop stays with an abbreviation."""
    text = draft.text
    if lead := re.match(r"(?:in|In|dans)\s*:?\s+", text[low:high]):
        low += lead.end()
    while high > low and text[high - 1] in "([ ,;:":
        high -= 1
    if text[high - 1 : high] == "." and not re.search(r"\.\s?\S", text[low : high - 1]):
        high -= 1
    return low, high


def _leave_imprint(draft: Draft, low: int, high: int) -> tuple[int, int]:
    """Part publisher and place from the end of a container."""
    if re.search(r"[,.;:(]", draft.text[low:high]):
        stop = read_imprint(draft, low, high)
        if stop <= low:
            return low, low
        high = stop
    return _venue_edges(draft, *draft.trim(low, high, " ,;:("))


def _rest_imprint(draft: Draft, start: int, end: int) -> None:
    """Read publisher and place after the numbers."""
    low, high = draft.trim(start, end, " .,;:")
    for at in re.finditer(r"\0|(?<=[.,;:)\]])\s+(?=[^\W\d_])", draft.text[low:high]):
        if not any(draft.used[low + at.end() : high]):
            read_imprint(draft, low + at.start(), high)
            return


def read_host(draft: Draft, start: int, limit: int, end: int) -> None:
    """Read the work that a part stands in: editors, title, series, imprint."""
    text = draft.text
    people = read_people(text, start, limit)
    if (
        people
        and (people.editors or (people.certain and text[people.end :].lstrip()[:1] in (",", ":", ".")))
        and (people.editors or venue_score(text[start : people.end]) <= 5)  # noqa: PLR2004
    ):
        draft.put_names("editor", people.names, confidence=0.9 if people.editors else 0.7)
        draft.use(start, people.end)
        start = people.end
    read_edition(draft, start, end)
    read_roles(draft, start, end)
    stop = _before_date(draft, start, limit)
    low, high = draft.trim(start, stop)
    title_end, rest = first_sentence(text, low, high)
    if rest < high:
        draft.put("container_title", *_venue_edges(draft, *draft.trim(low, title_end, " ,;:")), confidence=0.85)
        read_imprint(draft, rest, high)
    elif high > low:
        draft.put("container_title", *_leave_imprint(draft, low, high), confidence=0.85)
    if limit < end:
        _rest_imprint(draft, limit, end)


def _plain_book(draft: Draft, start: int, stop: int, limit: int, end: int) -> None:
    """Read a work that stands by itself: title, then imprint or the site it stands on."""
    text = draft.text
    title_end, rest = first_sentence(text, start, stop)
    if rest >= stop:
        left = read_imprint(draft, start, stop, titled=True) if stop > start else stop
        _put_title(draft, start, left)
        _rest_imprint(draft, max(stop, start), end)
        return
    _put_title(draft, start, title_end)
    left = read_imprint(draft, rest, stop)
    low, high = draft.trim(rest, left)
    if high > low:
        segment = text[low:high]
        if "publisher" not in draft.values and is_publisher(segment) and "url" not in draft.values and not is_proceedings(segment):
            draft.put("publisher", low, high, confidence=0.6)
        elif is_proceedings(segment) or (len(segment) < 80 and venue_score(segment) > 0 and "publisher" not in draft.values):  # noqa: PLR2004
            draft.put("container_title", *_venue_edges(draft, low, high), confidence=0.7)
    if stop < end:
        _rest_imprint(draft, stop, end)

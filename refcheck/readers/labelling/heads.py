"""The head of a reference: who made the work, and the date where it stands right after them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refcheck.model.dates import Date
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.groups import known_group, looks_like_group, read_organisation
from refcheck.readers.labelling.people import People, read_people
from refcheck.text.dates import UNDATED, UNPUBLISHED, FoundDate

_LEAD = re.compile(r"[\s.,;:]*(?:[\[(]\s*)?")
_CLOSE = re.compile(r"\s*[\])]?\s*[.,:;]?\s*")
_BRACKET = re.compile(
    r"[(\[]\s*(?:c\.?\s?|ca\.\s?)?(?:1[4-9]|20)\d\d[a-z]?(?:\s*[,)\]]|[–/-]\d)|\((?:n\.\s?d\.|in press|forthcoming|o\.\s?J\.|"
    r"s\.\s?[df]\.|sin fecha)",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"\s*\[\s*((?:1[4-9]|20)\d\d)\s*\]\s*[.,:]?")
_ENDS = re.compile(r":(?=\s|[^\s\d/])|\.(?=\s*[“\"«„]|\s+(?:1[5-9]|20)\d\d[a-z]?\s?[.,:])")


_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s")
_NO_AUTHOR = re.compile(r"\s*:")
_NO_NAMES = re.compile(r"\d{2}|[“”\"«]|[.?!]\s+[A-Z][a-z]+\s+[a-z]+\s+[a-z]+")
"""Figures, quotation marks and sentences, which no list of names holds."""
_FIELD_END = re.compile(r"\s*[\])]?\s*[.,:)]|\s?[^\W\d_a-zß-ÿ]")
_NUMBERED = re.compile(r"\s*[;,]?\s*\d|\s*\(")
"""Numbers after a year, which say that it belongs to a volume."""
_NUMBERED_BRACKET = re.compile(r"\s*[)\]]\s*,?\s*\d")
_AFTER_LITERAL = re.compile(r"[^)\]]{0,12}[)\]]\s*[.,:]?")
_LONGEST = 1500
"""Signs that a list of names before a year in brackets has at most."""
_LONGEST_GROUP = 130
_CIRCA = 5
"""Signs of "ca." and the like before a year."""
_CLOSING = 30
"""Signs that may stand between a year and the bracket that closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where the head of a reference ends."""

    end: int
    titled: bool = False
    """A title comes next for sure: after a year in brackets, or a colon."""


def read_head(draft: Draft, start: int, dates: list[FoundDate]) -> Head:
    """Read names and date at the start of a reference, in whichever order and style."""
    text, end = draft.text, len(draft.text)
    bracket = _BRACKET.search(text, start, start + _LONGEST)
    colon = _ENDS.search(text, start, start + _LONGEST_GROUP)
    if colon and colon[0] == ":" and known_group(text[start : colon.start()]) and not (bracket and bracket.start() < colon.start()):
        return _group_head(draft, start, dates)
    people = read_people(text, start, bracket.start() if bracket else end)
    if people and (dated := _date_after(draft, people.end, dates)):
        _keep(draft, people)
        return Head(end=dated, titled=_closed(text, dated))
    if bracket and bracket.start() > start and (head := _bracketed_head(draft, start, bracket.start(), dates, certain=people is not None)):
        return head
    if people and _ended(text, people):
        _keep(draft, people)
        return Head(end=people.end, titled=text[people.end : people.end + 2].strip().startswith(":"))
    return _group_head(draft, start, dates)


def _bracketed_head(draft: Draft, start: int, limit: int, dates: list[FoundDate], *, certain: bool) -> Head | None:
    """Take all that stands before a year in brackets for names, where it can be."""
    text = draft.text
    if _NO_NAMES.search(text, start, limit):
        return None
    listed = read_people(text, start, limit, bounded=True)
    if listed and not text[listed.end : limit].strip(" .,;:&()"):
        _keep(draft, listed)
    elif not certain and (group := read_organisation(text, start, limit)) is not None:
        draft.put_names("author", (group,), confidence=0.6)
    else:
        return None
    dated = _date_after(draft, limit, dates)
    return Head(end=dated or limit, titled=bool(dated) and _closed(text, dated or limit))


def _closed(text: str, end: int) -> bool:
    """Tell whether a date ends with a bracket, full stop or colon, so that a title comes next for sure."""
    return text[end - 2 : end].strip()[-1:] in {".", ")", ":"}


def _ended(text: str, people: People) -> bool:
    """Tell whether a list of names ends where names can end."""
    follow = ("." if text[people.end - 1] == "." else "") + text[people.end :].lstrip()
    return bool(follow) and (people.certain or follow[0] in ".,:(\"“«„‘'" or people.names[0].style in {"capitals given", "han"})


def _keep(draft: Draft, people: People) -> None:
    """Set the names of a head, as editors where it says so."""
    draft.put_names("editor" if people.editors else "author", people.names, confidence=0.95 if people.certain else 0.7)
    draft.use(people.names[0].start, people.end)


def _date_after(draft: Draft, at: int, dates: list[FoundDate]) -> int | None:
    """Set the date that stands right at a place, in brackets or followed by a stop: the end of it; None where none stands."""
    text = draft.text
    found = _LEAD.match(text, at)
    first, lead = (found.end(), found[0].strip()) if found else (at, "")
    opened = lead[-1:] in {"(", "["}
    dated = next((date for date in dates if date.start == first or (date.date.circa and 0 < date.start - first < _CIRCA)), None)
    if dated is None:
        return _literal_after(draft, first) if opened else None
    after = text[dated.end :]
    original = _ORIGINAL.match(after)
    if _NUMBERED_BRACKET.match(after) if opened else (_NUMBERED.match(after) or not (_FIELD_END.match(after) or original)):
        return None
    put_date(draft, dated, confidence=0.97 if opened else 0.9)
    if original:
        low, high = original.span(1)
        draft.put("original_date", dated.end + low, dated.end + high, Date(year=int(original[1])), confidence=0.9)
        return dated.end + original.end()
    until = after.find(")", 0, _CLOSING) if opened else -1
    close = _CLOSE.match(text, dated.end + max(until, 0))
    return close.end() if close else dated.end


def _literal_after(draft: Draft, first: int) -> int | None:
    """Set what stands in brackets instead of a date: "n.d.", "in press"."""
    for pattern, status in ((UNDATED, False), (UNPUBLISHED, True)):
        if found := pattern.match(draft.text, first):
            draft.put("issued", *found.span(), Date(literal=draft.clean(*found.span())), confidence=0.95)
            if status:
                draft.put("status", *found.span(), confidence=0.95)
            close = _AFTER_LITERAL.match(draft.text, found.end())
            return close.end() if close else found.end()
    return None


def put_date(draft: Draft, dated: FoundDate, *, confidence: float) -> None:
    """Set the date of the work and the letter after its year."""
    if draft.put("issued", dated.start, dated.end, dated.date, confidence=confidence) and dated.suffix:
        draft.put("year_suffix", dated.year + 4, dated.year + 5, confidence=confidence)
    if dated.original:
        draft.put("original_date", dated.start, dated.start + 4, Date(year=dated.original), confidence=confidence)


def _group_head(draft: Draft, start: int, dates: list[FoundDate]) -> Head:
    """Read an organisation, or the mark that there is no author, before a colon or a date."""
    text = draft.text
    if found := _NO_AUTHOR.match(text, start):
        return Head(end=found.end(), titled=True)
    ends = _ENDS.search(text, start, start + _LONGEST_GROUP)
    if ends and looks_like_group(text[start : ends.start()]) and (group := read_organisation(text, start, ends.start())) is not None:
        draft.put_names("author", (group,), confidence=0.55)
        dated = None if ends[0] == ":" else _date_after(draft, ends.start(), dates)
        return Head(end=dated or ends.end(), titled=ends[0] == ":")
    stop = _SENTENCE.search(text, start, start + _LONGEST_GROUP)
    sure = stop is not None and known_group(text[start : stop.start()]) and text[start : stop.start()].istitle()
    if stop and sure and (group := read_organisation(text, start, stop.start())) is not None:
        draft.put_names("author", (group,), confidence=0.5)
        return Head(end=stop.end(), titled=True)
    return Head(end=start)

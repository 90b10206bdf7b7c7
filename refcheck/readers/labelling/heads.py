"""The head of a reference: who made the work, and the date where it stands right after them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refcheck.model.dates import Date
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.groups import known_group, looks_like_group, read_organisation
from refcheck.readers.labelling.people import People, read_people
from refcheck.text.dates import UNDATED, UNPUBLISHED, FoundDate, find_dates

_LEAD = re.compile(r"[\s.,;:]*(?:[\[(]\s*)?")
_CLOSE = re.compile(r"\s*[\])]?\s*[.,:;]?\s*")
_BRACKET = re.compile(
    r"[(\[]\s*(?:c\.?\s?|ca\.\s?)?(?:1[4-9]|20)\d\d[a-z]?(?:\s*[,)\]]|[–/-]\d)|\((?:n\.\s?d\.|in press|forthcoming|o\.\s?J\.|"
    r"s\.\s?[df]\.|sin fecha)",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"\s*\[\s*((?:1[4-9]|20)\d\d)\s*\]\s*[.,:]?")
_ENDS = re.compile(r":(?=\s|[^\s\d/])|\.(?=\s*[“\"«„]|\s+(?:1[5-9]|20)\d\d[a-z]?\s?[.,:])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where the head ends, and whether it holds a date."""

    end: int
    dated: bool
    named: bool
    titled: bool = False
    """A title comes next for sure: after a year in brackets, or a colon."""


def read_head(draft: Draft, start: int, dates: list[FoundDate]) -> Head:
    """Read names and date at the start of a reference, in whichever order and style."""
    text = draft.text
    end = len(text)
    bracket = _BRACKET.search(text, start)
    colon = _ENDS.search(text, start, min(end, start + 100))
    if colon and colon[0] == ":" and known_group(text[start : colon.start()]) and not (bracket and bracket.start() < colon.start()):
        return _group_head(draft, start, dates)
    people = read_people(text, start, bracket.start() if bracket and bracket.start() - start < 1500 else end)  # noqa: PLR2004
    after = people.end if people else start
    if people and (dated := _date_after(draft, after, dates)):
        _keep(draft, people)
        return Head(end=dated, dated=True, named=True, titled=text[dated - 2 : dated].strip()[-1:] in (".", ")", ":"))
    if bracket and bracket.start() > start and _may_be_names(text[start : bracket.start()]):
        limit = bracket.start()
        listed = read_people(text, start, limit, bounded=True)
        if listed and not text[listed.end : limit].strip(" .,;:&()"):
            _keep(draft, listed)
        elif people is None and (group := read_organisation(text, start, limit)) is not None:
            draft.put_names("author", (group,), confidence=0.6)
        else:
            limit = start
        if limit > start and (dated := _date_after(draft, limit, dates)):
            return Head(end=dated, dated=True, named=True, titled=text[dated - 2 : dated].strip()[-1:] in (".", ")", ":"))
    if people and _ended(text, people):
        _keep(draft, people)
        return Head(end=people.end, dated=False, named=True, titled=text[people.end : people.end + 2].strip().startswith(":"))
    return _group_head(draft, start, dates)


def _may_be_names(text: str) -> bool:
    """Tell whether what stands before a year in brackets can be names: no figures, no quotation, not too long."""
    return not re.search(r"\d{2}|[“”\"«]|[.?!]\s+[A-Z][a-z]+\s+[a-z]+\s+[a-z]+", text) and len(text) < 1500  # noqa: PLR2004


def _ended(text: str, people: People) -> bool:
    """Tell whether a list of names ends where names can end."""
    follow = ("." if text[people.end - 1] == "." else "") + text[people.end :].lstrip()
    if people.certain or not follow:
        return bool(follow)
    return follow[0] in ".,:(\"“«„‘'" or people.names[0].style in ("capitals given", "han")


def _keep(draft: Draft, people: People) -> None:
    """Set the names of a head, as editors where it says so."""
    confidence = 0.95 if people.certain else 0.7
    draft.put_names("editor" if people.editors else "author", people.names, confidence=confidence)
    draft.use(people.names[0].start, people.end)
    if people.others:
        draft.values["et_al"] = True


def _date_after(draft: Draft, at: int, dates: list[FoundDate]) -> int | None:
    """Set the date that stands right at a place, in brackets or followed by a stop: the end of it."""
    lead = _LEAD.match(draft.text, at)
    first = lead.end() if lead else at
    opened = bool(lead and lead[0].rstrip()[-1:] in "([") and bool(lead[0].strip())
    dated = next((date for date in dates if date.start == first or (date.date.circa and 0 < date.start - first < 5)), None)  # noqa: PLR2004
    if dated:
        close = _CLOSE.match(draft.text, dated.end)
        closed = bool(close and close[0].strip())
        bare = (
            not opened
            and not (closed and close and close[0].strip()[0] in ".,:)")
            and not (draft.text[dated.end : dated.end + 2].strip()[:1].isupper() or _ORIGINAL.match(draft.text, dated.end))
        )
        if (
            bare
            or (not opened and re.match(r"\s*[;,]?\s*\d|\s*\(", draft.text[dated.end :]))
            or (opened and re.match(r"\s*[)\]]\s*[,]?\s*\d", draft.text[dated.end :]))
        ):
            return None
        put_date(draft, dated, confidence=0.97 if opened else 0.9)
        end = close.end() if close else dated.end
        if original := _ORIGINAL.match(draft.text, dated.end):
            draft.put("original_date", *original.span(1), Date(year=int(original[1])), confidence=0.9)
            end = original.end()
        if opened and not re.match(r"\s*[)\]]", draft.text[dated.end :]):
            until = draft.text.find(")", dated.end)
            end = until + 1 if 0 <= until - dated.end < 30 else end  # noqa: PLR2004
        return end
    for pattern, attribute in ((UNDATED, None), (UNPUBLISHED, "status")):
        if opened and (found := pattern.match(draft.text, first)):
            draft.put("issued", found.start(), found.end(), Date(literal=draft.clean(*found.span())), confidence=0.95)
            if attribute:
                draft.put(attribute, found.start(), found.end(), confidence=0.95)
            close = re.compile(r"[^)\]]{0,12}[)\]]\s*[.,:]?").match(draft.text, found.end())
            return close.end() if close else found.end()
    return None


def put_date(draft: Draft, dated: FoundDate, *, confidence: float) -> None:
    """Set the date of the work and the letter after its year."""
    if draft.put("issued", dated.start, dated.end, dated.date, confidence=confidence) and dated.suffix:
        draft.put("year_suffix", dated.year + 4, dated.year + 5, confidence=confidence)


def _group_head(draft: Draft, start: int, dates: list[FoundDate]) -> Head:
    """Read an organisation, or the mark that there is no author, before a colon or a date."""
    text = draft.text
    if re.match(r"\s*:", text[start:]):
        return Head(end=text.index(":", start) + 1, dated=False, named=False, titled=True)
    ends = _ENDS.search(text, start, min(len(text), start + 130))
    if ends and looks_like_group(text[start : ends.start()]) and (group := read_organisation(text, start, ends.start())) is not None:
        draft.put_names("author", (group,), confidence=0.55)
        dated = None if ends[0] == ":" else _date_after(draft, ends.start(), dates)
        return Head(end=dated or ends.end(), dated=bool(dated), named=True, titled=ends[0] == ":")
    return Head(end=start, dated=False, named=False)


def all_dates(text: str) -> list[FoundDate]:
    """Find the dates of a text, in order."""
    return list(find_dates(text))

"""The dates of a reference: of the work, of a first edition, and what is printed instead of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from refcheck.model.dates import Date
from refcheck.readers.labelling.draft import Draft
from refcheck.readers.labelling.tagging import Field
from refcheck.text.dates import UNDATED, UNPUBLISHED, FoundDate, find_dates

_ORIGINAL = re.compile(r"\s*\[\s*((?:1[4-9]|20)\d\d)\s*\]")
_DATE_IN_BRACKETS = re.compile(r"[\s.,]*[(\[](?P<date>[^()\[\]]{4,40})[)\]]")
_BESIDE = 40
"""Signs before a field in which the month of its year stands."""
_SURE = 0.9
"""How sure a date in brackets behind the names is."""


def dated(text: str, names: Field | None, fields: Sequence[Field]) -> list[Field]:
    """Give a date in brackets directly behind the names to nothing else: "(2018, 1er février)"."""
    found = _DATE_IN_BRACKETS.match(text, names.end) if names else None
    if found is None or any(field.name == "issued" and field.start < found.end() and found.start() < field.end for field in fields):
        return list(fields)
    inner = found.span("date")
    if not any(each.start == inner[0] and each.end == inner[1] for each in find_dates(text, *inner)):
        return list(fields)
    behind = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip(" .,:;"))
    out = [replace(field, start=behind) if found.start() <= field.start < found.end() else field for field in fields]
    issued = Field("issued", *inner, _SURE)
    return sorted([issued, *(field for field in out if field.start < field.end)], key=lambda field: field.start)


def put_date(draft: Draft, field: Field) -> None:
    """Set the date of the work, the letter after its year, and the year of a first edition beside it."""
    text = draft.text
    dated = next(
        (each for each in find_dates(text, max(0, field.start - _BESIDE)) if each.start < field.end and field.start < each.end), None
    )
    if dated is not None:
        _set_date(draft, dated, field.confidence)
        if original := _ORIGINAL.match(text, dated.end):
            draft.put("original_date", *original.span(1), Date(year=int(original[1])), confidence=field.confidence)
        return
    for pattern in (UNDATED, UNPUBLISHED):
        if found := pattern.search(text, field.start, min(len(text), field.end + 1)):
            _set_undated(draft, found, field.confidence)
            return
    draft.put("issued", field.start, field.end, Date(literal=draft.clean(field.start, field.end)), confidence=field.confidence)


def put_left_date(draft: Draft) -> None:
    """Set what is printed instead of a date, or else the last year that is in no field."""
    rest = "".join(" " if used else sign for sign, used in zip(draft.text, draft.used, strict=True))
    for pattern in (UNDATED, UNPUBLISHED):
        if found := pattern.search(rest) or (
            pattern.fullmatch((draft.values.get("note") or "").strip(" .()")) and pattern.search(draft.text)
        ):
            _set_undated(draft, found, 0.8)
            return
    if years := [*find_dates(rest)]:
        _set_date(draft, years[-1], 0.4)


def put_original(draft: Draft, field: Field) -> None:
    """Set the year of a first edition."""
    dated = next(find_dates(draft.text, field.start, field.end), None)
    if dated is not None:
        draft.put("original_date", dated.start, dated.end, dated.date, confidence=field.confidence)


def _set_undated(draft: Draft, found: re.Match[str], confidence: float) -> None:
    draft.put("issued", *found.span(), Date(literal=draft.clean(*found.span())), confidence=confidence)
    if found.re is UNPUBLISHED:
        draft.put("status", *found.span(), confidence=confidence)
    if (draft.values.get("note") or "").strip(" .()") == found[0]:
        draft.drop("note")


def _set_date(draft: Draft, dated: FoundDate, confidence: float) -> None:
    if draft.put("issued", dated.start, dated.end, dated.date, confidence=confidence) and dated.suffix:
        draft.put("year_suffix", dated.year + 4, dated.year + 5, confidence=confidence)
    if dated.original:
        draft.put("original_date", dated.start, dated.start + 4, Date(year=dated.original), confidence=confidence)

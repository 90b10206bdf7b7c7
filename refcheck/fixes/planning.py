"""Turn the changes of a finding into edits of the text it was found in."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from refcheck.fixes.rewriting import notation_of, rewritten
from refcheck.model.dates import Date
from refcheck.model.diagnostics import Change, Diagnostic, Fix, TextEdit
from refcheck.model.documents import Document
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.references import CitedReference, Origin, Span

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def plan_fix(diagnostic: Diagnostic, cited: CitedReference, document: Document) -> Fix | None:
    """Plan the fix of a finding; None when it proposes nothing.

    Only a value that stands in the reference's own text is edited, and only where that text still is what was read.
    When one change of several cannot be made there, none is: the fix then has no edits and can only be shown, as it is in
    a container (DOCX, PDF), whose text is made by its reader.
    """
    if not diagnostic.changes:
        return None
    title = diagnostic.title or "; ".join(f"{change.path}: {change.registered}" for change in diagnostic.changes)
    edits = [_edit(change, cited, document) for change in diagnostic.changes]
    made = tuple(edit for edit in edits if edit is not None)
    if len(made) < len(edits) or diagnostic.applicability == "display":
        return Fix(title=title, applicability="display")
    return Fix(title=title, applicability=diagnostic.applicability, edits=made)


def _edit(change: Change, cited: CitedReference, document: Document) -> TextEdit | None:
    editor = _EDITORS.get(change.path.rpartition("]")[2].lstrip(".") or change.path)
    found = editor(change, cited) if editor else None
    if found is None or document.name != cited.file or document.content:
        return None
    origin, start, end, text = found
    span = Span(origin.span.start + start, origin.span.start + end)
    if document.text[origin.span.start : origin.span.end] != origin.raw or (_is_marked_up(cited) and _SIGNIFICANT.search(text)):
        return None
    return TextEdit(file=cited.file, span=span, text=text)


_SIGNIFICANT = re.compile(r"[&<>\\{}$%#_^~*\[\]`]")
"""Signs that mean something in one markup or another; a value with one is not written among marks."""


def _is_marked_up(cited: CitedReference) -> bool:
    """Tell whether marks stand in the text of a reference, so that places in it are not those in its source."""
    return cited.kind == "list" and cited.span is not None and cited.span.end - cited.span.start != len(cited.raw)


_Piece = tuple[Origin, int, int, str]
"""An origin, the stretch of its raw text to replace, and what to put there."""


def _own(cited: CitedReference, path: str) -> Origin | None:
    origin = cited.origins.get(path)
    return origin if origin is not None and origin.via == "own" else None


def _year(change: Change, cited: CitedReference) -> _Piece | None:
    """Replace the year; a month and day that were the old year's go with it, its letter stays."""
    origin, old, new = _own(cited, "issued"), change.cited, change.registered
    if origin is None or not isinstance(old, Date) or not isinstance(new, Date) or new.year is None:
        return None
    found = list(_YEAR.finditer(origin.raw))
    if old.year is None or len(found) != 1 or int(found[0][0]) != old.year:
        return None
    if len(old.parts) == 1 and old.season is None:
        return origin, found[0].start(), found[0].end(), str(new)
    return origin, 0, len(origin.raw), f"{new}{cited.reference.year_suffix or ''}"


def _letter(change: Change, cited: CitedReference) -> _Piece | None:
    """Put a letter after the year."""
    origin, year = _own(cited, "issued"), cited.reference.issued
    found = list(_YEAR.finditer(origin.raw)) if origin is not None else []
    if origin is None or year is None or len(found) != 1 or int(found[0][0]) != year.year or not isinstance(change.registered, str):
        return None
    return origin, found[0].end(), found[0].end(), change.registered


def _honorific(change: Change, cited: CitedReference) -> _Piece | None:
    """Take a title out of a name with the blank after it, or with the one before it where it comes last."""
    variable = change.path.partition("[")[0]
    for path in (change.path, change.path.partition(".")[0], variable):
        origin = _own(cited, path)
        if origin is None or change.registered is not None:
            continue
        found = list(re.finditer(rf"(?<!\w){re.escape(str(change.cited))}(?!\w)", origin.raw))
        if path == change.path and len(found) == 1:
            return _with_blank(origin, found[0].start(), found[0].end(), cited)
        if len(found) == 1:
            start, end = found[0].span()
            after = re.match(r"\s+", origin.raw[end:])
            before = re.search(r",?\s+$", origin.raw[:start])
            if after:
                return origin, start, end + after.end(), ""
            return origin, before.start() if before else start, end, ""
    return None


def _with_blank(origin: Origin, start: int, end: int, cited: CitedReference) -> _Piece | None:
    """Widen the place of a title to the blank that follows it, as far as the text of the reference shows it.

    Behind a name it goes with the comma before it: "Okafor, N., PhD (2021)".
    """
    if cited.span is None or _is_marked_up(cited):
        return None
    at = origin.span.start - cited.span.start
    before = re.search(r"\s*,\s*$", cited.raw[: at + start])
    if before and not re.match(r"\s*[^\W\d_]", cited.raw[at + end :]):
        return origin, before.start() - at, end, ""
    after = re.match(r"\s+", cited.raw[at + end :])
    return origin, start, end + (after.end() if after else 0), ""


def _doi(change: Change, cited: CitedReference) -> _Piece | None:
    """Replace a DOI and leave the link or "doi:" it stands in; of an escaped one the whole of it."""
    origin, new = _own(cited, "doi"), change.registered
    if origin is None or not isinstance(new, Doi):
        return None
    old = str(change.cited)
    text = html.escape(new.text, quote=False) if notation_of(cited, origin) == "xml" else new.text
    start = origin.raw.lower().find(old.lower())
    if start >= 0 and old.startswith("10."):
        return origin, start, start + len(old), text
    found = re.search(r"10\.\d{4,9}\S*", origin.raw)
    return (origin, found.start(), found.end(), text) if found else None


def _value(change: Change, cited: CitedReference) -> _Piece | None:
    """Replace a title, a number or pages by the registered ones, or the exchanged words of a title alone."""
    origin, old, new = _own(cited, change.path), change.cited, change.registered
    if origin is None or not isinstance(old, str | Locator) or not isinstance(new, str | Locator):
        return None
    piece = rewritten(old, new, origin.raw, notation_of(cited, origin))
    return None if piece is None else (origin, *piece)


_EDITORS: Mapping[str, Callable[[Change, CitedReference], _Piece | None]] = MappingProxyType(
    {"issued": _year, "year_suffix": _letter, "honorific": _honorific, "doi": _doi}
    | dict.fromkeys(("title", "container_title", "volume", "issue", "page"), _value)
)
"""Path, or last part of a path into a list -> who plans its edit."""

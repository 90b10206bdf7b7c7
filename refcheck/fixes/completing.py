"""Fill what a citation leaves out from its record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from refcheck.model.dates import Date
from refcheck.model.identifiers import Doi
from refcheck.model.locators import Locator
from refcheck.model.records import RegistryRecord
from refcheck.model.references import Reference
from refcheck.text.folding import words
from refcheck.text.undated import is_undated, is_unpublished

_ALWAYS = frozenset({"author", "title", "container_title", "doi"})
_IN_BOOKS = frozenset(
    {"editor", "publisher", "publisher_place", "edition", "isbn", "page", "volume", "collection_title", "collection_number"}
)
_FILLED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "article-journal": frozenset({"volume", "issue", "page", "issn"}),
        "article-magazine": frozenset({"volume", "issue", "page", "issn"}),
        "article-newspaper": frozenset({"page", "issn"}),
        "review": frozenset({"volume", "issue", "page", "issn"}),
        "review-book": frozenset({"volume", "issue", "page", "issn"}),
        "book": _IN_BOOKS - {"page"},
        "chapter": _IN_BOOKS,
        "entry-encyclopedia": _IN_BOOKS,
        "paper-conference": _IN_BOOKS | {"event_title", "event_place", "issn"},
        "report": frozenset({"publisher", "publisher_place", "number", "genre"}),
        "thesis": frozenset({"publisher", "genre"}),
        "standard": frozenset({"publisher", "authority", "number"}),
        "dataset": frozenset({"publisher", "version"}),
        "article": frozenset({"publisher", "genre"}),
    }
)
"""Type -> what its reader expects beside authors, title, container and DOI; the publisher of a journal is left out."""
_PLACE = frozenset({"volume", "issue", "page"})
_NAMES_ENOUGH = 0.3
"""At most this share of the words after the first begins with a capital in a title that is in sentence case."""


def complete(reference: Reference, record: RegistryRecord) -> Reference:
    """Give the reference with absent values filled from the record. What is cited is never changed, with one exception.

    A title that has the same words in the record, but there in sentence case, takes that spelling: it tells names from
    common words, which a title with capitals throughout does not.

    A value that no page says (`RegistryRecord.inferred`) is filled only where it completes a place that is begun: an
    article number after a volume that is cited or certain. A place that is inferred as a whole is left out.
    """
    registered = record.reference
    wanted = _ALWAYS | _FILLED.get(registered.type, _FILLED.get(reference.type, frozenset()))
    values: dict[str, Any] = {name: getattr(registered, name) for name in wanted if _is_absent(reference, registered, name)}
    if isinstance(values.get("page"), Locator):
        page: Locator = values["page"]
        values["page"] = Locator(pages=page.pages) if page.pages else page
    values = {name: value for name, value in values.items() if name not in _left_out(reference, record, frozenset(values))}
    dated = registered.issued is not None and registered.issued.year is not None and record.issued_from not in record.inferred
    if registered.issued is not None and dated and _is_undated(reference.issued):
        values["issued"] = Date(year=registered.issued.year)
    if reference.title and registered.title and is_in_sentence_case(registered.title) and _same_words(reference.title, registered.title):
        values["title"] = registered.title
    return replace(reference, **values)


def _left_out(reference: Reference, record: RegistryRecord, filled: frozenset[str]) -> frozenset[str]:
    """Name the inferred values that are not to be filled."""
    inferred = filled & record.inferred
    begun = any(getattr(reference, name) for name in _PLACE) or bool(filled & _PLACE - inferred)
    return inferred - _PLACE if begun else inferred


def _is_absent(reference: Reference, registered: Reference, name: str) -> bool:
    if not getattr(registered, name):
        return False
    if name == "doi":
        return reference.doi is None and isinstance(registered.doi, Doi)
    if name == "page":
        return reference.page is None and reference.number is None
    return bool(not getattr(reference, name))


def _is_undated(issued: Date | None) -> bool:
    return issued is None or (issued.year is None and (is_unpublished(issued.literal or "") or is_undated(issued.literal or "")))


def _same_words(cited: str, registered: str) -> bool:
    return words(cited) == words(registered)


def is_in_sentence_case(title: str) -> bool:
    """Tell whether a title is in sentence case: few words after the first begin with a capital, and they are not all capitals."""
    found: list[str] = [word for word in re.findall(r"[^\W\d_][\w'’-]*", title) if len(word) > 3 or word.islower()]  # noqa: PLR2004 - acronyms tell nothing
    later = found[1:]
    if not later or title.isupper():
        return False
    return sum(bool(word[0].isupper()) for word in later) <= _NAMES_ENOUGH * len(later)

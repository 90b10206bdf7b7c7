"""What a lock keeps of a Crossref work: what the reader reads, and nothing of people but their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from refcheck.registries.crossref_dates import OF_ISSUE, OWN

_Cut = Callable[[Any], Any]


def _whole(value: Any) -> Any:
    return value


def _only(**keys: _Cut) -> _Cut:
    """Cut an object, or each object of a list, to some keys; `_` stands for `-`."""
    named = {name.replace("_", "-"): cut for name, cut in keys.items()}

    def cut(value: Any) -> Any:
        if isinstance(value, list):
            return [cut(each) for each in value]
        if isinstance(value, Mapping):
            return {name: inner(value[name]) for name, inner in named.items() if name in value}
        return value

    return cut


def _ties(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {name: _TIE(ties) for name, ties in value.items() if ties}


_TIE = _only(id=_whole, id_type=_whole)
_DATE = _only(date_parts=_whole)
_PEOPLE = _only(name=_whole, family=_whole, given=_whole, suffix=_whole, prefix=_whole)
_NAMED = _only(name=_whole)
_NOTICES = _only(DOI=_whole, type=_whole, label=_whole, source=_whole, updated=_DATE, record_id=_whole)

_KEPT: Mapping[str, _Cut] = MappingProxyType(
    {
        **dict.fromkeys(("DOI", "type", "subtype", "title", "subtitle", "short-title", "original-title"), _whole),
        **dict.fromkeys(("author", "editor", "translator", "chair"), _PEOPLE),
        **dict.fromkeys(("container-title", "short-container-title", "group-title", "ISSN", "ISBN"), _whole),
        **dict.fromkeys(OWN, _DATE),
        "journal-issue": _only(issue=_whole, **{name.replace("-", "_"): _DATE for name in OF_ISSUE}),
        **dict.fromkeys(("volume", "issue", "page", "article-number", "edition-number"), _whole),
        **dict.fromkeys(("publisher", "publisher-location", "language", "degree", "version", "years"), _whole),
        "institution": _NAMED,
        "standards-body": _NAMED,
        "event": _only(name=_whole, location=_whole, start=_DATE, end=_DATE),
        "update-to": _NOTICES,
        "updated-by": _NOTICES,
        "relation": _ties,
    }
)


def kept(message: Mapping[str, Any]) -> dict[str, Any]:
    """Cut a work to the keys that a lock keeps, in a fixed order; empty values are left out."""
    cut = {key: shorten(message[key]) for key, shorten in _KEPT.items() if key in message}
    return {key: value for key, value in cut.items() if value not in (None, "", [], {})}

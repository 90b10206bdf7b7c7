"""Other versions of a work, as far as its records name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.records import RegistryRecord, Relation
from refcheck.text.identifiers import parse_arxiv, parse_doi

_NUMBERED = re.compile(r"(?P<stem>.*?)(?P<sign>[./_-]?v|\.)(?P<number>\d{1,3})", re.IGNORECASE)
_ARXIV = re.compile(r"(.+)v(\d+)", re.IGNORECASE)
_SUPERSEDED = frozenset({"isreplacedby", "isobsoletedby", "ispreviousversionof"})
_VERSIONS = frozenset({"hasversion", "isversionof", "isnewversionof"})
_PREPRINT_OF = frozenset({"ispreprintof"})


def published(record: RegistryRecord) -> Iterator[str]:
    """Yield the identifiers of what a preprint was published as."""
    yield from (tie.identifier for tie in record.relations if _name(tie) in _PREPRINT_OF and parse_doi(tie.identifier))


def newer(record: RegistryRecord) -> Iterator[str]:
    """Yield the identifiers of later versions: said to supersede the record, or the same DOI with a higher version number.

    "has-version" and "is-version-of" are used in both directions, so that only numbers tell which is later.
    """
    own = _NUMBERED.fullmatch(record.identifier)
    for tie in record.relations:
        other = _NUMBERED.fullmatch(tie.identifier.lower())
        if _name(tie) in _SUPERSEDED or (_name(tie) in _VERSIONS and own and other and _is_later(own, other)):
            yield tie.identifier


def arxiv_versions(cited: str, record: RegistryRecord) -> tuple[int, int] | None:
    """Give the cited and the registered version of an arXiv preprint; None where one of them is not given."""
    ours = _ARXIV.fullmatch(parse_arxiv(cited) or "")
    version = record.reference.version or ""
    if ours is None or ours[1].lower() != (record.reference.arxiv or "").lower() or not version.isdecimal():
        return None
    return int(ours[2]), int(version)


def _is_later(own: re.Match[str], other: re.Match[str]) -> bool:
    """Tell whether one of two numbered identifiers is a later version of the other's work."""
    return (own["stem"], own["sign"]) == (other["stem"], other["sign"]) and int(own["number"]) < int(other["number"])


def _name(tie: Relation) -> str:
    """Fold a relation's name: Crossref writes "is-preprint-of", DataCite "IsPreprintOf"."""
    return tie.name.replace("-", "").lower()

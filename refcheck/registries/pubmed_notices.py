"""Notices that PubMed ties to an article, in the words that Crossref has for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from refcheck.model.records import Relation, Update
from refcheck.registries.json_values import rows, text
from refcheck.registries.pubmed_dates import date_of_source
from refcheck.text.identifiers import parse_doi

_ON_THIS: Mapping[str, str] = MappingProxyType(
    {
        "CorrectedandRepublishedIn": "correction",
        "ErratumIn": "erratum",
        "ExpressionOfConcernIn": "expression_of_concern",
        "PartialRetractionIn": "partial_retraction",
        "RetractedandRepublishedIn": "retraction",
        "RetractionIn": "retraction",
        "UpdateIn": "new_version",
    }
)
"""Tie to a notice on the article -> its type."""
_OF_OTHERS: Mapping[str, str] = MappingProxyType(
    {
        "ErratumFor": "erratum",
        "ExpressionOfConcernFor": "expression_of_concern",
        "PartialRetractionOf": "partial_retraction",
        "RetractionOf": "retraction",
    }
)
"""Tie of a notice to the article it is on -> its type."""
_TIES = ("CommentOn", "CorrectedandRepublishedFrom", "OriginalReportIn", "RepublishedFrom", "RepublishedIn")
_TIES_TOO = ("ReprintIn", "ReprintOf", "RetractedandRepublishedFrom", "UpdateIn", "UpdateOf")
TIES = frozenset((*_ON_THIS, *_OF_OTHERS, *_TIES, *_TIES_TOO))
"""Kinds of ties that are kept; comments on an article and what it cites say nothing of it.

Source: NLM, "MEDLINE/PubMed XML Data Elements": CommentsCorrectionsList.
"""
_DOI = re.compile(r"\bdoi:\s*(10\.\S+)", re.IGNORECASE)
_RETRACTED, _PREPRINT = "retracted publication", "preprint"


def updates_on(message: Mapping[str, Any], identifier: str) -> tuple[Update, ...]:
    """Read the notices on an article; one whose type says that it is retracted always has a retraction.

    What a preprint was updated in is its published version, which is no notice.
    """
    types = kinds_of(message)
    found = tuple(update for update in _updates(message, _ON_THIS) if update.type != "new_version" or _PREPRINT not in types)
    if _RETRACTED in types and not any(update.type == "retraction" for update in found):
        found += (Update(type="retraction", doi=identifier, source="pubmed"),)
    return found


def kinds_of(message: Mapping[str, Any]) -> frozenset[str]:
    """List the types of an article, in lower case."""
    types = message.get("PublicationType")
    return frozenset(str(kind).lower() for kind in types) if isinstance(types, list) else frozenset()


def is_preprint(message: Mapping[str, Any]) -> bool:
    """Tell whether an article is a preprint."""
    return _PREPRINT in kinds_of(message)


def updates_of(message: Mapping[str, Any]) -> tuple[Update, ...]:
    """Read the articles that this one is a notice on."""
    return tuple(_updates(message, _OF_OTHERS))


def _updates(message: Mapping[str, Any], types: Mapping[str, str]) -> Iterator[Update]:
    found: dict[Update, None] = {}
    for _, tie in rows(message.get("CommentsCorrections")):
        kind, target, source = types.get(str(tie.get("RefType"))), _target(tie), text(tie.get("RefSource")) or ""
        if kind is not None and target is not None:
            found[Update(type=kind, doi=target[1], source="pubmed", date=date_of_source(source))] = None
    yield from found


def relations(message: Mapping[str, Any]) -> tuple[Relation, ...]:
    """Read ties to works that are no notices, in their order; that of a preprint to its published version under its name."""
    found: dict[Relation, None] = {}
    for _, tie in rows(message.get("CommentsCorrections")):
        name, target = str(tie.get("RefType")), _target(tie)
        if name in (*_TIES, *_TIES_TOO) and target is not None:
            name = "is-preprint-of" if name == "UpdateIn" and is_preprint(message) else name
            found[Relation(name=name, kind=target[0], identifier=target[1])] = None
    return tuple(found)


def _target(tie: Mapping[str, Any]) -> tuple[str, str] | None:
    """Give kind and identifier of the work at the other end: its DOI, else "pmid:" and figures, else the citation."""
    source, pmid = text(tie.get("RefSource")) or "", text(tie.get("PMID"))
    found = _DOI.search(source)
    doi = parse_doi(found[1]) if found else None
    if doi is not None:
        return "doi", doi.folded
    if pmid is not None:
        return "pmid", f"pmid:{pmid}"
    return ("citation", source) if source else None

"""What the types of notices mean for the work they are on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from refcheck.model.records import Update

Verdict = Literal["retracted", "withdrawn", "partly retracted", "concern", "reinstated", "corrected", "version"]
"""What a notice does to the work, gravest first."""

GRAVITY: tuple[Verdict, ...] = ("retracted", "withdrawn", "partly retracted", "concern", "reinstated", "corrected", "version")
GRAVE: frozenset[Verdict] = frozenset(GRAVITY[:5])
"""Verdicts of which two cannot both be the last word."""
_VERDICTS: Mapping[str, Verdict] = MappingProxyType(
    {
        "retraction": "retracted",
        "withdrawal": "withdrawn",
        "removal": "withdrawn",
        "partial_retraction": "partly retracted",
        "expression_of_concern": "concern",
        "reinstatement": "reinstated",
        "new_version": "version",
        "new_edition": "version",
    }
)
_CORRECTIONS = frozenset({"correction", "corrigendum", "erratum", "addendum", "clarification"})


def kind_of(update: Update) -> str:
    """Give the type of a notice in one spelling."""
    return update.type.strip().lower().replace("-", "_").replace(" ", "_")


def verdict_of(update: Update) -> Verdict:
    """Say what a notice does to the work."""
    return verdict_of_kind(kind_of(update))


def verdict_of_kind(kind: str) -> Verdict:
    """Say what notices of a type do to a work; of a type that is not known no more than that the work was amended.

    Source: Crossref schema, common5.3.1, types of updates; Retraction Watch knows reinstatements besides.
    """
    return _VERDICTS.get(kind, "corrected")


def gravity(update: Update) -> int:
    """Give the rank of a notice, 0 the gravest."""
    return GRAVITY.index(verdict_of(update))


def named(kind: str) -> str:
    """Give a type of notice in words; one that is not known in quotation marks."""
    return kind.replace("_", " ") if kind in _VERDICTS or kind in _CORRECTIONS else f'notice of type "{kind}"'

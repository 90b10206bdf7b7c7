"""Compare a citation with all records of its work, which may contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from refcheck.compare.printed import PRINTED, number_is_free, text_of
from refcheck.compare.references import compare
from refcheck.model.comparisons import Comparison
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference
from refcheck.model.variables import VARIABLES
from refcheck.text.registry_names import registry_name

_DOUBTED = frozenset({"different", "not-comparable"})
_NUMBERS = ("volume", "issue")
_PREPRINT = "article"


def compare_cited(cited: CitedReference, registered: Reference, only: Collection[str] = VARIABLES) -> Mapping[str, Comparison]:
    """Compare every variable; what was read otherwise than it is registered, but is printed so, was misread."""
    compared = dict(compare(cited.reference, registered, only))
    text = text_of(cited) if cited.kind == "list" else ""
    for name, is_printed in PRINTED.items() if text else ():
        known = compared.get(name)
        doubted = known is not None and (known.verdict in _DOUBTED or (name == "title" and known.verdict == "registered-only"))
        if known is not None and doubted and is_printed(known.registered, text):
            compared[name] = replace(known, verdict="equivalent", why="stands in the text", similarity=1.0)
    for name in _NUMBERS if cited.kind == "list" else ():
        known = compared.get(name)
        if known is not None and known.verdict == "different" and number_is_free(str(known.registered), name, cited):
            compared[name] = replace(known, verdict="equivalent", why="stands in the text")
    return MappingProxyType(compared)


def compare_with_all(cited: CitedReference, records: Sequence[RegistryRecord]) -> Mapping[str, Comparison]:
    """Compare every variable with the first record; where another record of the work has what is cited, it agrees.

    Such a comparison names the registry that sides with the citation.
    """
    merged = dict(compare_cited(cited, records[0].reference))
    for other in others_of(records):
        for name, compared in compare_cited(cited, other.reference).items():
            known = merged.get(name)
            if known is not None and known.verdict == "different" and compared.agrees:
                merged[name] = replace(known, verdict="equivalent", why=f"as in {registry_name(other.registry)}", registry=other.registry)
    return MappingProxyType(merged)


def others_of(records: Sequence[RegistryRecord]) -> tuple[RegistryRecord, ...]:
    """List the records that speak of the same as the first: a preprint's says nothing of the published work, nor the reverse."""
    first, *others = records
    return tuple(other for other in others if not _are_versions(first, other))


def is_preprint(record: RegistryRecord) -> bool:
    """Tell whether a record is of a preprint, by its type."""
    return record.reference.type == _PREPRINT


def is_preprint_of(record: RegistryRecord, published: RegistryRecord) -> bool:
    """Tell whether one of two records says that the first is of the preprint of the second's work."""
    ties = {("is-preprint-of", published.identifier): record, ("has-preprint", record.identifier): published}
    return any(tie.name == name and tie.identifier.lower() == other for (name, other), owner in ties.items() for tie in owner.relations)


def _are_versions(first: RegistryRecord, other: RegistryRecord) -> bool:
    return is_preprint(first) != is_preprint(other) or is_preprint_of(first, other) or is_preprint_of(other, first)

"""What registries changed about works since they were locked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from refcheck.model.records import RegistryRecord
from refcheck.model.variables import csl_name
from refcheck.registries.lock_lines import LockedRecord

_GRAVE = frozenset({"retraction", "partial_retraction", "withdrawal", "removal", "expression_of_concern"})
_NOT_COMPARED = frozenset({"issued"})


@dataclass(frozen=True, slots=True, order=True)
class _Remark:
    rank: int
    """0 for a grave notice, 1 for another, 2 for a value."""
    identifier: str
    place: int
    text: str


def list_changes(before: Mapping[tuple[str, str], LockedRecord], after: Mapping[tuple[str, str], LockedRecord]) -> tuple[str, ...]:
    """Say what is another in the records that both hold: grave new notices, other notices, then values."""
    remarks: list[_Remark] = []
    for key, fresh in after.items():
        known = before.get(key)
        if known is None or known.digest == fresh.digest:
            continue
        was, now = known.read(), fresh.read()
        if was is not None and now is not None:
            found = [*_notices(was, now), *_values(was, now)]
            remarks += [_Remark(rank, fresh.identifier, place, text) for place, (rank, text) in enumerate(found)]
    return tuple(f"{remark.identifier}: {remark.text}" for remark in sorted(remarks))


def _notices(was: RegistryRecord, now: RegistryRecord) -> Iterator[tuple[int, str]]:
    """Yield notices that have come or gone, each once with everyone who lists it."""
    known, listed = _listed(was), _listed(now)
    for (kind, doi), sources in listed.items():
        if (kind, doi) not in known:
            told = f", says {' and '.join(sources)}" if sources else ""
            yield 0 if kind in _GRAVE else 1, f"new {kind.replace('_', ' ')} {doi}{told}"
    for kind, doi in sorted(known.keys() - listed.keys()):
        yield 1, f"no longer lists the {kind.replace('_', ' ')} {doi}"


def _listed(record: RegistryRecord) -> dict[tuple[str, str], list[str]]:
    """Give type and DOI of each notice with those who list it, as far as they are named."""
    found: dict[tuple[str, str], list[str]] = {}
    for notice in record.updated_by:
        found.setdefault((notice.type, notice.doi), []).extend([notice.source] if notice.source else [])
    return found


def _values(was: RegistryRecord, now: RegistryRecord) -> Iterator[tuple[int, str]]:
    """Yield variables and dates whose values are others."""
    attributes = dict.fromkeys((*was.reference.present(), *now.reference.present()))
    for attribute in attributes:
        if attribute not in _NOT_COMPARED:
            yield from _value(csl_name(attribute) or attribute, getattr(was.reference, attribute), getattr(now.reference, attribute))
    for name in dict.fromkeys((*was.dates, *now.dates)):
        yield from _value(name, was.dates.get(name), now.dates.get(name))


def _value(name: str, was: Any, now: Any) -> Iterator[tuple[int, str]]:
    if was == now:
        return
    if not was:
        yield 2, f"{name} is now given: {_shown(now)}"
    elif not now:
        yield 2, f"{name} is no longer given, was {_shown(was)}"
    else:
        yield 2, f"{name} is {_shown(now)}, was {_shown(was)}"


def _shown(value: Any) -> str:
    return "; ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)

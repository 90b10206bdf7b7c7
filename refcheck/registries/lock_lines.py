"""The lines of a lock: what each kind holds, as text and as a value."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from refcheck.errors import LockError
from refcheck.model.records import Provenance, RegistryRecord
from refcheck.model.references import NOTHING
from refcheck.registries.stored import READERS

VERSION = 1
HEADER = json.dumps({"lock": VERSION})


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedRecord:
    """A registry's own answer about one work, cut to what is needed."""

    registry: str
    identifier: str
    retrieved: str
    """Day it was had, ISO 8601."""
    provenance: Provenance = "registry"
    inferred: tuple[str, ...] = ()
    """Keys of the answer that no page says (transcribed records only)."""
    sources: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    """Key of the answer -> the page it was taken from (transcribed records only)."""
    answer: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """Name the answer by its content: the same for the same keys and values, whatever their order."""
        canonical = json.dumps(dict(self.answer), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return f"sha256:{hashlib.sha256(canonical.encode('utf-8', 'backslashreplace')).hexdigest()}"

    def read(self) -> RegistryRecord | None:
        """Read it as the live client does; None when no client of this name is known."""
        reader = READERS.get(self.registry)
        if reader is None:
            return None
        return reader(self.answer, retrieved=self.retrieved, provenance=self.provenance, inferred=frozenset(self.inferred))

    def line(self) -> str:
        """Write it as a line, its keys in a fixed order."""
        held: dict[str, Any] = {"kind": "record", "registry": self.registry, "identifier": self.identifier}
        held |= {"retrieved": self.retrieved, "provenance": self.provenance}
        held |= {"inferred": list(self.inferred)} if self.inferred else {}
        held |= {"sources": dict(self.sources)} if self.sources else {}
        return json.dumps({**held, "digest": self.digest, "answer": dict(self.answer)}, ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question about a cited work, and what the registry answered."""

    registry: str
    identifier: str
    told: Mapping[str, Any]
    """`status` and, where it has one, `agency`, `of`, or `final` (false: only a list left it out)."""
    date: str
    """Day of the answer, ISO 8601."""

    @property
    def records(self) -> tuple[str, ...]:
        """Name the records the answer speaks of: its candidates, the prime of an alias, else what was asked for."""
        of = self.told.get("of", self.identifier)
        return tuple(map(str, of)) if isinstance(of, list) else (str(of),)


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedAnswer:
    """All that was asked about one cited work."""

    fingerprint: str
    asked: tuple[Asked, ...]

    @property
    def date(self) -> str:
        """Day of the newest answer; empty when nothing was asked."""
        return max((each.date for each in self.asked), default="")

    def line(self) -> str:
        """Write it as a line, its keys in a fixed order."""
        asked = [{"registry": each.registry, "identifier": each.identifier, **each.told, "date": each.date} for each in self.asked]
        return json.dumps({"kind": "answer", "fingerprint": self.fingerprint, "asked": asked}, ensure_ascii=False)


def read_line(text: str) -> LockedRecord | LockedAnswer | None:
    """Read a line; None for the header.

    Raises:
        LockError: the line is no line of a lock. The text says what is wrong, without the place.
    """
    if text.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        raise LockError("a merge was left unfinished here; both sides may stay, the marks must go")
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise LockError("this is no JSON") from None
    match held:
        case {"lock": version}:
            if version != VERSION:
                raise LockError(f"a lock of version {version}; this refcheck reads version {VERSION}")
            return None
        case {"kind": "record"}:
            return _record(held)
        case {"kind": "answer", "fingerprint": str(name), "asked": list(asked)}:
            return LockedAnswer(fingerprint=name, asked=tuple(_asked(each) for each in asked))
    raise LockError("this is neither a record nor an answer")


def _record(held: Mapping[str, Any]) -> LockedRecord:
    match held:
        case {
            "registry": str(registry),
            "identifier": str(identifier),
            "retrieved": str(retrieved),
            "provenance": "registry" | "transcribed" as provenance,
            "digest": digest,
            "answer": dict(answer),
        }:
            inferred, sources = held.get("inferred", []), held.get("sources", {})
            if not isinstance(inferred, list) or not isinstance(sources, dict):
                raise LockError("`inferred` must be a list and `sources` an object")
            record = LockedRecord(
                registry=registry,
                identifier=identifier,
                retrieved=retrieved,
                provenance=provenance,
                inferred=tuple(str(name) for name in inferred),
                sources=MappingProxyType({str(name): str(page) for name, page in sources.items()}),
                answer=MappingProxyType(answer),
            )
            if record.digest != digest:
                raise LockError(f"the record of {identifier} is not the one that was locked (its digest differs)")
            return record
    raise LockError("the record lacks a part of what a record has")


def _asked(held: Any) -> Asked:
    match held:
        case {"registry": str(registry), "identifier": str(identifier), "status": str(), "date": str(date)}:
            told = {name: held[name] for name in ("status", "agency", "of", "final") if name in held}
            return Asked(registry=registry, identifier=identifier, told=MappingProxyType(told), date=date)
    raise LockError("an answer must say registry, identifier, status and date")

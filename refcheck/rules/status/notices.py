"""The notices on a cited work: from all its records, each once, with everyone who lists it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from refcheck.compare.records import is_preprint, others_of
from refcheck.model.dates import Date
from refcheck.model.matches import Found
from refcheck.model.records import RegistryRecord, Update
from refcheck.rules.base import Subject
from refcheck.rules.status.roles import identifiers_of, is_marked_notice
from refcheck.rules.status.verdicts import GRAVE, GRAVITY, Verdict, gravity, kind_of, named, verdict_of, verdict_of_kind
from refcheck.text.registry_names import registry_name

_SOURCES: Mapping[str, str] = MappingProxyType({"publisher": "the publisher", "retraction-watch": "Retraction Watch"})
_SHOWN = 3
"""How many notices a message names one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A notice as one record lists it."""

    record: RegistryRecord
    update: Update

    @property
    def notice(self) -> str | None:
        """The DOI of the notice, or what else names it; None where it stands with the work itself."""
        return None if self.update.doi.lower() in identifiers_of(self.record) else self.update.doi.lower()

    @property
    def source(self) -> str:
        """Who says so, in words: the record's own registry where it names nobody else."""
        given = self.update.source
        return registry_name(self.record.registry) if given is None else _SOURCES.get(given, registry_name(given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice on a work, whoever lists it."""

    verdict: Verdict
    """The gravest of what its sources call it."""
    kinds: tuple[str, ...]
    """Its types, the gravest first."""
    doi: str | None
    """DOI or "pmid:123" of the notice, or where it was published; None where it stands with the work itself."""
    sources: tuple[str, ...]
    """Who lists it, in words."""
    date: Date | None
    """The earliest day that is given for its gravest type."""
    marked: bool = False
    """A registry marks the work, but names no notice."""

    @property
    def has_doi(self) -> bool:
        """Whether the notice is named by its DOI."""
        return self.doi is not None and self.doi.startswith("10.")

    def __str__(self) -> str:
        """Name the notice with who lists it and its day: "10.1000/notice (the publisher and Retraction Watch, 2020-06-05)"."""
        milder = [named(kind) for kind in self.kinds if verdict_of_kind(kind) != self.verdict]
        others = f"; also listed as {' and '.join(milder)}" if milder else ""
        told = " and ".join(self.sources) + (f", {self.date}" if self.date else "") + others
        return f"{self.doi} ({told})" if self.doi else f"with the work itself ({told})"


def records_of(subject: Subject) -> tuple[RegistryRecord, ...]:
    """List the records of the cited work itself, or of its published version: of an article not those of its preprint."""
    match = subject.match
    if not isinstance(match, Found) or match.kin == "notice":
        return ()
    if match.kin == "preprint" and is_preprint(match.record):
        return ()
    return (match.record, *others_of(match.records))


def notices_on(subject: Subject) -> tuple[Notice, ...]:
    """List the notices that stand on a cited work, gravest first, each once; contradicted ones are left out."""
    against = {id(listed.update) for group in contradictions(subject) for listed in group}
    groups: dict[str | None, list[Listed]] = {}
    for listed in _listed(subject):
        if id(listed.update) not in against:
            groups.setdefault(listed.notice, []).append(listed)
    notices = _merged([_notice(doi, group) for doi, group in groups.items()])
    return tuple(sorted(notices, key=lambda notice: (GRAVITY.index(notice.verdict), notice.date.parts if notice.date else (9999,))))


def of_verdict(subject: Subject, *verdicts: Verdict) -> tuple[Notice, ...]:
    """List the notices on a cited work that do this to it."""
    return tuple(notice for notice in notices_on(subject) if notice.verdict in verdicts)


def contradictions(subject: Subject) -> tuple[tuple[Listed, ...], ...]:
    """List the groups of notices that contradict each other, in the order of the records.

    One entry of a source may have two types of which one takes the work back or doubts it: the verdict that was
    superseded was not removed. A reinstatement contradicts every retraction, withdrawal and concern.

    Source: Crossref, "Retraction Watch", on `record-id`.
    """
    listed = _listed(subject)
    entries: dict[tuple[str, str], list[Listed]] = {}
    for each in listed:
        if each.update.record_id is not None:
            entries.setdefault((each.source, each.update.record_id), []).append(each)
    groups = [tuple(group) for group in entries.values() if len(_verdicts(group)) > 1 and _verdicts(group) & GRAVE]
    if "reinstated" in _verdicts(listed) and len(_verdicts(listed) & GRAVE) > 1:
        return (tuple(each for each in listed if verdict_of(each.update) in GRAVE),)
    return tuple(groups)


def told(notices: Sequence[Notice]) -> str:
    """Name notices of one verdict for a message, each with its type where they differ."""
    alike = len({notice.kinds[0] for notice in notices}) == 1
    shown = [str(notice) if alike else f"{named(notice.kinds[0])} {notice}" for notice in notices[:_SHOWN]]
    more = len(notices) - len(shown)
    head = f"{called(notices[0])} on record: " if alike else "on record: "
    return head + "; ".join(shown) + (f"; {more} more" if more else "")


def called(notice: Notice) -> str:
    """Say what kind of notice it is: "retraction notice", "erratum"."""
    return named(notice.kinds[0]) + (" notice" if notice.verdict in {"retracted", "withdrawn", "partly retracted"} else "")


def _listed(subject: Subject) -> tuple[Listed, ...]:
    """List what the records say about notices on their works.

    A record that is a notice does not count its own work among them; one that amends itself counts what it says it does.
    """
    found: list[Listed] = []
    for record in records_of(subject):
        about = {update.doi.lower() for update in record.update_to} if is_marked_notice(record) else set[str]()
        by = [update for update in record.updated_by if update.doi.lower() not in about]
        known = {(update.doi.lower(), update.type) for update in by}
        itself = [update for update in record.update_to if update.doi.lower() in identifiers_of(record)]
        by += [update for update in itself if (update.doi.lower(), update.type) not in known]
        found += [Listed(record=record, update=update) for update in by]
    return tuple(found)


def _verdicts(group: Iterable[Listed]) -> set[Verdict]:
    return {verdict_of(listed.update) for listed in group}


def _notice(doi: str | None, group: Sequence[Listed]) -> Notice:
    ordered = sorted(group, key=lambda listed: gravity(listed.update))
    verdict = verdict_of(ordered[0].update)
    dates = [listed.update.date for listed in ordered if verdict_of(listed.update) == verdict and listed.update.date]
    return Notice(
        verdict=verdict,
        kinds=tuple(dict.fromkeys(kind_of(listed.update) for listed in ordered)),
        doi=doi,
        sources=tuple(dict.fromkeys(listed.source for listed in ordered)),
        date=min(dates, key=lambda date: date.parts, default=None),
        marked=doi is None and not any(listed.update.doi.startswith("10.") for listed in group),
    )


def _merged(notices: Sequence[Notice]) -> list[Notice]:
    """Join notices without a DOI to the one of their kind that has one, where there is one alone.

    PubMed names a notice by its own number or by where it was published, and marks works without naming a notice.
    """
    kept = [notice for notice in notices if notice.has_doi]
    for notice in notices:
        same = [other for other in notices if other.has_doi and other.verdict == notice.verdict]
        if notice.has_doi:
            continue
        if len(same) == 1 and (notice.doi is not None or notice.marked):
            place = next(place for place, other in enumerate(kept) if other.doi == same[0].doi)
            kept[place] = replace(kept[place], sources=tuple(dict.fromkeys((*kept[place].sources, *notice.sources))))
        else:
            kept.append(notice)
    return kept

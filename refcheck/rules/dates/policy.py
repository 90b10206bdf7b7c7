"""The year policy: what a cited year means beside the registered dates. One verdict a reference, shared by the rules.

The year to cite is the volume's. A year of another registered date is explained, not called wrong; only a year that is
none of them is.

Source: Chicago Manual of Style Q&A, faq0387; APA 7, section 9.14; the publishers' "Cite this article".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from refcheck.compare.records import is_preprint, is_preprint_of
from refcheck.model.dates import Date
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.matches import Found
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference
from refcheck.rules.base import Finding, Subject
from refcheck.rules.dates.registered import ONLINE, PRINTED, WORDS, WORKFLOW, cited_from, inferred, named, published_years, told

YearFault = Literal["year-mismatch", "year-off-by-one", "year-online-first"]

BOOKS = frozenset({"book", "chapter", "entry-encyclopedia", "entry-dictionary", "entry"})
"""Works that bear the year of their copyright, which may be the one before or after."""
_YEAR_THEN_VOLUME = re.compile(
    r"\b(?:1[5-9]|20)\d\d(?:\s+[^\W\d_]{3,4}\.?(?:\s*[-–]\s*[^\W\d_]{3,4})?(?:\s+\d{1,2})?)?\s*;\s*[A-Z]?\d+\s*[(:]"
)
_DIGITISED = 2
"""A work online this many years after it was printed was digitised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearVerdict:
    """What is wrong with a cited year."""

    fault: YearFault
    severity: Severity
    says: str
    """What the cited year is."""
    rests_on: tuple[str, ...]
    """Names of the registered dates that the verdict rests on."""


def finding_of(subject: Subject, fault: YearFault) -> Finding | None:
    """Give the finding about the cited year if it is of this fault."""
    verdict, record = judge(subject), subject.record
    if verdict is None or record is None or verdict.fault != fault:
        return None
    registered = record.reference.issued
    year = registered.year if registered else None
    cited = subject.cited.reference.issued
    note = inferred(record, *verdict.rests_on)
    return Finding(
        path="issued",
        cited=str(cited.year if cited else None),
        registered=str(year),
        message=f"{verdict.says}{note}",
        evidence="; ".join(f"{name} {date}" for name, date in record.dates.items()) or None,
        changes=(Change(path="issued", cited=cited, registered=Date(year=year)),),
        title=f"replace the year {cited.year if cited else ''} by {year}",
        applicability="unsafe",
        severity=Severity.INFO if _is_doubtful(subject.cited, record) else verdict.severity,
    )


def _is_doubtful(cited: CitedReference, record: RegistryRecord) -> bool:
    """Tell whether a formatted reference prints another registered year in another place than the one read as its date.

    It may well be the year, and what was read something else.
    """
    text, origin = cited.raw, cited.origins.get("issued")
    if cited.kind != "list" or cited.span is None or origin is None:
        return False
    start, end = origin.span.start - cited.span.start, origin.span.end - cited.span.start
    others = published_years(record) - {cited.reference.issued.year if cited.reference.issued else None}
    rest = f"{text[:start]} {text[end:]}"
    return any(re.search(rf"(?<![\w./-]){year}(?![\w/-])", rest) for year in others)


def judge(subject: Subject) -> YearVerdict | None:
    """Say what is wrong with the cited year; None where it is right or cannot be judged."""
    record, cited = subject.record, subject.cited.reference.issued
    registered = record.reference.issued if record else None
    if record is None or cited is None or cited.year is None or registered is None or registered.year is None:
        return None
    if isinstance(subject.match, Found) and subject.match.kin == "preprint" and is_preprint(record):
        return None
    if cited.circa or _is_right(subject, record, cited.year, registered.year):
        return None
    return _of_preprint(subject, record, cited.year, registered) or (
        _first_date(subject, record, cited.year, registered.year)
        if cited.year in published_years(record)
        else _unpublished(subject, record, cited.year, registered)
    )


def _is_right(subject: Subject, record: RegistryRecord, year: int, registered: int) -> bool:
    """Tell whether a year may stand: the volume's, a printed one, or one that nothing speaks against."""
    reference, cited = subject.cited.reference, subject.cited.reference.issued
    last = cited.end.year if cited and cited.end and cited.end.year else year
    if year <= registered <= last or named(record, PRINTED, year):
        return True
    if record.reference.type == "thesis" and named(record, ("approved",), year):
        return True
    event = record.reference.event_date
    if event is not None and year in {event.year, event.end.year if event.end else None}:
        return True
    if reference.original_date is not None and reference.original_date.year == registered:
        return True
    if year in published_years(record) and (_is_ahead(record, subject.today) or not _has_place(record.reference)):
        return True
    others = subject.match.records[1:] if isinstance(subject.match, Found) else ()
    return any(year in published_years(other) for other in others if not is_preprint_of(other, record))


def _is_ahead(record: RegistryRecord, today: dt.date) -> bool:
    """Tell whether the date to cite is yet to come, so that the one online may be cited as well."""
    date = record.reference.issued
    return date is not None and date.parts > (today.year, today.month, today.day)[: len(date.parts)]


def _has_place(reference: Reference) -> bool:
    """Tell whether a work stands in a volume or at pages; without any it is advance online publication."""
    return bool(reference.volume or reference.issue or reference.page)


def _of_preprint(subject: Subject, record: RegistryRecord, year: int, registered: Date) -> YearVerdict | None:
    """Recognise the year of the preprint of a published work."""
    others = subject.match.records[1:] if isinstance(subject.match, Found) else ()
    if year in published_years(record) or not any(year in published_years(other) for other in others if is_preprint_of(other, record)):
        return None
    name = cited_from(record)
    return YearVerdict(
        fault="year-mismatch",
        severity=Severity.ERROR,
        says=f"cited as {year}, the year of its preprint; the published version has {registered.year} ({told(record, name)})",
        rests_on=(name,),
    )


def _first_date(subject: Subject, record: RegistryRecord, year: int, registered: int) -> YearVerdict:
    """Explain a year that is registered, but is not the volume's."""
    name, to_cite = named(record, ONLINE, year) or "issued", cited_from(record)
    dates = f"{WORDS[name]} ({told(record, name)})"
    if year - registered >= _DIGITISED:
        return YearVerdict(
            fault="year-mismatch",
            severity=Severity.INFO if record.reference.type == "book" else Severity.ERROR,
            says=f"cited as {year}, {dates} of a work published in {registered} ({told(record, to_cite, source=False)})",
            rests_on=(name, to_cite),
        )
    is_book = record.reference.type in BOOKS
    told_by_volume = subject.year_policy == "volume" and _has_place(subject.cited.reference) and not _is_vancouver(subject.cited)
    volume = f"volume {subject.cited.reference.volume}" if subject.cited.reference.volume else "the book" if is_book else "its volume"
    return YearVerdict(
        fault="year-online-first",
        severity=Severity.WARNING if told_by_volume and not is_book else Severity.INFO,
        says=f"cited as {year}, {dates}; {volume} is dated {registered} ({told(record, to_cite, source=False)})",
        rests_on=(name, to_cite),
    )


def _is_vancouver(cited: CitedReference) -> bool:
    """Tell whether a reference is in the form of NLM, which counts electronic publication: "2022 Dec 31;23(1):1"."""
    return cited.kind == "list" and _YEAR_THEN_VOLUME.search(cited.raw) is not None


def _unpublished(subject: Subject, record: RegistryRecord, year: int, registered: Date) -> YearVerdict:
    """Judge a year in which the work is not registered as published."""
    distance = min(abs(year - known) for known in published_years(record))
    workflow, to_cite = named(record, WORKFLOW, year), cited_from(record)
    is_book = record.reference.type in BOOKS
    remark = f", {WORDS[workflow]} ({told(record, workflow)})" if workflow else ""
    close = distance <= 1
    dated = f"{registered.year} ({told(record, to_cite, source=not workflow)}){_nearer(record, year, registered) if close else ''}"
    mild = Severity.INFO if close and is_book and not workflow else Severity.WARNING
    grave = _of_editions(subject, year, registered) if record.reference.type == "book" else Severity.ERROR
    return YearVerdict(
        fault="year-off-by-one" if close else "year-mismatch",
        severity=mild if close or workflow else grave,
        says=f"cited as {year}{remark}; {'published in' if workflow else 'registered as'} {dated}",
        rests_on=(to_cite,),
    )


def _of_editions(subject: Subject, year: int, registered: Date) -> Severity:
    """Say how grave another year of a book is: of its editions and printings often one alone is registered, the latest."""
    earlier = registered.year is not None and year < registered.year
    return Severity.INFO if earlier or subject.cited.reference.edition else Severity.WARNING


def _nearer(record: RegistryRecord, year: int, registered: Date) -> str:
    """Name the registered year beside a cited one, where it is not the one to cite."""
    nearest = min(published_years(record), key=lambda known: (abs(year - known), known))
    name = named(record, (*ONLINE, *PRINTED), nearest)
    if name is None or registered.year is None or abs(year - nearest) >= abs(year - registered.year):
        return ""
    return f" and {nearest} ({told(record, name, source=False)})"

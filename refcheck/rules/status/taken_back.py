"""What the rules on retracted and withdrawn works share."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.model.matches import Found
from refcheck.model.records import RegistryRecord
from refcheck.rules.base import Finding, ListSubject, Subject
from refcheck.rules.status.knowledge import before_or_after
from refcheck.rules.status.notices import Notice, of_verdict, records_of, told
from refcheck.rules.status.roles import bare_title, work_says
from refcheck.rules.status.verdicts import Verdict
from refcheck.rules.status.wording import About, Said, says_so
from refcheck.text.registry_names import registry_name


def says(subject: Subject, about: About) -> bool:
    """Tell whether the cited text says itself what became of the work."""
    record = subject.record
    return says_so(subject.cited, about, bare_title(record) if record else None)


def is_of_published_version(subject: Subject) -> bool:
    """Tell whether what was found is the published version of the cited preprint."""
    return isinstance(subject.match, Found) and subject.match.kin == "published-version"


def titled(subject: Subject, *said: Said) -> RegistryRecord | None:
    """Give the first record of the cited work whose title says this of it."""
    return next((record for record in records_of(subject) if (words := work_says(record)) and words.said in said), None)


def is_taken_back(subject: Subject) -> bool:
    """Tell whether the whole work was retracted or withdrawn, by a notice that stands or by its title."""
    return bool(of_verdict(subject, "retracted", "withdrawn")) or titled(subject, "retracted", "withdrawn") is not None


def findings(whole: ListSubject, verdict: Verdict, said: Said | None, *, milder: Severity | None = None) -> Iterator[Finding]:
    """Yield a finding for each work that was taken back in this way and is cited as if it had not been.

    Args:
        whole: all references of the run.
        verdict: what the notices do to the work.
        said: what its title says instead, or besides, if it can say so.
        milder: the severity, where it is not the rule's own.
    """
    for index, subject in enumerate(whole.subjects):
        notices, record = of_verdict(subject, verdict), titled(subject, said) if said else None
        if (not notices and record is None) or says(subject, "retracted"):
            continue
        others = (other for other in whole.subjects if other.cited.file == subject.cited.file)
        elsewhere = is_of_published_version(subject)
        title = record.reference.title if record else None
        yield Finding(
            index=index,
            cited=subject.cited.reference.title,
            registered=title,
            message=_message(notices, record, said)
            + before_or_after([notice.date for notice in notices if notice.date], subject, others)
            + (" (on its published version)" if elsewhere else ""),
            evidence=title,
            severity=Severity.INFO if elsewhere else milder,
        )


def _message(notices: tuple[Notice, ...], record: RegistryRecord | None, said: Said | None) -> str:
    by_title = f"titled as {said} ({registry_name(record.registry)})" if record else ""
    return "; ".join(part for part in (told(notices) if notices else "", by_title) if part)

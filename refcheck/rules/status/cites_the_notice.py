"""REF705."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.answers import Alias, Record
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.identifiers import Doi
from refcheck.model.records import RegistryRecord
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.status.roles import bare_title, identifiers_of, notice_on, works_noticed
from refcheck.rules.status.verdicts import GRAVE, kind_of, named, verdict_of
from refcheck.rules.status.wording import NOTICES, says_so, wording
from refcheck.text.registry_names import registry_name


@rule("REF705", "cites-the-notice", severity=Severity.WARNING, needs="match")
def cites_the_notice(subject: Subject) -> Iterator[Finding]:
    """A reference leads to the notice on a work instead of the work.

    ## What it does
    Reports a reference whose record is a retraction, correction or other notice, while the citation names the work and
    says nothing of a notice. What is a notice is told by its registered title, together with the work it is registered
    for or the title that is cited: a record titled "RETRACTED: ..." is the retracted work. A record that is registered
    as a retraction of another work and has an ordinary title is only mentioned. The DOI of the work is proposed where
    it is registered.

    ## Why it matters
    Readers land on a page of a few lines. And who cites the notice may not have noticed that there is one.

    ## Example
    Cited: `Lee, J. (2020). On wells. Water, 4, 17. https://doi.org/10.1000/notice`

    Registered: 10.1000/notice is "Correction: On wells", on 10.1000/wells

    ## Use instead
    `https://doi.org/10.1000/wells` for the work; the notice's own title where the notice is meant.

    ## Fix safety
    Unsafe: only the author knows which of the two is meant.

    ## Sources
    Crossref, `update-to`.
    """
    for path, record in _led_to(subject):
        if says_so(subject.cited, "notice", bare_title(record)):
            continue
        words = notice_on(record, subject.cited.reference.title)
        grave = [update for update in works_noticed(record) if verdict_of(update) in GRAVE]
        if words is not None:
            yield _finding(subject, path, record, NOTICES[words.said])
        elif grave and wording(record.reference.title or "") is None:
            on = f"{named(kind_of(grave[0]))} of {grave[0].doi}"
            yield Finding(path=path, message=f"registered as {on} ({registry_name(record.registry)})", severity=Severity.INFO)


def _finding(subject: Subject, path: str | None, record: RegistryRecord, called: str) -> Finding:
    """Name the notice and the work it is on; the work's DOI is proposed in the place of the cited one."""
    cited, meant = getattr(subject.cited.reference, path) if path else None, _work(record)
    proposed = meant if path == "doi" else None
    work = f"the work itself, {meant}" if meant else "the work"
    return Finding(
        path=path,
        cited=None if cited is None else str(cited),
        registered=meant.text if meant else None,
        message=f"leads to the {called} {record.identifier} ({registry_name(record.registry)}), not to {work}",
        evidence=record.reference.title,
        changes=(Change(path="doi", cited=cited, registered=proposed),) if proposed else (),
        title=f"replace the DOI by {proposed}" if proposed else None,
        applicability="unsafe" if proposed else "display",
    )


def _work(record: RegistryRecord) -> Doi | None:
    """Give the DOI of the one work a record is a notice on; of several, of the one on which it is graver than on the rest."""
    noticed = works_noticed(record)
    if not noticed or (len(noticed) > 1 and verdict_of(noticed[0]) == verdict_of(noticed[1])):
        return None
    return Doi.parse(noticed[0].doi)


def _led_to(subject: Subject) -> Iterator[tuple[str | None, RegistryRecord]]:
    """Yield the records that the cited DOI and PubMed number lead to, with the attribute; without them, the one that was found."""
    doi, pmid = subject.cited.reference.doi, subject.cited.reference.pmid
    questions = {doi.folded: "doi"} if isinstance(doi, Doi) else {}
    questions |= {f"pmid:{pmid}": "pmid"} if pmid else {}
    led = {answer.question: answer.record for answer in subject.match.answers if isinstance(answer, Record | Alias)}
    records: list[tuple[str | None, RegistryRecord]] = [(path, led[question]) for question, path in questions.items() if question in led]
    if not records and subject.record is not None:
        records = [("doi" if isinstance(doi, Doi) else None, subject.record)]
    seen: set[str] = set()
    for path, record in records:
        if not seen & identifiers_of(record):
            yield path, record
        seen |= identifiers_of(record) - {""}

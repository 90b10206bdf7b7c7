"""One report with everything a reporter must show."""

from __future__ import annotations

import pytest

from refcheck.model.answers import Absent
from refcheck.model.dates import Date
from refcheck.model.diagnostics import Change, Diagnostic, Fix, Place, Severity, TextEdit
from refcheck.model.documents import Document, Notice
from refcheck.model.identifiers import Doi
from refcheck.model.matches import Ambiguous, Found, NotFound, Skipped, Unreachable
from refcheck.model.records import RegistryRecord
from refcheck.model.references import CitedReference, Reference, Span
from refcheck.model.reports import Report, Result

TEXT = "Müller, A. (2021). Über das Wetter. Journal of Rain, 3(1). https://doi.org/10.1000/abc\n\nSite. (2020). A page. https://example.org/x\n"


def cited(number: int, start: int, end: int, line: int) -> CitedReference:
    return CitedReference(
        reference=Reference(title="x"), id=str(number), raw=TEXT[start:end], file="list.txt", line=line, span=Span(start, end)
    )


@pytest.fixture
def report() -> Report:
    first, second = cited(1, 0, 86, 1), cited(2, 88, 133, 3)
    record = RegistryRecord(
        registry="crossref",
        identifier="10.1000/abc",
        reference=Reference(title="x", doi=Doi("10.1000/ABC")),
        retrieved="2026-11-01",
        provenance="transcribed",
    )
    year = Diagnostic(
        code="REF301",
        name="year-mismatch",
        severity=Severity.ERROR,
        message="cited as 2021, Crossref has 2019 (published-print)",
        path="issued",
        place=Place(file="list.txt", span=Span(12, 16)),
        related=(Place(file="list.txt", span=Span(0, 6)),),
        cited="2021",
        registered="2019",
        changes=(Change(path="issued", cited=Date(year=2021), registered=Date(year=2019)),),
        title="replace the year 2021 by 2019",
        applicability="unsafe",
    )
    name = Diagnostic(
        code="REF201", name="honorific-in-name", severity=Severity.WARNING, message="a title before the name", path="author[0].honorific"
    )
    fix = Fix(
        title="replace the year 2021 by 2019", applicability="unsafe", edits=(TextEdit(file="list.txt", span=Span(12, 16), text="2019"),)
    )
    whole = Diagnostic(
        code="REF002",
        name="unreadable-reference",
        severity=Severity.INFO,
        message="no reference",
        place=Place(file="list.txt", span=Span(86, 87)),
    )
    return Report(
        documents={"list.txt": Document(name="list.txt", text=TEXT)},
        results=(
            Result(cited=first, match=Found(records=(record,), by="doi"), diagnostics=(year, name), fixes={0: fix}),
            Result(cited=second, match=Skipped(reason="web page")),
            Result(cited=second, match=Unreachable(reason="Crossref could not be reached")),
            Result(cited=second, match=NotFound(answers=(Absent(registry="doi", question="10.1000/x", date="2026-11-01"),))),
            Result(cited=second, match=Ambiguous(candidates=(record, record))),
        ),
        diagnostics=(whole,),
        notices=(Notice(message="list.txt: read as windows-1252"),),
        today="2026-11-24",
    )

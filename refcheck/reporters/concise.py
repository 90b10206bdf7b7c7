"""One line a finding, as compilers write them."""

from __future__ import annotations

from refcheck.model.diagnostics import Diagnostic
from refcheck.model.reports import Report
from refcheck.reporters.base import Terminal
from refcheck.reporters.summary import all_diagnostics, last_line


def report(report: Report, terminal: Terminal) -> str:  # noqa: ARG001 - lines are never wrapped: editors parse them
    """Write `file:line:column: severity CODE name: message` lines, then the sum; nothing but the sum when all is well.

    In a PDF or DOCX the place is "page 3, line 14" or "paragraph 27".
    """
    lines = [_line(each, report) for each in all_diagnostics(report)]
    return "".join(f"{line}\n" for line in (*lines, last_line(report)))


def _line(diagnostic: Diagnostic, report: Report) -> str:
    place = diagnostic.place
    where = ""
    if place is not None:
        document = report.documents.get(place.file)
        position = f":{document.place(place.span.start)}" if document else ""
        where = f"{place.file}{position}: "
    return f"{where}{diagnostic.severity} {diagnostic.code} {diagnostic.name}: {diagnostic.message}"

"""The report as JSON: a contract other programs rely on.

A field is added freely and changed only with a new `schema_version`.
"""

from __future__ import annotations

import json
from typing import Any

from refcheck.model.answers import Failed
from refcheck.model.diagnostics import Diagnostic, Fix, Place
from refcheck.model.documents import Document
from refcheck.model.matches import Found, Match, Unreachable
from refcheck.model.references import Span
from refcheck.model.reports import Report, Result
from refcheck.model.variables import csl_name
from refcheck.reporters.base import Terminal
from refcheck.reporters.summary import reason_of, registry_of, status_of, summary_of

SCHEMA_VERSION = 1


def report(report: Report, terminal: Terminal) -> str:  # noqa: ARG001 - machines have no terminal
    """Write the report as one JSON object, keys in a fixed order.

    Each reference is written by itself: of ten thousand the parts of a whole would take much room.
    """
    content = {
        "schema_version": SCHEMA_VERSION,
        "references": [],
        "diagnostics": [_diagnostic(each, None, report) for each in report.diagnostics],
        "notices": [notice.message for notice in report.notices],
        "summary": summary_of(report),
        "interrupted": report.interrupted,
        "today": report.today,
    }
    head, mark, tail = (json.dumps(content, ensure_ascii=False, indent=2) + "\n").partition('"references": []')
    if not report.results:
        return head + mark + tail
    parts = [head, '"references": [']
    for place, result in enumerate(report.results):
        parts += [
            ",\n    " if place else "\n    ",
            json.dumps(_reference(result, report), ensure_ascii=False, indent=2).replace("\n", "\n    "),
        ]
    return "".join([*parts, "\n  ]", tail])


def _reference(result: Result, report: Report) -> dict[str, Any]:
    cited = result.cited
    return {
        "id": cited.id,
        "key": cited.key,
        "file": cited.file,
        "line": cited.line,
        **_unit(report.documents.get(cited.file), cited.span),
        "match": _match(result.match),
        "diagnostics": [_diagnostic(each, result.fixes.get(place), report) for place, each in enumerate(result.diagnostics)],
    }


def _match(match: Match) -> dict[str, Any]:
    found = match if isinstance(match, Found) else None
    doi = found.record.reference.doi if found else None
    return {
        "status": status_of(match),
        "registry": registry_of(match),
        "doi": str(doi) if doi else None,
        "score": found.score if found else None,
        "reason": reason_of(match),
        "by": found.by if found else None,
        "kin": found.kin if found else None,
        "provenance": found.record.provenance if found else None,
        "retrieved": found.record.retrieved if found else None,
        "cause": _cause(match),
    }


def _cause(match: Match) -> str | None:
    """Say in one word why a reference could not be checked."""
    if not isinstance(match, Unreachable):
        return None
    return next((answer.cause for answer in reversed(match.answers) if isinstance(answer, Failed)), None)


def _diagnostic(diagnostic: Diagnostic, fix: Fix | None, report: Report) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "variable": csl_name(diagnostic.path),
        "index": _index(diagnostic.path),
        **_where(diagnostic.place, report),
        "cited": diagnostic.cited,
        "registered": diagnostic.registered,
        "evidence": diagnostic.evidence,
        "related": [{"file": place.file, **_where(place, report)} for place in diagnostic.related],
        "fix": None if fix is None else _fix(fix, report),
    }


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": fix.applicability,
        "edits": [{"file": edit.file, **_lines(edit.span, report.documents[edit.file]), "text": edit.text} for edit in fix.edits],
    }


def _index(path: str | None) -> int | None:
    number = (path or "").partition("[")[2].partition("]")[0]
    return int(number) if number.isdigit() else None


def _where(place: Place | None, report: Report) -> dict[str, int | None]:
    document: Document | None = report.documents.get(place.file) if place else None
    unit = _unit(document, place.span if place else None)
    if place is None or document is None or unit["paragraph"] is not None:
        return {"line": None, "column": None, "end_line": None, "end_column": None, **unit}
    return {**_lines(place.span, document), **unit}


def _lines(span: Span, document: Document) -> dict[str, int]:
    line, column = document.position(span.start)
    end_line, end_column = document.position(span.end)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _unit(document: Document | None, span: Span | None) -> dict[str, int | None]:
    """Give the page or the paragraph, in a document that has these."""
    number = document.number(span.start) if document and span else None
    unit = document.unit if document else "line"
    return {"page": number if unit == "page" else None, "paragraph": number if unit == "paragraph" else None}

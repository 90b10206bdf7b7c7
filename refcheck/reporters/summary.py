"""What every report counts, and the words it uses for what became of a reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from refcheck.model.diagnostics import Diagnostic, Severity
from refcheck.model.matches import Ambiguous, Found, Match, NotFound, Skipped, Unreachable
from refcheck.model.reports import Report

STATUSES = ("found", "not-found", "ambiguous", "unreachable", "skipped")


def status_of(match: Match) -> str:
    """Name what became of looking for a work."""
    match match:
        case Found():
            return "found"
        case NotFound():
            return "not-found"
        case Ambiguous():
            return "ambiguous"
        case Unreachable():
            return "unreachable"
        case Skipped():
            return "skipped"
        case _:
            assert_never(match)


def reason_of(match: Match) -> str | None:
    """Say why a work was not looked for, could not be asked or cannot be told; None where nothing is to be said."""
    if isinstance(match, Ambiguous):
        return f"it may be {', or '.join(candidate.identifier for candidate in match.candidates)}"
    return match.reason if isinstance(match, Skipped | Unreachable) else None


def registry_of(match: Match) -> str | None:
    """Name the registry of the record found, else the last that answered."""
    if isinstance(match, Found):
        return match.record.registry
    return match.answers[-1].registry if match.answers else None


def all_diagnostics(report: Report) -> Iterator[Diagnostic]:
    """List all findings: those of the references in input order, then those of lists and the run."""
    for result in report.results:
        yield from result.diagnostics
    yield from report.diagnostics


def summary_of(report: Report) -> dict[str, dict[str, int]]:
    """Count references by status and findings by severity, every word named."""
    statuses = Counter(status_of(result.match) for result in report.results)
    severities = Counter(str(each.severity) for each in all_diagnostics(report))
    return {
        "references": {"total": len(report.results), **{status: statuses[status] for status in STATUSES}},
        "diagnostics": {str(severity): severities[str(severity)] for severity in sorted(Severity, reverse=True)},
    }


def counted(number: int, noun: str) -> str:
    """Write a count with its noun, plural where it is not one."""
    return f"{number} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def last_line(report: Report) -> str:
    """Sum the run up in a line: references by status, findings by severity."""
    summary = summary_of(report)
    statuses = ", ".join(
        f"{count} {status.replace('-', ' ')}" for status, count in summary["references"].items() if count and status != "total"
    )
    findings = ", ".join(counted(count, word) for word, count in summary["diagnostics"].items() if count) or "no findings"
    head = counted(summary["references"]["total"], "reference")
    return f"{head}{': ' if statuses else ''}{statuses}; {findings}"

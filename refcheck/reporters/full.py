"""The report for people: each reference with a finding, cited and registered side by side."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from refcheck.model.diagnostics import Diagnostic, Fix, Severity
from refcheck.model.matches import Found
from refcheck.model.references import CitedReference
from refcheck.model.reports import Report, Result
from refcheck.reporters.base import Terminal
from refcheck.reporters.summary import last_line, reason_of, status_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_LABEL = 12
"""Columns of the words "cited", "registered", "fix" with the blank after them."""


def report(report: Report, terminal: Terminal) -> str:
    """Write every reference with a finding, then why others were not checked, then the sum."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(
        file=out,
        width=terminal.width,
        force_terminal=terminal.colour,
        no_color=not terminal.colour,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for result in report.results:
        if result.diagnostics:
            _reference(console, result, report)
    if report.diagnostics:
        console.print("the list and the run", style="bold")
        for each in report.diagnostics:
            _finding(console, each, None, place=_place(each, report))
        console.print()
    _unchecked(console, report)
    _transcribed(console, report)
    console.print(last_line(report), style="bold")
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1]) if not terminal.colour else out.getvalue()


def _reference(console: Console, result: Result, report: Report) -> None:
    from rich.text import Text

    cited = result.cited
    head = Text.assemble((f"{cited.file}{_line(cited, report)}", "bold"), f"  [{cited.key or cited.id}]")
    console.print(head)
    console.print(_indented(_short(cited.raw or cited.reference.title or ""), 2), style="dim")
    for place, each in enumerate(result.diagnostics):
        _finding(console, each, result.fixes.get(place))
    console.print()


def _line(cited: CitedReference, report: Report) -> str:
    """Say where a reference begins: its line, page or paragraph."""
    document = report.documents.get(cited.file)
    if cited.span is None or document is None:
        return ""
    return f":{document.place(cited.span.start).partition(':')[0]}"


def _finding(console: Console, diagnostic: Diagnostic, fix: Fix | None, place: str = "") -> None:
    from rich.text import Text

    colour = _COLOURS[diagnostic.severity]
    head = Text.assemble(
        (str(diagnostic.severity), colour), f" {diagnostic.code} ", (diagnostic.name, "bold"), f"  {place}" if place else ""
    )
    console.print(_padded(head, 2))
    console.print(_indented(diagnostic.message, 4))
    if diagnostic.cited is not None and diagnostic.registered is not None:
        console.print(_row("cited", diagnostic.cited))
        console.print(_row("registered", diagnostic.registered))
    if fix is not None:
        console.print(_row("fix", f"{fix.title} ({fix.applicability})"))


def _row(word: str, value: str) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=0)
    table.add_column(width=_LABEL, no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    table.add_row(word, value)
    return _padded(table, 4)


def _indented(text: str, by: int) -> RenderableType:
    from rich.text import Text

    return _padded(Text(text, overflow="fold"), by)


def _padded(content: RenderableType, by: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(content, (0, 0, 0, by), expand=False)


def _short(raw: str, most: int = 160) -> str:
    """Give the first words of a reference on one line."""
    text = " ".join(raw.split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _place(diagnostic: Diagnostic, report: Report) -> str:
    place = diagnostic.place
    document = report.documents.get(place.file) if place else None
    return "" if place is None or document is None else f"{place.file}:{document.place(place.span.start)}"


def _unchecked(console: Console, report: Report) -> None:
    """Count why references were not looked up: silence must not look like approval."""
    reasons: dict[str, list[str]] = {}
    for result in report.results:
        reason = reason_of(result.match)
        if reason is not None:
            reasons.setdefault(f"{status_of(result.match)}: {reason}", []).append(result.cited.id)
    for reason, ids in reasons.items():
        console.print(f"not looked up ({reason}): {', '.join(ids)}", style="dim")


def _transcribed(console: Console, report: Report) -> None:
    ids = [each.cited.id for each in report.results if isinstance(each.match, Found) and each.match.record.provenance == "transcribed"]
    if ids:
        console.print(
            f"transcribed record ({', '.join(ids)}): written down by a person from public pages, not had from the registry; "
            "(inferred) marks what no page says. refcheck lock --refresh replaces it.",
            style="dim",
        )

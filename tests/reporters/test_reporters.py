"""Reports say everything once, in a fixed order, in the form they promise."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from refcheck import catalog
from refcheck.model.diagnostics import Diagnostic, Place, Severity
from refcheck.model.reports import Report
from refcheck.reporters.base import Terminal


def written(report: Report, form: str, **terminal) -> str:
    return catalog.load(catalog.REPORTERS, form)(report, Terminal(**terminal))


def test_concise_gives_a_line_a_finding_that_editors_can_follow(report: Report):
    assert written(report, "concise").splitlines() == [
        "list.txt:1:13: error REF301 year-mismatch: cited as 2021, Crossref has 2019 (published-print)",
        "warning REF201 honorific-in-name: a title before the name",
        "list.txt:1:87: info REF002 unreadable-reference: no reference",
        "5 references: 1 found, 1 not found, 1 ambiguous, 1 unreachable, 1 skipped; 1 error, 1 warning, 1 info",
    ]


def test_concise_of_a_clean_list_is_its_sum_alone(report: Report):
    clean = replace(report, results=report.results[1:2], diagnostics=())
    assert written(clean, "concise") == "1 reference: 1 skipped; no findings\n"


def test_json_keeps_its_contract(report: Report):
    content = json.loads(written(report, "json"))
    assert content["schema_version"] == 1
    assert content["today"] == "2026-11-24"
    assert content["summary"] == {
        "references": {"total": 5, "found": 1, "not-found": 1, "ambiguous": 1, "unreachable": 1, "skipped": 1},
        "diagnostics": {"error": 1, "warning": 1, "info": 1},
    }
    first = content["references"][0]
    assert (first["id"], first["key"], first["file"], first["line"]) == ("1", None, "list.txt", 1)
    assert {key: first["match"][key] for key in ("status", "registry", "doi", "score", "reason")} == {
        "status": "found",
        "registry": "crossref",
        "doi": "10.1000/ABC",
        "score": None,
        "reason": None,
    }
    year = first["diagnostics"][0]
    assert {key: year[key] for key in ("code", "name", "severity", "variable", "index", "cited", "registered")} == {
        "code": "REF301",
        "name": "year-mismatch",
        "severity": "error",
        "variable": "issued",
        "index": None,
        "cited": "2021",
        "registered": "2019",
    }
    assert [year[key] for key in ("line", "column", "end_line", "end_column")] == [1, 13, 1, 17]
    assert year["fix"] == {
        "title": "replace the year 2021 by 2019",
        "applicability": "unsafe",
        "edits": [{"file": "list.txt", "line": 1, "column": 13, "end_line": 1, "end_column": 17, "text": "2019"}],
    }
    assert year["related"] == [
        {"file": "list.txt", "line": 1, "column": 1, "end_line": 1, "end_column": 7, "page": None, "paragraph": None}
    ]
    name = first["diagnostics"][1]
    assert (name["variable"], name["index"], name["line"], name["fix"]) == ("author", 0, None, None)
    assert [each["match"]["status"] for each in content["references"]] == ["found", "skipped", "unreachable", "not-found", "ambiguous"]
    assert content["references"][2]["match"]["reason"] == "Crossref could not be reached"
    assert content["diagnostics"][0]["name"] == "unreadable-reference"
    assert content["notices"] == ["list.txt: read as windows-1252"]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_full_never_runs_over_the_terminal_and_loses_nothing(report: Report, width: int):
    text = written(report, "full", width=width)
    assert max(map(len, text.splitlines())) <= width
    flat = " ".join(text.split())
    for part in ("list.txt:1", "error REF301 year-mismatch", "cited as 2021, Crossref has 2019 (published-print)", "unsafe", "web page"):
        assert part in flat
    assert "transcribed record" in flat, "a report that rests on a transcribed record says so"
    assert "unreachable: Crossref could not be reached" in flat, "what could not be checked is said as such"
    assert flat.endswith("1 error, 1 warning, 1 info")


def test_full_uses_colour_only_where_it_is_shown(report: Report):
    assert "\x1b[" not in written(report, "full")
    assert "\x1b[" in written(report, "full", colour=True)


def test_full_is_silent_about_references_without_findings(report: Report):
    assert "A page" not in written(report, "full")


def test_markup_in_references_is_shown_as_it_stands(report: Report):
    odd = replace(report.results[0].cited, raw="[bold]Smith[/bold] :warning: (2020)")
    text = written(replace(report, results=(replace(report.results[0], cited=odd),)), "full")
    assert "[bold]Smith[/bold] :warning: (2020)" in text


@pytest.mark.parametrize(
    ("unit", "shown", "places"),
    [
        ("page", "list.txt:page 2, line 1: error", {"line": 1, "column": 1, "page": 2, "paragraph": None}),
        ("paragraph", "list.txt:paragraph 2: error", {"line": None, "column": None, "page": None, "paragraph": 2}),
    ],
)
def test_places_in_containers_are_pages_and_paragraphs(report: Report, unit: str, shown: str, places: dict):
    """Nobody sees the lines of the text that was made of a PDF or DOCX."""
    document = replace(report.documents["list.txt"], unit=unit, breaks=(0, 88))
    (found, *rest) = report.results[1:]
    finding = Diagnostic(
        code="REF301", name="year-mismatch", severity=Severity.ERROR, message="m", place=Place(file="list.txt", span=found.cited.span)
    )
    changed = replace(report, documents={"list.txt": document}, results=(replace(found, diagnostics=(finding,)), *rest))
    assert shown in written(changed, "concise")
    assert f"list.txt:{'page 2, line 1' if unit == 'page' else 'paragraph 2'}  [2]" in written(changed, "full")
    of_json = json.loads(written(changed, "json"))["references"][0]
    assert places.items() <= of_json["diagnostics"][0].items()
    assert of_json[unit] == 2

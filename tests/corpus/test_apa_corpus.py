"""The APA writer against worked examples. The figures may only rise."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from refcheck.model.documents import Document
from refcheck.model.references import Reference
from refcheck.readers.csl_json import read
from refcheck.styles.apa import Apa
from refcheck.styles.render import FORMS

KNOWN_PASSES = 67
EXCEPTIONS: dict[str, str] = {}
"""Item that is not as the example has it -> why."""


def items(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def works(rows: list[dict[str, Any]]) -> list[Reference]:
    text = json.dumps([row["csl"] for row in rows])
    return [cited.reference for cited in read(Document(name="gold.json", text=text)).references]


@pytest.fixture
def scorer(tools: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(tools))
    import score_apa

    yield score_apa
    for name in ("score_apa", "scoring"):
        sys.modules.pop(name, None)


def lines(entries: Any, form: str) -> list[str]:
    return [line for line in FORMS[form](entries).split("\n") if line]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_worked_examples(data: Path, scorer: Any, form: str) -> None:
    """Every type of work the manual gives, text and italics."""
    rows = items(data / "apa" / "gold.json")
    style = Apa()
    written = lines([style.entry(work) for work in works(rows)], form)
    right, wrong = scorer.score(rows, written, True, form == "markdown")
    assert right >= KNOWN_PASSES
    assert {row["id"] for row, _ in wrong} <= EXCEPTIONS.keys()


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_list_of_the_example_is_clean(data: Path, scorer: Any, form: str) -> None:
    """Order and letters of the year too."""
    rows = items(data / "seed" / "apa-gold.json")
    entries = [entry for _, entry in Apa().bibliography(works(rows))]
    assert scorer.score(rows, lines(entries, form), False, form == "markdown")[0] == len(rows)


def test_titles_as_cited_come_out_in_sentence_case(data: Path, scorer: Any) -> None:
    """The example's own titles are in title case, which the examples above hide."""
    rows = items(data / "seed" / "apa-gold.json")
    style = Apa()
    for row, work in zip(rows, works(rows), strict=True):
        cited = re.sub(r"^.*?\)\. (.*?[.?]) .*$", r"\1", row["seed"])
        title = cited.rstrip(".")
        shown = "".join(run.text for run in style.entry(Reference(type="webpage", title=title)))
        assert scorer.fold(work.title) in scorer.fold(shown)


def test_every_record_is_written_on_one_line(data: Path) -> None:
    """What registries really hold: markup, line ends, odd names."""
    import gzip

    with gzip.open(data / "records.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    rows = []
    for record in records:
        item = {
            key: record[key]
            for key in ("author", "editor", "volume", "issue", "page", "publisher", "DOI", "issued", "language")
            if record.get(key)
        }
        item |= {key: record[key][0] for key in ("title", "container-title") if record.get(key)}
        rows.append({"csl": {"id": record["DOI"], "type": "article-journal", **item}})
    entries = [entry for _, entry in Apa().bibliography(works(rows))]
    written = FORMS["text"](entries)
    assert len(entries) == len(rows)
    assert written.count("\n") == len(rows)
    assert "  " not in written

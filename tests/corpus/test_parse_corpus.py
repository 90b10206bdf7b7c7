"""The labeller over real reference strings: what it reaches may only rise."""

from __future__ import annotations

import importlib
import json
import sys

import pytest

from refcheck.model.names import ET_AL
from refcheck.readers.labelling import label

PARTS = ("family", "given", "non_dropping_particle", "dropping_particle", "suffix", "literal")
TEXTS = {
    "title": "title",
    "container_title": "container-title",
    "volume": "volume",
    "issue": "issue",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "url": "URL",
    "year_suffix": "year-suffix",
}


@pytest.fixture(scope="module")
def scorer(tools):
    sys.path.insert(0, str(tools))
    try:
        yield importlib.import_module("score_parse")
    finally:
        sys.path.remove(str(tools))


def people(names):
    """Names as CSL-JSON has them."""
    return [{part.replace("_", "-"): getattr(name, part) for part in PARTS if getattr(name, part)} for name in names if name != ET_AL]


def item(work):
    """A reference as a CSL-JSON item."""
    found = {"type": work.type, **{csl: getattr(work, name) for name, csl in TEXTS.items() if getattr(work, name)}}
    found |= {role: people(getattr(work, role)) for role in ("author", "editor") if getattr(work, role)}
    if work.issued:
        found["issued"] = {"date-parts": [list(work.issued.parts)]} if work.issued.year else {"literal": work.issued.literal}
    if work.doi:
        found["DOI"] = str(work.doi)
    if work.page:
        found |= {"page": work.page.pages} if work.page.pages else {"number": work.page.article}
    return found


@pytest.mark.parametrize(
    ("name", "micro", "other"),
    [("ore-dev", 94.5, {"families": 98, "core": 70, "type": 80}), ("grobid-dev", 92.5, {"core": 75})],
)
def test_fields_of_real_references(data, scorer, name, micro, other):
    """Of documents that nothing was learnt from; the floors stand a little below what is measured: a loss shows, a tie does not."""
    rows = [row for row in scorer.scoring.rows(data / "parse" / f"{name}.jsonl.gz") if scorer.held_out(row)]
    labelled = [label(" ".join(row["string"].split())) for row in rows]
    figures = scorer.score(rows, [item(one.reference) for one in labelled])
    assert figures["micro"] >= micro
    for figure, floor in other.items():
        assert figures[figure] >= floor


def test_every_reference_of_the_example_article_is_read_to_the_letter(data):
    """Authors with the title apart, year letters, full dates, titles, sites, numbers, identifiers and types."""
    for wanted in json.loads((data / "seed" / "parse-gold.json").read_text(encoding="utf-8"))["references"]:
        labelled = label(wanted["raw"], offset=wanted["start"])
        csl = dict(wanted["csl"])
        del csl["id"]
        honorifics = [(one["index"], one["text"]) for one in csl.pop("custom", {}).get("honorifics", [])]
        assert item(labelled.reference) == csl
        assert [(place, name.honorific) for place, name in enumerate(labelled.reference.author) if name.honorific] == honorifics
        assert not labelled.reference.extra

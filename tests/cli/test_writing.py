"""`render`, `export`, `lookup`, `lock` and `rule`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

RAIN = "Lind, A. (2018). On Rain in the Valley. Journal of Rain, 3(2). https://doi.org/10.5555/rain"
PAGE = "Berg, Dr. O. (2021, May 3). Weather for Everyone. Weather House. https://weather.example/everyone"


@pytest.fixture
def source(home: Path) -> str:
    (home / "list.txt").write_text(f"{RAIN}\n\n{PAGE}\n", encoding="utf-8")
    return "list.txt"


def test_render_prints_what_is_cited_and_asks_nobody(refcheck, registered, source):
    done = refcheck("render", source, "--style", "apa", "--to", "text")
    assert done.out.splitlines() == [
        "Berg, O. (2021, May 3). Weather for everyone. Weather House. https://weather.example/everyone",
        "Lind, A. (2018). On rain in the valley. Journal of Rain, 3(2). https://doi.org/10.5555/rain",
    ]
    assert (done.status, registered.service.targets) == (0, [])


def test_render_takes_the_registered_values_where_asked(refcheck, registered, source):
    corrected = refcheck("render", source, "--corrected", "--to", "markdown").out
    assert "Lind, A. (2020). On rain in the valley. *Journal of Rain*, *3*(2). <" in corrected.replace("https", "<https").replace("<<", "<")
    completed = refcheck("render", source, "--complete", "--to", "html").out
    assert "(2018)" in completed
    assert "11–19" in completed


def test_each_keeps_the_order_of_the_input(refcheck, registered, source):
    assert refcheck("render", source, "--each").out.startswith("Lind, A.")


def test_export_with_corrections_keeps_the_key_of_what_is_cited(refcheck, registered, source):
    as_cited, corrected = (refcheck("export", source, "--to", "bibtex", *more).out for more in ((), ("--corrected", "--complete")))
    assert "@article{lind2018rain," in as_cited
    assert "@article{lind2018rain," in corrected
    assert "year = {2018}" in as_cited
    assert "year = {2020}" in corrected
    assert "pages = {11--19}" in corrected


def test_what_could_not_be_checked_is_written_as_cited_and_said(refcheck, registered, source):
    registered.down.add("crossref")
    done = refcheck("export", source, "--to", "csl-json", "--corrected")
    assert done.status == 3
    assert "could not be checked, written as cited: 1" in done.err
    assert done.json[0]["issued"] == {"date-parts": [[2018]]}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("render", "--style", "mla"), "there is no style 'mla'"), (("export", "--to", "ris"), "there is no format 'ris'")],
)
def test_what_cannot_be_written_is_refused_with_what_can(refcheck, source, arguments, said):
    done = refcheck(*arguments, source)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert "there are" in done.err


def test_standard_input_is_a_source(home):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "refcheck", "render", "-"],
        input="Müller, Ä. (2020). Über Nebel. Regen, 3(1).".encode(),
        env=environment,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == "Müller, Ä. (2020). Über Nebel. Regen, 3(1).\n"


def test_a_reader_that_has_seen_enough_is_no_error(home):
    (home / "many.txt").write_text("\n".join(f"Lind, A. ({year}). On rain. Rain, 3(1), 1–9." for year in range(1000, 2000)) * 3)
    command = f"{sys.executable} -m refcheck export many.txt --from lines --to csl-json | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[\n", "")


def test_lookup_shows_the_record_with_its_dates(refcheck, registered):
    done = refcheck("lookup", "https://doi.org/10.5555/RAIN")
    assert done.status == 0
    lines = dict(line.split("  ", 1) for line in done.out.splitlines())
    assert lines["title"].strip() == "On rain in the valley"
    assert lines["published-print"].strip() == "2020-05  (date to cite)"
    assert "@article{lind2020rain," in refcheck("lookup", "10.5555/rain", "--to", "bibtex").out


@pytest.mark.parametrize("command", [("lookup", "10.5555/rain", "--to", "ris"), ("export", "list.txt", "--corrected", "--to", "ris")])
def test_a_format_that_there_is_not_is_refused_before_anybody_is_asked(refcheck, registered, source, command):
    done = refcheck(*command)
    assert (done.status, done.err) == (2, "refcheck: there is no format 'ris'; there are bibtex, csl-json\n")
    assert registered.service.targets == []


def test_lookup_tells_unregistered_from_unknown_and_unasked(refcheck, registered):
    done = refcheck("lookup", "10.5555/nothing")
    assert (done.status, done.err) == (1, "refcheck: 10.5555/nothing: registered nowhere\n")
    done = refcheck("lookup", "10.1400/pioggia")
    assert (done.status, "mEDRA" in done.err) == (3, True)
    registered.down.add("crossref")
    done = refcheck("lookup", "10.5555/rain", "--no-cache")
    assert (done.status, done.out) == (3, "")
    assert refcheck("lookup", "rain").status == 2


def test_lookup_takes_a_description_and_lists_the_nearest_where_none_fits(refcheck, registered):
    done = refcheck("lookup", "Lind, A. (2020). On rain in the valley. Journal of Rain, 3(2), 11-19.")
    assert (done.status, done.err) == (0, "")
    assert "10.5555/rain" in done.out
    assert "certainty        1.00" in done.out
    done = refcheck("lookup", "snow", "and", "hills")
    assert (done.status, done.out.splitlines()[0]) == (1, "10.5555/snow  Lind (2018) Snow upon the hills. Journal of Rain")
    assert "no work fits for certain" in done.err


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        ("PMID: 123", "id=123"),
        ("pmc123", "pmc"),
        ("arXiv:2101.00001v2", "2101.00001v2"),
        ("https://arxiv.org/abs/hep-th/9901001", "hep-th"),
        ("ISBN 978-0-306-40615-7", "9780306406157"),
        ("0-306-40615-2", "9780306406157"),
    ],
)
def test_lookup_takes_any_identifier(refcheck, registered, wanted, asked):
    """The registry is asked for it; here none of them answers."""
    done = refcheck("lookup", wanted)
    assert any(asked in unquote(target) for target in registered.service.targets)
    assert done.status in {1, 3}
    assert "Traceback" not in done.err


def test_lock_is_written_once_and_then_unchanged(refcheck, registered, source, home):
    done = refcheck("lock", source)
    assert (done.status, done.out) == (0, "refcheck.lock: written; 1 of 1 references locked\n")
    before = (home / "refcheck.lock").read_bytes()
    registered.service.targets.clear()
    assert refcheck("lock", source).out == "refcheck.lock: unchanged; 1 of 1 references locked\n"
    assert (registered.service.targets, (home / "refcheck.lock").read_bytes()) == ([], before)
    assert b"Valley" not in before, "no citation text is stored"


def test_refresh_shows_a_new_retraction(refcheck, registered, source):
    refcheck("lock", source)
    notice = {"DOI": "10.5555/gone", "type": "retraction", "source": "publisher", "updated": {"date-parts": [[2026, 1, 2]]}}
    registered.works["10.5555/rain"]["updated-by"] = [notice]
    assert refcheck("lock", source).out.startswith("refcheck.lock: unchanged")
    lines = refcheck("lock", source, "--refresh").out.splitlines()
    assert lines[0] == "10.5555/rain: new retraction 10.5555/gone, says publisher"
    assert lines[-1] == "refcheck.lock: written; 1 of 1 references locked"


def test_a_registry_that_is_down_takes_nothing_from_the_lock(refcheck, registered, source, home):
    refcheck("lock", source)
    before = (home / "refcheck.lock").read_bytes()
    registered.down.add("crossref")
    done = refcheck("lock", source, "--refresh")
    assert (done.status, (home / "refcheck.lock").read_bytes()) == (3, before)
    assert done.out == "refcheck.lock: unchanged; 1 of 1 references locked, 1 could not be asked\n"


def test_prune_removes_what_no_reference_needs(refcheck, registered, source, home):
    refcheck("lock", source)
    (home / source).write_text(PAGE)
    refcheck("lock", source)
    assert b"10.5555/rain" in (home / "refcheck.lock").read_bytes()
    refcheck("lock", source, "--prune")
    assert (home / "refcheck.lock").read_bytes().count(b"\n") == 1


def test_a_damaged_lock_names_its_line(refcheck, source, home):
    (home / "refcheck.lock").write_text('{"lock": 1}\n<<<<<<< HEAD\n')
    done = refcheck("check", source)
    assert done.status == 2
    assert "refcheck.lock, line 2" in done.err


def test_rules_are_listed_and_explained(refcheck):
    listed = refcheck("rule").out
    assert "REF303  year-online-first" in listed
    by_code, by_name = refcheck("rule", "ref303").out, refcheck("rule", "year-online-first").out
    assert by_code == by_name
    assert "## Why it matters" in by_code
    done = refcheck("rule", "year-onlin-first")
    assert (done.status, "did you mean year-online-first?" in done.err) == (2, True)


def test_the_version_is_told(refcheck):
    from refcheck.version import __version__

    assert refcheck("--version").out == f"refcheck {__version__}\n"

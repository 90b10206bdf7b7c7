"""`config` and `cache`: what holds, where it came from, and what is kept."""

from __future__ import annotations

import sqlite3
import tomllib
from pathlib import Path

import pytest

from refcheck.registries.cache_keeping import clear, holdings

RAIN = "Lind, A. (2020). On rain in the valley. Journal of Rain, 3(2), 11–19. https://doi.org/10.5555/rain\n"


@pytest.fixture
def source(home: Path) -> str:
    (home / "list.txt").write_text(RAIN, encoding="utf-8")
    return "list.txt"


def test_config_shows_what_holds_as_it_is_written(refcheck, home):
    (home / "refcheck.toml").write_text('fail-on = "warning"\nselect = ["dates"]\nmailto = "me@example.org"\n')
    done = refcheck("config")
    held = tomllib.loads(done.out)
    assert (done.status, held["fail-on"], held["select"], held["mailto"], held["offline"]) == (
        0,
        "warning",
        ["dates"],
        "me@example.org",
        False,
    )
    assert "# output-file has no value" in done.out


def test_config_says_where_each_value_came_from(refcheck, home, monkeypatch):
    (home / "refcheck.toml").write_text('fail-on = "warning"\n')
    monkeypatch.setenv("REFCHECK_MAILTO", "me@example.org")
    lines = {line.split(" = ")[0]: line.rpartition("# ")[2] for line in refcheck("config", "--show-source").out.splitlines()}
    assert lines["fail-on"].endswith("refcheck.toml")
    assert (lines["mailto"], lines["select"]) == ("REFCHECK_MAILTO", "default")


def test_a_key_is_never_shown(refcheck, home, monkeypatch):
    monkeypatch.setenv("REFCHECK_OPENALEX_KEY", "s3cret")
    out = refcheck("config", "--show-source").out
    assert "s3cret" not in out
    assert "# openalex-key = set, not shown" in out
    tomllib.loads(out)


def test_cache_shows_what_is_kept_and_forgets_it(refcheck, registered, source):
    assert refcheck("cache").out.splitlines()[1] == "not there yet"
    refcheck("check", source)
    shown = refcheck("cache").out.splitlines()
    assert shown[0].endswith("records.sqlite")
    assert [line.split() for line in shown[2:]] == [["crossref", "record", "1", "2026-11-24", "to", "2026-11-24"]]
    assert refcheck("cache", "clear").out == "1 answer forgotten\n"
    assert refcheck("cache", "clear").out == "0 answers forgotten\n"
    registered.service.targets.clear()
    refcheck("check", source)
    assert len(registered.service.targets) == 1


def test_cache_forgets_by_registry_and_age(refcheck, registered, source):
    refcheck("check", source)
    assert refcheck("cache", "clear", "--registry", "pubmed").out == "0 answers forgotten\n"
    assert refcheck("cache", "clear", "--older-than", "1").out == "0 answers forgotten\n"
    assert refcheck("cache", "clear", "--registry", "crossref", "--older-than", "0").out == "0 answers forgotten\n"
    assert refcheck("cache", "clear", "--older-than", "99999999").out == "0 answers forgotten\n"
    assert refcheck("cache", "clear", "--registry", "crossref").out == "1 answer forgotten\n"
    done = refcheck("cache", "clear", "--registry", "scopus")
    assert (done.status, "there is no registry 'scopus'" in done.err) == (2, True)


def test_a_damaged_cache_is_said_and_can_be_removed(refcheck, registered, source, tmp_path):
    refcheck("check", source)
    file = tmp_path / "refcheck_cache_dir" / "records.sqlite"
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    file.write_bytes(b"no database " * 400)
    done = refcheck("cache")
    assert (done.status, "the cache cannot be read" in done.err) == (0, True)
    refused = refcheck("cache", "clear", "--registry", "crossref")
    assert (refused.status, "cannot be emptied" in refused.err) == (2, True)
    assert refcheck("cache", "clear").out == "the damaged cache was removed\n"
    assert not file.exists()


def test_a_locked_cache_is_not_removed(tmp_path):
    path = tmp_path / "records.sqlite"
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("CREATE TABLE answers_1 (registry TEXT, identifier TEXT, told TEXT, answer TEXT, date TEXT)")
    rows = [
        ("crossref", "a", '{"status": "record"}', "{}", "2026-01-01"),
        ("crossref", "b", '{"status": "record", "x": 1}', "{}", "2026-02-01"),
    ]
    file.executemany("INSERT INTO answers_1 VALUES (?, ?, ?, ?, ?)", [*rows, ("doi", "c", "{", None, "2026-03-01")])
    assert [(each.registry, each.status, each.count, each.oldest, each.newest) for each in holdings(path)] == [
        ("crossref", "record", 2, "2026-01-01", "2026-02-01"),
        ("doi", "damaged", 1, "2026-03-01", "2026-03-01"),
    ]
    file.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError):
        clear(path)
    file.execute("ROLLBACK")
    file.close()
    assert clear(path) == 3

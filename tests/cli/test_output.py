"""Where results go: the terminal, a pipe that closes, a file that is none."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

import pytest

REFERENCE = "Berg, Dr. O. (2021, May 3). Weather for everyone. Weather House. https://weather.example/everyone"


@pytest.fixture
def source(home: Path) -> str:
    (home / "list.txt").write_text(f"{REFERENCE}\n", encoding="utf-8")
    return "list.txt"


def test_a_folder_in_the_place_of_the_output_is_refused_and_stays(refcheck, home, source):
    (home / "out").mkdir()
    done = refcheck("check", source, "-o", "out")
    assert (done.status, done.err) == (2, "refcheck: out: cannot be written: Is a directory\n")
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == [".git"]


def test_a_pipe_is_written_to_and_not_replaced(refcheck, home, source):
    os.mkfifo(home / "pipe")
    reading = os.open(home / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert refcheck("check", source, "-o", "pipe").status == 0
    assert os.read(reading, 100_000).decode().endswith("1 warning\n")
    os.close(reading)
    assert (home / "pipe").is_fifo()


def test_a_file_keeps_its_rights_and_its_link(refcheck, home, source):
    (home / "real.txt").write_text("before")
    (home / "real.txt").chmod(0o640)
    (home / "link.txt").symlink_to("real.txt")
    refcheck("check", source, "-o", "link.txt")
    assert (home / "link.txt").is_symlink()
    assert (home / "real.txt").stat().st_mode & 0o777 == 0o640
    assert (home / "real.txt").read_text().endswith("1 warning\n")


def test_a_failed_run_leaves_the_file_of_the_last(refcheck, home, source):
    (home / "out.bib").write_text("before")
    assert refcheck("export", "gone.txt", "--to", "bibtex", "-o", "out.bib").status == 2
    assert (home / "out.bib").read_text() == "before"


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1)])
def test_a_reader_that_hangs_up_does_not_change_the_status(refcheck, source, monkeypatch, level, status):
    """Or a gate behind `| head` would pass what it should stop, and stop what is clean."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        done = refcheck("check", source, "--fail-on", level)
    assert (done.status, done.err) == (status, "")


def test_without_standard_output_the_status_tells(refcheck, source, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    done = refcheck("check", source, "--fail-on", "warning")
    assert (done.status, done.err) == (1, "")


@pytest.mark.parametrize(("no_color", "coloured"), [(None, True), ("", True), ("1", False)])
def test_colour_is_for_terminals_and_can_be_refused(refcheck, source, monkeypatch, no_color, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" not in refcheck("check", source).out, "a pipe"
    near, far = os.openpty()
    with os.fdopen(far, "w", encoding="utf-8") as screen:
        monkeypatch.setattr(sys, "stdout", screen)
        refcheck("check", source)
        shown = os.read(near, 100_000).decode()
    os.close(near)
    assert "honorific-in-name" in shown
    assert ("\x1b[" in shown) is coloured


def test_a_full_disk_leaves_the_file_of_the_last_run(refcheck, home):
    (home / "many.txt").write_text(f"{REFERENCE}\n" * 500, encoding="utf-8")
    (home / "out.json").write_text("before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        done = refcheck("export", "many.txt", "--from", "lines", "--to", "csl-json", "-o", "out.json")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (done.status, done.err) == (2, "refcheck: out.json: cannot be written: File too large\n")
    assert (home / "out.json").read_text() == "before"
    assert sorted(path.name for path in home.iterdir()) == [".git", "many.txt", "out.json"]


def test_explain_says_why_blocks_were_taken_or_left(refcheck, home):
    """Who misses references must see what the reader thought of them."""
    (home / "paper.md").write_text(
        "# Wells\n\nAs others say (Lee, 2001).\n\n## References\n\n"
        "- Lee, J. (2001). On wells and springs. *Journal of Water*, 12(3), 45–67.\n"
        "- Okafor, N. (1999). Rain in Lagos: A history of the wet season. Cedar Press.\n\n"
        "## Literature\n\nNone of it was read.\n"
    )
    done = refcheck("check", "paper.md", "--offline", "--explain")
    taken = [line for line in done.err.splitlines() if ": taken: " in line]
    assert len(taken) == 1
    assert taken[0].startswith("refcheck: paper.md:7-8: taken: 2 entries")
    assert ": taken: " not in refcheck("check", "paper.md", "--offline").err


def test_explain_speaks_also_where_no_list_is_found(refcheck, home):
    """That is when one asks."""
    (home / "paper.md").write_text("# Wells\n\nAs others say (Lee, 2001).\n\n## References\n\nNone of it was read.\n")
    done = refcheck("check", "paper.md", "--offline", "--explain")
    assert done.status == 2
    assert "paper.md: no reference list found" in done.err
    assert "paper.md:5: left: " in done.err

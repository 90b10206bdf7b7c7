"""Whoever waits at a terminal sees that registries are being asked; nobody else sees anything of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from serving import Service

RAIN = "Lind, A. (2020). On rain in the valley. Journal of Rain, 3(2), 11–19. https://doi.org/10.5555/rain"
pty = pytest.importorskip("pty", reason="terminals of this kind are of Unix")


def run_at_a_terminal(folder: Path) -> tuple[str, str]:
    """Check a list with a terminal as standard error; give what the terminal showed, and standard output."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "refcheck", "check", "list.txt", "--output-format", "concise"]
    done = subprocess.run(command, cwd=folder, env={**os.environ, "TERM": "xterm"}, stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    return shown, done.stdout.decode()


def test_a_terminal_shows_what_is_waited_for(home: Path, registered, service: Service):
    (home / "list.txt").write_text(RAIN, encoding="utf-8")
    shown, out = run_at_a_terminal(home)
    assert "looking up 1 reference" in shown
    assert out == "1 reference: 1 found; no findings\n"


def test_a_pipe_shows_nothing(home: Path, registered, refcheck):
    (home / "list.txt").write_text(RAIN, encoding="utf-8")
    assert refcheck("check", "list.txt").err == ""

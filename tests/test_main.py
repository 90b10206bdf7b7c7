"""`python -m refcheck` is the command."""

import runpy
import sys

import pytest

from refcheck.version import __version__


def test_the_package_runs_as_a_module(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["refcheck", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("refcheck", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"refcheck {__version__}\n"

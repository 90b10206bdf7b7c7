"""Where results and remarks go, and what the exit status says."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcheck.errors import UsageError

if TYPE_CHECKING:
    from refcheck.model.documents import Notice
    from refcheck.model.reports import Report, Result
    from refcheck.reporters.base import Terminal

CLEAN, FINDINGS, UNCHECKED, INTERRUPTED = 0, 1, 3, 130
_WIDTH = 100
"""Columns of a report that goes to no terminal: the same bytes everywhere."""


def emit(text: str, file: Path | None = None) -> None:
    """Write the result to standard output, or whole or not at all to a file.

    A reader that has seen enough and hung up is no fault, and does not change the exit status.
    """
    if file is not None:
        write_file(file, text)
        return
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        # What is left in the buffer must not complain at exit.
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


def write_file(path: Path, text: str) -> None:
    """Write a file whole or not at all, and make its folder; a device or a pipe is written to as it is.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="")
        else:
            _replace(path.resolve(), text)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be written: {fault.strerror}") from fault


def _replace(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show that the registries are being asked, for as long as it takes, where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"looking up {what}"):
        yield


def say(notices: Iterable[Notice]) -> None:
    """Write remarks to standard error, each on one line."""
    for notice in notices:
        click.echo(f"refcheck: {notice.message}", err=True)


def terminal() -> Terminal:
    """Tell what standard output can show."""
    from refcheck.reporters.base import Terminal

    if sys.stdout is None or not sys.stdout.isatty():
        return Terminal(width=_WIDTH)
    return Terminal(width=shutil.get_terminal_size((_WIDTH, 24)).columns, colour=not os.environ.get("NO_COLOR"))


def standard_input(sources: Iterable[str]) -> bytes:
    """Read standard input if a source asks for it."""
    return sys.stdin.buffer.read() if "-" in sources else b""


def exit_status(report: Report, fail_on: str) -> int:
    """Give the exit status a report asks for: interrupted, findings, something unchecked, clean."""
    from refcheck.model.diagnostics import Severity
    from refcheck.reporters.summary import all_diagnostics

    if report.interrupted:
        return INTERRUPTED
    if fail_on != "never" and any(each.severity >= Severity[fail_on.upper()] for each in all_diagnostics(report)):
        return FINDINGS
    return UNCHECKED if any(unchecked(result) for result in report.results) else CLEAN


def unchecked(result: Result) -> bool:
    """Tell whether a reference could not be checked."""
    from refcheck.model.matches import Unreachable

    return isinstance(result.match, Unreachable)

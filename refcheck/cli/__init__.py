"""The command line: one module a command, options in, exit status out."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import click

from refcheck.cli.cache import cache
from refcheck.cli.check import check
from refcheck.cli.config import config
from refcheck.cli.lock import lock
from refcheck.cli.lookup import lookup
from refcheck.cli.rule import rule
from refcheck.cli.writing import export, render
from refcheck.errors import RefcheckError
from refcheck.version import __version__

WRONG, ABORTED = 2, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="refcheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Check, mend and write out reference lists against their registered records."""


for command in (check, render, export, lookup, lock, rule, config, cache):
    cli.add_command(command)


def main() -> None:
    """Run the command line and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        status = cli.main(standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        status = WRONG
    except click.Abort:
        click.echo("refcheck: interrupted", err=True)
        status = ABORTED
    except RefcheckError as fault:
        for line in str(fault).splitlines():
            click.echo(f"refcheck: {line}", err=True)
        status = WRONG
    except Exception as fault:
        if "REFCHECK_DEBUG" in os.environ:
            raise
        click.echo(f"refcheck: internal error: {type(fault).__name__}: {fault} (set REFCHECK_DEBUG=1 to see where)", err=True)
        status = WRONG
    sys.exit(status if isinstance(status, int) else 0)

"""`refcheck lock`."""

from __future__ import annotations

from typing import Any

import click

from refcheck.cli import options


@click.command()
@options.SOURCES
@options.FORMAT
@click.option("--refresh", is_flag=True, help="Ask the registries again for what is locked, and show what they changed since.")
@click.option("--prune", is_flag=True, help="Remove what no reference of SOURCE needs any more.")
@options.settings("no_cache", "mailto", "time_budget", "today")
@click.pass_context
def lock(context: click.Context, /, sources: tuple[str, ...], format: str | None, refresh: bool, prune: bool, **given: Any) -> None:  # noqa: A002, FBT001
    """Keep the registered records of SOURCE in refcheck.lock, to check with --locked.

    What could not be asked is never written; lines that stood before stay.

    Exit status: 0 all that can be locked is locked, 3 something could not be asked.
    """
    from refcheck import api
    from refcheck.cli import output
    from refcheck.reporters.summary import counted

    settings = options.load(sources, given)
    content = api.read(sources, format=format, standard_input=output.standard_input(sources))
    path = api.lock_path(sources, settings.file)
    with output.waiting(counted(len(content.references), "reference")):
        outcome = api.lock(content, config=settings.config, lock_file=path, refresh=refresh, prune=prune)
    output.say(outcome.notices)
    written = "written" if outcome.written else "unchanged"
    unasked = f", {outcome.unasked} could not be asked" if outcome.unasked else ""
    done = f"{path}: {written}; {outcome.locked} of {outcome.askable} references locked{unasked}"
    output.emit("".join(f"{line}\n" for line in (*outcome.changes, done)))
    context.exit(output.INTERRUPTED if outcome.interrupted else output.UNCHECKED if outcome.unasked else output.CLEAN)

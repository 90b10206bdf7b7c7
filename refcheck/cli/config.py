"""`refcheck config`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import click

from refcheck.cli import options


@click.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@click.option("--show-source", is_flag=True, help="Say beside each value where it came from.")
@options.settings("output_file")
def config(sources: tuple[str, ...], show_source: bool, **given: Any) -> None:  # noqa: FBT001 - click passes options by name
    """Show the settings that hold for SOURCE, or for this folder, as they are written in refcheck.toml.

    A setting without a value is a comment. A key that nobody must see is not shown.
    """
    from refcheck.cli import output
    from refcheck.config.schema import SETTINGS, is_secret, key_of

    settings = options.load(sources, given)
    rows = []
    for name in SETTINGS:
        value = getattr(settings.config, name)
        shown = "set, not shown" if is_secret(name) and value else _toml(value)
        line = f"# {key_of(name)} has no value" if shown is None else f"{'# ' if is_secret(name) else ''}{key_of(name)} = {shown}"
        rows.append((line, settings.sources.get(name, "default")))
    width = max(len(line) for line, _ in rows)
    output.emit(
        "".join(f"{line:<{width}}  # {source}\n" if show_source else f"{line}\n" for line, source in rows), settings.config.output_file
    )


def _toml(value: Any) -> str | None:
    """Write a value as TOML; None where there is none."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (dt.date, Path)):
        return json.dumps(str(value))
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)

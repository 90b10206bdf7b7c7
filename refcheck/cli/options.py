"""Options that several commands share, each with the name and meaning of its setting."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from refcheck.catalog import READERS
from refcheck.config.schema import SETTINGS, choices_of, key_of, meaning_of

if TYPE_CHECKING:
    from refcheck.config.load import Settings

F = TypeVar("F", bound=Callable[..., Any])

READING = ("explain",)
ASKING = ("offline", "locked", "no_cache", "mailto", "time_budget", "today")
RULES = ("select", "ignore", "year_policy")
REPORT = ("fail_on", "output_format")


def settings(*names: str) -> Callable[[F], F]:
    """Add the options of these settings, in this order."""

    def decorate(command: F) -> F:
        for name in reversed(names):
            command = _option(name)(command)
        return command

    return decorate


def _option(name: str) -> Callable[[F], F]:
    flag, meaning = f"--{key_of(name)}", meaning_of(name)
    shape: dict[str, Any] = {}
    if choices_of(name):
        shape["type"] = click.Choice(choices_of(name))
    elif "bool" in str(SETTINGS[name].type):
        shape |= {"is_flag": True, "default": None}
    elif "float" in str(SETTINGS[name].type):
        shape |= {"metavar": "SECONDS", "callback": _number}
    elif name == "today":
        shape |= {"type": click.DateTime(["%Y-%m-%d"]), "metavar": "DATE"}
    elif "Path" in str(SETTINGS[name].type):
        shape |= {"type": click.Path(path_type=Path), "metavar": "FILE"}
    else:
        shape["metavar"] = "RULES" if name in {"select", "ignore"} else "ADDRESS"
    names = ("-o", flag) if name == "output_file" else (flag,)
    return click.option(*names, name, help=f"{meaning[0].upper()}{meaning[1:]}.", **shape)


def _number(_context: click.Context, option: click.Parameter, value: str | None) -> float | None:
    from refcheck.config.values import parse_value
    from refcheck.errors import SettingError

    try:
        return None if value is None else float(parse_value(str(option.name), value))
    except SettingError as fault:
        raise click.BadParameter(str(fault)) from None


SOURCES = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
FORMAT = click.option(
    "--from", "format", metavar="FORMAT", help=f"Read SOURCE as this format instead of finding out: {', '.join(READERS)}."
)
MENDED = (
    click.option("--corrected", is_flag=True, help="Check first, and take the registered value where an error or warning proposes one."),
    click.option("--complete", is_flag=True, help="Check first, and fill absent variables from the record."),
)


def mending(command: F) -> F:
    """Add `--corrected` and `--complete`."""
    for option in reversed(MENDED):
        command = option(command)
    return command


def load(sources: tuple[str, ...], options: dict[str, Any]) -> Settings:
    """Gather the settings of a run on these sources.

    Raises:
        ConfigError: a source of settings holds what it must not.
    """
    import platformdirs

    from refcheck.config.load import load_settings
    from refcheck.config.values import parse_value

    first = Path(sources[0]) if sources and sources[0] != "-" else Path()
    given = {name: value.date() if name == "today" and value else value for name, value in options.items() if name in SETTINGS}
    for name in ("select", "ignore"):
        if given.get(name) is not None:
            given[name] = parse_value(name, given[name])
    user_file = Path(platformdirs.user_config_dir("refcheck", appauthor=False)) / "refcheck.toml"
    return load_settings(first if first.is_dir() else first.parent, options=given, environ=os.environ, user_file=user_file)

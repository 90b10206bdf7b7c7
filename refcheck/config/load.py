"""Gather the settings of a run.

In falling order: command line, `REFCHECK_*` variables, the nearest `refcheck.toml` or `[tool.refcheck]` of a
`pyproject.toml` upward from the source to the root of its repository, the user's file, the default.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from refcheck.config.schema import SETTINGS, Config, key_of, variable_of
from refcheck.config.values import parse_value, unknown_key
from refcheck.errors import ConfigError, SettingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a run and where they came from."""

    config: Config
    file: Path | None = None
    """The project's configuration file, if there is one."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Setting -> where its value came from; defaults left out."""


def load_settings(start: Path, *, options: Mapping[str, Any], environ: Mapping[str, str], user_file: Path | None = None) -> Settings:
    """Gather all settings for sources that stand in or below `start`.

    Args:
        start: folder to look upward from.
        options: what the command line says; None is unsaid.
        environ: the environment.
        user_file: the user's own configuration file.

    Raises:
        ConfigError: one line for each fault of each source, all together.
    """
    found = _project_table(start)
    layers: list[tuple[str, Mapping[str, Any]]] = []
    if user_file is not None and user_file.is_file():
        layers.append((str(user_file), _toml(user_file)))
    if found is not None:
        layers.append((str(found[0]), found[1]))
    values: dict[str, Any] = {}
    sources: dict[str, str] = {}
    faults: list[str] = []
    for where, table in layers:
        _take(where, {key.replace("-", "_"): value for key, value in table.items()}, table, values, sources, faults)
    _take_environment(environ, values, sources, faults)
    for name, value in options.items():
        if value is not None:
            values[name], sources[name] = value, "command line"
    if faults:
        raise ConfigError("\n".join(faults))
    config = Config(**values)
    if config.today is None:
        config = replace(config, today=_today(environ))
    return Settings(config=config, file=found[0] if found else None, sources=sources)


def _take(
    where: str, named: Mapping[str, Any], table: Mapping[str, Any], values: dict[str, Any], sources: dict[str, str], faults: list[str]
) -> None:
    for (name, value), key in zip(named.items(), table, strict=True):
        if name not in SETTINGS or "_" in key:
            faults.append(f"{where}: {unknown_key(key)}")
            continue
        try:
            values[name], sources[name] = parse_value(name, value), where
        except SettingError as fault:
            faults.append(f"{where}: {key_of(name)} {fault}")


def _take_environment(environ: Mapping[str, str], values: dict[str, Any], sources: dict[str, str], faults: list[str]) -> None:
    for name in SETTINGS:
        variable = variable_of(name)
        if environ.get(variable):
            try:
                values[name], sources[name] = parse_value(name, environ[variable]), variable
            except SettingError as fault:
                faults.append(f"{variable} {fault}")


def _folders(start: Path) -> Iterator[Path]:
    """List the folders from `start` up to the root of its repository, else of the file system."""
    for folder in (start, *start.parents):
        yield folder
        if (folder / ".git").exists():
            return


def _project_table(start: Path) -> tuple[Path, Mapping[str, Any]] | None:
    for folder in _folders(start.resolve()):
        own, shared = folder / "refcheck.toml", folder / "pyproject.toml"
        if own.is_file():
            return own, _toml(own)
        if shared.is_file():
            table = _toml(shared).get("tool", {})
            if isinstance(table, dict) and isinstance(table.get("refcheck"), dict):
                return shared, table["refcheck"]
    return None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ConfigError(f"{path}: not valid TOML: {fault}") from fault
    except OSError as fault:
        raise ConfigError(f"{path}: cannot be read: {fault.strerror}") from fault


def _today(environ: Mapping[str, str]) -> dt.date:
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ConfigError(f"SOURCE_DATE_EPOCH takes seconds since 1970, not {epoch!r}") from None

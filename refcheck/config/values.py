"""Take one setting from the text or TOML value it is written as."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Iterable
from math import inf, nan
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from refcheck.config.schema import SETTINGS, choices_of, key_of
from refcheck.errors import SettingError

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}


def closest(word: str, known: Iterable[str]) -> str:
    """End a message about an unknown name: "; did you mean X?", or nothing."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def parse_value(name: str, value: Any) -> Any:
    """Take a value of a setting to its type.

    Raises:
        SettingError: the setting does not take this value.
    """
    choices = choices_of(name)
    if choices and value not in choices:
        raise SettingError(f"takes {', '.join(choices)}, not {value!r}{closest(str(value), choices)}")
    if name.endswith("_url"):
        return _address(value)
    annotation = str(SETTINGS[name].type)
    kind = next(word for word in ("tuple", "bool", "float", "dt.date", "Path", "") if word in annotation)
    return _PARSERS[kind](value)


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise SettingError(f"takes a list of words, not {value!r}")
    return tuple(part for word in value for part in (piece.strip() for piece in word.split(",")) if part)


def _switch(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word not in _TRUE | _FALSE:
        raise SettingError(f"takes true or false, not {value!r}")
    return word in _TRUE


def _seconds(value: Any) -> float:
    try:
        seconds = nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        seconds = nan
    if not 0 < seconds < inf:
        raise SettingError(f"takes a number of seconds above 0, not {value!r}")
    return seconds


def _day(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise SettingError(f"takes a day as YYYY-MM-DD, not {value!r}") from None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise SettingError(f"takes text, not {value!r}")
    return value


def _address(value: Any) -> str:
    text = _text(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingError(f"takes an address that begins with https:// or http://, not {value!r}")
    return text


_PARSERS: dict[str, Callable[[Any], Any]] = {
    "tuple": _words,
    "bool": _switch,
    "float": _seconds,
    "dt.date": _day,
    "Path": lambda value: Path(_text(value)),
    "": _text,
}


def unknown_key(key: str) -> str:
    """Say that a configuration has no such key, with the closest that there is."""
    known = [key_of(name) for name in SETTINGS]
    return f"unknown key {key!r}{closest(key, known)}"

"""Every exception refcheck raises on purpose.

    RefcheckError
    ├── UsageError            the call itself is off: a missing file, an unknown format
    ├── ConfigError           a configuration file or variable holds what it must not
    │   └── SettingError      one value that its setting does not take
    ├── ReadError             a source cannot be read at all: binary, no such format
    └── LockError             the lock file cannot be used

A registry that fails is no exception but the answer `Failed`. Each message is one line that says what happened, to what, and what to do.
"""

from __future__ import annotations


class RefcheckError(Exception):
    """Base of all errors raised by refcheck."""


class UsageError(RefcheckError):
    """The command or call cannot be carried out as it was given."""


class ConfigError(RefcheckError):
    """The configuration holds an unknown key or a value of the wrong kind."""


class SettingError(ConfigError):
    """A value that a setting does not take; the text says what it takes."""


class ReadError(RefcheckError):
    """A source holds nothing that can be read as references."""


class LockError(RefcheckError):
    """The lock file is absent where it is required, or is damaged."""

"""Check, mend and write out reference lists against their registered records.

The functions of `refcheck.api` are offered here and imported when they are first used:

    given = refcheck.read(["paper.bib"])
    report = refcheck.check(given, config=refcheck.Config(mailto="you@example.org"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from refcheck.version import __version__

if TYPE_CHECKING:
    from refcheck.api import Input, check, export, lock, lookup, mended, read, render
    from refcheck.config.schema import Config

__all__ = ["Config", "Input", "__version__", "check", "export", "lock", "lookup", "mended", "read", "render"]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: starting must stay cheap."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from refcheck import api

    return getattr(api, name)

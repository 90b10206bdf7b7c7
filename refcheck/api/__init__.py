"""What `import refcheck` offers: read, check, lock, look up, mend, render, export.

Nothing here prints or exits. Sources are given as paths, or as "-" with the bytes of standard input.
"""

from refcheck.api.lookups import Lookup, lookup
from refcheck.api.results import export, mended, render, require
from refcheck.api.runs import Locking, check, lock, lock_path
from refcheck.api.sources import Input, read
from refcheck.config.schema import Config

__all__ = [
    "Config",
    "Input",
    "Locking",
    "Lookup",
    "check",
    "export",
    "lock",
    "lock_path",
    "lookup",
    "mended",
    "read",
    "render",
    "require",
]

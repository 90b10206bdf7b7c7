"""What every exporter does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from refcheck.model.references import CitedReference


class Exporter(Protocol):
    """Take references to the text of a file."""

    def __call__(self, references: Sequence[CitedReference]) -> str:
        """Write all references, in input order, ending with a line end."""
        ...

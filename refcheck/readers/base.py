"""What every reader does."""

from __future__ import annotations

from typing import Protocol

from refcheck.model.documents import Document, Reading


class Reader(Protocol):
    """Take a decoded document to the references it holds."""

    def __call__(self, document: Document) -> Reading:
        """Read all references, in the order of the text. Never raises: what cannot be read is `Unreadable`."""
        ...

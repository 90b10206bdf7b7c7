"""What every source of records does, be it a service, the cache or the lock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from refcheck.model.answers import Answer, Question


class Registry(Protocol):
    """A source of registered records."""

    @property
    def name(self) -> str:
        """Name of the registry whose records it gives: "crossref", "doi"."""
        ...

    def look_up(self, identifiers: Sequence[str], *, alone: bool = False) -> Mapping[str, Answer]:
        """Ask for identifiers, folded as this registry compares them.

        A live client answers every one of them, with `Failed` where it could not ask; cache and lock leave out what
        they do not hold. With `alone` each is asked in a request of its own, which follows aliases.
        """
        ...


@runtime_checkable
class Searchable(Protocol):
    """A source that can be searched for a work by a description of it."""

    def search(self, questions: Sequence[Question]) -> Mapping[str, Answer]:
        """Search for works by the text of each question; the answers under the questions' identifiers.

        A live client answers every one with `Candidates` or `Failed`; cache and lock leave out what they do not hold.
        """
        ...

"""Identifiers of works: typed where they are well-formed, text where they are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S(?:.*\S)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Doi:
    """A bare DOI in the spelling of its source.

    Source: DOI Handbook 2.2; Crossref, "DOIs and matching regular expressions".
    """

    text: str
    """The DOI without any prefix or resolver, case as in the source."""

    @property
    def folded(self) -> str:
        """The form that is equal for equal DOIs (they do not regard case)."""
        return self.text.lower()

    @property
    def url(self) -> str:
        """The DOI as the link that Crossref's display guidelines ask for."""
        return f"https://doi.org/{self.text}"

    @staticmethod
    def parse(text: str) -> Doi | None:
        """Take a bare DOI; None when it is not of the form "10.PREFIX/SUFFIX"."""
        stripped = text.strip()
        return Doi(stripped) if _DOI.fullmatch(stripped) else None

    def __eq__(self, other: object) -> bool:
        """Compare without regard to case."""
        return isinstance(other, Doi) and self.folded == other.folded

    def __hash__(self) -> int:
        """Hash the folded form."""
        return hash(self.folded)

    def __str__(self) -> str:
        """Give the bare DOI as in the source."""
        return self.text

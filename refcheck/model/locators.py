"""Where a work stands in its container."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANGE = re.compile(r"^\s*([A-Za-z]*)(\d+)([A-Za-z]*)\s*[-\u2010-\u2015\u2212]+\s*([A-Za-z]*)(\d+)([A-Za-z]*)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """Pages, article number, or both: one slot, for registries fill either.

    Source: Crossref `page` and `article-number`; CSL 1.0.2 `page` and `number`.
    """

    pages: str | None = None
    """Page or page range as printed, without "pp."."""
    article: str | None = None
    """Article number or e-locator as printed, without "Article"."""

    @property
    def range(self) -> tuple[str, str] | None:
        """First and last page with the last written out ("258–87" gives "258", "287"); None when it is no range."""
        found = _RANGE.match(self.pages or "")
        if found is None:
            return None
        lead, first, tail, last_lead, last, last_tail = found.groups()
        if len(last) < len(first) and not tail and (not last_lead or last_lead == lead):
            last = first[: len(first) - len(last)] + last
        return f"{lead}{first}{tail}", f"{last_lead or lead}{last}{last_tail}"

    def __str__(self) -> str:
        """Give the pages if there are any, else the article number."""
        return self.pages or self.article or ""

"""The type of a work, from what its reference shows."""

from __future__ import annotations

import re
from typing import Any

from refcheck.readers.labelling.venues import is_proceedings

_DATA = re.compile(r"\bdata\s?set|^data$|\bdatabase\b", re.IGNORECASE)
_SOFTWARE = re.compile(r"\bsoftware|\bcomputer program|\bsource code|^code$|\bR package\b|\bPython package\b", re.IGNORECASE)
_PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|preprints?|ssrn|osf preprints|research square)\b", re.IGNORECASE
)
_REPOSITORY = re.compile(
    r"\b(?:zenodo|figshare|dryad|dataverse|pangaea|mendeley data|genbank|bioproject|icpsr|data inrae|osf)\b", re.IGNORECASE
)
_BLOG = re.compile(r"\bblog\b|\bblog post\b|\bweb ?log\b", re.IGNORECASE)
_REPORT = re.compile(r"\breport\b|\bworking paper\b|\bwhite paper\b|\bdeliverable\b|^D\d+\.\d+\b", re.IGNORECASE)


_BY_MEDIUM = ((_DATA, "dataset"), (_SOFTWARE, "software"), (_BLOG, "post-weblog"))


def kind_of(values: dict[str, Any], raw: str) -> str:
    """Choose the CSL type of a work."""
    container, medium = values.get("container_title") or "", values.get("medium") or ""
    numbered = any(values.get(name) for name in ("volume", "issue"))
    if values.get("kind"):
        return str(values["kind"])
    for pattern, kind in _BY_MEDIUM:
        if pattern.search(medium):
            return kind
    if container:
        return _contained(values, container, medium, raw, numbered=numbered)
    title = values.get("title") or ""
    alone = (
        (values.get("arxiv") and not values.get("publisher"), "article"),
        (any(values.get(name) for name in ("publisher", "isbn", "edition")), "book"),
        (numbered, "article-journal"),
        (values.get("url") and not values.get("doi"), "webpage"),
        (_REPORT.search(title), "report"),
        (_SOFTWARE.search(raw), "software"),
        (values.get("doi"), "article-journal"),
        (values.get("publisher_place"), "book"),
    )
    return next((kind for holds, kind in alone if holds), "document")


def _contained(values: dict[str, Any], container: str, medium: str, raw: str, *, numbered: bool) -> str:
    """Choose the type of a work that stands in another."""
    software, page = _SOFTWARE.search(raw), values.get("url") and not values.get("doi") and not numbered and not values.get("page")
    within = (
        (_REPOSITORY.search(container), "software" if software else "dataset"),
        (_PREPRINT.search(container) or _PREPRINT.search(medium), "article"),
        (_BLOG.search(container) and page, "post-weblog"),
        (is_proceedings(container), "paper-conference"),
        (values.get("within") or (values.get("editor") and not numbered), "chapter"),
        (page, "webpage"),
    )
    return next((kind for holds, kind in within if holds), "article-journal")

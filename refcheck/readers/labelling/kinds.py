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


def kind_of(values: dict[str, Any], raw: str) -> str:
    """Choose the CSL type of a work."""
    container, medium = values.get("container_title") or "", values.get("medium") or ""
    numbered = any(values.get(name) for name in ("volume", "issue"))
    if values.get("kind"):
        return str(values["kind"])
    if _DATA.search(medium):
        return "dataset"
    if _SOFTWARE.search(medium):
        return "software"
    if _BLOG.search(medium) or (_BLOG.search(container) and values.get("url")):
        return "post-weblog"
    if container:
        return _contained(values, container, medium, raw, numbered=numbered)
    if values.get("arxiv") and not values.get("publisher"):
        return "article"
    if values.get("publisher") or values.get("isbn") or values.get("edition"):
        return "book"
    if numbered:
        return "article-journal"
    if values.get("url") and not values.get("doi"):
        return "webpage"
    if _REPORT.search(values.get("title") or ""):
        return "report"
    if _SOFTWARE.search(raw):
        return "software"
    return "article-journal" if values.get("doi") else "book" if values.get("publisher_place") else "document"


def _contained(values: dict[str, Any], container: str, medium: str, raw: str, *, numbered: bool) -> str:
    """Choose the type of a work that stands in another."""
    if _REPOSITORY.search(container):
        return "dataset" if not _SOFTWARE.search(raw) else "software"
    if _PREPRINT.search(container) or _PREPRINT.search(medium):
        return "article"
    if is_proceedings(container):
        return "paper-conference"
    if values.get("host"):
        return "chapter"
    if values.get("editor") and not numbered:
        return "chapter"
    if values.get("url") and not values.get("doi") and not numbered and not values.get("page"):
        return "webpage"
    return "article-journal"

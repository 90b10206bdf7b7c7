"""The identity of a cited work across edits of its reference."""

from __future__ import annotations

from refcheck.model.identifiers import Doi
from refcheck.model.references import Reference
from refcheck.text.folding import squeeze


def fingerprint(reference: Reference) -> str:
    """Name the cited work by its identifiers, else by folded title and first family name, else by its place.

    A corrected year does not change it, nor does a corrected volume or page where there is a title. Empty when the
    reference has neither identifier nor title, nor container and page.
    """
    found = [f"doi:{reference.doi.folded}"] if isinstance(reference.doi, Doi) else []
    found += [f"pmid:{reference.pmid}"] if reference.pmid else []
    found += [f"pmcid:{reference.pmcid.lower()}"] if reference.pmcid else []
    found += [f"arxiv:{reference.arxiv.lower()}"] if reference.arxiv else []
    found += [f"isbn:{isbn.replace('-', '')}" for isbn in reference.isbn]
    if found:
        return " ".join(found)
    title = squeeze(reference.title or "")
    first = reference.author[0] if reference.author else None
    family = squeeze(first.family or first.literal or "") if first else ""
    if title:
        return f"title:{title} by:{family}"
    place = " ".join(squeeze(str(part)) for part in (reference.container_title, reference.volume, reference.page) if part)
    return f"in:{place} by:{family}" if reference.container_title and reference.page else ""

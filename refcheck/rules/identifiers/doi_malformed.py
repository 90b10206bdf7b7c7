"""REF101."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.diagnostics import Change, Severity
from refcheck.model.identifiers import Doi
from refcheck.model.references import CitedReference
from refcheck.rules.base import Finding, Subject, rule
from refcheck.text.identifiers import parse_doi

_ESCAPED = re.compile(r"\\[_%&#$<>{}]|\\textunderscore|\{_\}")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-f]+);", re.IGNORECASE)


@rule("REF101", "doi-malformed", severity=Severity.WARNING, needs="reference")
def doi_malformed(subject: Subject) -> Iterator[Finding]:
    r"""A DOI is written so that it cannot be resolved.

    ## What it does
    Reports a DOI that is not of the form `10.PREFIX/SUFFIX`, and one whose signs are escaped for LaTeX or HTML. A DOI
    written as a link, with `doi:` before it or in another case is well-formed. Where undoing the escapes gives a
    well-formed DOI, that one is looked up and proposed.

    ## Why it matters
    Registries know a DOI only letter for letter: with `\_` in it, it is not registered anywhere, and a link made of it
    leads nowhere.

    ## Example
    Cited: `10.1000/wells\_and\_springs`

    Registered: `10.1000/wells_and_springs`

    ## Use instead
    `10.1000/wells_and_springs`

    ## Fix safety
    Safe: the DOI stays the same, only its escapes go. A DOI that cannot be made out is not touched.

    ## Sources
    DOI Handbook, section 2.2; Crossref, "DOIs and matching regular expressions".
    """
    doi, origin = subject.cited.reference.doi, subject.cited.origins.get("doi")
    if isinstance(doi, str):
        meant = parse_doi(doi)
        yield _finding(doi, meant, "is not of the form 10.PREFIX/SUFFIX" if meant is None else "cannot be resolved as it is written")
    elif doi is not None and origin is not None and _is_escaped(origin.raw) and _is_meant(subject.cited, origin.raw):
        yield _finding(origin.raw, doi, "holds escapes that are no part of a DOI")


def _is_meant(cited: CitedReference, raw: str) -> bool:
    """Tell whether escapes are part of what is cited: in LaTeX, Markdown and HTML they are the notation of the document."""
    return cited.kind == "structured" or raw in cited.raw


def _is_escaped(raw: str) -> bool:
    """Tell whether a DOI is escaped; an address may hold entities and signs of its own, its DOI may not."""
    at = raw.find("10.")
    return at >= 0 and bool(_ESCAPED.search(raw, at) or _ENTITY.search(raw, at))


def _finding(cited: str, meant: Doi | None, fault: str) -> Finding:
    if meant is None:
        return Finding(path="doi", cited=cited, message=f"cited as {cited}, which {fault}")
    return Finding(
        path="doi",
        cited=cited,
        registered=meant.text,
        message=f"cited as {cited}, which {fault}; {meant} is meant",
        changes=(Change(path="doi", cited=cited, registered=meant),),
        title=f"write the DOI as {meant}",
        applicability="safe",
    )

"""REF111."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.text.identifiers import parse_doi

_RESOLVER = re.compile(r"^\s*(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)


@rule("REF111", "doi-in-url-field", severity=Severity.INFO, needs="reference")
def doi_in_url_field(subject: Subject) -> Iterator[Finding]:
    """A DOI stands in the field for the address only.

    ## What it does
    In files with named fields, reports a link to doi.org where there is no DOI in a field of its own. The work is
    looked up by it all the same.

    ## Why it matters
    Programs that look for the DOI of a work do not find it there, and styles print it as a mere address, often with the
    day of access.

    ## Example
    Cited: `url = {https://doi.org/10.1000/wells}`

    Registered: 10.1000/wells

    ## Use instead
    `doi = {10.1000/wells}`

    ## Sources
    biblatex manual 2.2.2, `doi`; CSL 1.0.2, appendix IV, `DOI`.
    """
    cited = subject.cited
    url, origin = cited.reference.url, cited.origins.get("doi")
    own = cited.reference.doi is not None and (origin is None or origin.via != "derived")
    if cited.kind == "structured" and url is not None and not own and _RESOLVER.match(url):
        doi = parse_doi(url)
        if doi is not None:
            yield Finding(path="url", cited=url, registered=doi.text, message=f"the DOI {doi} is cited as an address only, not as a DOI")

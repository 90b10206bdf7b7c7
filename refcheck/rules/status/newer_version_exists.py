"""REF707."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.diagnostics import Severity
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.status.notices import of_verdict, records_of, told
from refcheck.rules.status.versions import arxiv_versions, newer
from refcheck.text.registry_names import registry_name


@rule("REF707", "newer-version-exists", severity=Severity.INFO, needs="record")
def newer_version_exists(subject: Subject) -> Iterator[Finding]:
    """A later version or edition of a cited work is on record.

    ## What it does
    Names the version or edition that the record says replaced the cited one, a version of the same DOI with a higher
    number, and the latest version of a preprint that is cited with an earlier one's number. A new version under the
    same DOI is what the DOI leads to, and is not mentioned.

    ## Why it matters
    What is taken from the work may have changed.

    ## Example
    Cited: `Lee, J. (2020). On wells. https://doi.org/10.1000/wells.1`

    Registered: a new version, 10.1000/wells.2, of 2021-03-05

    ## Use instead
    The latest version, unless it is the earlier one that is meant.

    ## Sources
    Crossref, `updated-by` of types "new_version" and "new_edition"; DataCite, "IsPreviousVersionOf"; arXiv, "Versions".
    """
    notices = tuple(notice for notice in of_verdict(subject, "version") if notice.doi is not None)
    if notices:
        yield Finding(message=told(notices))
        return
    for record in records_of(subject):
        later = next(newer(record), None)
        if later is not None:
            yield Finding(path="doi", registered=later, message=f"later version on record: {later} ({registry_name(record.registry)})")
            return
    arxiv = subject.cited.reference.arxiv or ""
    for record in records_of(subject):
        versions = arxiv_versions(arxiv, record)
        if versions is not None and versions[0] < versions[1]:
            yield Finding(
                path="arxiv",
                cited=arxiv,
                registered=f"{record.reference.arxiv}v{versions[1]}",
                message=f"cited as version {versions[0]}; the latest is version {versions[1]} ({registry_name(record.registry)})",
            )
            return

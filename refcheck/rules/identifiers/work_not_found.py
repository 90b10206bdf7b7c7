"""REF106."""

from __future__ import annotations

from collections.abc import Iterator

from refcheck.model.answers import Candidates
from refcheck.model.diagnostics import Severity
from refcheck.model.matches import NotFound
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import led_to
from refcheck.text.registry_names import registry_name

_NOT_ACCUSED = frozenset(
    (
        *("dataset", "document", "legal_case", "legislation", "manuscript", "pamphlet", "personal_communication", "post", "post-weblog"),
        *("report", "software", "standard", "thesis", "webpage"),
    )
)
"""Types of works that stand in no registry as a rule, or under an identifier of which a slip tells nothing about them."""


@rule("REF106", "work-not-found", severity=Severity.WARNING, needs="match")
def work_not_found(subject: Subject) -> Iterator[Finding]:
    """A cited work is in no registry that should know it.

    ## What it does
    Reports a work that a search for its description does not find, where the registry is seen to register works of the
    same journal or proceedings, or where the cited identifier is registered nowhere. Software, web pages, reports, theses,
    laws and letters are never reported, nor are works of venues that no registry asked covers.

    ## Why it matters
    References that were made up name real journals and plausible authors. A true one that is not found has a title or
    authors that readers will not find either.

    ## Example
    Cited: `Lee, J. (2020). A study of wells that nobody made. Water, 4, 17-29.`

    Registered: nothing of the kind; Crossref registers *Water*.

    ## Use instead
    The work that was read, with the title, authors and journal on its first page.

    ## Sources
    Crossref, "Reference matching"; refcheck, "Rules": when a work that is not found is held against the citation.
    """
    match = subject.match
    if not isinstance(match, NotFound) or led_to(subject) is not None or subject.cited.reference.type in _NOT_ACCUSED:
        return
    searched = next((answer for answer in match.answers if isinstance(answer, Candidates)), None)
    if searched is None:
        return
    where = registry_name(searched.registry)
    container = subject.cited.reference.container_title
    ground = f", which registers {container}" if match.covered_by is not None else ""
    title = subject.cited.reference.title
    yield Finding(
        path="title", cited=title, message=f"no work of this title and these authors is found in {where}{ground} ({searched.date})"
    )

"""REF505."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcheck.compare.conferences import other_conference
from refcheck.model.diagnostics import Change, Severity
from refcheck.model.references import CitedReference, Reference
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.comparing import compared, differs, is_known_elsewhere, stands_in, told
from refcheck.rules.containers.absent import PERIODICALS
from refcheck.text.folding import squeeze


@rule("REF505", "journal-mismatch", severity=Severity.ERROR, needs="record")
def journal_mismatch(subject: Subject) -> Iterator[Finding]:
    """An article is cited as from another journal than it is registered in.

    ## What it does
    Reports a journal that shares neither its ISSN nor any telling word with the registered one. Abbreviations by ISO 4
    or any other habit, with or without full stops, initials such as "PNAS", sections ("Part B"), names in another
    script, transliterated names, and servers of preprints are left alone. Proceedings and books go by many names:
    of them only another series of conferences than a well-known one is reported, as a warning.

    ## Why it matters
    The journal tells readers where to look and how far to trust. A true article in a false journal is the mark of a
    reference that was put together from others.

    ## Example
    Cited: `Lee, J. (2020). On wells. Annals of Roofing, 14(2), 17–29.`

    Registered: "Water"

    ## Use instead
    `Lee, J. (2020). On wells. Water, 14(2), 17–29.`

    ## Fix safety
    Unsafe: it changes a claim. An abbreviated name is replaced by the registered abbreviation, where there is one.

    ## Sources
    ISO 4; List of Title Word Abbreviations; Crossref REST API format, `container-title`, `short-container-title`, `ISSN`.
    """
    record, cited = subject.record, subject.cited.reference.container_title
    if record is None or cited is None or _is_misread(subject.cited, record.reference):
        return
    serials = {subject.cited.reference.type, record.reference.type} <= PERIODICALS
    if not (differs(subject, "container_title") if serials else _is_other_conference(subject, cited, record.reference)):
        return
    registered = record.reference.container_title
    short = record.reference.container_title_short
    proposed = short if short and re.search(r"\w\.(?:\s|$)", cited) else registered
    yield Finding(
        path="container_title",
        cited=cited,
        registered=registered,
        message=f"cited as in '{cited}'; {told(record, 'container_title', registered)}",
        changes=(Change(path="container_title", cited=cited, registered=proposed),),
        title=f"replace the journal by {proposed}",
        applicability="unsafe",
        severity=Severity.ERROR if serials else Severity.WARNING,
    )


def _is_other_conference(subject: Subject, cited: str, registered: Reference) -> bool:
    """Tell whether another series of conferences is cited than that of the paper, by any of its names."""
    found = compared(subject, "container_title")
    if found is None or found.agrees or is_known_elsewhere(subject, "container_title"):
        return False
    given = registered.extra.get("container-title")
    listed = [title for title in given if isinstance(title, str)] if isinstance(given, (list, tuple)) else []
    titles = (registered.container_title, registered.container_title_short, registered.collection_title, registered.event_title, *listed)
    return other_conference(cited, [title for title in titles if title])


def _is_misread(cited: CitedReference, registered: Reference) -> bool:
    """Tell whether what was read as the journal is the end of the title or the publisher, or the journal stands elsewhere."""
    name = squeeze(cited.reference.container_title or "")
    others = (registered.container_title, registered.container_title_short)
    if any(title and stands_in(cited, title) for title in others):
        return True
    return name in squeeze(registered.title or "") if cited.kind == "list" else name == squeeze(registered.publisher or "")

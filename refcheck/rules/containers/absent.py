"""Find what a record has and the citation leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from refcheck.model.diagnostics import Change
from refcheck.model.references import CitedReference, Span
from refcheck.rules.base import Finding, Subject
from refcheck.text.markup import plain
from refcheck.text.registry_names import registry_name

PERIODICALS = frozenset({"article-journal", "article-magazine", "review", "review-book"})
"""Works that are found by volume and issue."""


def absent(subject: Subject, variable: str, called: str, value: str, change: Any, *, inferred: frozenset[str]) -> Finding | None:
    """Make the finding that a registered value is not cited; None where the reader may just not have recognised it.

    Args:
        subject: the reference.
        variable: attribute of `Reference`.
        called: what the value is called in a sentence.
        value: the registered value as text.
        change: the registered value, typed.
        inferred: names of the registered value in `RegistryRecord.inferred`.
    """
    record = subject.record
    if record is None or _is_unread(subject.cited, value):
        return None
    note = " (inferred)" if record.inferred & inferred else ""
    return Finding(
        path=variable,
        registered=value,
        message=f"cited without {called}; {registry_name(record.registry)} has {value}{note}",
        changes=(Change(path=variable, cited=None, registered=change),),
        title=f"add {called} {value}",
        applicability="unsafe",
    )


def _is_unread(cited: CitedReference, value: str) -> bool:
    """Tell whether a value stands in the text of a formatted reference where no field was found."""
    if cited.kind != "list" or cited.span is None or not cited.origins:
        return False
    text = list(cited.raw)
    for start, end in _read_stretches(cited, cited.span):
        text[start:end] = [" "] * (end - start)
    first = re.split(r"[-\u2010-\u2015\u2212]", value)[0].strip()
    return re.search(rf"(?<!\w){re.escape(first)}(?!\w)", "".join(text), re.IGNORECASE) is not None


def _read_stretches(cited: CitedReference, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the printed text that fields were read from; those of marked up text are found by their letters."""
    verbatim, at = span.end - span.start == len(cited.raw), 0
    for path, origin in sorted(cited.origins.items(), key=lambda item: item[1].span):
        if verbatim:
            yield max(0, origin.span.start - span.start), max(0, origin.span.end - span.start)
            continue
        # Aligning a record on marked up text tells only that a value stands somewhere in it.
        whole = origin.raw == cited.raw
        printed = str(getattr(cited.reference, path, "")) if whole else plain(origin.raw)
        start = cited.raw.find(printed, 0 if whole else at)
        if printed and start >= 0:
            at = at if whole else start
            yield start, start + len(printed)


def is_in_periodical(subject: Subject) -> bool:
    """Tell whether the registered work is an article that volume and issue lead to."""
    return subject.record is not None and subject.record.reference.type in PERIODICALS


def only_registered(subject: Subject, variable: str) -> bool:
    """Tell whether the record has a variable that the citation lacks; a notice's own place is not the place of the work."""
    title = subject.comparisons.get("title")
    if subject.record is not None and subject.record.update_to and title is not None and not title.agrees:
        return False
    return variable in subject.comparisons and subject.comparisons[variable].verdict == "registered-only"

"""Tell the work from the notice on it: records of both say "retraction" in their titles and in `update-to`."""

from __future__ import annotations

from refcheck.compare.titles import compare_titles
from refcheck.model.records import RegistryRecord, Update
from refcheck.model.references import Reference
from refcheck.rules.status.verdicts import gravity, verdict_of
from refcheck.rules.status.wording import Wording, wording
from refcheck.text.folding import squeeze

_ALIKE = 0.9
"""A cited title this like the one in a notice's title is the title of its work."""


def identifiers_of(record: RegistryRecord) -> frozenset[str]:
    """List all identifiers a record gives for its own work, folded, as notices name them."""
    work = record.reference
    found = [record.identifier, str(work.doi or "").lower()]
    found += [f"pmid:{work.pmid}"] if work.pmid else []
    found += [f"10.48550/arxiv.{work.arxiv.lower()}"] if work.arxiv else []
    return frozenset(found)


def work_says(record: RegistryRecord) -> Wording | None:
    """Give what a registered title says of the work it is the title of; None where it says nothing or titles a notice."""
    found = wording(record.reference.title or "")
    return None if found is None or found.of_a_notice or _by_the_journal(record.reference) else found


def bare_title(record: RegistryRecord) -> str | None:
    """Give the title of the work that a record is about, without what it says of its status."""
    found = wording(record.reference.title or "")
    return found.rest if found is not None and found.marked else record.reference.title


def is_marked_notice(record: RegistryRecord) -> bool:
    """Tell whether a record is titled as a notice in a way that leaves little doubt ("Correction: On wells")."""
    found = wording(record.reference.title or "")
    return found is not None and found.marked and (found.of_a_notice or _by_the_journal(record.reference))


def notice_on(record: RegistryRecord, cited: str | None) -> Wording | None:
    """Read a record as a notice on the work of a cited title; None where it is none, or no title says so.

    The title must say that it is a notice, and the work it is on must be registered or have the cited title, which does
    not speak of a notice. A record that is titled "RETRACTED: On wells" is the retracted work, unless its author is the
    journal.
    """
    found = wording(record.reference.title or "")
    if found is None or not (found.of_a_notice or _by_the_journal(record.reference)) or (cited and wording(cited)):
        return None
    compared = compare_titles("title", cited, found.rest) if cited and found.rest else None
    about = compared is not None and (compared.agrees or (compared.similarity or 0) >= _ALIKE)
    return found if about or (found.marked and works_noticed(record)) else None


def works_noticed(record: RegistryRecord) -> tuple[Update, ...]:
    """List the other works that a record says it is a notice on, each once, as the gravest type it gives, gravest first."""
    kept: dict[str, Update] = {}
    for update in sorted(record.update_to, key=gravity):
        if update.doi.lower() not in identifiers_of(record) and verdict_of(update) != "version":
            kept.setdefault(update.doi.lower(), update)
    return tuple(kept.values())


def _by_the_journal(work: Reference) -> bool:
    """Tell whether the author of a record is the journal, as of the notices of some publishers ("Retracted: On wells")."""
    names = {squeeze(f"{name.given or ''} {name.family or ''} {name.literal or ''}") for name in work.author}
    return work.container_title is not None and names == {squeeze(work.container_title)}

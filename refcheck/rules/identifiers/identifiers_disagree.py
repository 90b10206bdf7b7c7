"""REF117."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from refcheck.compare import compare
from refcheck.compare.containers import equal_containers
from refcheck.compare.records import is_preprint
from refcheck.compare.titles import compare_titles
from refcheck.model.diagnostics import Severity
from refcheck.model.identifiers import Doi
from refcheck.model.records import RegistryRecord
from refcheck.model.references import Reference
from refcheck.rules.base import Finding, Subject, rule
from refcheck.rules.identifiers.answers import described, is_cited_work, led_to
from refcheck.text.registry_names import registry_name

_NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv identifier"}
_PLACES = ("container_title", "volume", "page")


@rule("REF117", "identifiers-disagree", severity=Severity.WARNING, needs="match")
def identifiers_disagree(subject: Subject) -> Iterator[Finding]:
    """Two identifiers of one reference lead to two different works.

    ## What it does
    Reports a reference of which two identifiers are registered for different works, where the citation does not tell
    which of them is wrong. Two records are of different works when their titles differ, or when their DOIs and their
    places differ. A preprint and its published version, a book and its chapter, and a notice and its work do not
    disagree.

    ## Why it matters
    One of the links leads to something else than is meant.

    ## Example
    Cited: `Lee, J. (2020). On wells. https://doi.org/10.1000/wells-1. PMID: 12345678`

    Registered: 10.1000/wells-1 is part 1 in volume 4, 12345678 is part 2 in volume 5

    ## Use instead
    The identifiers of the work that is meant.

    ## Sources
    Crossref REST API; NCBI, "E-utilities"; arXiv, "API user's manual".
    """
    found = [(attribute, answer) for attribute in _NAMES if (answer := led_to(subject, attribute)) and is_cited_work(subject, answer)]
    for (one, first), (other, second) in combinations(found, 2):
        if _are_two(first.record, second.record):
            held = (f"{_placed(answer.record.reference)} ({registry_name(answer.registry)})" for answer in (first, second))
            yield Finding(
                path=other,
                cited=str(getattr(subject.cited.reference, other)),
                registered=described(second.record.reference),
                message=f"the {_NAMES[one]} is of {next(held)}, the {_NAMES[other]} of {next(held)}",
            )
            return


def _placed(work: Reference) -> str:
    """Describe a work together with what it stands in."""
    return f"{described(work)}{f' in {work.container_title}' if work.container_title else ''}"


def _are_two(first: RegistryRecord, second: RegistryRecord) -> bool:
    """Tell whether two records are of two works that are no kin."""
    one, other = first.reference, second.reference
    if first.identifier == second.identifier or _are_kin(first, second):
        return False
    compared = compare(one, other)
    title = compared.get("title")
    if title is not None and title.verdict == "different":
        return True
    apart = sum(name in compared and compared[name].verdict == "different" for name in _PLACES)
    return _dois_differ(one, other) and apart > 1


def _dois_differ(one: Reference, other: Reference) -> bool:
    return isinstance(one.doi, Doi) and isinstance(other.doi, Doi) and one.doi != other.doi


def _are_kin(first: RegistryRecord, second: RegistryRecord) -> bool:
    """Tell whether one record is a version, a part or a notice of the other's work."""
    one, other = first.reference, second.reference
    if isinstance(one.doi, Doi) and one.doi == other.doi:
        return True
    if is_preprint(first) != is_preprint(second):
        return True
    tied = {tie.identifier.lower() for record in (first, second) for tie in record.relations}
    tied |= {update.doi.lower() for record in (first, second) for update in (*record.update_to, *record.updated_by)}
    own = {first.identifier, second.identifier, *(work.doi.folded for work in (one, other) if isinstance(work.doi, Doi))}
    pairs = ((one.container_title, other.title), (other.container_title, one.title))
    part = any(
        whole and title and (equal_containers(whole, title) or compare_titles("title", whole, title).agrees) for whole, title in pairs
    )
    return bool(tied & own) or part

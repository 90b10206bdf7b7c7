"""What the alignments of a reference's contributors mean, one judgement a list, shared by the rules.

An alignment says how two lists differ; here what explains a difference is taken out of it: persons whom the record has in
another role, names that the reader of a formatted list took for something else, reviews listed under the author reviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from refcheck.compare.containers import is_preprint_server
from refcheck.compare.contributors import is_others, resemblance, same_person
from refcheck.compare.records import is_preprint
from refcheck.model.comparisons import Alignment
from refcheck.model.diagnostics import Severity
from refcheck.model.names import Name
from refcheck.model.records import RegistryRecord
from refcheck.model.references import Reference
from refcheck.model.variables import VARIABLES
from refcheck.rules.base import Subject
from refcheck.rules.comparing import compared, inferred
from refcheck.rules.contributors.placeholders import is_placeholder
from refcheck.text.folding import words
from refcheck.text.markup import plain
from refcheck.text.registry_names import registry_name

_NAMES = tuple(attribute for attribute, row in VARIABLES.items() if row.kind == "names")
_WHOLES = frozenset({"book", "collection", "periodical"})
_PARTS = frozenset({"chapter", "entry", "entry-encyclopedia", "entry-dictionary", "paper-conference"})
_PREPRINTS = frozenset({"article", "manuscript"})
_REVIEWS = frozenset({"review", "review-book"})
_INCOMPLETE = frozenset({"openlibrary"})
"""Registries that list some of the authors of a book."""
_BY_REVIEWED = "10.2307/"
"""JSTOR, whose records give the author of the book reviewed as the author of the review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One list of contributors beside the registered one, with what differs for no good reason."""

    variable: str
    cited: tuple[Name, ...]
    registered: tuple[Name, ...]
    alignment: Alignment
    """Without what is explained."""
    registry: str
    """Name of the registry, for people."""
    doubtful: bool
    """The lists may differ for a reason that cannot be seen, so that a finding is no more than a note."""
    versions: bool
    """The record is of a preprint, the list of whose authors may change until it is published."""
    note: str
    """" (inferred)" where no page says who the authors are, else nothing."""

    @property
    def strangers(self) -> bool:
        """Whether the two lists share nobody."""
        aligned = self.alignment
        return bool(aligned.foreign) and not (aligned.kept or aligned.moved or aligned.variants or aligned.misspelt)

    def severity(self, rule: Severity, *, of_versions: Severity = Severity.INFO) -> Severity:
        """Give the severity of a finding whose rule has some severity."""
        if self.doubtful:
            return Severity.INFO
        mild = Severity.WARNING if self.variable != "author" else rule
        return min(mild, of_versions) if self.versions else mild

    @property
    def evidence(self) -> str:
        """The registered list, the first dozen names of it."""
        more = len(self.registered) - _SHOWN
        return "; ".join(map(str, self.registered[:_SHOWN])) + (f"; and {more} more" if more > 0 else "")


_SHOWN = 12


def judge(subject: Subject) -> Iterator[Judgement]:
    """Judge the lists of authors and of editors, as far as they differ; none of those that another registry has as cited."""
    record = subject.record
    for variable in ("author", "editor"):
        found = compared(subject, variable)
        if record is None or found is None or found.alignment is None or found.registry is not None:
            continue
        cited, registered = found.cited, found.registered
        aligned = _without_placeholders(found.alignment, cited)
        explained = _explained(subject, record, variable, aligned)
        yield Judgement(
            variable=variable,
            cited=cited,
            registered=registered,
            alignment=explained,
            registry=registry_name(record.registry),
            doubtful=explained != aligned or any(_SEPARATED.search(str(name)) for name in cited) or _is_doubtful(subject, record),
            versions=_are_versions(subject, record),
            note=inferred(record, variable),
        )


def _without_placeholders(aligned: Alignment, cited: Sequence[Name]) -> Alignment:
    """Leave foreign names that hold the place of one to the rule that reports them."""
    return replace(aligned, foreign=tuple(pair for pair in aligned.foreign if not is_placeholder(cited[pair[0]])))


def _explained(subject: Subject, record: RegistryRecord, variable: str, aligned: Alignment) -> Alignment:
    """Take out of an alignment who is listed in another role, and who is printed but was not read as a name."""
    if aligned.agrees:
        return aligned
    cited, registered = getattr(subject.cited.reference, variable), getattr(record.reference, variable)
    elsewhere, roles = _in_other_roles(record.reference, variable), _in_other_roles(subject.cited.reference, variable)
    printed = frozenset(words(subject.cited.raw if subject.cited.kind == "list" else " ".join(name.literal or "" for name in cited)))
    broken_off = any(is_others(name) for name in registered)
    titles = _titles(record.reference) if subject.cited.kind == "list" else ()
    people = _words_of(registered) if subject.cited.kind == "list" else frozenset()
    return replace(
        aligned,
        foreign=tuple(
            (ours, theirs)
            for ours, theirs in aligned.foreign
            if not _is_among(cited[ours], elsewhere)
            and not (theirs is None and broken_off)
            and not (titles and _is_of_letters(cited[ours]))
            and not (theirs is None and _is_of_a_title(cited[ours], titles))
            and not _is_of_several(cited[ours], people)
            and not (theirs is not None and _is_printed(registered[theirs], printed))
            and not (printed and any(resemblance(cited[ours], other) == "likely" for other in registered))
        ),
        omitted=tuple(
            theirs
            for theirs in aligned.omitted
            if not _is_among(registered[theirs], roles) and not _is_printed(registered[theirs], printed)
        ),
        misspelt=tuple(pair for pair in aligned.misspelt if not _is_misread(cited[pair[0]], registered[pair[1]], printed)),
    )


def _in_other_roles(reference: Reference, variable: str) -> tuple[Name, ...]:
    return tuple(name for role in _NAMES if role != variable for name in getattr(reference, role))


def _is_among(name: Name, others: Sequence[Name]) -> bool:
    return any(same_person(name, other) for other in others)


def _titles(registered: Reference) -> tuple[frozenset[str], ...]:
    """Give the words of the titles that stand beside the names in a formatted reference."""
    found = (registered.title, registered.container_title, registered.container_title_short)
    return tuple(frozenset(words(plain(title))) for title in found if title)


def _words_of(names: Sequence[Name]) -> frozenset[str]:
    """Give the words of all names, initials aside."""
    return frozenset(word for name in names for word in _long(name))


def _long(name: Name) -> list[str]:
    parts = (name.literal, name.given, name.non_dropping_particle, name.dropping_particle, name.family)
    return [word for part in parts for word in words(part or "") if len(word) > 1]


def _is_of_letters(name: Name) -> bool:
    """Tell whether the reader of a formatted list took initials, or an abbreviation that it does not know, for a person."""
    return all(len(word) == 1 for word in words(name.family or name.literal or ""))


def _is_of_a_title(name: Name, titles: Sequence[frozenset[str]]) -> bool:
    """Tell whether the reader of a formatted list took words of a title that stands beside the names for a person."""
    family = [word for word in words(name.family or name.literal or "") if len(word) > 1]
    return any(title.issuperset(family) for title in titles)


def _is_of_several(name: Name, people: frozenset[str]) -> bool:
    """Tell whether the reader of a formatted list made one person of the parts of several: "NOVÁK, Jan a MALÁ, Eva"."""
    own = _long(name)
    return len(own) > 1 and people.issuperset(own)


def _is_printed(name: Name, printed: frozenset[str]) -> bool:
    """Tell whether every word of a family name stands in the text of a reference."""
    family = words(name.family or name.literal or "")
    return bool(family) and printed.issuperset(family)


def _is_misread(cited: Name, registered: Name, printed: frozenset[str]) -> bool:
    """Tell whether a text has a registered family name that was read as another one."""
    return words(cited.family or "") != words(registered.family or "") and _is_printed(registered, printed)


def _is_doubtful(subject: Subject, record: RegistryRecord) -> bool:
    cited, registered = subject.cited.reference, record.reference
    kinds = {cited.type, registered.type}
    if kinds & _WHOLES and kinds & _PARTS:
        return True
    if record.registry in _INCOMPLETE:
        return True
    reviews = bool(kinds & _REVIEWS) or bool(cited.reviewed_author or cited.reviewed_title)
    few = len(registered.author) <= _FEW
    return reviews or (few and record.identifier.startswith(_BY_REVIEWED))


_FEW = 2
_SEPARATED = re.compile(r"(?:^|[^&\w#])[\w#]*;")
"""A semicolon that ends no entity: names are parted by it as the format does not part them."""


def _are_versions(subject: Subject, record: RegistryRecord) -> bool:
    """Tell whether the record is of a preprint and what is cited stands in a journal or book, or the reverse."""
    cited = subject.cited.reference
    as_preprint = cited.type in _PREPRINTS or not cited.container_title or is_preprint_server(cited.container_title)
    return is_preprint(record) != as_preprint and bool(cited.container_title)

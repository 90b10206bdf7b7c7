"""What `import refcheck` offers: read, check, render, export, look up, lock.

Nothing here prints or exits. Sources are given as paths or as "-" with the text of standard input.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from refcheck import catalog
from refcheck.config.schema import Config
from refcheck.engine.desk import Desk, open_desk
from refcheck.engine.examination import examine
from refcheck.engine.rounds import Inquiry, match_all
from refcheck.errors import LockError, ReadError, UsageError
from refcheck.matching import plan
from refcheck.model.documents import Document, Notice, Unreadable
from refcheck.model.matches import Found, Match, Unreachable
from refcheck.model.references import CitedReference, Reference
from refcheck.model.reports import Report
from refcheck.rules.base import AnyRule
from refcheck.text.registry_names import registry_name

LOCK_NAME = "refcheck.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """The references of all sources of a call, in input order."""

    documents: Mapping[str, Document]
    references: tuple[CitedReference, ...]
    unreadable: tuple[tuple[str, Unreadable], ...] = ()
    """Name of the source, and what could not be read in it."""
    notices: tuple[Notice, ...] = ()


def read(sources: Sequence[str | Path], *, format: str | None = None, standard_input: bytes = b"") -> Input:  # noqa: A002 - the option's own name
    """Read the references of files, of the bibliographies of folders, or of standard input ("-").

    Args:
        sources: what to read, in this order.
        format: a name of `catalog.READERS`; None finds out from name and content.
        standard_input: what "-" stands for.

    Raises:
        UsageError: a file is missing, a folder holds no bibliography, or the format is unknown.
        ReadError: a source is no text.
    """
    if format is not None and format not in catalog.READERS:
        raise UsageError(f"there is no format {format!r}; there are {', '.join(catalog.READERS)}")
    documents: dict[str, Document] = {}
    references: list[CitedReference] = []
    unreadable: list[tuple[str, Unreadable]] = []
    notices: list[Notice] = []
    for name, content, certain in _contents(sources, standard_input):
        document, remarks = _decode(name, content)
        if not (certain or _holds_works(document)):
            continue
        kind = format or _sniff(document)
        reading = catalog.load(catalog.READERS, kind)(document)
        documents[name] = document
        references += reading.references
        unreadable += [(name, block) for block in reading.unreadable]
        notices += [*remarks, *reading.notices]
        if not reading.references and not reading.unreadable and not reading.notices:
            notices.append(Notice(message=f"{name}: no reference in it"))
    if not documents:
        raise UsageError(f"{', '.join(map(str, sources))}: no bibliography in it (.bib, CSL-JSON); name a document to check it")
    return Input(documents=documents, references=tuple(references), unreadable=tuple(unreadable), notices=tuple(notices))


def _sniff(document: Document) -> str:
    from refcheck.readers.sniff import sniff

    return sniff(document)


def _holds_works(document: Document) -> bool:
    from refcheck.readers.sniff import holds_works

    return holds_works(document)


def _decode(name: str, content: bytes) -> tuple[Document, tuple[Notice, ...]]:
    from refcheck.readers.source import decode

    return decode(name, content)


def _contents(sources: Sequence[str | Path], standard_input: bytes) -> Iterable[tuple[str, bytes, bool]]:
    """Yield name, content, and whether the user named the file itself."""
    from refcheck.readers.folder import bibliographies

    for source in sources:
        if str(source) == "-":
            yield "-", standard_input, True
            continue
        path = Path(source)
        if path.is_dir():
            for inner in bibliographies(path):
                yield inner.as_posix(), _bytes(inner), inner.suffix.lower() == ".bib"
        else:
            yield path.as_posix(), _bytes(path), True


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file") from None
    except OSError as fault:
        raise ReadError(f"{path}: cannot be read: {fault.strerror}") from fault


def lock_path(sources: Sequence[str | Path], configuration: Path | None = None) -> Path:
    """Find where the lock of a project stands: beside its configuration, else beside the first source."""
    if configuration is not None:
        return configuration.parent / LOCK_NAME
    first = Path(sources[0]) if sources and str(sources[0]) != "-" else Path()
    return (first if first.is_dir() else first.parent) / LOCK_NAME


def check(given: Input, *, config: Config | None = None, lock_file: Path | None = None) -> Report:
    """Find the registered record of every reference and say what is wrong.

    Args:
        given: what `read` gave.
        config: who to ask, and what to say; the defaults where it is left out.
        lock_file: the lock; the one beside the first source where it is left out.

    With `config.locked` the lock alone is asked, with `config.offline` lock and cache, else cache and registries, and
    the lock only where they fail. What could not be asked is `Unreachable` in the report, never an exception.

    Raises:
        LockError: the lock is damaged, or `config.locked` and there is none.
        ConfigError: `select` or `ignore` names no rule.
    """
    from refcheck.registries.lock import read_lock

    config, today = _dated(config)
    lock_file = lock_file or lock_path(list(given.documents))
    rules = _rules(config)
    if config.locked and not lock_file.is_file():
        raise LockError(f"{lock_file}: there is no lock here; run refcheck lock first, or leave out --locked")
    with open_desk(config, read_lock(lock_file)) as desk:
        report, _ = _run(given, config, today, rules, desk)
    return report


def _rules(config: Config) -> tuple[AnyRule, ...]:
    from refcheck.rules.selection import chosen

    return chosen([catalog.load(catalog.RULES, code) for code in catalog.RULES], select=config.select, ignore=config.ignore)


def _run(given: Input, config: Config, today: dt.date, rules: Sequence[AnyRule], desk: Desk) -> tuple[Report, Inquiry]:
    inquiry = Inquiry(desk.chains, today.isoformat())
    matches = match_all(given.references, inquiry)
    results, diagnostics = examine(
        given.references,
        matches,
        documents=given.documents,
        unreadable=given.unreadable,
        rules=rules,
        today=today,
        year_policy=config.year_policy,
    )
    report = Report(
        documents=given.documents,
        results=results,
        diagnostics=diagnostics,
        notices=(*given.notices, *desk.notices(), *_evidence(inquiry)),
        today=today.isoformat(),
        requests=desk.requests,
        interrupted=inquiry.interrupted,
    )
    return report, inquiry


def _evidence(inquiry: Inquiry) -> Iterable[Notice]:
    """Say where the lock stood in for a registry."""
    for registry, count in inquiry.evidence.items():
        answers = "1 answer is" if count == 1 else f"{count} answers are"
        yield Notice(message=f"{registry_name(registry)} did not answer: {answers} taken from the lock")


def _dated(config: Config | None) -> tuple[Config, dt.date]:
    """Give settings with a day, and the day: an input where it is set, else the clock's."""
    config = config or Config()
    today = config.today or dt.datetime.now(tz=dt.UTC).astimezone().date()
    return replace(config, today=today), today


@dataclass(frozen=True, slots=True, kw_only=True)
class Locking:
    """What `lock` did."""

    askable: int
    """References whose work a registry can be asked for."""
    locked: int
    """How many of them the lock answers now."""
    changes: tuple[str, ...]
    """What the registries changed since, a new retraction first."""
    written: bool
    notices: tuple[Notice, ...]
    interrupted: bool = False


def lock(
    given: Input, *, config: Config | None = None, lock_file: Path | None = None, refresh: bool = False, prune: bool = False
) -> Locking:
    """Keep the records that a check of these references rests on.

    Args:
        given: the references.
        config: who to ask, and how.
        lock_file: the lock; made where there is none.
        refresh: ask again for what is locked.
        prune: remove what these references do not need.

    Raises:
        LockError: the lock is damaged.
        UsageError: the lock cannot be written.
    """
    from refcheck.registries.lock import changes, read_lock, write_lock
    from refcheck.text.fingerprint import fingerprint

    config, today = _dated(config)
    lock_file = lock_file or lock_path(list(given.documents))
    before = after = read_lock(lock_file)
    askable = {fingerprint(cited.reference): cited for cited in given.references if plan(cited)}
    pending = [cited for name, cited in askable.items() if refresh or not before.knows(name)]
    with open_desk(config, before, refresh=True) as desk:
        inquiry = Inquiry(desk.chains, today.isoformat())
        for cited, match in zip(pending, match_all(pending, inquiry), strict=True):
            if not isinstance(match, Unreachable):
                after = after.with_answers(fingerprint(cited.reference), match.answers)
        notices = desk.notices()
    if prune:
        after = after.pruned(askable)
    return Locking(
        askable=len(askable),
        locked=sum(after.knows(name) for name in askable),
        changes=changes(before, after) if refresh else (),
        written=write_lock(lock_file, after),
        notices=(*given.notices, *notices),
        interrupted=inquiry.interrupted,
    )


def mended(report: Report, *, corrected: bool, complete: bool) -> tuple[CitedReference, ...]:
    """Take the registered values: with `corrected` those that an error or warning proposes, with `complete` those absent.

    Each reference has a citation key, made from what is cited where it had none: a mend never changes a key.
    """
    from refcheck.fixes import complete as completed
    from refcheck.fixes import correct
    from refcheck.text.keys import keys

    out = []
    made = keys(result.cited for result in report.results)
    for result, key in zip(report.results, made, strict=True):
        reference = correct(result) if corrected else result.cited.reference
        if complete and isinstance(result.match, Found):
            reference = completed(reference, result.match.record)
        out.append(replace(result.cited, reference=reference, key=key))
    return tuple(out)


def render(references: Sequence[CitedReference], *, style: str = "apa", to: str = "text", each: bool = False) -> str:
    """Format references in a citation style, one a line (text) or a paragraph (html, markdown).

    Args:
        references: what to format.
        style: a name of `catalog.STYLES`.
        to: "text", "markdown" or "html".
        each: format each alone in input order; else as one list, sorted and lettered.

    Raises:
        UsageError: there is no such style or form.
    """
    from refcheck.styles.render import FORMS

    for kind, name, known in (("style", style, catalog.STYLES), ("form", to, FORMS)):
        if name not in known:
            raise UsageError(f"there is no {kind} {name!r}; there are {', '.join(known)}")
    writer = catalog.load(catalog.STYLES, style)()
    works = [cited.reference for cited in references]
    entries = [writer.entry(work) for work in works] if each else [entry for _, entry in writer.bibliography(works)]
    return FORMS[to](entries)


def export(references: Sequence[CitedReference], *, to: str) -> str:
    """Write references in a file format, a name of `catalog.EXPORTERS`.

    Raises:
        UsageError: there is no such format.
    """
    if to not in catalog.EXPORTERS:
        raise UsageError(f"there is no format {to!r}; there are {', '.join(catalog.EXPORTERS)}")
    return str(catalog.load(catalog.EXPORTERS, to)(references))


def lookup(identifier: str, *, config: Config | None = None, lock_file: Path | None = None) -> Match:
    """Ask for one work by its DOI.

    Raises:
        UsageError: the text holds no DOI.
        LockError: the lock is damaged.
    """
    from refcheck.registries.lock import read_lock
    from refcheck.text.identifiers import parse_doi

    config, today = _dated(config)
    doi = parse_doi(identifier)
    if doi is None:
        raise UsageError(f"{identifier}: no DOI in it; a DOI looks like 10.1000/xyz123")
    with open_desk(config, read_lock(lock_file or lock_path(()))) as desk:
        inquiry = Inquiry(desk.chains, today.isoformat())
        return match_all([CitedReference(reference=Reference(doi=doi), id="1", kind="structured")], inquiry)[0]

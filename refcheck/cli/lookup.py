"""`refcheck lookup`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from refcheck.cli import options

if TYPE_CHECKING:
    from refcheck.api import Lookup
    from refcheck.model.records import RegistryRecord


@click.command()
@click.argument("wanted", metavar="DOI|PMID|ARXIV|ISBN|TEXT", nargs=-1, required=True)
@click.option("--to", metavar="FORMAT", help="Write the record as this format (bibtex, csl-json) instead of for reading.")
@options.settings("output_file", *options.ASKING)
@click.pass_context
def lookup(context: click.Context, /, wanted: tuple[str, ...], to: str | None, **given: Any) -> None:
    """Show what is registered under an identifier, or for a description of a work.

    A description may be a whole reference as it is printed. Where no work fits it for certain, the nearest are listed.

    Exit status: 0 found, 1 not found or not certain, 3 could not be asked.
    """
    from refcheck import api
    from refcheck.cli import output
    from refcheck.model.matches import Found
    from refcheck.model.references import CitedReference

    if to is not None:
        api.require(format=to)
    text = " ".join(wanted).encode("utf-8", "replace").decode()
    settings = options.load((), given)
    with output.waiting(text):
        looked_up = api.lookup(text, config=settings.config, lock_file=api.lock_path((), settings.file))
    output.say(looked_up.notices)
    match = looked_up.match
    if not isinstance(match, Found):
        message, status = _why_not(looked_up)
        click.echo(f"refcheck: {text}: {message}", err=True)
        if looked_up.candidates and to is None:
            output.emit("".join(_line(record) for record in looked_up.candidates), settings.config.output_file)
        context.exit(status)
    if to is None:
        shown = _described(match.record, match.score)
    else:
        shown = api.export([CitedReference(reference=match.record.reference, id="1", kind="structured")], to=to)
    output.emit(shown, settings.config.output_file)


def _why_not(looked_up: Lookup) -> tuple[str, int]:
    from refcheck.cli.output import FINDINGS, UNCHECKED
    from refcheck.model.matches import Skipped, Unreachable

    match = looked_up.match
    if looked_up.candidates:
        return "no work fits for certain; the nearest are", FINDINGS
    return (match.reason, UNCHECKED) if isinstance(match, Skipped | Unreachable) else ("registered nowhere", FINDINGS)


def _line(record: RegistryRecord) -> str:
    """Name a candidate on one line: DOI, first author, year, title, container."""
    work = record.reference
    by = f"{work.author[0].family or work.author[0]}{' et al.' if len(work.author) > 1 else ''}" if work.author else ""
    year = f"({work.issued.year})" if work.issued and work.issued.year else ""
    parts = (by, year, f"{work.title}." if work.title else "", work.container_title or "")
    return f"{record.identifier}  {' '.join(part for part in parts if part)}\n"


def _described(record: RegistryRecord, score: float | None) -> str:
    """List what a record holds, a line each."""
    reference = record.reference
    rows = [
        ("title", reference.title),
        ("author", "; ".join(map(str, reference.author)) or None),
        ("editor", "; ".join(map(str, reference.editor)) or None),
        ("container", reference.container_title),
        ("volume", reference.volume),
        ("issue", reference.issue),
        ("page", str(reference.page) if reference.page else None),
        ("publisher", reference.publisher),
        ("type", reference.type),
        ("DOI", str(reference.doi) if reference.doi else None),
        ("PMID", reference.pmid),
        ("arXiv", reference.arxiv),
        ("ISBN", ", ".join(reference.isbn) or None),
        *((name, f"{date}{'  (date to cite)' if name == record.issued_from else ''}") for name, date in sorted(record.dates.items())),
        *dict.fromkeys((f"{update.type} notice", update.doi) for update in record.updated_by),
        ("certainty", None if score is None else f"{score:.2f}"),
        ("source", _source(record)),
    ]
    shown = [(name, value) for name, value in rows if value]
    width = max(len(name) for name, _ in shown)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in shown)


def _source(record: RegistryRecord) -> str:
    transcribed = ", transcribed by a person" if record.provenance == "transcribed" else ""
    return f"{record.registry}, {record.retrieved or 'undated'}{transcribed}"

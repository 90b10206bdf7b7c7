"""`refcheck lookup`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from refcheck.cli import options

if TYPE_CHECKING:
    from refcheck.model.matches import Ambiguous, NotFound, Skipped, Unreachable
    from refcheck.model.records import RegistryRecord


@click.command()
@click.argument("identifier", metavar="DOI")
@click.option("--to", metavar="FORMAT", help="Write the record as this format (bibtex, csl-json) instead of for reading.")
@options.settings("output_file", *options.ASKING)
@click.pass_context
def lookup(context: click.Context, /, identifier: str, to: str | None, **given: Any) -> None:
    """Show what is registered under a DOI.

    Exit status: 0 found, 1 registered nowhere, 3 could not be asked.
    """
    from refcheck import api
    from refcheck.cli import output
    from refcheck.model.matches import Found
    from refcheck.model.references import CitedReference

    if to is not None:
        api.require(format=to)
    settings = options.load((), given)
    with output.waiting(identifier):
        match = api.lookup(identifier, config=settings.config, lock_file=api.lock_path((), settings.file))
    if not isinstance(match, Found):
        message, status = _why_not(match)
        click.echo(f"refcheck: {identifier}: {message}", err=True)
        context.exit(status)
    if to is None:
        text = _described(match.record)
    else:
        text = api.export([CitedReference(reference=match.record.reference, id="1", kind="structured")], to=to)
    output.emit(text, settings.config.output_file)


def _why_not(match: Ambiguous | NotFound | Skipped | Unreachable) -> tuple[str, int]:
    from refcheck.cli.output import FINDINGS, UNCHECKED
    from refcheck.model.matches import Skipped, Unreachable

    return (match.reason, UNCHECKED) if isinstance(match, Skipped | Unreachable) else ("registered nowhere", FINDINGS)


def _described(record: RegistryRecord) -> str:
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
        *((name, f"{date}{'  (date to cite)' if name == record.issued_from else ''}") for name, date in sorted(record.dates.items())),
        *((f"{update.type} notice", update.doi) for update in record.updated_by),
        ("source", _source(record)),
    ]
    shown = [(name, value) for name, value in rows if value]
    width = max(len(name) for name, _ in shown)
    return "".join(f"{name:<{width}}  {value}\n" for name, value in shown)


def _source(record: RegistryRecord) -> str:
    transcribed = ", transcribed by a person" if record.provenance == "transcribed" else ""
    return f"{record.registry}, {record.retrieved or 'undated'}{transcribed}"

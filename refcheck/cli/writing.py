"""`refcheck render` and `refcheck export`: the references written out, as cited or mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from refcheck.cli import options

if TYPE_CHECKING:
    from refcheck.model.references import CitedReference


@click.command()
@options.SOURCES
@options.FORMAT
@click.option("--style", metavar="STYLE", default="apa", show_default=True, help="Citation style.")
@click.option("--to", metavar="FORM", default="text", show_default=True, help="Form of the result: text, markdown, html.")
@click.option("--each", is_flag=True, help="Format each reference alone, in input order, instead of one sorted list.")
@options.mending
@options.settings(*options.READING, "output_file", *options.ASKING)
@click.pass_context
def render(context: click.Context, /, sources: tuple[str, ...], style: str, to: str, each: bool, **given: Any) -> None:  # noqa: FBT001
    """Format references in a citation style, one a line.

    Without --corrected and --complete no registry is asked, and what is printed is what is cited.
    """
    from refcheck import api
    from refcheck.cli import output

    api.require(style=style, form=to)
    references, status, config = _references(sources, given)
    output.emit(api.render(references, style=style, to=to, each=each), config.output_file)
    context.exit(status)


@click.command()
@options.SOURCES
@options.FORMAT
@click.option("--to", metavar="FORMAT", required=True, help="File format of the result: bibtex, csl-json.")
@options.mending
@options.settings(*options.READING, "output_file", *options.ASKING)
@click.pass_context
def export(context: click.Context, /, sources: tuple[str, ...], to: str, **given: Any) -> None:
    """Write references in a file format.

    Without --corrected and --complete no registry is asked, and what is written is what is cited.
    """
    from refcheck import api
    from refcheck.cli import output

    api.require(format=to)
    references, status, config = _references(sources, given)
    output.emit(api.export(references, to=to), config.output_file)
    context.exit(status)


def _references(sources: tuple[str, ...], given: dict[str, Any]) -> tuple[tuple[CitedReference, ...], int, Any]:
    """Read the sources, and mend the references if that is asked for; also the exit status and the settings."""
    from refcheck import api
    from refcheck.cli import output
    from refcheck.model.documents import Notice
    from refcheck.reporters.summary import counted

    corrected, complete = given.pop("corrected"), given.pop("complete")
    settings = options.load(sources, given)
    content = api.read(sources, format=given["format"], standard_input=output.standard_input(sources), explain=settings.config.explain)
    faults = [
        Notice(message=f"{name}: line {content.documents[name].position(block.span.start)[0]}: {block.reason}")
        for name, block in content.unreadable
    ]
    if not (corrected or complete):
        output.say((*content.notices, *faults))
        return content.references, output.CLEAN, settings.config
    with output.waiting(counted(len(content.references), "reference")):
        report = api.check(content, config=settings.config, lock_file=api.lock_path(sources, settings.file))
    status = output.exit_status(report, "never")
    unchecked = [f"{result.cited.id}" for result in report.results if output.unchecked(result)]
    if unchecked:
        faults.append(Notice(message=f"could not be checked, written as cited: {', '.join(unchecked)}"))
    output.say((*report.notices, *faults))
    return api.mended(report, corrected=corrected, complete=complete), status, settings.config

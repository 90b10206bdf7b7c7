"""`refcheck check`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from refcheck.cli import options

if TYPE_CHECKING:
    from refcheck.reporters.base import Reporter


@click.command()
@options.SOURCES
@options.FORMAT
@options.settings(*options.READING, *options.REPORT, "output_file", *options.RULES, *options.ASKING)
@click.option("--exit-zero", is_flag=True, help="The same as --fail-on never.")
@click.pass_context
def check(context: click.Context, /, sources: tuple[str, ...], format: str | None, exit_zero: bool, **given: Any) -> None:  # noqa: A002, FBT001
    """Find each reference's registered record and say what is wrong.

    SOURCE is a document (text, Markdown, HTML, DOCX, PDF, LaTeX, JATS), a reference list, a bibliography (BibTeX, CSL-JSON
    or YAML, RIS, NBIB, EndNote XML, Zotero RDF), a folder of bibliographies, or - for standard input.

    Exit status: 2 wrong usage or configuration, else 1 findings at or above --fail-on, else 3 something could not be
    checked, else 0; 130 interrupted, with what is known.
    """
    from refcheck import api, catalog
    from refcheck.cli import output
    from refcheck.reporters.summary import counted

    settings = options.load(sources, given)
    config = replace(settings.config, fail_on="never") if exit_zero else settings.config
    content = api.read(sources, format=format, standard_input=output.standard_input(sources), explain=config.explain)
    with output.waiting(counted(len(content.references), "reference")):
        report = api.check(content, config=config, lock_file=api.lock_path(sources, settings.file))
    output.say(report.notices)
    reporter: Reporter = catalog.load(catalog.REPORTERS, config.output_format)
    output.emit(reporter(report, output.terminal()), config.output_file)
    context.exit(output.exit_status(report, config.fail_on))

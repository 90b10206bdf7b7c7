"""Write out the references of a run: mended, formatted, as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from refcheck import catalog
from refcheck.errors import UsageError
from refcheck.exporters.base import Exporter
from refcheck.model.matches import Found
from refcheck.model.references import CitedReference
from refcheck.model.reports import Report
from refcheck.styles.base import Style


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


def require(**names: str) -> None:
    """Refuse a style, form or format that there is not, before anybody is asked anything.

    Raises:
        UsageError: there is none of this name.
    """
    from refcheck.styles.render import FORMS

    known = {"style": catalog.STYLES, "form": FORMS, "format": catalog.EXPORTERS}
    for kind, name in names.items():
        if name not in known[kind]:
            raise UsageError(f"there is no {kind} {name!r}; there are {', '.join(known[kind])}")


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

    require(style=style, form=to)
    writer: Style = catalog.load(catalog.STYLES, style)()
    works = [cited.reference for cited in references]
    entries = [writer.entry(work) for work in works] if each else [entry for _, entry in writer.bibliography(works)]
    return FORMS[to](entries)


def export(references: Sequence[CitedReference], *, to: str) -> str:
    """Write references in a file format, a name of `catalog.EXPORTERS`.

    Raises:
        UsageError: there is no such format.
    """
    require(format=to)
    exporter: Exporter = catalog.load(catalog.EXPORTERS, to)
    return exporter(references)

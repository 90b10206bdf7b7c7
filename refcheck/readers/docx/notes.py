"""Footnotes and endnotes of a Word document, in the order in which its body refers to them."""

from __future__ import annotations

from refcheck.readers.docx.body import Walk
from refcheck.readers.docx.package import Package, W
from refcheck.readers.flow_writer import FlowWriter

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def write_notes(package: Package, order: tuple[str, ...], writer: FlowWriter) -> None:
    """Write every note that the body refers to as one block, with the number it is printed with.

    Args:
        package: the document.
        order: the notes as the body refers to them: "footnote 2", "endnote 1".
        writer: the flow.
    """
    walk = Walk(package, writer)
    for group, kind in enumerate(("footnote", "endnote"), 1):
        root = package.notes(kind)
        if root is None:
            continue
        notes = {f"{kind} {each.get(f'{W}id', '')}": each for each in root if each.get(f"{W}type") not in _SEPARATORS}
        for number, name in enumerate((each for each in order if each.startswith(kind)), 1):
            if name in notes:
                writer.open("note", group=group, label=str(number))
                walk.note(notes[name])
                writer.close()

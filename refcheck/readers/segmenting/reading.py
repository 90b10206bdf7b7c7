"""Take a document to its references: what every reader of documents does in the end."""

from __future__ import annotations

from dataclasses import replace

from refcheck.model.documents import Document, Notice, Reading
from refcheck.model.flows import Flow
from refcheck.readers.segmenting.citing import cite, left_out, placed
from refcheck.readers.segmenting.finding import Finding, find_lists


def read_flow(document: Document, flow: Flow) -> Reading:
    """Find the reference lists of a document and read them, as one list in the order of the text.

    Args:
        document: the source; of a container, with the text of the flow as its text.
        flow: how it reads.
    """
    finding = find_lists(flow)
    reading = reading_of(document, flow, finding)
    if finding.lists:
        return reading
    hint = "" if document.content else _HINT
    return replace(reading, notices=(Notice(message=f"{document.name}: {_NONE}{hint}"),))


def reading_of(document: Document, flow: Flow, finding: Finding) -> Reading:
    """Read what was found."""
    pieces = [piece for run in finding.lists for piece in run.pieces]
    skipped = [piece for run in finding.lists for piece in run.skipped]
    references = tuple(cite(document, pieces, flow))
    if flow.known and references:
        from refcheck.readers.knowing import informed

        references = tuple(informed(references, [piece.block for piece in pieces], flow))
    return Reading(
        references=references,
        notices=tuple(left_out(document, skipped, flow)),
        explanations=tuple(replace(one, span=placed(flow, one.span)) for one in finding.explanations),
    )


_NONE = "no reference list found: looked for entries with names, a year and a source, one after another"
_HINT = "; --from list takes the whole text as a list, --from lines reads one reference a line"
"""What helps with a text; a container is read in one way only."""
